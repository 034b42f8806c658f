import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { dayMs, DomainError, hourMs, newPeriod, overlaps, type Period } from '@gongxiang/domain';
import { isSmall } from '../lending-rule/lending-rule.model.js';
import { isTooFar, lastYear } from '../resource/civil-time.model.js';

const windowDaysMax = 62;
/** An offer blocks a time for all others, so the borrower has one day. */
const offerHours = 24;
/** The most times of one window tried per run. */
export const triesMax = 8;

const minuteMs = 60_000;
/** Loans start on the half hour, at the opening, and when the loan before ends. */
const stepMs = 30 * minuteMs;

interface Wanted {
  readonly windowFrom: Date;
  readonly windowTo: Date;
  readonly durationMinutes: number;
  readonly latestDecisionAt: Date;
}

/** @throws DomainError `PERIOD_EMPTY`, `WAIT_WINDOW_TOO_LONG`, `WAIT_WINDOW_TOO_SHORT`, `WAIT_DECISION_PAST`, `LOAN_TOO_FAR` */
export function checkWanted(
  { windowFrom, windowTo, durationMinutes, latestDecisionAt }: Wanted,
  now: Date,
): void {
  newPeriod(windowFrom, windowTo, '/windowTo');
  if (isTooFar(windowTo))
    throw new DomainError('LOAN_TOO_FAR', { pointer: '/windowTo', params: { lastYear } });
  const windowMs = windowTo.getTime() - windowFrom.getTime();
  if (windowMs > windowDaysMax * dayMs) {
    throw new DomainError('WAIT_WINDOW_TOO_LONG', { pointer: '/windowTo', params: { days: windowDaysMax } });
  }
  if (windowMs < durationMinutes * minuteMs) {
    throw new DomainError('WAIT_WINDOW_TOO_SHORT', { pointer: '/durationMinutes' });
  }
  // Negated so that an invalid date, which compares false with everything, is refused as well.
  if (!(now < latestDecisionAt && latestDecisionAt < windowTo)) {
    throw new DomainError('WAIT_DECISION_PAST', { pointer: '/latestDecisionAt' });
  }
}

/** The waitlist in service order: by time of joining, small and micro unions first if the resource says so. */
export function inLine<One extends { readonly id: string; readonly sizeClass: SizeClassName | null }>(
  waits: readonly One[],
  smallFirst: boolean,
): One[] {
  const rank = ({ sizeClass }: One): number => (smallFirst && !isSmall(sizeClass) ? 1 : 0);
  return [...waits].sort((left, right) => rank(left) - rank(right) || (left.id < right.id ? -1 : 1));
}

/**
 * The first free times of the wanted length within a window and the opening hours, earliest first. The calendar
 * itself decides about each: a buffer may block a time that looks free here.
 * @param open the opening periods, in order
 * @param busy the taken periods
 */
export function candidatesOf(
  wanted: Wanted,
  { open, busy }: { readonly open: readonly Period[]; readonly busy: readonly Period[] },
  now: Date,
): Period[] {
  const lengthMs = wanted.durationMinutes * minuteMs;
  const from = Math.max(wanted.windowFrom.getTime(), now.getTime());
  const last = wanted.windowTo.getTime() - lengthMs;
  const starts = new Set<number>();
  for (const { start, end } of open) {
    const first = Math.max(start.getTime(), from);
    starts.add(first);
    const untilMs = Math.min(end.getTime(), last + 1);
    for (let at = Math.ceil(first / stepMs) * stepMs; at < untilMs; at += stepMs) starts.add(at);
  }
  for (const { end } of busy) starts.add(end.getTime());
  return [...starts]
    .filter((start) => from <= start && start <= last)
    .sort((left, right) => left - right)
    .map((start): Period => ({ start: new Date(start), end: new Date(start + lengthMs) }))
    .filter((period) => !busy.some((taken) => overlaps(period, taken)));
}

/** Until when an offer stands: a day, but no longer than it is useful, nor beyond the offered time. */
export function offerExpiry(wait: Wanted, offered: Period, now: Date): Date {
  const ends = [
    now.getTime() + offerHours * hourMs,
    wait.latestDecisionAt.getTime(),
    offered.start.getTime(),
  ];
  return new Date(Math.min(...ends));
}

/** Whether nothing can come of it any more. */
export function isPast(wait: Wanted, now: Date): boolean {
  const lastStartMs = wait.windowTo.getTime() - wait.durationMinutes * minuteMs;
  return wait.latestDecisionAt <= now || lastStartMs <= now.getTime();
}
