import { describe, expect, it } from '@jest/globals';
import { levelOf, monthsFrom, yearOf } from './year.js';

const at = (time: string): number => Date.parse(`${time}+08:00`);

describe('the year of a resource', () => {
  it('has twelve months from that of a day, over the turn of the year', () => {
    const months = monthsFrom('2027-12-31');
    expect([months.length, months[0], months[1], months[2], months[11]]).toEqual([
      12,
      '2027-12-01',
      '2028-01-01',
      '2028-02-01',
      '2028-11-01',
    ]);
  });

  it('says of each day how much is lent and what is left at the tightest moment', () => {
    const steps = [
      { start: at('2028-02-01T00:00:00'), end: at('2028-02-02T12:00:00'), free: 10 },
      { start: at('2028-02-02T12:00:00'), end: at('2028-02-03T00:00:00'), free: 4 },
      { start: at('2028-02-03T00:00:00'), end: at('2028-02-04T00:00:00'), free: 0 },
      { start: at('2028-02-04T00:00:00'), end: at('2028-03-01T00:00:00'), free: 10 },
    ];
    const [month] = yearOf(['2028-02-01'], steps, 10);
    expect(month?.days).toHaveLength(29); // a leap year
    expect(month?.days.slice(0, 4)).toEqual([
      { day: '2028-02-01', share: 0, least: 10 },
      { day: '2028-02-02', share: 0.30000000000000004, least: 4 }, // half a day, 6 of 10
      { day: '2028-02-03', share: 1, least: 0 },
      { day: '2028-02-04', share: 0, least: 10 },
    ]);
    expect(month?.fullDays).toBe(1);
    expect(month?.share).toBeCloseTo(1.3 / 29);
  });

  it('measures a kit by the most that what it is made of allows', () => {
    const steps = [
      { start: at('2028-02-01T00:00:00'), end: at('2028-02-02T00:00:00'), free: 3 },
      { start: at('2028-02-02T00:00:00'), end: at('2028-03-01T00:00:00'), free: 0 },
    ];
    const [month] = yearOf(['2028-02-01'], steps, 1);
    expect(month?.days.slice(0, 2).map(({ share, least }) => [share, least])).toEqual([
      [0, 3],
      [1, 0],
    ]);
  });

  it.each([
    [0, 0],
    [0.01, 1],
    [0.5, 2],
    [0.99, 2],
    [1, 3],
  ])('a share of %f is shown by colour %i', (share, level) => {
    expect(levelOf(share)).toBe(level);
  });
});
