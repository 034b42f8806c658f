import { describe, expect, it } from '@jest/globals';
import { sharedHoursMax } from './shared-hours.model.js';

const start = new Date('2026-12-07T10:00:00+08:00');

describe('opening hours', () => {
  it('of a month are worked out for two thousand different hours at the most, of a year for 163', () => {
    const days = (count: number) => ({ start, end: new Date(start.getTime() + count * 86_400_000) });
    expect(sharedHoursMax(days(29))).toBe(2_000); // 60,000 / (29 + 1)
    expect(sharedHoursMax(days(366))).toBe(163); // ⌊60,000 / 367⌋
  });
});
