import './menu-fold.css';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

interface MenuFoldProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
}

/** What is behind one button: it opens below it, and closes by a press elsewhere or Escape. */
export function MenuFold({ label, children }: MenuFoldProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      const { current } = fold;
      if (current === null || !current.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape' || current.querySelector('dialog[open]') !== null) return;
        if (current.contains(document.activeElement)) current.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && current.contains(event.target)) return;
      current.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  // What unfolds in the page stands below the menu, which would cover it.
  const closeAfterUnfolding = ({ target }: MouseEvent): void => {
    const { current } = fold;
    if (current === null || !(target instanceof Element)) return;
    if (target.closest('button[aria-expanded]') === null) return;
    current.open = false;
    current.querySelector('summary')?.focus();
  };
  return (
    <details ref={fold} className="menu-fold">
      <summary>{label}</summary>
      <div onClick={closeAfterUnfolding}>{children}</div>
    </details>
  );
}
