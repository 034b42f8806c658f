import type { Hours } from './lending.model.js';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
type Weekly = NonNullable<Hours['weekly']>;
export type Span = Pick<Weekly[number], 'from' | 'to'>;

/** Days that follow each other with the same hours. */
interface DayRange {
  readonly first: Weekday;
  readonly last: Weekday;
  readonly spans: readonly Span[];
}

/** The week as ranges of days with the same hours, such as Monday to Friday. Closed days are left out. */
export function rangesOf(weekly: Weekly): DayRange[] {
  const ranges: DayRange[] = [];
  weekdays.forEach((day, place) => {
    const spans = spansOf(weekly, day);
    const before = ranges.at(-1);
    const isNext = before !== undefined && weekdays.indexOf(before.last) === place - 1;
    if (spans.length === 0) return;
    if (isNext && textOf(before.spans) === textOf(spans))
      ranges[ranges.length - 1] = { ...before, last: day };
    else ranges.push({ first: day, last: day, spans });
  });
  return ranges;
}

/** The hours of one day, in order. */
export function spansOf(weekly: Weekly, day: Weekday): Span[] {
  return weekly
    .filter(({ weekday }) => weekday === day)
    .map(({ from, to }) => ({ from, to }))
    .sort((left, right) => (left.from < right.from ? -1 : 1));
}

/** The end of a day from a time field, which has no 24:00 and says 00:00 instead. */
export function endOf(time: string): string {
  return time === '00:00' ? '24:00' : time;
}

export function isTime(text: string | undefined): text is string {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text ?? '');
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join();
}
