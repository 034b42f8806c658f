import { useId } from 'react';
import { Input } from '../../../kit/input.js';

interface FromToProps {
  readonly labels: { readonly from: string; readonly to: string };
  readonly hint?: string;
  readonly from: string;
  readonly to: string;
  readonly onFrom: (time: string) => void;
  readonly onTo: (time: string) => void;
}

/** Two times of a day beside each other. */
export function FromTo({ labels, hint, from, to, onFrom, onTo }: FromToProps) {
  const id = useId();
  return (
    <div className="two-columns">
      <p>
        <label htmlFor={`${id}-from`}>{labels.from}</label>
        <Input id={`${id}-from`} type="time" value={from} onChange={(event) => onFrom(event.target.value)} />
      </p>
      <p>
        <label htmlFor={`${id}-to`}>{labels.to}</label>
        <Input id={`${id}-to`} type="time" value={to} onChange={(event) => onTo(event.target.value)} />
        {hint !== undefined && <span className="hint">{hint}</span>}
      </p>
    </div>
  );
}
