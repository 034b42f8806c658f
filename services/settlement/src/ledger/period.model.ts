import { DomainError } from '@gongxiang/domain';

export interface ClosedMonths {
  /** The month of the first entry, as `2026-10`; null where nothing is posted yet. */
  readonly first: string | null;
  /** The last month that is closed or closing; null where none is. */
  readonly lastClosed: string | null;
  /** Today in China, `2026-11-21`. */
  readonly today: string;
}

/** The month of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** Its first day. */
export const firstDay = (month: string): string => `${month}-01`;

/** Its last day; the day before the first of the next month, whatever its length. */
export function lastDay(month: string): string {
  const next = new Date(`${firstDay(nextMonth(month))}T00:00:00Z`);
  return new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10);
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The months from one to another, both included, the newest first; none where they are the wrong way round. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.unshift(month);
  return months;
}

/**
 * Months are closed one after the other, each when it is over.
 * @throws DomainError 409 `PERIOD_UNKNOWN`, `PERIOD_NOT_PAST`, `PERIOD_CLOSED`; `PERIOD_OUT_OF_ORDER` with the month that is next
 */
export function requireClosable(month: string, { first, lastClosed, today }: ClosedMonths): void {
  if (first === null || month < first) throw new DomainError('PERIOD_UNKNOWN');
  if (month >= monthOf(today)) throw new DomainError('PERIOD_NOT_PAST', { params: { month } });
  if (lastClosed !== null && month <= lastClosed) throw new DomainError('PERIOD_CLOSED');
  const next = lastClosed === null ? first : nextMonth(lastClosed);
  if (month !== next) throw new DomainError('PERIOD_OUT_OF_ORDER', { params: { month: next } });
}

/**
 * The newest is opened first: the balances of those after it rest on its own.
 * @throws DomainError 409 `PERIOD_NOT_CLOSED`; `PERIOD_OUT_OF_ORDER` with the month that is to be opened before
 */
export function requireReopenable(month: string, { lastClosed }: ClosedMonths): void {
  if (lastClosed === null || month > lastClosed) throw new DomainError('PERIOD_NOT_CLOSED');
  if (month !== lastClosed) throw new DomainError('PERIOD_OUT_OF_ORDER', { params: { month: lastClosed } });
}
