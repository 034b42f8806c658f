import type { Weekday } from '@gongxiang/contracts/sharing/lending/need.contract';
import { dayMs, DomainError, type Period } from '@gongxiang/domain';

/** A stretch of time of which so many minutes are needed, in one piece; for a fixed window that is all of it. */
export interface Span extends Period {
  readonly minutes: number;
}

/** A window as stored: times as text, as JSON has no dates. */
export interface StoredWindow {
  readonly from: string;
  readonly to: string;
}

/** Any day of a range, within some hours, for a duration. */
export interface StoredFlexible {
  readonly fromDay: string;
  readonly toDay: string;
  readonly weekdays: readonly Weekday[];
  readonly fromTime: string;
  readonly toTime: string;
  readonly minutes: number;
}

const flexibleDaysMax = 92;
const minuteMs = 60_000;
/** All of China has had one offset without summer time since 1991. */
const offset = '+08:00';
const weekdayNames: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** All suitable stretches, by start. */
export function spansOf(windows: readonly StoredWindow[], flexible: readonly StoredFlexible[]): Span[] {
  const fixed = windows.map(({ from, to }): Span => {
    const [start, end] = [new Date(from), new Date(to)];
    return { start, end, minutes: Math.floor((end.getTime() - start.getTime()) / minuteMs) };
  });
  const spans = [...fixed, ...flexible.flatMap(spansOfDays)];
  return spans.sort((left, right) => left.start.getTime() - right.start.getTime());
}

/**
 * Validates the days of a flexible window and their hours: an end not after the start is on the next day, so that
 * 19:00 to 01:00 is an evening and 00:00 to 00:00 a whole day.
 * @throws DomainError `FLEXIBLE_TOO_LONG`, `FLEXIBLE_DAYS_NONE`, `FLEXIBLE_HOURS_SHORT` at the pointer
 */
export function checkFlexible(flexible: StoredFlexible, pointer: string): void {
  const days = (Date.parse(flexible.toDay) - Date.parse(flexible.fromDay)) / dayMs + 1;
  if (days > flexibleDaysMax)
    throw new DomainError('FLEXIBLE_TOO_LONG', {
      pointer: `${pointer}/toDay`,
      params: { maxDays: flexibleDaysMax },
    });
  const [span] = days < 1 ? [] : spansOfDays(flexible);
  if (span === undefined) throw new DomainError('FLEXIBLE_DAYS_NONE', { pointer: `${pointer}/toDay` });
  if (span.end.getTime() - span.start.getTime() < flexible.minutes * minuteMs)
    throw new DomainError('FLEXIBLE_HOURS_SHORT', { pointer: `${pointer}/minutes` });
}

/** The first free time of the span's length; null if there is none. @param busy in any order */
export function firstFree(span: Span, busy: readonly Period[]): Period | null {
  const needed = span.minutes * minuteMs;
  let from = span.start.getTime();
  const taken = busy
    .filter(({ start, end }) => start < span.end && span.start < end)
    .sort((left, right) => left.start.getTime() - right.start.getTime());
  for (const { start, end } of taken) {
    if (start.getTime() - from >= needed) break;
    from = Math.max(from, end.getTime());
  }
  return from + needed > span.end.getTime() ? null : { start: new Date(from), end: new Date(from + needed) };
}

/** The first stretch that suits both, for as long as the shorter of the two; null if there is none. */
export function commonTime(left: readonly Span[], right: readonly Span[]): Period | null {
  for (const one of left) {
    for (const other of right) {
      const start = Math.max(one.start.getTime(), other.start.getTime());
      const end = Math.min(one.end.getTime(), other.end.getTime());
      const needed = Math.min(one.minutes, other.minutes) * minuteMs;
      if (end - start >= needed) return { start: new Date(start), end: new Date(start + needed) };
    }
  }
  return null;
}

/** From the first start to the last end. @param spans at least one */
export function hullOf(spans: readonly Period[]): Period {
  return {
    start: new Date(Math.min(...spans.map(({ start }) => start.getTime()))),
    end: new Date(Math.max(...spans.map(({ end }) => end.getTime()))),
  };
}

function spansOfDays({ fromDay, toDay, weekdays, fromTime, toTime, minutes }: StoredFlexible): Span[] {
  const spans: Span[] = [];
  const last = Math.min(Date.parse(toDay), Date.parse(fromDay) + (flexibleDaysMax - 1) * dayMs);
  // A calendar day as midnight UTC: only its date is used.
  for (let day = Date.parse(fromDay); day <= last; day += dayMs) {
    const name = weekdayNames[new Date(day).getUTCDay()] ?? 'sunday';
    if (weekdays.length > 0 && !weekdays.includes(name)) continue;
    const endDay = toTime > fromTime ? day : day + dayMs;
    spans.push({ start: instantAt(day, fromTime), end: instantAt(endDay, toTime), minutes });
  }
  return spans;
}

function instantAt(day: number, time: string): Date {
  return new Date(`${new Date(day).toISOString().slice(0, 10)}T${time}:00${offset}`);
}
