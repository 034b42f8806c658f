import { DomainError, type Period } from '@gongxiang/domain';
import { monthsOf } from './china-time.model.js';
import type { Quota } from './terms.model.js';

/** What a borrower has taken of a right in one calendar month. */
export interface MonthUse {
  readonly month: Period;
  readonly minutes: number;
  /** Loans that begin in it. */
  readonly loans: number;
}

/** A month in which a loan would take more than there is. */
export interface Shortage {
  readonly unit: 'hours' | 'loans';
  readonly of: number;
  /** Whole hours, rounded down, or loans. */
  readonly left: number;
  readonly resetsAt: Date;
}

export function isLimited({ hoursPerMonth, loansPerMonth }: Quota): boolean {
  return hoursPerMonth !== null || loansPerMonth !== null;
}

/**
 * The first month in which a loan of this period would go beyond the quota, counting what is taken already: its own hours
 * in each month that it touches, itself in the month in which it begins.
 * @param used of the months that the period touches; one that is absent is unused
 */
export function shortageOf(quota: Quota, period: Period, used: readonly MonthUse[]): Shortage | null {
  for (const month of monthsOf(period)) {
    const before = used.find((one) => one.month.start.getTime() === month.start.getTime());
    const begins = period.start >= month.start;
    const shortage =
      hoursShort(quota, { month, period }, before?.minutes ?? 0) ??
      (begins ? loansShort(quota, month, before?.loans ?? 0) : null);
    if (shortage !== null) return shortage;
  }
  return null;
}

/**
 * Of several rights, in their order, the first of which enough is left for a loan.
 * @param used of each that is limited, by its id; one that is absent is unused
 * @returns null, and what the first of them lacks, where there is none
 */
export function firstLeft<Limited extends { readonly id: string; readonly quota: Quota }>(
  rights: readonly Limited[],
  period: Period,
  used: ReadonlyMap<string, readonly MonthUse[]>,
): { readonly right: Limited | null; readonly shortage: Shortage | null } {
  let shortage: Shortage | null = null;
  for (const right of rights) {
    const short = shortageOf(right.quota, period, used.get(right.id) ?? []);
    if (short === null) return { right, shortage };
    shortage ??= short;
  }
  return { right: null, shortage };
}

/** @throws DomainError `QUOTA_USED`, `QUOTA_LOANS_USED` */
export function quotaUsed({ unit, of, left, resetsAt }: Shortage): DomainError {
  const params = { of, left, resetsAt: resetsAt.toISOString() };
  return unit === 'hours'
    ? new DomainError('QUOTA_USED', { pointer: '/endsAt', params })
    : new DomainError('QUOTA_LOANS_USED', { pointer: '/startsAt', params });
}

/** What is left of a month, never below nothing; null where there is no bound. */
export function leftOf(
  { hoursPerMonth, loansPerMonth }: Quota,
  { minutes, loans }: Pick<MonthUse, 'minutes' | 'loans'>,
): { readonly hours: number | null; readonly loans: number | null } {
  return {
    hours: hoursPerMonth === null ? null : Math.max(0, Math.floor(hoursPerMonth - minutes / 60)),
    loans: loansPerMonth === null ? null : Math.max(0, loansPerMonth - loans),
  };
}

function hoursShort(
  { hoursPerMonth }: Quota,
  { month, period }: { readonly month: Period; readonly period: Period },
  usedMinutes: number,
): Shortage | null {
  if (hoursPerMonth === null) return null;
  const start = Math.max(period.start.getTime(), month.start.getTime());
  const end = Math.min(period.end.getTime(), month.end.getTime());
  const asked = (end - start) / 60_000;
  if (usedMinutes + asked <= hoursPerMonth * 60) return null;
  const left = Math.max(0, Math.floor(hoursPerMonth - usedMinutes / 60));
  return { unit: 'hours', of: hoursPerMonth, left, resetsAt: month.end };
}

function loansShort({ loansPerMonth }: Quota, month: Period, used: number): Shortage | null {
  if (loansPerMonth === null || used < loansPerMonth) return null;
  return { unit: 'loans', of: loansPerMonth, left: Math.max(0, loansPerMonth - used), resetsAt: month.end };
}
