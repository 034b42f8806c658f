import type { components } from '../../../api/schema.js';
import { defaultTimeZone, type Locale } from '../../../i18n/format.js';

export type CalendarLine = components['schemas']['AssignmentCalendarLine'];

/** Today in China, as calendars have it: `2026-12-01`. */
export function todayIn(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: defaultTimeZone }).format(now);
}

/** The month of the address, else the present one: `2026-12`. */
export function monthOf(search: URLSearchParams, now: Date): string {
  const asked = search.get('month') ?? '';
  return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : todayIn(now).slice(0, 7);
}

/** The month that comes so many later. */
export function monthAfter(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** The weeks of a month from Monday to Sunday; null for days of other months. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const lead = (first.getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const days = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
  ];
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => days[week * 7 + day] ?? null),
  );
}

/** What is due on each day, in the order of the platform. */
export function linesByDay(lines: readonly CalendarLine[]): ReadonlyMap<string, readonly CalendarLine[]> {
  const byDay = new Map<string, CalendarLine[]>();
  for (const line of lines) byDay.set(line.dueOn, [...(byDay.get(line.dueOn) ?? []), line]);
  return byDay;
}

export function monthName(month: string, locale: Locale): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(date);
}

/** Where a line leads. */
export function addressOf({ role, id }: Pick<CalendarLine, 'role' | 'id'>): string {
  return role === 'owed' ? `/assignment-parts/${id}` : `/assignments/${id}`;
}
