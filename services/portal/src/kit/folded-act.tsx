import './styles/fold.css';
import type { ReactNode } from 'react';

interface FoldedActProps {
  readonly title: string;
  /** Beside the title: how it stands. */
  readonly state?: ReactNode;
  /** What it does, and for whom. */
  readonly hint?: string;
  /** Open from the start: somebody who comes to the page comes for this. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** One of several things that can be done or set: a line with its name, and its form for whoever opens it. */
export function FoldedAct({ title, state, hint, isOpen = false, children }: FoldedActProps) {
  return (
    <details className="fold act-fold" open={isOpen}>
      <summary>
        <span>{title}</span>
        {state}
      </summary>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children}
    </details>
  );
}
