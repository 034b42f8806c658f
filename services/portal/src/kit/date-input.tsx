import './date-input.css';

interface DateInputProps {
  readonly id?: string;
  /** A calendar day such as `2026-11-20`; '' where none is chosen. */
  readonly value?: string;
  readonly onChange?: (day: string) => void;
  readonly min?: string | undefined;
  readonly required?: boolean;
  readonly 'aria-label'?: string;
}

/** The browser's own field for a day. */
export function DateInput({ value = '', onChange, ...rest }: DateInputProps) {
  return (
    <input
      {...rest}
      type="date"
      className="native-date"
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
    />
  );
}
