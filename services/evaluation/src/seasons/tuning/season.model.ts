import { dayMs, daysAfter, DomainError } from '@gongxiang/domain';

/** Days from one to another, both of them counted: YYYY-MM-DD. */
export interface Season {
  readonly from: string;
  readonly to: string;
}

const yearsMax = 10;

/** As many days, just before. */
export function seasonBefore({ from, to }: Season): Season {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  return { from: daysAfter(from, -days), to: daysAfter(from, -1) };
}

/** @throws DomainError `PERIOD_EMPTY`, `PERIOD_TOO_LONG` beyond ten years */
export function requireSeason({ from, to }: Season): void {
  if (from > to) throw new DomainError('PERIOD_EMPTY', { pointer: '/to' });
  const last = `${String(Number(from.slice(0, 4)) + yearsMax).padStart(4, '0')}${from.slice(4)}`;
  if (to >= last) throw new DomainError('PERIOD_TOO_LONG', { pointer: '/to', params: { years: yearsMax } });
}
