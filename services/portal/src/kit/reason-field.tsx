import { useId, useState } from 'react';
import { Input } from './input.js';

/** A reason as it is being written. */
export interface Reason {
  readonly text: string;
  readonly isMissing: boolean;
  write(text: string): void;
  /** Hands it on where there is one, and asks for it where there is none. */
  take(use: (text: string) => void): void;
}

/** Why something is done to somebody else, who will read it. */
export function useReason(): Reason {
  const [text, write] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const take = (use: (reason: string) => void): void => {
    const reason = text.trim();
    setIsMissing(reason === '');
    if (reason !== '') use(reason);
  };
  return { text, isMissing, write, take };
}

interface ReasonFieldProps {
  readonly reason: Reason;
  readonly label: string;
  /** Said where it is missing. */
  readonly required: string;
  readonly maxLength?: number;
}

export function ReasonField({ reason, label, required, maxLength = 500 }: ReasonFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        maxLength={maxLength}
        value={reason.text}
        aria-invalid={reason.isMissing}
        {...(reason.isMissing ? { status: 'error' as const } : {})}
        onChange={(event) => reason.write(event.target.value)}
      />
      {reason.isMissing && (
        <p className="field-error" role="alert">
          {required}
        </p>
      )}
    </>
  );
}
