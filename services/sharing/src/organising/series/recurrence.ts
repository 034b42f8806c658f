import {
  occurrencesMax,
  seriesYearsMax,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { DomainError } from '@gongxiang/domain';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { type SeriesRule, tooLong } from './rule-text.js';

export interface Recurrence {
  /** The days of the rule, `YYYY-MM-DD`, in order. */
  readonly dates: readonly string[];
  /** The months, `YYYY-MM`, of the rule without such a day: no 31st, no fifth Sunday (E44). */
  readonly without: readonly string[];
}

/**
 * The days of a rule from a day on. Only days are expanded, which have no zone (E38, E39): the time on each of them
 * is the pattern's, in its own zone.
 * @param startsOn the day of the pattern, which is included if it fits the rule
 * @param pointer to the request field
 * @throws DomainError `SERIES_TOO_LONG`; `SERIES_EMPTY` if there is no such day
 */
export function recurrenceOf(rule: SeriesRule, startsOn: string, pointer: string): Recurrence {
  const start = Temporal.PlainDate.from(startsOn);
  const end = start.add({ years: seriesYearsMax });
  const until = rule.until === null ? null : Temporal.PlainDate.from(rule.until);
  if (until !== null && Temporal.PlainDate.compare(until, end) > 0) throw tooLong(pointer);
  const dates = datesUntil(rule, start, until ?? end);
  if (dates.length > occurrencesMax) throw tooLong(pointer);
  const last = dates.at(-1);
  if (last === undefined) throw new DomainError('SERIES_EMPTY', { pointer });
  if (rule.count !== null && dates.length < rule.count) throw tooLong(pointer);
  return { dates, without: monthsWithout(rule, start, until ?? Temporal.PlainDate.from(last)) };
}

/** The library always gets an end, so that it never expands more than a series may have. */
function datesUntil(rule: SeriesRule, start: Temporal.PlainDate, end: Temporal.PlainDate): string[] {
  const midnight = (date: Temporal.PlainDate): Temporal.ZonedDateTime => date.toZonedDateTime('UTC');
  const expanded = new RRuleTemporal<Temporal.ZonedDateTime>({
    temporal: Temporal,
    tzid: 'UTC',
    dtstart: midnight(start),
    until: midnight(end),
    freq: rule.frequency,
    interval: rule.interval,
    wkst: rule.weekStart,
    ...listed(
      'byDay',
      rule.weekdays.map(({ weekday, ordinal }) => `${ordinal ?? ''}${weekday}`),
    ),
    ...listed('byMonthDay', [...rule.monthDays]),
    ...listed('byMonth', [...rule.months]),
    ...listed('bySetPos', [...rule.positions]),
  });
  const datesMax = rule.count ?? occurrencesMax + 1;
  const dates: string[] = [];
  expanded.all((date) => {
    dates.push(date.toPlainDate().toString());
    return dates.length < datesMax;
  });
  return dates.slice(0, datesMax);
}

function listed<Key extends string, Value>(key: Key, values: Value[]): { [Name in Key]?: Value[] } {
  return values.length === 0 ? {} : ({ [key]: values } as { [Name in Key]: Value[] });
}

function monthsWithout(rule: SeriesRule, start: Temporal.PlainDate, last: Temporal.PlainDate): string[] {
  if (rule.frequency !== 'MONTHLY' && rule.frequency !== 'YEARLY') return [];
  const step = rule.frequency === 'MONTHLY' ? rule.interval : 1;
  const found: string[] = [];
  const lastMonth = last.toPlainYearMonth();
  for (
    let month = start.toPlainYearMonth();
    Temporal.PlainYearMonth.compare(month, lastMonth) <= 0;
    month = month.add({ months: step })
  ) {
    if (isOfRule(rule, month, start) && lacksDay(rule, month, start.day)) found.push(month.toString());
  }
  return found;
}

/** Whether the rule applies to this month. A yearly rule without months means the month of its start. */
function isOfRule(
  { frequency, interval, months }: SeriesRule,
  month: Temporal.PlainYearMonth,
  start: Temporal.PlainDate,
): boolean {
  if (frequency === 'MONTHLY') return months.length === 0 || months.includes(month.month);
  const isYear = (month.year - start.year) % interval === 0;
  return isYear && (months.length === 0 ? month.month === start.month : months.includes(month.month));
}

/** Whether the month lacks one of the rule's days, as it is too short or has too few of a weekday. */
function lacksDay(rule: SeriesRule, month: Temporal.PlainYearMonth, startDay: number): boolean {
  const { daysInMonth } = month;
  const { weekdays, monthDays, positions } = rule;
  if (weekdays.length === 0) {
    const days = monthDays.length === 0 ? [startDay] : monthDays;
    return days.some((day) => Math.abs(day) > daysInMonth);
  }
  if (positions.length > 0) {
    const weekdaysInMonth = sum(weekdays.map(({ weekday }) => countIn(month, weekday)));
    return positions.some((position) => Math.abs(position) > weekdaysInMonth);
  }
  return weekdays.some(
    ({ weekday, ordinal }) => ordinal !== null && Math.abs(ordinal) > countIn(month, weekday),
  );
}

const isoWeekdays = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 } as const;

/** The number of a weekday in the month: four, or five if one of them falls on its first days. */
function countIn(month: Temporal.PlainYearMonth, weekday: keyof typeof isoWeekdays): number {
  const first = month.toPlainDate({ day: 1 });
  const daysBefore = (isoWeekdays[weekday] - first.dayOfWeek + 7) % 7;
  return Math.floor((month.daysInMonth - daysBefore - 1) / 7) + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
