import { Input } from './input.js';

interface MoneyInputProps {
  readonly id?: string;
  /** 元, as it was typed. `fenOf` of `i18n/format` turns it into fen. */
  readonly value?: string;
  readonly onChange?: (yuanText: string) => void;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/** An amount in 元. Text, not a number: what a float cannot hold is never made from it. */
export function MoneyInput({ value, onChange, ...rest }: MoneyInputProps) {
  return (
    <Input
      {...rest}
      prefix="¥"
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
    />
  );
}
