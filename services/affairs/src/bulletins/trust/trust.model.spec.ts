import { describe, expect, it } from '@jest/globals';
import { expiryOf, trustOf } from './trust.model.js';

describe('the trust in a union', () => {
  it.each<[string, readonly string[], string, number, boolean]>([
    ['without a strike', [], '2026-03-01', 0, false],
    ['on the day of its first', ['2026-03-01'], '2026-03-01', 1, false],
    ['the day before a strike', ['2026-03-01'], '2026-02-28', 0, false],
    ['with two', ['2026-03-01', '2026-04-01'], '2026-05-01', 2, false],
    ['on the day of the third', ['2026-03-01', '2026-04-01', '2026-05-01'], '2026-05-01', 3, true],
    ['the day before the third', ['2026-03-01', '2026-04-01', '2026-05-01'], '2026-04-30', 2, false],
    ['on the last day of the first', ['2026-03-01', '2026-04-01', '2026-05-01'], '2027-02-28', 3, true],
    ['twelve months after the first', ['2026-03-01', '2026-04-01', '2026-05-01'], '2027-03-01', 2, false],
    ['with three on one day', ['2026-03-01', '2026-03-01', '2026-03-01'], '2027-02-28', 3, true],
    ['twelve months after all of them', ['2026-03-01', '2026-03-01', '2026-03-01'], '2027-03-01', 0, false],
    [
      'with a fourth that still counts',
      ['2026-01-01', '2026-02-01', '2026-03-01', '2026-12-31'],
      '2027-01-15',
      3,
      true,
    ],
  ])('%s', (_when, strikes, on, live, isHeld) => {
    expect(trustOf(strikes, on)).toEqual({ strikes: live, isHeld });
  });

  it.each([
    ['2026-03-01', '2027-03-01'],
    ['2028-02-29', '2029-02-28'],
    ['2027-02-28', '2028-02-28'],
    ['2026-12-31', '2027-12-31'],
  ])('a strike of %s counts until the day before %s', (day, expiry) => {
    expect(expiryOf(day)).toBe(expiry);
  });
});
