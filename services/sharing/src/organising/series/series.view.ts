import {
  type ActivitySeriesView,
  type CreatedSeriesView,
  type SeriesActedView,
  type SeriesDayView,
  type SeriesField,
  seriesFields,
  type SeriesLineView,
  type SeriesMadeView,
  type SeriesOccurrenceView,
  type SeriesPreviewView,
  type SeriesRuleView,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { SeriesRule } from './rule-text.js';
import { fieldOf } from './series-edit.js';
import type { SeriesRow } from './series.entity.js';
import type { PlannedOccurrence, SeriesPlan } from './series-plan.js';
import type { SeatSums, SeriesSums } from './series.repository.js';

export function ruleViewOf(rule: SeriesRule): SeriesRuleView {
  const { weekdays, monthDays, months, positions, ...single } = rule;
  return {
    ...single,
    weekdays: weekdays.map((one) => ({ ...one })),
    monthDays: [...monthDays],
    months: [...months],
    positions: [...positions],
  };
}

export function previewOf(rule: SeriesRule, timeZone: string, plan: SeriesPlan): SeriesPreviewView {
  return { rule: ruleViewOf(rule), timeZone, created: plan.occurrences.map(plannedDayOf), ...notesOf(plan) };
}

/** Built from the saved rows, not from the plan: the answer shows what exists (E42). */
export function createdOf(
  series: SeriesRow,
  rows: readonly ActivityRow[],
  patternId: string,
  plan: SeriesPlan,
): CreatedSeriesView {
  const created = rows.map((row): SeriesMadeView => {
    const { date, number } = placeOf(row);
    return { activityId: row.id, number, date, ...periodOf(row), isPattern: row.id === patternId };
  });
  return { id: series.id, version: series.version, created, ...notesOf(plan) };
}

export function seriesViewOf(
  row: SeriesRow,
  occurrences: readonly ActivityRow[],
  seats: ReadonlyMap<string, SeatSums>,
): ActivitySeriesView {
  const { id, version, title, unionId, ruleText, timeZone, size, holidays } = row;
  return {
    id,
    version,
    title,
    organiser: organiserOf(row),
    unionId,
    ruleText,
    rule: ruleViewOf(row.rule),
    timeZone,
    size,
    holidays,
    occurrences: occurrences.map((one) => occurrenceOf(one, seats.get(one.id))),
    skipped: [...row.skipped],
    moved: [...row.moved],
    holidaysUnknown: [...row.holidaysUnknown],
    createdAt: row.createdAt.toISOString(),
  };
}

export function lineOf(row: SeriesRow, sums: SeriesSums | undefined): SeriesLineView {
  const { id, title, timeZone, size } = row;
  return {
    id,
    title,
    organiser: organiserOf(row),
    rule: ruleViewOf(row.rule),
    timeZone,
    size,
    drafts: sums?.drafts ?? 0,
    nextStartsAt: sums?.nextStartsAt?.toISOString() ?? null,
  };
}

export function actedOf(row: ActivityRow): SeriesActedView {
  return { activityId: row.id, number: placeOf(row).number, startsAt: row.startsAt.toISOString() };
}

function occurrenceOf(row: ActivityRow, sums: SeatSums | undefined): SeriesOccurrenceView {
  const { id: activityId, title, state } = row;
  const { date, number } = placeOf(row);
  const own = new Set(row.seriesOwn.flatMap((column): SeriesField[] => fieldOf(column)));
  return {
    activityId,
    number,
    date,
    title,
    ...periodOf(row),
    state,
    seats: sums?.seats ?? 0,
    confirmed: sums?.confirmed ?? 0,
    ownFields: seriesFields.filter((field) => own.has(field)),
  };
}

function plannedDayOf({ date, times, isPattern }: PlannedOccurrence): SeriesDayView {
  return { date, ...periodOf(times), isPattern };
}

function periodOf({ startsAt, endsAt }: Pick<ActivityRow, 'startsAt' | 'endsAt'>): {
  startsAt: string;
  endsAt: string;
} {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** The database stores both for each occurrence. */
function placeOf({ seriesDate, seriesNumber }: ActivityRow): { date: string; number: number } {
  return { date: seriesDate ?? '', number: seriesNumber ?? 0 };
}

function notesOf({
  skipped,
  moved,
  holidaysUnknown,
  exceptUnmatched,
}: SeriesPlan): Pick<SeriesPreviewView, 'skipped' | 'moved' | 'holidaysUnknown' | 'exceptUnmatched'> {
  return {
    skipped: [...skipped],
    moved: [...moved],
    holidaysUnknown: [...holidaysUnknown],
    exceptUnmatched: [...exceptUnmatched],
  };
}

function organiserOf(row: SeriesRow): SeriesLineView['organiser'] {
  return { kind: row.organiserKind, id: row.organiserId, name: row.organiserName };
}
