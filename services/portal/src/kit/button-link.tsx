import './button-link.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface ButtonLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  /** Beside a primary one, or many times on a page, it is plain. */
  readonly isPlain?: boolean;
  /** What is read aloud, where the words alone do not say what they are about. */
  readonly label?: string;
}

/** A link to what one comes to a page for: it looks like the button that it is to people. */
export function ButtonLink({ to, children, isPlain = false, label }: ButtonLinkProps) {
  return (
    <Link to={to} aria-label={label} className={isPlain ? 'button-link is-plain' : 'button-link'}>
      {children}
    </Link>
  );
}

/** The same to a part further down on the page, by its id. */
export function ButtonToPart({ part, children }: { readonly part: string; readonly children: ReactNode }) {
  return (
    <a href={`#${part}`} className="button-link">
      {children}
    </a>
  );
}
