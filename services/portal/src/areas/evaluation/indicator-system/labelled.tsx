import type { ReactNode } from 'react';

interface LabelledProps {
  readonly text: string;
  readonly children: ReactNode;
}

/** A field with its name above it. */
export function Labelled({ text, children }: LabelledProps) {
  return (
    <label className="labelled">
      <span>{text}</span>
      {children}
    </label>
  );
}
