import './plain-field.css';
import { type ReactNode, useId } from 'react';
import { MoneyInput } from '../../../kit/money-input.js';
import { ProblemsAt, useProblemsAt } from './problems-at.js';
import { Input } from '../../../kit/input.js';

interface FieldProps {
  readonly label: ReactNode;
  readonly pointer: string;
  /** What a choice does, below the control. */
  readonly hint?: string;
  /** Receives the id of the control and of its description. */
  readonly children: (ids: ControlIds) => ReactNode;
}

interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

/** A labelled control of a nested form, with the problems of its place beneath. */
export function PlainField({ label, pointer, hint, children }: FieldProps) {
  const id = useId();
  const isWrong = useProblemsAt(pointer).length > 0;
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': hint === undefined ? `${id}-problems` : `${id}-hint ${id}-problems`,
        'aria-invalid': isWrong,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <ProblemsAt id={`${id}-problems`} pointers={[pointer]} />
    </div>
  );
}

interface TextFieldProps {
  readonly label: ReactNode;
  readonly pointer: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly suffix?: string;
  readonly type?: 'text' | 'date';
  readonly isNumber?: boolean;
  readonly maxLength?: number;
}

export function TextField(props: TextFieldProps) {
  const { label, pointer, hint, value, onChange, suffix, type = 'text', isNumber = false } = props;
  const { maxLength = 20 } = props;
  return (
    <PlainField label={label} pointer={pointer} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <Input
          {...ids}
          type={type}
          value={value}
          maxLength={maxLength}
          autoComplete="off"
          {...(isNumber ? { inputMode: 'decimal' as const } : {})}
          {...(suffix === undefined ? {} : { suffix })}
          {...(ids['aria-invalid'] ? { status: 'error' as const } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </PlainField>
  );
}

interface MoneyFieldProps {
  readonly label: ReactNode;
  readonly pointer: string;
  readonly value: string;
  readonly onChange: (yuanText: string) => void;
}

export function MoneyField({ label, pointer, value, onChange }: MoneyFieldProps) {
  return (
    <PlainField label={label} pointer={pointer}>
      {(ids) => <MoneyInput {...ids} value={value} onChange={onChange} />}
    </PlainField>
  );
}
