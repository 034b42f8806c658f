import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { ReservedPeriod } from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import { dayMs, DomainError, hourMs, overlaps, type Period } from '@gongxiang/domain';
import { weekdayOf } from '@gongxiang/domain/holidays';
import { civilDate, civilInstant, civilText, midnightAround } from '../resource/civil-time.model.js';
import { type OpeningHours, openMs } from '../resource/opening-hours.model.js';

export interface ReservedShare {
  /** Percentage of the open hours of each week or month, 1 to 100. */
  readonly percent: number;
  readonly per: ReservedPeriod;
  readonly releasedDaysBefore: number;
}

export interface FairUse {
  /** Over any period of so many days. */
  readonly periodDays: number;
  readonly loansMax: number | null;
  readonly hoursMax: number | null;
  readonly gapHours: number | null;
}

export interface LendingRule {
  readonly bookableDaysAhead: number | null;
  readonly noticeHours: number;
  readonly smallEarlierDays: number;
  readonly reserved: ReservedShare | null;
  readonly fairUse: FairUse | null;
}

export const noRule: LendingRule = {
  bookableDaysAhead: null,
  noticeHours: 0,
  smallEarlierDays: 0,
  reserved: null,
  fairUse: null,
};

/** Unions that come first at resources that say so, and that are exempt from fair use (E65). */
export function isSmall(sizeClass: SizeClassName | null): boolean {
  return sizeClass === 'small' || sizeClass === 'micro';
}

/** Whether small and micro unions have any priority. */
export function putsSmallFirst({ smallEarlierDays, reserved }: LendingRule): boolean {
  return smallEarlierDays > 0 || reserved !== null;
}

/** When a loan with this start may be requested; null: at any time. */
export function opensAt(rule: LendingRule, startsAt: Date, small: boolean): Date | null {
  if (rule.bookableDaysAhead === null) return null;
  const days = rule.bookableDaysAhead + (small ? rule.smallEarlierDays : 0);
  return midnightAround(startsAt, -days);
}

/** The time before which a loan must begin: the end of the last bookable day; null: no limit. */
export function bookableUntil(rule: LendingRule, now: Date, small: boolean): Date | null {
  if (rule.bookableDaysAhead === null) return null;
  return midnightAround(now, rule.bookableDaysAhead + (small ? rule.smallEarlierDays : 0) + 1);
}

export function bookableFrom(rule: LendingRule, now: Date): Date {
  return new Date(now.getTime() + rule.noticeHours * hourMs);
}

/** @throws DomainError `TOO_EARLY_FOR_YOU`, `TOO_SHORT_NOTICE` */
export function checkAhead(rule: LendingRule, startsAt: Date, small: boolean, now: Date): void {
  const opens = opensAt(rule, startsAt, small);
  if (opens !== null && now < opens) {
    throw new DomainError('TOO_EARLY_FOR_YOU', {
      pointer: '/startsAt',
      params: { opensAt: civilText(opens) },
    });
  }
  const earliest = bookableFrom(rule, now);
  if (startsAt >= earliest) return;
  throw new DomainError('TOO_SHORT_NOTICE', {
    pointer: '/startsAt',
    params: { hours: rule.noticeHours, earliest: civilText(earliest) },
  });
}

/** The weeks (from Monday) or months that a period touches, in order. */
export function stretchesOf(period: Period, per: ReservedPeriod): Period[] {
  const found: Period[] = [];
  for (let start = stretchStart(period.start, per); start < period.end;) {
    const end = stretchEnd(start, per);
    found.push({ start, end });
    start = end;
  }
  return found;
}

/**
 * Checks whether a union that is not small may have a period beside the reserved share. In each week or month that
 * the period touches, the open hours of such unions, with this period, must leave the share free. Released days no
 * longer belong to the share: a period that begins on one is not counted against it.
 * @param taken the existing periods of such unions
 * @throws DomainError `RESERVED_FOR_SMALL` with when the day is released
 */
export function checkReserved(
  share: ReservedShare,
  { period, taken, now }: { readonly period: Period; readonly taken: readonly Period[]; readonly now: Date },
  hours: OpeningHours,
): void {
  const releasedAt = midnightAround(period.start, -share.releasedDaysBefore);
  if (now >= releasedAt) return;
  const isOver = stretchesOf(period, share.per).some((stretch) => {
    const havingMs = [...taken, period]
      .filter((one) => overlaps(one, stretch))
      .reduce((total, one) => total + openMs(hours, within(one, stretch)), 0);
    return havingMs * 100 > openMs(hours, stretch) * (100 - share.percent);
  });
  if (!isOver) return;
  throw new DomainError('RESERVED_FOR_SMALL', {
    pointer: '/startsAt',
    params: { releasedAt: civilText(releasedAt) },
  });
}

/**
 * Checks fair use for a further loan of a union (E65): the limits of loans and hours within any so many days, and the
 * gap between two loans.
 * @param others its other loans of the resource
 * @throws DomainError `FAIR_USE` with the earliest start of a loan of that length; `FAIR_USE_LOAN_TOO_LONG`
 */
export function checkFairUse(rule: FairUse, period: Period, others: readonly Period[]): void {
  const lengthMs = period.end.getTime() - period.start.getTime();
  const { hoursMax } = rule;
  if (hoursMax !== null && lengthMs > hoursMax * hourMs) {
    throw new DomainError('FAIR_USE_LOAN_TOO_LONG', { pointer: '/endsAt', params: { hours: hoursMax } });
  }
  if (isFair(rule, period, others)) return;
  throw new DomainError('FAIR_USE', {
    pointer: '/startsAt',
    params: { nextPossibleAt: civilText(nextFair(rule, period, others)) },
  });
}

/** Every window of that many days that begins with a loan and contains the period must stay within the limits. */
function isFair(rule: FairUse, period: Period, others: readonly Period[]): boolean {
  if (others.some((other) => !isApart(period, other, rule.gapHours))) return false;
  const all = [...others, period];
  return all.every(({ start }) => {
    const end = new Date(start.getTime() + rule.periodDays * dayMs);
    if (period.start < start || period.start >= end) return true;
    const inside = all.filter((one) => one.start >= start && one.start < end);
    return isWithinBounds(rule, inside);
  });
}

function isWithinBounds({ loansMax, hoursMax }: FairUse, loans: readonly Period[]): boolean {
  if (loansMax !== null && loans.length > loansMax) return false;
  if (hoursMax === null) return true;
  const totalMs = loans.reduce((total, { start, end }) => total + end.getTime() - start.getTime(), 0);
  return totalMs <= hoursMax * hourMs;
}

function isApart(left: Period, right: Period, gapHours: number | null): boolean {
  const gapMs = (gapHours ?? 0) * hourMs;
  return (
    left.start.getTime() >= right.end.getTime() + gapMs || right.start.getTime() >= left.end.getTime() + gapMs
  );
}

/**
 * The first fair start: after a gap, or when one of the loans has left the window. After the last of them, any start
 * is fair.
 */
function nextFair(rule: FairUse, period: Period, others: readonly Period[]): Date {
  const lengthMs = period.end.getTime() - period.start.getTime();
  const starts = others
    .flatMap(({ start, end }) => [
      end.getTime() + (rule.gapHours ?? 0) * hourMs,
      start.getTime() + rule.periodDays * dayMs,
    ])
    .filter((start) => start > period.start.getTime())
    .sort((left, right) => left - right);
  const first = starts.find((start) =>
    isFair(rule, { start: new Date(start), end: new Date(start + lengthMs) }, others),
  );
  return new Date(first ?? period.start.getTime());
}

/**
 * Validates a rule.
 * @throws DomainError `EARLIER_NEEDS_HORIZON`, `FAIR_USE_EMPTY`
 */
export function checkRule({ bookableDaysAhead, smallEarlierDays, fairUse }: LendingRule): void {
  if (smallEarlierDays > 0 && bookableDaysAhead === null) {
    throw new DomainError('EARLIER_NEEDS_HORIZON', { pointer: '/smallEarlierDays' });
  }
  if (fairUse === null) return;
  const { loansMax, hoursMax, gapHours } = fairUse;
  if (loansMax === null && hoursMax === null && gapHours === null) {
    throw new DomainError('FAIR_USE_EMPTY', { pointer: '/fairUse' });
  }
}

function stretchStart(instant: Date, per: ReservedPeriod): Date {
  const date = civilDate(instant);
  if (per === 'month') return civilInstant(`${date.slice(0, 7)}-01`);
  return midnightAround(instant, -((weekdayOf(date) + 6) % 7));
}

function stretchEnd(start: Date, per: ReservedPeriod): Date {
  if (per === 'week') return midnightAround(start, 7);
  // No month has more than 31 days, and none fewer than 28: so many days on lies in the next one.
  return stretchStart(midnightAround(start, 31), 'month');
}

function within(one: Period, stretch: Period): Period {
  return {
    start: one.start > stretch.start ? one.start : stretch.start,
    end: one.end < stretch.end ? one.end : stretch.end,
  };
}
