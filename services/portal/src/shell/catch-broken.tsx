import { Component, type ReactNode } from 'react';
import { BrokenPage } from './dead-ends.js';

interface Props {
  readonly children: ReactNode;
}

/** Shows a page that says so when another breaks. React knows no other form for this than a class. */
export class CatchBroken extends Component<Props, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}
