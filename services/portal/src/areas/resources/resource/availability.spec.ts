import { describe, expect, it } from '@jest/globals';
import {
  addMonths,
  dayOf,
  daysOf,
  freeNear,
  freeWithin,
  hourMs,
  offerOfDay,
  openStateOf,
  picked,
  type Span,
  spanOfDay,
  spanOfHour,
  stateOf,
  unavailableOf,
} from './availability.js';

/** Hours of 20 November 2026 in Shanghai. */
const midnight = spanOfDay('2026-11-20').start;
const hours = (from: number, to: number): Span => ({
  start: midnight + from * hourMs,
  end: midnight + to * hourMs,
});
const before = midnight - 100 * hourMs;

describe('the days that are shown', () => {
  it('are a week from Monday', () => {
    const days = daysOf('week', '2026-11-20');
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-11-16', '2026-11-22', 7]);
  });

  it.each([
    { month: '2026-11-20', first: '2026-10-26', last: '2026-12-06', count: 42 },
    { month: '2027-02-01', first: '2027-02-01', last: '2027-02-28', count: 28 },
    { month: '2028-02-29', first: '2028-01-31', last: '2028-03-05', count: 35 },
  ])('are whole weeks around the month of $month', ({ month, first, last, count }) => {
    const days = daysOf('month', month);
    expect([days[0], days.at(-1), days.length]).toEqual([first, last, count]);
  });

  it.each([
    { day: '2026-01-31', months: 1, result: '2026-02-28' },
    { day: '2028-01-31', months: 1, result: '2028-02-29' },
    { day: '2026-12-15', months: 1, result: '2027-01-15' },
    { day: '2026-01-15', months: -1, result: '2025-12-15' },
  ])('move from $day by $months month to $result', ({ day, months, result }) => {
    expect(addMonths(day, months)).toBe(result);
  });

  it.each([
    { text: '2026-12-01', day: '2026-12-01' },
    { text: '2026-13-01', day: '2026-11-20' },
    { text: 'tomorrow', day: '2026-11-20' },
    { text: null, day: '2026-11-20' },
  ])('begin at $text of the address or at the day of now', ({ text, day }) => {
    expect(dayOf(text, midnight)).toBe(day);
  });
});

describe('what a span of the calendar says', () => {
  it.each([
    { busy: [], now: before, state: 'free' },
    { busy: [hours(0, 24)], now: before, state: 'taken' },
    { busy: [hours(-5, 30)], now: before, state: 'taken' },
    { busy: [hours(9, 12)], now: before, state: 'partly' },
    { busy: [hours(24, 30)], now: before, state: 'free' },
    { busy: [hours(-4, 0)], now: before, state: 'free' },
    { busy: [hours(0, 12)], now: midnight + 12 * hourMs, state: 'free' },
    { busy: [hours(12, 24)], now: midnight + 12 * hourMs, state: 'taken' },
    { busy: [], now: midnight + 24 * hourMs, state: 'past' },
  ] as const)('case %#: $state', ({ busy, now, state }) => {
    expect(stateOf(spanOfDay('2026-11-20'), busy, now)).toBe(state);
  });

  it('E51: counts a time as free from the instant at which the loan before it ends', () => {
    expect(stateOf(spanOfHour(midnight, 12), [hours(9, 12)], before)).toBe('free');
    expect(stateOf(spanOfHour(midnight, 11), [hours(9, 12)], before)).toBe('taken');
  });

  it('leaves what is free between what is taken', () => {
    expect(freeWithin(hours(8, 20), [hours(6, 9), hours(11, 12), hours(19, 23)])).toEqual([
      hours(9, 11),
      hours(12, 19),
    ]);
  });
});

describe('the time that a tapped day stands for', () => {
  it.each([
    { busy: [], now: before, offer: hours(9, 17) },
    { busy: [hours(9, 12)], now: before, offer: hours(12, 17) },
    { busy: [hours(9, 17)], now: before, offer: hours(0, 9) },
    { busy: [hours(0, 24)], now: before, offer: null },
    { busy: [], now: midnight + 13.5 * hourMs, offer: hours(14, 17) },
    { busy: [], now: midnight + 20 * hourMs, offer: hours(20, 24) },
  ])('case %#', ({ busy, now, offer }) => {
    expect(offerOfDay('2026-11-20', busy, now)).toEqual(offer);
  });
});

describe('the free times next to one that is taken', () => {
  const window = hours(-48, 72);
  const sought = { wanted: hours(9, 12), turnaroundMs: 0, window, now: before };

  it('E51: are of the same length, the nearest ones, in order', () => {
    const busy = [hours(8, 13), hours(15, 18)];
    expect(freeNear(busy, sought)).toEqual([hours(5, 8), hours(18, 21)]);
  });

  it('E59: leave room for what makes it ready again', () => {
    expect(freeNear([hours(8, 24)], { ...sought, turnaroundMs: hourMs })).toEqual([
      hours(4, 7),
      hours(24, 27),
    ]);
  });

  it('never lie in the past', () => {
    expect(freeNear([hours(8, 13)], { ...sought, now: midnight + 7 * hourMs })).toEqual([hours(13, 16)]);
  });

  it('are none where nothing is free', () => {
    expect(freeNear([window], sought)).toEqual([]);
  });
});

describe('picking in the calendar', () => {
  it('begins with one tap and ends with a later one', () => {
    const first = picked(null, hours(9, 10));
    const second = picked(first, hours(11, 12));
    expect([first.span, second.span]).toEqual([hours(9, 10), hours(9, 12)]);
    expect(picked(second, hours(14, 15)).span).toEqual(hours(14, 15));
  });

  it('begins anew with an earlier tap', () => {
    expect(picked(picked(null, hours(9, 10)), hours(7, 8)).span).toEqual(hours(7, 8));
  });
});

describe('what is closed', () => {
  const iso = ({ start, end }: Span) => ({
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
  });
  const closed = [hours(0, 9), hours(18, 24)];
  const day = hours(0, 24);

  it('cannot be had, like what is taken, unless a loan may go on over night', () => {
    const told = { busy: [iso(hours(8, 10)), iso(hours(12, 13))], closed: closed.map(iso) };
    expect(unavailableOf({ ...told, overnight: false })).toEqual([
      hours(0, 10),
      hours(12, 13),
      hours(18, 24),
    ]);
    expect(unavailableOf({ ...told, overnight: true })).toEqual([hours(8, 10), hours(12, 13)]);
  });

  it.each([
    ['free where all of its open hours are', day, [], 'free'],
    ['partly free where one of them is taken', day, [hours(12, 13)], 'partly'],
    ['taken where all of them are', day, [hours(9, 18)], 'taken'],
    ['closed where it has none', hours(20, 22), [], 'closed'],
  ])('leaves a day %s', (_name, span, taken, state) => {
    const busy = unavailableOf({ busy: taken.map(iso), closed: closed.map(iso), overnight: false });
    expect(openStateOf(span, { busy, closed }, before)).toBe(state);
  });
});
