import { DomainError } from '@gongxiang/domain';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { Original } from '../draft/copied-times.js';
import { type Recurrence, recurrenceOf } from './recurrence.js';
import type { SeriesRule } from './rule-text.js';
import { planDays, type SeriesPlan } from './series-plan.js';
import type { SeriesRow } from './series.entity.js';

export interface LaterEnd {
  readonly count?: number | null;
  readonly until?: string | null;
  /** Days that are left out, beside those that are so already. */
  readonly except?: readonly string[] | null;
}

/** As far as an occurrence matters to those that are added. */
export type SeriesUntil = Original & Pick<ActivityRow, 'state' | 'seriesOwn'>;

export interface PlannedExtension<Occurrence extends SeriesUntil = ActivityRow> {
  /** What the occurrences that are added are copies of. */
  readonly pattern: Occurrence;
  readonly rule: SeriesRule;
  /** Of the added days alone. */
  readonly plan: SeriesPlan;
}

/**
 * The days by which a series goes on. Its rule, its exceptions and what it does on holidays stay; what is there stays
 * where it is, and where it would be overlapped the new one is skipped (E41).
 * @param occurrences all that were made, in the order of their numbers
 * @throws DomainError `SERIES_WITHOUT_END`, `SERIES_TWO_ENDS`, `SERIES_TOO_LONG`, `SERIES_NOT_LONGER`; `ACTIVITY_CANCELLED`
 *   where there is nothing left to go on with
 */
export function planExtension<Occurrence extends SeriesUntil>(
  series: Pick<SeriesRow, 'rule' | 'startsOn' | 'holidays' | 'skipped'>,
  occurrences: readonly Occurrence[],
  end: LaterEnd,
  now: Date,
): PlannedExtension<Occurrence> {
  const pointer = pointerTo(end);
  const rule = { ...series.rule, count: end.count ?? null, until: end.until ?? null };
  const { startsOn, holidays } = series;
  const pattern = patternOf(occurrences);
  const except = [...exceptedIn(series), ...(end.except ?? [])];
  const added = addedDays(
    recurrenceOf(series.rule, startsOn, pointer),
    recurrenceOf(rule, startsOn, pointer),
  );
  if (added.dates.length === 0) throw new DomainError('SERIES_NOT_LONGER', { pointer });
  const taken = occurrences.filter(({ state }) => state !== 'cancelled');
  const plan = planDays(added, { pattern, wish: { rule, except, holidays }, now, startsOn }, taken);
  // Those of before are days of the series, only not of what is added.
  const exceptUnmatched = (end.except ?? []).filter((date) => !added.dates.includes(date));
  return { pattern, rule, plan: { ...plan, exceptUnmatched } };
}

export function pointerTo({ count, until }: LaterEnd): string {
  const isByCount = count !== undefined && count !== null;
  const isByDay = until !== undefined && until !== null;
  if (isByCount && isByDay) throw new DomainError('SERIES_TWO_ENDS', { pointer: '/until' });
  if (!isByCount && !isByDay) throw new DomainError('SERIES_WITHOUT_END', { pointer: '/count' });
  return isByCount ? '/count' : '/until';
}

/** With a later end a rule names the same days as before, and then more. */
function addedDays(before: Recurrence, after: Recurrence): Recurrence {
  return {
    dates: after.dates.slice(before.dates.length),
    without: after.without.filter((month) => !before.without.includes(month)),
  };
}

/** What was changed for one alone is not taken over where another was not: the last that goes along with the series. */
function patternOf<Occurrence extends SeriesUntil>(occurrences: readonly Occurrence[]): Occurrence {
  const held = occurrences.filter(({ state }) => state !== 'cancelled');
  const pattern = held.findLast(({ seriesOwn }) => seriesOwn.length === 0) ?? held.at(-1);
  if (pattern === undefined) throw new DomainError('ACTIVITY_CANCELLED');
  return pattern;
}

function exceptedIn({ skipped }: Pick<SeriesRow, 'skipped'>): string[] {
  return skipped.filter(({ reason }) => reason === 'EXCEPTED').map(({ date }) => date);
}
