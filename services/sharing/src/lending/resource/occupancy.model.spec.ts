import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fullTimes,
  leftOver,
  lendable,
  type Step,
  type Taken,
  type Unit,
  withBuffers,
} from './occupancy.model.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 11, 1, 0, hour * 60));
const day = { start: at(8), end: at(18) };

function unit(changes: Partial<Unit> = {}): Unit {
  return { id: 'a', quantity: 1, needed: 1, setupMinutes: 0, turnaroundMinutes: 0, ...changes };
}

const taken = (start: number, end: number, quantity: number | null = null, unitId = 'a'): Taken => ({
  unitId,
  start: at(start),
  end: at(end),
  quantity,
  isBlock: false,
});

/** `8-10:1` for one free from eight to ten. */
const received = (steps: readonly Step[]): string[] =>
  steps.map(({ start, end, free }) => `${hourOf(start)}-${hourOf(end)}:${free}`);
const hourOf = (date: Date): number => (date.getTime() - at(0).getTime()) / 3_600_000;

describe('what is left over', () => {
  it.each([
    ['nothing is booked', [unit()], [], ['8-18:1']],
    ['a single thing is taken', [unit()], [taken(10, 12)], ['8-10:1', '10-12:0', '12-18:1']],
    ['E57: two bookings touch', [unit()], [taken(10, 12), taken(12, 14)], ['8-10:1', '10-14:0', '14-18:1']],
    ['it is cut to the window', [unit()], [taken(2, 9), taken(17, 20)], ['8-9:0', '9-17:1', '17-18:0']],
    [
      'E62: a stock is taken twice, and partly out of service', // 20 − 5 = 15, less 12 is 3, then 8
      [unit({ quantity: 20 })],
      [taken(8, 18, 5), taken(10, 12, 12), taken(12, 14, 7)],
      ['8-10:15', '10-12:3', '12-14:8', '14-18:15'],
    ],
    [
      'E64: a part of a whole is taken',
      [unit(), unit({ id: 'b' })],
      [taken(10, 12, null, 'b')],
      ['8-10:1', '10-12:0', '12-18:1'],
    ],
    [
      'a kit of one screen and twenty chairs', // 50 chairs are two kits; 15 taken leave 35, which is one
      [unit({ quantity: 3 }), unit({ id: 'b', quantity: 50, needed: 20 })],
      [taken(10, 12, 15, 'b'), taken(16, 17, 3)],
      ['8-10:2', '10-12:1', '12-16:2', '16-17:0', '17-18:2'],
    ],
    ['a kit of nothing', [], [], ['8-18:0']],
    ['all pieces are retired', [unit({ quantity: 0 })], [], ['8-18:0']],
  ])('where %s', (_name, units, bookings, expected) => {
    expect(received(leftOver(units, bookings, day))).toEqual(expected);
  });

  it('is full where nothing is left', () => {
    const steps = leftOver([unit({ quantity: 2 })], [taken(10, 12, 1), taken(11, 13, 1)], day);
    expect(fullTimes(steps)).toEqual([{ start: at(11), end: at(12) }]);
  });
});

describe('what may be lent', () => {
  it.each([
    // a booking of 10–12 without buffers: the new loan needs 2 h before and 1 h after, so until 9 and from 14
    [unit({ setupMinutes: 120, turnaroundMinutes: 60 }), [taken(10, 12)], ['8-9:1', '9-14:0', '14-18:1']],
    // 12–14 is free, but too short for both buffers
    [
      unit({ setupMinutes: 120, turnaroundMinutes: 60 }),
      [taken(10, 12), taken(14, 15)],
      ['8-9:1', '9-17:0', '17-18:1'],
    ],
    // a booking outside the window reaches into it
    [
      unit({ setupMinutes: 60, turnaroundMinutes: 60 }),
      [taken(6, 8), taken(18, 20)],
      ['8-9:0', '9-17:1', '17-18:0'],
    ],
    [
      unit({ quantity: 3, turnaroundMinutes: 60 }),
      [taken(10, 12, 1), taken(12, 13, 2)],
      ['8-9:3', '9-11:2', '11-13:1', '13-18:3'],
    ],
  ])('E59: with the minutes around a loan taken off: %j', (one, bookings, expected) => {
    expect(received(lendable([one], bookings, day))).toEqual(expected);
  });

  it('looks so far beyond its window as the minutes reach', () => {
    const units = [unit({ setupMinutes: 60 }), unit({ id: 'b', turnaroundMinutes: 120 })];
    expect(withBuffers(units, day)).toEqual({ start: at(7), end: at(20) });
  });

  it('is what can be booked, and no more: for any bookings and any wish', () => {
    const hours = fc.integer({ min: 0, max: 23 });
    const booking = fc.record({
      start: hours,
      length: fc.integer({ min: 1, max: 6 }),
      quantity: fc.integer({ min: 1, max: 3 }),
    });
    const minutes = fc.constantFrom(0, 60, 120);
    fc.assert(
      fc.property(
        fc.array(booking, { maxLength: 6 }),
        fc.record({ setupMinutes: minutes, turnaroundMinutes: minutes }),
        fc.record({
          start: fc.integer({ min: 8, max: 17 }),
          length: fc.integer({ min: 1, max: 6 }),
          quantity: fc.integer({ min: 1, max: 8 }),
        }),
        (bookings, buffers, wish) => {
          const one = unit({ quantity: 8, ...buffers });
          const there = bookings.map(({ start, length, quantity }) => taken(start, start + length, quantity));
          const end = Math.min(18, wish.start + wish.length);
          const isFree = lendable([one], there, day)
            .filter((step) => step.start < at(end) && step.end > at(wish.start))
            .every((step) => step.free >= wish.quantity);
          expect(isFree).toBe(
            fitsByHours(there, { start: wish.start, end, quantity: wish.quantity }, buffers),
          );
        },
      ),
    );
  });
});

/** The same question hour by hour: everything here begins and ends on the hour. */
function fitsByHours(
  bookings: readonly Taken[],
  wish: { start: number; end: number; quantity: number },
  buffers: { setupMinutes: number; turnaroundMinutes: number },
): boolean {
  const from = wish.start - buffers.setupMinutes / 60;
  const until = wish.end + buffers.turnaroundMinutes / 60;
  for (let hour = from; hour < until; hour += 1) {
    const used = bookings
      .filter(({ start, end }) => start <= at(hour) && at(hour) < end)
      .reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
    if (Math.max(0, 8 - used) < wish.quantity) return false;
  }
  return true;
}
