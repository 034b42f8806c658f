import { Component, type ReactNode } from 'react';
import { BrokenPage } from '../kit/dead-ends.js';

interface Props {
  readonly children: ReactNode;
  /** Where the reader is: whoever goes on to another page leaves the broken one behind. */
  readonly address?: string;
}

/** Shows a page that says so when another breaks. React knows no other form for this than a class. */
export class CatchBroken extends Component<Props, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidUpdate({ address }: Props): void {
    if (this.state.isBroken && address !== this.props.address) this.setState({ isBroken: false });
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}
