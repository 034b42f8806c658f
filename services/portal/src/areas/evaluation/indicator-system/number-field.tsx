import { useState } from 'react';
import { Input } from '../../../kit/input.js';
import { Labelled } from './labelled.js';

interface NumberFieldProps {
  readonly text: string;
  /** Null where nothing is said. */
  readonly value: number | null;
  /** May it be left empty? */
  readonly isOptional?: boolean;
  readonly onChange: (value: number | null) => void;
}

/** Keeps what is typed, also while it is not yet a number. */
export function NumberField({ text, value, isOptional = false, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isStale = typed !== null && numberOf(typed) !== undefined && numberOf(typed) !== value;
  const change = (next: string): void => {
    setTyped(next);
    const number = numberOf(next);
    if (number !== undefined && (number !== null || isOptional)) onChange(number);
  };
  // What is taken back, or put to another scale, is shown in place of what was typed.
  const shown = typed === null || isStale ? (value === null ? '' : String(value)) : typed;
  return (
    <Labelled text={text}>
      <Input inputMode="decimal" value={shown} onChange={({ target }) => change(target.value)} />
    </Labelled>
  );
}

/** @returns null for nothing, undefined for what is no number */
function numberOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}
