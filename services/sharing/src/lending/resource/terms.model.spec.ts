import { describe, expect, it } from '@jest/globals';
import { checkPrice, checkTimes, feeOf, isAtTimes } from './terms.model.js';
import { free } from './right.fixture.js';

/** In China: 1 December 2026 is a Tuesday. */
const at = (dayOfMonth: number, clock: string): Date =>
  new Date(`2026-12-${String(dayOfMonth).padStart(2, '0')}T${clock}:00+08:00`);
const money = (amount: string) => ({ amount, currency: 'CNY' as const });

describe('the times of a right', () => {
  const weekend = { weekdays: ['SA', 'SU'], from: null, until: null } as const;
  const daytime = { weekdays: [], from: '09:00', until: '18:00' } as const;
  it.each([
    [weekend, at(5, '00:00'), at(7, '00:00'), true], // Saturday and Sunday, to the last minute
    [weekend, at(5, '00:00'), at(7, '00:01'), false], // a minute of Monday
    [weekend, at(4, '23:59'), at(5, '12:00'), false], // a minute of Friday
    [weekend, at(1, '00:00'), at(30, '00:00'), false], // more than a week touches each day
    [daytime, at(1, '09:00'), at(1, '18:00'), true],
    [daytime, at(1, '08:59'), at(1, '10:00'), false],
    [daytime, at(1, '17:00'), at(1, '18:01'), false],
    [daytime, at(1, '10:00'), at(2, '10:00'), false], // the night between is outside
    [{ weekdays: [], from: '18:00', until: '24:00' }, at(1, '20:00'), at(2, '00:00'), true],
    [{ weekdays: ['TU'], from: '08:00', until: '12:00' }, at(1, '08:00'), at(1, '12:00'), true],
    [{ weekdays: ['WE'], from: '08:00', until: '12:00' }, at(1, '08:00'), at(1, '12:00'), false],
    [{ weekdays: [], from: null, until: null }, at(1, '00:00'), at(31, '00:00'), true],
  ] as const)('%j on %s to %s: %s', (times, start, end, isHeld) => {
    expect(isAtTimes(times, { start, end })).toBe(isHeld);
  });

  it.each([
    [{ weekdays: [], from: '09:00' }, 'TIMES_INCOMPLETE'],
    [{ weekdays: [], until: '18:00' }, 'TIMES_INCOMPLETE'],
    [{ weekdays: [], from: '18:00', until: '18:00' }, 'PERIOD_EMPTY'],
    [{ weekdays: [], from: '18:00', until: '09:00' }, 'PERIOD_EMPTY'],
  ])('%j are refused: %s', (times, code) => {
    expect(() => checkTimes(times)).toThrow(code);
  });
});

describe('the price of a right', () => {
  it.each([
    [{ kind: 'fee' }, 'PRICE_INCOMPLETE'],
    [{ kind: 'fee', fee: money('100') }, 'PRICE_INCOMPLETE'],
    [{ kind: 'fee', per: 'hour' }, 'PRICE_INCOMPLETE'],
    [{ kind: 'fee', fee: money('0'), per: 'hour' }, 'PRICE_NOT_POSITIVE'],
    [{ kind: 'free', deposit: money('-1') }, 'PRICE_NOT_POSITIVE'],
  ] as const)('%j is refused: %s', (price, code) => {
    expect(() => checkPrice(price)).toThrow(code);
  });

  it('keeps a deposit beside any kind, and a fee only where it is one', () => {
    const said = { kind: 'free', fee: money('100'), per: 'hour', deposit: money('20000') } as const;
    expect(checkPrice(said)).toEqual({ ...free, depositFen: 20_000n });
  });

  it.each([
    ['hour', '10:00', '12:00', 1_000n], // 2 × 500
    ['hour', '10:00', '12:01', 1_500n], // a third hour has begun
    ['day', '10:00', '12:00', 500n], // a day has begun
    ['loan', '10:00', '12:00', 500n],
  ] as const)('of 5.00 %s for %s to %s is %s fen', (per, from, until, fen) => {
    const price = { ...free, kind: 'fee', feeFen: 500n, per } as const;
    expect(feeOf(price, { start: at(1, from), end: at(1, until) })).toBe(fen);
  });

  it('of a day is for 24 hours, not for a date', () => {
    const price = { ...free, kind: 'fee', feeFen: 500n, per: 'day' } as const;
    // 20:00 to 08:00 touches two dates and is half a day
    expect(feeOf(price, { start: at(1, '20:00'), end: at(2, '08:00') })).toBe(500n);
    expect(feeOf(price, { start: at(1, '20:00'), end: at(2, '20:01') })).toBe(1_000n);
    expect(feeOf(free, { start: at(1, '20:00'), end: at(2, '20:01') })).toBeNull();
  });
});
