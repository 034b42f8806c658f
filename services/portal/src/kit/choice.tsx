import type { ReactNode } from 'react';

interface ChoiceProps<Value extends string> {
  readonly id?: string;
  readonly value?: Value;
  readonly options: readonly { readonly value: Value | ''; readonly label: ReactNode }[];
  readonly onChange?: (value: Value | undefined) => void;
  readonly label?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean | 'true' | 'false';
}

/** A native list: a phone shows it in its own way, with large targets, and it costs the page nothing. '' is no choice. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { value, options, onChange, label, ...rest } = props;
  const choose = (text: string): void => {
    const chosen = options.find((option) => option.value === text)?.value;
    onChange?.(chosen === '' ? undefined : chosen);
  };
  return (
    <select
      {...rest}
      className="choice"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
