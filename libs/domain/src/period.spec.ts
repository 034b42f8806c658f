import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, isWithinDates, newPeriod, overlaps } from './period.js';
import type { Period } from './period.js';

function clock(time: string): Date {
  return new Date(`2026-11-20T${time}:00Z`);
}

function between(start: string, end: string): Period {
  return newPeriod(clock(start), clock(end));
}

const periodArbitrary = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }))
  .map(([start, length]) => newPeriod(new Date(start), new Date(start + length)));

describe('newPeriod', () => {
  it.each([
    [clock('11:00'), clock('11:00')],
    [clock('11:30'), clock('11:00')],
    [clock('11:00'), new Date(Number.NaN)],
    [new Date(Number.NaN), clock('11:00')],
  ])('refuses %s to %s', (start, end) => {
    expect(() => newPeriod(start, end, '/endsAt')).toThrow(
      expect.objectContaining({
        code: 'PERIOD_EMPTY',
        errors: [expect.objectContaining({ pointer: '/endsAt' })],
      }),
    );
  });
});

describe('contains', () => {
  it.each([
    ['10:59', false],
    ['11:00', true],
    ['11:29', true],
    ['11:30', false],
  ])('E57: [11:00, 11:30) and %s: %s', (instant, isInside) => {
    expect(contains(between('11:00', '11:30'), clock(instant))).toBe(isInside);
  });
});

describe('overlaps', () => {
  it('E57: periods that touch do not overlap', () => {
    expect(overlaps(between('11:00', '11:30'), between('11:30', '12:00'))).toBe(false);
    expect(overlaps(between('11:30', '12:00'), between('11:00', '11:30'))).toBe(false);
  });

  it.each([
    ['the same start and the same end', '11:00', '11:30'],
    ['the same start', '11:00', '12:00'],
    ['the same end', '10:00', '11:30'],
    ['one inside', '11:10', '11:20'],
    ['one around', '10:00', '12:00'],
    ['a crossing', '11:29', '12:00'],
  ])('E58: sees %s', (_, start, end) => {
    expect(overlaps(between('11:00', '11:30'), between(start, end))).toBe(true);
  });

  it('is symmetric, and true exactly where some instant is in both', () => {
    fc.assert(
      fc.property(periodArbitrary, periodArbitrary, (left, right) => {
        const instants = Array.from({ length: 101 }, (_, millisecond) => new Date(millisecond));
        const isShared = instants.some((instant) => contains(left, instant) && contains(right, instant));
        expect(overlaps(left, right)).toBe(isShared);
        expect(overlaps(right, left)).toBe(isShared);
      }),
    );
  });
});

describe('isWithinDates', () => {
  it.each([
    ['2026-01-31', '2026-02-01', '2026-03-01', false],
    ['2026-02-01', '2026-02-01', '2026-03-01', true],
    ['2026-02-28', '2026-02-01', '2026-03-01', true],
    ['2026-03-01', '2026-02-01', '2026-03-01', false], // the next membership begins
    ['2999-12-31', '2026-02-01', null, true],
    ['2026-01-31', '2026-02-01', null, false],
  ])('%s in [%s, %s): %s', (date, from, to, isInside) => {
    expect(isWithinDates(date, from, to)).toBe(isInside);
  });

  it.each([
    ['1986-05-04', '1986-05-05'],
    ['1988-04-17', '1988-04-18'],
    ['1991-08-01', '1991-08-02'],
  ])('E40: %s holds although the clock was moved', (date, next) => {
    expect(isWithinDates(date, date, next)).toBe(true);
    expect(isWithinDates(next, date, next)).toBe(false);
  });
});
