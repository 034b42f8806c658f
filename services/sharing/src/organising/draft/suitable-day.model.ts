import type { HolidayName, MoveReason } from '@gongxiang/contracts/sharing/organising/draft.contract';
import {
  dayAt,
  type DayKind,
  daysLater,
  isYearKnown,
  ordinaryDayAt,
  weekdayOf,
  yearOf,
} from '../../reference/holiday/holiday.model.js';

/** A day of the original, and the day that stands for it in the copy: `YYYY-MM-DD`. */
export interface DayPair {
  /** Null where what is asked for is a weekday, whatever day it was planned on first. */
  readonly original: string | null;
  readonly wanted: string;
}

export interface DayMove {
  /** How many days later; negative for earlier. */
  readonly days: number;
  readonly reason: MoveReason;
  /** The holiday that the wanted day is part of, or makes up for. */
  readonly holiday: HolidayName | null;
}

/** Where the year is unknown, nothing was looked at and nothing is moved. */
export interface DayAdvice {
  readonly move: DayMove | null;
  readonly holidaysUnknown: number | null;
}

/** A month either way: no holiday of China with the days that make up for it is longer. */
const daysAwayMax = 31;

/**
 * Moves the days of a copy to the nearest days that suit, all by the same distance; of two equally near, to the later.
 *
 * A day suits where it is of the kind that the original's day was: a workday (make-up days are such) for a workday, an
 * ordinary weekend for a weekend, any day off for a public holiday. Who asks for another weekday means what that weekday
 * ordinarily is, so that only public holidays and make-up days stand in his way. If no distance suits every day, the first day decides.
 *
 * @param pairs in order, at least one
 * @param after only days after this one are moved to; null for any
 */
export function suitableDays(pairs: readonly DayPair[], after: string | null): DayAdvice {
  const unknown = pairs.find(({ wanted }) => !isYearKnown(yearOf(wanted)));
  if (unknown !== undefined) return { move: null, holidaysUnknown: yearOf(unknown.wanted) };
  const unsuited = pairs.find((pair) => !suits(pair, 0));
  if (unsuited === undefined) return { move: null, holidaysUnknown: null };
  const first = pairs.slice(0, 1);
  const days = nearest(pairs, after) ?? nearest(first, after);
  // Only beyond the last year that is known can the nearest one lie then.
  if (days === null) return { move: null, holidaysUnknown: yearOf(unsuited.wanted) + 1 };
  return { move: days === 0 ? null : { days, ...reasonOf(unsuited.wanted) }, holidaysUnknown: null };
}

/**
 * What stands in the way of the days, whether or not there are better ones near.
 * @returns null where they suit, or nobody can say as their year is not known
 */
export function hindranceOf(pairs: readonly DayPair[]): Pick<DayMove, 'reason' | 'holiday'> | null {
  if (pairs.some(({ wanted }) => dayAt(wanted) === null)) return null;
  const unsuited = pairs.find((pair) => !suits(pair, 0));
  return unsuited === undefined ? null : reasonOf(unsuited.wanted);
}

function nearest(pairs: readonly DayPair[], after: string | null): number | null {
  const fits = (days: number): boolean =>
    pairs.every((pair) => suits(pair, days) && (after === null || daysLater(pair.wanted, days) > after));
  for (let away = 0; away <= daysAwayMax; away += 1) {
    if (fits(away)) return away;
    if (fits(-away)) return -away;
  }
  return null;
}

function suits({ original, wanted }: DayPair, days: number): boolean {
  const day = dayAt(daysLater(wanted, days));
  // A make-up day may be asked for, but nobody is sent to one.
  if (day === null || (day.kind === 'makeUpDay' && days !== 0)) return false;
  return kindsMeant(original, wanted).includes(day.kind);
}

const everyKind: readonly DayKind[] = ['workday', 'weekend', 'holiday', 'makeUpDay'];

/** Which kinds of day stand for the original's day, of which its weekday alone is known where its year is not. */
function kindsMeant(original: string | null, wanted: string): readonly DayKind[] {
  const before = original === null ? null : (dayAt(original) ?? ordinaryDayAt(original));
  const isSameWeekday = original !== null && weekdayOf(original) === weekdayOf(wanted);
  if (before?.kind === 'holiday') return isSameWeekday ? ['weekend', 'holiday'] : everyKind;
  const meant = before !== null && isSameWeekday ? before : ordinaryDayAt(wanted);
  return meant.kind === 'weekend' ? ['weekend'] : ['workday', 'makeUpDay'];
}

const reasons = {
  holiday: 'publicHoliday',
  makeUpDay: 'makeUpDay',
  weekend: 'dayOff',
  workday: 'workingDay',
} as const satisfies Readonly<Record<DayKind, MoveReason>>;

function reasonOf(date: string): Pick<DayMove, 'reason' | 'holiday'> {
  const { kind, holiday } = dayAt(date) ?? ordinaryDayAt(date);
  return { reason: reasons[kind], holiday };
}
