import { describe, expect, it } from '@jest/globals';
import { alwaysOpen } from '../resource/opening-hours.model.js';
import { openTimes, sharedHoursMax } from './open-times.model.js';

const period = { start: new Date('2026-12-07T10:00:00+08:00'), end: new Date('2026-12-09T00:00:00+08:00') };
const weekly = (['MO', 'TU'] as const).map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));

describe('the times at which it is open', () => {
  it('are cut to the period', () => {
    expect(openTimes({ ...alwaysOpen, weekly, key: 'a' }, period)).toBe(
      '{[2026-12-07T02:00:00.000Z,2026-12-07T09:00:00.000Z),[2026-12-08T01:00:00.000Z,2026-12-08T09:00:00.000Z)}',
    );
  });

  it('are none where it is closed on all of its days', () => {
    expect(openTimes({ ...alwaysOpen, weekly: [], key: 'a' }, period)).toBe('{}');
  });

  it('of a month are worked out for two thousand different hours at the most, of a year for 163', () => {
    const days = (count: number) => ({
      start: period.start,
      end: new Date(period.start.getTime() + count * 86_400_000),
    });
    expect(sharedHoursMax(days(29))).toBe(2_000); // 60,000 / (29 + 1)
    expect(sharedHoursMax(days(366))).toBe(163); // ⌊60,000 / 367⌋
  });
});
