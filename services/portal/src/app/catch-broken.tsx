import { Component, type ReactNode } from 'react';
import { BrokenPage, NotLoadedPage } from '../kit/dead-ends.js';
import { NotLoadedError } from '../kit/not-loaded-error.js';

interface Props {
  readonly children: ReactNode;
  /** Where the reader is: whoever goes on to another page leaves the broken one behind. */
  readonly address?: string;
}

/** Shows a page that says so when another breaks. React knows no other form for this than a class. */
export class CatchBroken extends Component<Props, { readonly broken: 'page' | 'loading' | null }> {
  override readonly state: { readonly broken: 'page' | 'loading' | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { readonly broken: 'page' | 'loading' } {
    return { broken: error instanceof NotLoadedError ? 'loading' : 'page' };
  }

  override componentDidUpdate({ address }: Props): void {
    if (this.state.broken !== null && address !== this.props.address) this.setState({ broken: null });
  }

  override render(): ReactNode {
    if (this.state.broken === null) return this.props.children;
    return this.state.broken === 'loading' ? <NotLoadedPage /> : <BrokenPage />;
  }
}
