import './settings.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';

interface SettingGroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** What belongs together, a line each: the page is taken in at a glance, and what somebody came for is one tap away. */
export function SettingGroup({ id, title, children }: SettingGroupProps) {
  return (
    <section className="card settings" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface SettingLinkProps {
  readonly to: string;
  readonly title: string;
  /** What is found there. */
  readonly hint?: string;
}

export function SettingLink({ to, title, hint }: SettingLinkProps) {
  return (
    <div className="setting">
      <div>
        <Link to={to}>{title}</Link>
        {hint !== undefined && <p className="hint">{hint}</p>}
      </div>
    </div>
  );
}

interface SettingFoldProps {
  /** As an address can name it, which opens it. */
  readonly id: string;
  readonly title: string;
  /** How it stands, at the end of its line. */
  readonly value?: ReactNode;
  /** Something waits for the reader: it is open until they close it. */
  readonly isNeeded?: boolean;
  readonly children: ReactNode;
}

/** Opens where it is; nothing of it is asked for before. */
export function SettingFold({ id, title, value, isNeeded = false, children }: SettingFoldProps) {
  const { hash } = useLocation();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (hash !== `#${id}`) return;
    setChosen(true);
    fold.current?.scrollIntoView();
  }, [hash, id]);
  const isOpen = chosen ?? isNeeded;
  return (
    <details ref={fold} id={id} open={isOpen} onToggle={({ currentTarget }) => setChosen(currentTarget.open)}>
      <summary className="setting">
        <h3>{title}</h3>
        {value !== undefined && <span className="setting-value">{value}</span>}
      </summary>
      {isOpen && <div className="setting-content">{children}</div>}
    </details>
  );
}
