import { DomainError, type Period } from '@gongxiang/domain';
import { monthsOf } from './china-time.model.js';
import type { Quota } from './terms.model.js';

/** A borrower's use of a right in one calendar month. */
export interface MonthUse {
  readonly month: Period;
  readonly minutes: number;
  /** Loans that begin in it. */
  readonly loans: number;
  /** The quantity of those loans, if counted. */
  readonly pieces: number;
}

/** A requested time and quantity. */
interface Wanted {
  readonly period: Period;
  readonly quantity: number;
}

/** A month in which a loan would exceed the quota. */
export interface Shortage {
  readonly unit: 'hours' | 'loans' | 'pieces';
  readonly of: number;
  /** Whole hours, rounded down, loans or pieces. */
  readonly left: number;
  readonly resetsAt: Date;
}

export function isLimited({ hoursPerMonth, loansPerMonth, piecesPerMonth }: Quota): boolean {
  return hoursPerMonth !== null || loansPerMonth !== null || piecesPerMonth !== null;
}

/**
 * The first month in which a loan of this period would exceed the quota, counting existing use: its own hours in each
 * month that it touches, itself and its pieces in the month in which it begins.
 * @param used for the months that the period touches; absent months are unused
 */
export function shortageOf(
  quota: Quota,
  { period, quantity }: Wanted,
  used: readonly MonthUse[],
): Shortage | null {
  if (!isLimited(quota)) return null;
  for (const month of monthsOf(period)) {
    const before = used.find((one) => one.month.start.getTime() === month.start.getTime());
    const begins = period.start >= month.start;
    const shortage =
      hoursShort(quota, { month, period }, before?.minutes ?? 0) ??
      (begins ? countShort(quota, { month, quantity }, before) : null);
    if (shortage !== null) return shortage;
  }
  return null;
}

/**
 * Of several rights, the first one with enough quota for a loan.
 * @param used of each limited right, by id; absent ones are unused
 * @returns null, with the shortage of the first right, if there is none
 */
export function firstLeft<Limited extends { readonly id: string; readonly quota: Quota }>(
  rights: readonly Limited[],
  wanted: Wanted,
  used: ReadonlyMap<string, readonly MonthUse[]>,
): { readonly right: Limited | null; readonly shortage: Shortage | null } {
  let shortage: Shortage | null = null;
  for (const right of rights) {
    const short = shortageOf(right.quota, wanted, used.get(right.id) ?? []);
    if (short === null) return { right, shortage };
    shortage ??= short;
  }
  return { right: null, shortage };
}

const refusals = {
  hours: ['QUOTA_USED', '/endsAt'],
  loans: ['QUOTA_LOANS_USED', '/startsAt'],
  pieces: ['QUOTA_PIECES_USED', '/quantity'],
} as const;

/** @returns `QUOTA_USED`, `QUOTA_LOANS_USED` or `QUOTA_PIECES_USED` */
export function quotaUsed({ unit, of, left, resetsAt }: Shortage): DomainError {
  const params = { of, left, resetsAt: resetsAt.toISOString() };
  const [code, pointer] = refusals[unit];
  return new DomainError(code, { pointer, params });
}

/** The rest of a month's quota, never below zero; null without a limit. */
export function leftOf(
  { hoursPerMonth, loansPerMonth, piecesPerMonth }: Quota,
  { minutes, loans, pieces }: Omit<MonthUse, 'month'>,
): { readonly hours: number | null; readonly loans: number | null; readonly pieces: number | null } {
  return {
    hours: hoursPerMonth === null ? null : Math.max(0, Math.floor(hoursPerMonth - minutes / 60)),
    loans: loansPerMonth === null ? null : Math.max(0, loansPerMonth - loans),
    pieces: piecesPerMonth === null ? null : Math.max(0, piecesPerMonth - pieces),
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

function countShort(
  { loansPerMonth, piecesPerMonth }: Quota,
  { month, quantity }: { readonly month: Period; readonly quantity: number },
  used: MonthUse | undefined,
): Shortage | null {
  const { loans = 0, pieces = 0 } = used ?? {};
  const resetsAt = month.end;
  if (loansPerMonth !== null && loans >= loansPerMonth)
    return { unit: 'loans', of: loansPerMonth, left: 0, resetsAt };
  if (piecesPerMonth === null || pieces + quantity <= piecesPerMonth) return null;
  return { unit: 'pieces', of: piecesPerMonth, left: Math.max(0, piecesPerMonth - pieces), resetsAt };
}
