import type {
  HolidayPolicy,
  SeriesSkipReason,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import type { MoveReason } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { daysAfter } from '@gongxiang/domain';
import { timesProblem } from '../../activities/activity/activity.model.js';
import { type CopiedTimes, daysOf, localOf, type Original, timesLater } from '../draft/copied-times.js';
import { type DayPair, hindranceOf, suitableDays } from '../draft/suitable-day.model.js';
import type { HolidayName } from '@gongxiang/domain/holidays';
import { type Recurrence, recurrenceOf } from './recurrence.js';
import type { SeriesRule } from './rule-text.js';

export interface SeriesWish {
  readonly rule: SeriesRule;
  /** Excluded days of the rule. */
  readonly except: readonly string[];
  readonly holidays: HolidayPolicy;
}

export interface PlannedOccurrence {
  /** The day of the rule, from which it may be moved. */
  readonly date: string;
  readonly times: CopiedTimes;
  /** It exists already. */
  readonly isPattern: boolean;
}

export interface SkippedDay {
  /** `YYYY-MM-DD`, or the `YYYY-MM` without such a day. */
  readonly date: string;
  readonly reason: SeriesSkipReason;
  readonly holiday: HolidayName | null;
}

export interface MovedDay {
  readonly date: string;
  readonly to: string;
  readonly reason: MoveReason;
  readonly holiday: HolidayName | null;
}

export interface SeriesPlan {
  /** The day of the pattern. */
  readonly startsOn: string;
  /** In order of start. */
  readonly occurrences: readonly PlannedOccurrence[];
  /** In calendar order. */
  readonly skipped: readonly SkippedDay[];
  readonly moved: readonly MovedDay[];
  /** The years with unknown holidays, if they matter. */
  readonly holidaysUnknown: readonly number[];
  readonly exceptUnmatched: readonly string[];
}

/** The plan of one day of the rule, before overlaps are resolved. */
interface Candidate {
  readonly occurrence: PlannedOccurrence;
  readonly move: MovedDay | null;
}

/**
 * Each day of the rule becomes an occurrence, or is skipped with a reason: none is lost (E43). The pattern is the
 * first occurrence if its own day fits the rule; it stays where it is, also on a holiday. Of two overlapping
 * occurrences the later one is skipped (E41), but one moved by a holiday always gives way.
 * @param pattern its time zone exists
 * @throws DomainError as {@link recurrenceOf}
 */
export function planSeries(pattern: Original, wish: SeriesWish, now: Date): SeriesPlan {
  const startsOn = dayIn(pattern.startsAt, pattern.timeZone);
  return planDays(recurrenceOf(wish.rule, startsOn, '/rule'), { pattern, wish, now, startsOn }, []);
}

/**
 * Plans each of these days.
 * @param taken times of existing occurrences of the series: they stay
 */
export function planDays({ dates, without }: Recurrence, frame: Frame, taken: readonly Period[]): SeriesPlan {
  const { wish, startsOn } = frame;
  const skipped: SkippedDay[] = without.map((month) => skip(month, 'NO_SUCH_DAY'));
  const years = new Set<number>();
  const candidates: Candidate[] = [];
  for (const date of dates) {
    const outcome = dayOf(date, frame);
    if (outcome.holidaysUnknown !== null) years.add(outcome.holidaysUnknown);
    if ('skipped' in outcome) skipped.push(outcome.skipped);
    else candidates.push(outcome.candidate);
  }
  const placed = place(candidates, taken);
  return {
    startsOn,
    occurrences: placed.kept.map(({ occurrence }) => occurrence),
    skipped: [...skipped, ...placed.overlapping].sort((left, right) => compare(left.date, right.date)),
    moved: placed.kept.flatMap(({ move }) => (move === null ? [] : [move])).sort(byDate),
    holidaysUnknown: [...years].sort((left, right) => left - right),
    exceptUnmatched: wish.except.filter((date) => !dates.includes(date)),
  };
}

type Period = Pick<CopiedTimes, 'startsAt' | 'endsAt'>;

interface Frame {
  /** The original of each occurrence. */
  readonly pattern: Original;
  readonly wish: SeriesWish;
  readonly now: Date;
  /** The day on which the rule begins. */
  readonly startsOn: string;
}

type DayOutcome = { readonly holidaysUnknown: number | null } & (
  { readonly skipped: SkippedDay } | { readonly candidate: Candidate }
);

function dayOf(date: string, { pattern, wish, now, startsOn }: Frame): DayOutcome {
  if (wish.except.includes(date)) return skipping(skip(date, 'EXCEPTED'));
  if (date === startsOn) return keeping({ date, times: pattern, isPattern: true });
  const planned = occurrenceOn(pattern, date, date);
  const { times } = planned;
  if (times.startsAt <= now) return skipping(skip(date, 'PAST'));
  if (timesProblem({ ...times, timeZone: pattern.timeZone }) !== null)
    return skipping(skip(date, 'NO_SUCH_TIME'));
  return wish.holidays === 'keep'
    ? keeping(planned)
    : pastHolidays(planned, { pattern, wish, now, startsOn });
}

function pastHolidays(planned: PlannedOccurrence, { pattern, wish, now }: Frame): DayOutcome {
  const { date } = planned;
  const days = daysOf({ ...planned.times, timeZone: pattern.timeZone });
  const pairs = days.map((wanted): DayPair => ({ original: null, wanted }));
  const { move, holidaysUnknown } = suitableDays(pairs, dayIn(now, pattern.timeZone));
  const hindrance = hindranceOf(pairs);
  if (hindrance === null) return keeping(planned, null, holidaysUnknown);
  if (wish.holidays === 'skip') return skipping({ ...skip(date, 'HOLIDAY'), holiday: hindrance.holiday });
  // The nearest suitable day is in an unknown year: as with a copy, it stays and the plan says so.
  if (move === null) return keeping(planned, null, holidaysUnknown);
  const to = daysAfter(date, move.days);
  const { reason, holiday } = move;
  return keeping(occurrenceOn(pattern, date, to), { date, to, reason, holiday });
}

function skip(date: string, reason: SeriesSkipReason): SkippedDay {
  return { date, reason, holiday: null };
}

function skipping(skipped: SkippedDay): DayOutcome {
  return { holidaysUnknown: null, skipped };
}

function keeping(
  occurrence: PlannedOccurrence,
  move: MovedDay | null = null,
  holidaysUnknown: number | null = null,
): DayOutcome {
  return { holidaysUnknown, candidate: { occurrence, move } };
}

/** The pattern's times, moved by as many calendar days as the day is (E36). */
function occurrenceOn(pattern: Original, date: string, day: string): PlannedOccurrence {
  const startsOn = localOf(pattern.startsAt, pattern.timeZone).toPlainDate();
  const distance = startsOn.until(day);
  return { date, times: timesLater(pattern, distance), isPattern: false };
}

function place(
  candidates: readonly Candidate[],
  taken: readonly Period[],
): {
  readonly kept: readonly Candidate[];
  readonly overlapping: readonly SkippedDay[];
} {
  const retained: Candidate[] = [];
  const overlapping: SkippedDay[] = [];
  const inOrder = [
    ...candidates.filter(({ move }) => move === null),
    ...candidates.filter(({ move }) => move !== null),
  ];
  for (const one of inOrder) {
    const others = [...taken, ...retained.map(({ occurrence }) => occurrence.times)];
    if (others.some((other) => overlap(one.occurrence.times, other))) {
      const holiday = one.move?.holiday ?? null;
      overlapping.push({ ...skip(one.occurrence.date, 'OVERLAPS_ITSELF'), holiday });
    } else retained.push(one);
  }
  const startOf = ({ occurrence }: Candidate): number => occurrence.times.startsAt.getTime();
  return { kept: retained.sort((left, right) => startOf(left) - startOf(right)), overlapping };
}

/** One that begins when another ends does not overlap it. */
function overlap(left: Period, right: Period): boolean {
  return left.startsAt < right.endsAt && right.startsAt < left.endsAt;
}

/** `YYYY-MM-DD` in the zone. */
function dayIn(instant: Date, timeZone: string): string {
  return localOf(instant, timeZone).toPlainDate().toString();
}

function byDate(left: { readonly date: string }, right: { readonly date: string }): number {
  return compare(left.date, right.date);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
