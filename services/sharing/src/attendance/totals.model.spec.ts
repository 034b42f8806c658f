import { describe, expect, it } from '@jest/globals';
import { nextNight } from './totals.model.js';

describe('the next night', () => {
  it.each([
    ['2026-11-20T01:59:59+08:00', '2026-11-20T02:00:00+08:00'],
    ['2026-11-20T02:00:00+08:00', '2026-11-21T02:00:00+08:00'], // exactly at that hour: the next one
    ['2026-11-20T23:30:00+08:00', '2026-11-21T02:00:00+08:00'],
    ['2026-12-31T18:30:00Z', '2027-01-01T02:00:00Z'.replace('02:00:00Z', '18:00:00Z')], // half past two in China
  ])('after %s is %s', (now, night) => {
    expect(nextNight(new Date(now))).toEqual(new Date(night));
  });
});
