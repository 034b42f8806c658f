import { addMonths } from '../../../i18n/months.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';

/** A time [start, end), in milliseconds since 1970. */
export { addMonths };

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const views = ['week', 'month'] as const;
export type View = (typeof views)[number];

/** The state of a day or an hour in the calendar; never who has taken it. */
type SpanState = 'free' | 'partly' | 'taken' | 'closed' | 'past' | 'unknown';

/** The hours that the week shows; the fields of the form know all of them. */
export const hoursShown = { first: 6, last: 24 };

export const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A day that is free is offered from nine to five. */
const officeHours = { from: 9, to: 17 };

export function viewOf(text: string | null): View {
  return views.find((view) => view === text) ?? 'week';
}

/** The calendar day of the address, or else that of now, such as `2026-11-20`. */
export function dayOf(text: string | null, now: number): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  return isDay && text !== null ? text : dayAt(now);
}

export function dayAt(at: number): string {
  return localTimeOf(new Date(at).toISOString()).slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The day by which the calendar moves on or back. */
export function moved(view: View, day: string, step: 1 | -1): string {
  return view === 'week' ? addDays(day, 7 * step) : addMonths(day, step);
}

/** The days of the week, from Monday, or whole weeks that hold the month. */
export function daysOf(view: View, day: string): string[] {
  const monthStart = `${day.slice(0, 7)}-01`;
  const first = mondayOf(view === 'week' ? day : monthStart);
  const last = view === 'week' ? day : addDays(addMonths(monthStart, 1), -1);
  const end = addDays(mondayOf(last), 7);
  const count = (Date.parse(end) - Date.parse(first)) / dayMs;
  return Array.from({ length: count }, (_unused, place) => addDays(first, place));
}

function mondayOf(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

/** From midnight to midnight in the zone of the network. */
export function spanOfDay(day: string): Span {
  const start = Date.parse(instantOf(`${day}T00:00`));
  return { start, end: Date.parse(instantOf(`${addDays(day, 1)}T00:00`)) };
}

export function spanOfDays(days: readonly string[]): Span {
  const [first = '1970-01-01'] = days;
  return { start: spanOfDay(first).start, end: spanOfDay(days.at(-1) ?? first).end };
}

/** The hour of a day that begins at midnight. */
export function spanOfHour(midnight: number, hour: number): Span {
  return { start: midnight + hour * hourMs, end: midnight + (hour + 1) * hourMs };
}

export function spansOf(busy: readonly { readonly from: string; readonly to: string }[]): Span[] {
  return busy.map(({ from, to }) => ({ start: Date.parse(from), end: Date.parse(to) }));
}

interface Told {
  readonly from: string;
  readonly to: string;
}

interface Availability {
  readonly busy: readonly Told[];
  readonly closed: readonly Told[];
  readonly overnight: boolean;
}

/**
 * When no loan can be had: taken, or closed; in order, none touching the next. What may be kept overnight may be had while
 * it is closed, as long as it is fetched and brought back within the hours, which the platform checks.
 */
export function unavailableOf({ busy, closed, overnight }: Availability): Span[] {
  const spans = spansOf(overnight ? busy : [...busy, ...closed]).sort(
    (left, right) => left.start - right.start,
  );
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before === undefined || before.end < span.start) joined.push(span);
    else joined[joined.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
  }
  return joined;
}

/** The parts of a span that nobody has taken, in order. `busy` is in order, none touching the next. */
export function freeWithin(span: Span, busy: readonly Span[]): Span[] {
  const free: Span[] = [];
  let start = span.start;
  for (const taken of busy) {
    if (taken.end <= start) continue;
    if (taken.start >= span.end) break;
    if (taken.start > start) free.push({ start, end: taken.start });
    start = taken.end;
  }
  if (start < span.end) free.push({ start, end: span.end });
  return free;
}

/** The free parts of a span from now on; `busy` is null while it is not known. */
export function stateOf(span: Span, busy: readonly Span[] | null, now: number): SpanState {
  if (span.end <= now) return 'past';
  if (busy === null) return 'unknown';
  const rest = { start: Math.max(span.start, now), end: span.end };
  const free = freeWithin(rest, busy);
  const freeMs = free.reduce((sum, { start, end }) => sum + end - start, 0);
  if (freeMs === 0) return 'taken';
  return freeMs === rest.end - rest.start ? 'free' : 'partly';
}

/**
 * The same where what is closed counts for nothing: a day is free when all of its open hours are.
 * @param busy what is taken, and what is closed
 */
export function openStateOf(
  span: Span,
  { busy, closed }: { readonly busy: readonly Span[] | null; readonly closed: readonly Span[] },
  now: number,
): SpanState {
  const state = stateOf(span, busy, now);
  if (state !== 'taken' && state !== 'partly') return state;
  const open = freeWithin({ start: Math.max(span.start, now), end: span.end }, closed);
  if (open.length === 0) return 'closed';
  return open.every((one) => stateOf(one, busy, now) === 'free') ? 'free' : state;
}

/** The time that a tap on a day chooses: office hours where they are free, else the longest free time; null where there is none. */
export function offerOfDay(day: string, busy: readonly Span[], now: number): Span | null {
  const { start: midnight, end } = spanOfDay(day);
  const from = Math.max(midnight, nextHour(now));
  const office = {
    start: Math.max(midnight + officeHours.from * hourMs, from),
    end: midnight + officeHours.to * hourMs,
  };
  return longest(freeWithin(office, busy)) ?? longest(freeWithin({ start: from, end }, busy));
}

function longest(spans: readonly Span[]): Span | null {
  const real = spans.filter(({ start, end }) => end > start);
  return real.reduce<Span | null>(
    (best, one) => (best === null || one.end - one.start > best.end - best.start ? one : best),
    null,
  );
}

export function nextHour(at: number): number {
  return Math.ceil(at / hourMs) * hourMs;
}

interface Sought {
  readonly wanted: Span;
  /** Kept free after the loan by the resource. */
  readonly turnaroundMs: number;
  readonly window: Span;
  readonly now: number;
}

const offersMax = 3;

/** Where a time is taken: the nearest times of the same length that are free, in order. */
export function freeNear(busy: readonly Span[], { wanted, turnaroundMs, window, now }: Sought): Span[] {
  const length = wanted.end - wanted.start;
  const from = Math.max(window.start, nextHour(now));
  const distance = ({ start }: Span): number => Math.abs(start - wanted.start);
  return freeWithin({ start: from, end: window.end }, busy)
    .filter(({ start, end }) => end - start >= length + turnaroundMs)
    .map((gap) => {
      const start = Math.min(Math.max(wanted.start, gap.start), gap.end - length - turnaroundMs);
      return { start, end: start + length };
    })
    .sort((left, right) => distance(left) - distance(right))
    .slice(0, offersMax)
    .sort((left, right) => left.start - right.start);
}

/** A choice in the calendar: one tap begins it, a second on something later ends it. */
export interface Picking {
  readonly span: Span;
  readonly isOpen: boolean;
}

export function picked(before: Picking | null, tapped: Span): Picking {
  const isLonger = before !== null && before.isOpen && tapped.end > before.span.end;
  if (!isLonger) return { span: tapped, isOpen: true };
  return { span: { start: before.span.start, end: tapped.end }, isOpen: false };
}

/** Where the keys of a grid lead from a place in it; null where a key is none of the grid's. */
export function stepOfKey(key: string, columns: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  return steps[key] ?? null;
}
