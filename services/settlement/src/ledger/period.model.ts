import { daysAfter, DomainError } from '@gongxiang/domain';

export interface ClosedMonths {
  /** The month of the first entry, such as `2026-10`; null before the first posting. */
  readonly first: string | null;
  /** The last month that is closed or closing; null if there is none. */
  readonly lastClosed: string | null;
  /** Today in China, such as `2026-11-21`. */
  readonly today: string;
}

/** The month of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The first day of a month. */
export const firstDay = (month: string): string => `${month}-01`;

/** The last day of a month: the day before the first of the next month. */
export function lastDay(month: string): string {
  return daysAfter(firstDay(nextMonth(month)), -1);
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The months in an inclusive range, newest first; empty if the range is reversed. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.unshift(month);
  return months;
}

/**
 * Months are closed in order, each after its end.
 * @throws DomainError 409 `PERIOD_UNKNOWN`, `PERIOD_NOT_PAST`, `PERIOD_CLOSED`; `PERIOD_OUT_OF_ORDER` with the next
 *   month to close
 */
export function requireClosable(month: string, { first, lastClosed, today }: ClosedMonths): void {
  if (first === null || month < first) throw new DomainError('PERIOD_UNKNOWN');
  if (month >= monthOf(today)) throw new DomainError('PERIOD_NOT_PAST', { params: { month } });
  if (lastClosed !== null && month <= lastClosed) throw new DomainError('PERIOD_CLOSED');
  const next = lastClosed === null ? first : nextMonth(lastClosed);
  if (month !== next) throw new DomainError('PERIOD_OUT_OF_ORDER', { params: { month: next } });
}

/**
 * Months are reopened from the newest on, because the balances of later months build on earlier ones.
 * @throws DomainError 409 `PERIOD_NOT_CLOSED`; `PERIOD_OUT_OF_ORDER` with the month to reopen first
 */
export function requireReopenable(month: string, { lastClosed }: ClosedMonths): void {
  if (lastClosed === null || month > lastClosed) throw new DomainError('PERIOD_NOT_CLOSED');
  if (month !== lastClosed) throw new DomainError('PERIOD_OUT_OF_ORDER', { params: { month: lastClosed } });
}
