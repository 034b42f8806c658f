import { localTimeOf } from '../i18n/format.js';
import { Choice } from '../kit/choice.js';
import type { RoleName } from './use-offices.js';

/** The roles that see the money of a union. */
export const budgetReaders = ['officer', 'finance', 'approver', 'auditor'] as const satisfies RoleName[];

/** The current year, in the zone of the books. */
export function thisYear(): number {
  return Number(localTimeOf(new Date().toISOString()).slice(0, 4));
}

interface YearChoiceProps {
  readonly value: number | undefined;
  readonly none: string;
  /** Where no label stands around it. */
  readonly label?: string;
  readonly onChange: (year: number | undefined) => void;
}

/** Next year, this one, and the five before. */
export function YearChoice({ value, none, label, onChange }: YearChoiceProps) {
  const years = Array.from({ length: 7 }, (_one, index) => String(thisYear() + 1 - index));
  return (
    <Choice<string>
      {...(label === undefined ? {} : { label })}
      {...(value === undefined ? {} : { value: String(value) })}
      options={[{ value: '' as const, label: none }, ...years.map((year) => ({ value: year, label: year }))]}
      onChange={(year) => onChange(year === undefined ? undefined : Number(year))}
    />
  );
}
