import type {
  HolidayHours,
  MakeUpDayHours,
} from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import type { RuleWeekday } from '@gongxiang/contracts/sharing/lending/series-fields';
import { dayMs, daysAfter, DomainError, overlaps, type Period } from '@gongxiang/domain';
import { dayAt, type DayKind, ordinaryDayAt, weekdayOf } from '@gongxiang/domain/holidays';
import { civilDate, civilText, isTooFar, midnightMs, sinceMidnightMs } from './civil-time.model.js';

/** From a time of day, `HH:MM`, to another; `24:00` is the end of the day. */
export interface OpenSpan {
  readonly from: string;
  readonly to: string;
}

export interface WeekdaySpan extends OpenSpan {
  readonly weekday: RuleWeekday;
}

export interface HoursException {
  readonly date: string;
  /** Empty: closed all day. */
  readonly spans: readonly OpenSpan[];
  readonly note: string | null;
}

export interface OpeningHours {
  /** Null: open around the clock. */
  readonly weekly: readonly WeekdaySpan[] | null;
  readonly exceptions: readonly HoursException[];
  readonly holidays: HolidayHours;
  readonly makeUpDays: MakeUpDayHours;
  /** Only the start and the end of a loan must lie within the hours. */
  readonly overnight: boolean;
}

export const alwaysOpen: OpeningHours = {
  weekly: null,
  exceptions: [],
  holidays: 'asUsual',
  makeUpDays: 'asUsual',
  overnight: false,
};

/** Days ahead searched for another time. */
const daysLookedAhead = 92;

const weekdays: readonly RuleWeekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const workdays: readonly RuleWeekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];
const allDay: readonly OpenSpan[] = [{ from: '00:00', to: '24:00' }];

/** A day, with what decides its opening. */
interface CalendarDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly weekday: RuleWeekday | undefined;
  /** Since the epoch. */
  readonly midnightMs: number;
}

export function calendarDay(date: string): CalendarDay {
  // In a year whose holidays are unknown, each day follows its weekday.
  const { kind } = dayAt(date) ?? ordinaryDayAt(date);
  return { date, kind, weekday: weekdays[weekdayOf(date)], midnightMs: midnightMs(date) };
}

/** The open spans of a day: an exception outranks a holiday, a holiday the weekday. */
export function spansOn(hours: OpeningHours, { date, kind, weekday }: CalendarDay): readonly OpenSpan[] {
  const exception = hours.exceptions.find((one) => one.date === date);
  if (exception !== undefined) return exception.spans;
  if (kind === 'holiday' && hours.holidays === 'closed') return [];
  if (hours.weekly === null) return allDay;
  if (kind === 'makeUpDay' && hours.makeUpDays === 'asWorkday') return workdaySpans(hours.weekly);
  return spansOf(hours.weekly, weekday);
}

/** The open periods of the days that a period touches, merged where they meet, also at midnight; in order. */
export function openPeriods(hours: OpeningHours, period: Period): Period[] {
  const open: { start: Date; end: Date }[] = [];
  for (const day of daysAround(period)) {
    for (const span of inOrder(spansOn(hours, day))) {
      const start = new Date(day.midnightMs + sinceMidnightMs(span.from));
      const end = new Date(day.midnightMs + sinceMidnightMs(span.to));
      const before = open.at(-1);
      if (before?.end.getTime() === start.getTime()) before.end = end;
      else open.push({ start, end });
    }
  }
  return open.filter((one) => overlaps(one, period));
}

/** The open times within a period, as a PostgreSQL multirange. */
export function openTimes(hours: OpeningHours, period: Period): string {
  const ranges = openPeriods(hours, period).map(({ start, end }) => {
    const from = start < period.start ? period.start : start;
    const until = end > period.end ? period.end : end;
    return `[${from.toISOString()},${until.toISOString()})`;
  });
  return `{${ranges.join(',')}}`;
}

/** The closed periods within a window, in order. */
export function closedPeriods(hours: OpeningHours, window: Period): Period[] {
  // Hours are unknown so far ahead.
  if (isAlwaysOpen(hours) || isTooFar(window.end)) return [];
  const closed: Period[] = [];
  let from = window.start;
  for (const { start, end } of openPeriods(hours, window)) {
    if (from < start) closed.push({ start: from, end: start });
    from = end;
  }
  return from < window.end ? [...closed, { start: from, end: window.end }] : closed;
}

/**
 * Whether a loan may have this period. All of it must lie within the hours; with overnight loans, its start and end.
 */
export function isOpen(hours: OpeningHours, period: Period): boolean {
  return isAlwaysOpen(hours) || fits(hours, openPeriods(hours, period), period);
}

/** The open time of a period, in milliseconds. */
export function openMs(hours: OpeningHours, period: Period): number {
  if (isAlwaysOpen(hours)) return period.end.getTime() - period.start.getTime();
  return openPeriods(hours, period).reduce((total, { start, end }) => {
    const from = Math.max(start.getTime(), period.start.getTime());
    return total + Math.min(end.getTime(), period.end.getTime()) - from;
  }, 0);
}

/**
 * Refuses a loan outside the hours; see {@link isOpen}.
 * @throws DomainError `OUTSIDE_OPENING_HOURS` at the end that lies outside, with the next time of the same length;  
 * `OPENING_HOURS_TOO_SHORT` if there is none
 */
export function checkOpen(hours: OpeningHours, period: Period): void {
  if (isOpen(hours, period)) return;
  const open = openPeriods(hours, period);
  const isStartOpen = open.some(({ start, end }) => start <= period.start && period.start < end);
  const pointer = isStartOpen ? '/endsAt' : '/startsAt';
  const next = nextTime(hours, period);
  if (next === null) {
    throw new DomainError('OPENING_HOURS_TOO_SHORT', { pointer, params: { days: daysLookedAhead } });
  }
  throw new DomainError('OUTSIDE_OPENING_HOURS', {
    pointer,
    params: { next: `${civilText(next.start)} – ${civilText(next.end)}` },
  });
}

/** The next period of the same length, from the same time on; null if there is none within three months. */
export function nextTime(hours: OpeningHours, period: Period): Period | null {
  const lengthMs = period.end.getTime() - period.start.getTime();
  const horizon = new Date(period.start.getTime() + daysLookedAhead * dayMs);
  const ahead = { start: period.start, end: new Date(horizon.getTime() + lengthMs) };
  const open = openPeriods(hours, ahead);
  const starts = open.flatMap(({ start, end }) => [
    Math.max(start.getTime(), period.start.getTime()),
    // A return at closing time needs a start so much earlier.
    ...(hours.overnight ? [end.getTime() - lengthMs] : []),
  ]);
  const candidates = starts
    .filter((start) => start >= period.start.getTime() && start < horizon.getTime())
    .sort((left, right) => left - right)
    .map((start): Period => ({ start: new Date(start), end: new Date(start + lengthMs) }));
  return candidates.find((candidate) => fits(hours, open, candidate)) ?? null;
}

/**
 * Each span ends after it begins, no two of one day overlap, no date is named twice.
 * @throws DomainError `OPENING_SPAN_EMPTY`, `OPENING_SPANS_OVERLAP`, `OPENING_DATE_TWICE`, at the first problem
 */
export function checkHours({ weekly, exceptions }: Pick<OpeningHours, 'weekly' | 'exceptions'>): void {
  (weekly ?? []).forEach((span, index, all) => {
    const others = all.slice(0, index).filter(({ weekday }) => weekday === span.weekday);
    checkSpan(span, others, `/weekly/${index}`);
  });
  const dates = new Set<string>();
  exceptions.forEach(({ date, spans }, place) => {
    const pointer = `/exceptions/${place}`;
    if (dates.has(date)) {
      throw new DomainError('OPENING_DATE_TWICE', { pointer: `${pointer}/date`, params: { date } });
    }
    dates.add(date);
    spans.forEach((span, index) => checkSpan(span, spans.slice(0, index), `${pointer}/spans/${index}`));
  });
}

const knownDays = new WeakMap<Period, readonly CalendarDay[]>();

/**
 * The days of a period, with one before and one after: spans that meet at midnight are merged. Cached, as a search
 * checks many resources for one period.
 */
function daysAround(period: Period): readonly CalendarDay[] {
  const known = knownDays.get(period);
  if (known !== undefined) return known;
  const days: CalendarDay[] = [];
  const last = daysAfter(civilDate(period.end), 1);
  for (let date = daysAfter(civilDate(period.start), -1); date <= last; date = daysAfter(date, 1)) {
    days.push(calendarDay(date));
  }
  knownDays.set(period, days);
  return days;
}

function checkSpan({ from, to }: OpenSpan, others: readonly OpenSpan[], pointer: string): void {
  if (from >= to) throw new DomainError('OPENING_SPAN_EMPTY', { pointer: `${pointer}/to` });
  if (others.some((other) => from < other.to && other.from < to)) {
    throw new DomainError('OPENING_SPANS_OVERLAP', { pointer: `${pointer}/from` });
  }
}

function fits(hours: OpeningHours, open: readonly Period[], { start, end }: Period): boolean {
  if (!hours.overnight) return open.some((one) => one.start <= start && end <= one.end);
  return (
    open.some((one) => one.start <= start && start < one.end) &&
    open.some((one) => one.start < end && end <= one.end)
  );
}

function isAlwaysOpen({ weekly, exceptions, holidays }: OpeningHours): boolean {
  return weekly === null && exceptions.length === 0 && holidays === 'asUsual';
}

function workdaySpans(weekly: readonly WeekdaySpan[]): readonly OpenSpan[] {
  const first = workdays.find((weekday) => weekly.some((span) => span.weekday === weekday));
  return spansOf(weekly, first);
}

function spansOf(weekly: readonly WeekdaySpan[], weekday: RuleWeekday | undefined): OpenSpan[] {
  return weekly.filter((span) => span.weekday === weekday);
}

function inOrder(spans: readonly OpenSpan[]): OpenSpan[] {
  return [...spans].sort((left, right) => (left.from < right.from ? -1 : 1));
}
