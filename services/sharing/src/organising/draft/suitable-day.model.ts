import type { MoveReason } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { daysAfter } from '@gongxiang/domain';
import {
  dayAt,
  type DayKind,
  type HolidayName,
  isYearKnown,
  ordinaryDayAt,
  weekdayOf,
  yearOf,
} from '@gongxiang/domain/holidays';

/** A day of the original, and its counterpart in the copy: `YYYY-MM-DD`. */
export interface DayPair {
  /** Null if a weekday was requested, whatever the original day was. */
  readonly original: string | null;
  readonly wanted: string;
}

export interface DayMove {
  /** Number of days later; negative for earlier. */
  readonly days: number;
  readonly reason: MoveReason;
  /** The holiday that the requested day belongs to, or makes up for. */
  readonly holiday: HolidayName | null;
}

/** In an unknown year nothing is checked and nothing is moved. */
export interface DayAdvice {
  readonly move: DayMove | null;
  readonly holidaysUnknown: number | null;
}

/** A month either way: no Chinese holiday with its make-up days is longer. */
const daysAwayMax = 31;

/**
 * Moves the days of a copy to the nearest suitable days, all by the same distance; of two equally near, to the later.
 * A day suits if it is of the same kind as the original's: a workday (including make-up days) for a workday, an
 * ordinary weekend for a weekend, any day off for a public holiday. A requested weekday means its ordinary kind, so
 * that only public holidays and make-up days are unsuitable. If no distance suits every day, the first day decides.
 * @param pairs in order, at least one
 * @param after only days after this one are candidates; null for any
 */
export function suitableDays(pairs: readonly DayPair[], after: string | null): DayAdvice {
  const unknown = pairs.find(({ wanted }) => !isYearKnown(yearOf(wanted)));
  if (unknown !== undefined) return { move: null, holidaysUnknown: yearOf(unknown.wanted) };
  const unsuited = pairs.find((pair) => !suits(pair, 0));
  if (unsuited === undefined) return { move: null, holidaysUnknown: null };
  const first = pairs.slice(0, 1);
  const days = nearest(pairs, after) ?? nearest(first, after);
  // The nearest one can then only be beyond the last known year.
  if (days === null) return { move: null, holidaysUnknown: yearOf(unsuited.wanted) + 1 };
  return { move: days === 0 ? null : { days, ...reasonOf(unsuited.wanted) }, holidaysUnknown: null };
}

/**
 * Why the days do not suit, whether or not there are better ones near.
 * @returns null if they suit, or their year is unknown
 */
export function hindranceOf(pairs: readonly DayPair[]): Pick<DayMove, 'reason' | 'holiday'> | null {
  if (pairs.some(({ wanted }) => dayAt(wanted) === null)) return null;
  const unsuited = pairs.find((pair) => !suits(pair, 0));
  return unsuited === undefined ? null : reasonOf(unsuited.wanted);
}

function nearest(pairs: readonly DayPair[], after: string | null): number | null {
  const fits = (days: number): boolean =>
    pairs.every((pair) => suits(pair, days) && (after === null || daysAfter(pair.wanted, days) > after));
  for (let away = 0; away <= daysAwayMax; away += 1) {
    if (fits(away)) return away;
    if (fits(-away)) return -away;
  }
  return null;
}

function suits({ original, wanted }: DayPair, days: number): boolean {
  const day = dayAt(daysAfter(wanted, days));
  // A make-up day may be requested, but nothing is moved to one.
  if (day === null || (day.kind === 'makeUpDay' && days !== 0)) return false;
  return kindsMeant(original, wanted).includes(day.kind);
}

const everyKind: readonly DayKind[] = ['workday', 'weekend', 'holiday', 'makeUpDay'];

/** The kinds of day that match the original's day; in an unknown year only its weekday counts. */
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
