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
  /** Excluded days, in addition to the existing ones. */
  readonly except?: readonly string[] | null;
}

/** The fields of an occurrence that matter to an extension. */
export type SeriesUntil = Original & Pick<ActivityRow, 'state' | 'seriesOwn'>;

export interface PlannedExtension<Occurrence extends SeriesUntil = ActivityRow> {
  /** The occurrence that added ones are copied from. */
  readonly pattern: Occurrence;
  readonly rule: SeriesRule;
  /** Of the added days only. */
  readonly plan: SeriesPlan;
}

/**
 * The days by which a series is extended. Its rule, exceptions and holiday policy stay; existing occurrences stay,
 * and a new one that would overlap is skipped (E41).
 * @param occurrences all created ones, in number order
 * @throws DomainError `SERIES_WITHOUT_END`, `SERIES_TWO_ENDS`, `SERIES_TOO_LONG`, `SERIES_NOT_LONGER`;
 * `ACTIVITY_CANCELLED` if there is no occurrence left to extend from
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
  // Earlier days belong to the series, but not to the extension.
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

/** With a later end a rule names the same days as before, and more. */
function addedDays(before: Recurrence, after: Recurrence): Recurrence {
  return {
    dates: after.dates.slice(before.dates.length),
    without: after.without.filter((month) => !before.without.includes(month)),
  };
}

/**
 * The pattern is the last occurrence that follows the series: changes for a single occurrence are not copied if
 * another has none.
 */
function patternOf<Occurrence extends SeriesUntil>(occurrences: readonly Occurrence[]): Occurrence {
  const held = occurrences.filter(({ state }) => state !== 'cancelled');
  const pattern = held.findLast(({ seriesOwn }) => seriesOwn.length === 0) ?? held.at(-1);
  if (pattern === undefined) throw new DomainError('ACTIVITY_CANCELLED');
  return pattern;
}

function exceptedIn({ skipped }: Pick<SeriesRow, 'skipped'>): string[] {
  return skipped.filter(({ reason }) => reason === 'EXCEPTED').map(({ date }) => date);
}
