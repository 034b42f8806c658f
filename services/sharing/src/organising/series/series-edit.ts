import type {
  SeriesChanges,
  SeriesField,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { Temporal } from 'temporal-polyfill';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { fieldsThatDiffer } from '../../activities/activity/activity.model.js';
import { localOf, timesLater } from '../draft/copied-times.js';

interface SeriesEdit {
  /** Only actual changes. */
  readonly changes: Partial<ActivityRow>;
  /** Requested fields that stay, as they were changed for this occurrence alone. */
  readonly kept: readonly SeriesField[];
}

/** The field of "this and following" that a column changed for one occurrence alone excludes. */
export function fieldOf(column: string): SeriesField[] {
  const field = fields.get(column);
  return field === undefined ? [] : [field];
}

const fields: ReadonlyMap<string, SeriesField> = new Map([
  ['title', 'title'],
  ['description', 'description'],
  ['venue', 'venue'],
  ['companionsMax', 'companionsMax'],
  ['startsAt', 'startTime'],
  ['endsAt', 'startTime'],
  ['timeZone', 'startTime'],
]);

/**
 * The effect of a change of this and the following occurrences on one of them. One that was edited singly keeps its
 * own changes; the first one takes everything, as the editor looks at it, and follows the series again in these
 * fields.
 */
export function seriesEdit(row: ActivityRow, asked: SeriesChanges, isFirst: boolean): SeriesEdit {
  const own = isFirst ? [] : row.seriesOwn.flatMap(fieldOf);
  const wanted: readonly (readonly [SeriesField, Partial<ActivityRow> | null])[] = [
    ['title', isGiven(asked.title) ? { title: asked.title } : null],
    ['description', asked.description === undefined ? null : { description: asked.description }],
    ['venue', asked.venue === undefined ? null : { venue: asked.venue }],
    ['companionsMax', isGiven(asked.companionsMax) ? { companionsMax: asked.companionsMax } : null],
    ['startTime', isGiven(asked.startTime) ? timesFrom(row, asked.startTime, isFirst) : null],
  ];
  const named = wanted.flatMap(([field, changes]) => (changes === null ? [] : [{ field, changes }]));
  const taken = named.filter(({ field }) => !own.includes(field));
  const differing = differingOf(
    row,
    Object.fromEntries(taken.flatMap(({ changes }) => Object.entries(changes))),
  );
  return {
    changes: isFirst
      ? {
          ...differing,
          ...sharedAgain(
            row,
            taken.map(({ field }) => field),
          ),
        }
      : differing,
    kept: named
      .filter(({ field, changes }) => own.includes(field) && fieldsThatDiffer(row, changes).length > 0)
      .map(({ field }) => field),
  };
}

/**
 * Begin, end and the close of sign-up move together in local time; the opening of sign-up was announced already.
 */
function timesFrom(row: ActivityRow, startTime: string, isFirst: boolean): Partial<ActivityRow> {
  const begins = localOf(row.startsAt, row.timeZone).toPlainTime();
  const distance = begins.until(Temporal.PlainTime.from(startTime));
  const { startsAt, endsAt, signUpClosesAt } = timesLater(row, distance);
  const isCloseOwn = !isFirst && row.seriesOwn.includes('signUpClosesAt');
  return { startsAt, endsAt, ...(isCloseOwn ? {} : { signUpClosesAt }) };
}

function differingOf(row: ActivityRow, changes: Partial<ActivityRow>): Partial<ActivityRow> {
  const differing = fieldsThatDiffer(row, changes);
  return Object.fromEntries(Object.entries(changes).filter(([column]) => differing.includes(column)));
}

function sharedAgain(row: ActivityRow, taken: readonly SeriesField[]): Partial<ActivityRow> {
  const seriesOwn = row.seriesOwn.filter((column) => !fieldOf(column).some((field) => taken.includes(field)));
  return seriesOwn.length === row.seriesOwn.length ? {} : { seriesOwn };
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
