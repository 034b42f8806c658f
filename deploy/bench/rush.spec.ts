import { describe, expect, it } from '@jest/globals';
import { poolsOf, requireRush } from './rush.js';

describe('the pools of a rush', () => {
  it.each([
    // 5,000 / 4 = 1,250 seats and 20,000 / 4 = 5,000 people each.
    { people: 20_000, seats: 5_000, activities: 1, capacities: [1_250, 1_250], wishes: [5_000, 5_000] },
    // 400 pools: 5,000 / 400 = 12 and 200 left over, so that the first 200 have 13; 20,000 / 400 = 50 people each.
    { people: 20_000, seats: 5_000, activities: 100, capacities: [13, 12], wishes: [50, 50] },
    // 8 pools: 10 / 8 = 1 and 2 left over; 21 / 8 = 2 and 5 left over.
    { people: 21, seats: 10, activities: 2, capacities: [2, 1], wishes: [3, 2] },
  ])(
    '$activities activities share $seats seats and $people people, and lose none',
    ({ capacities, wishes, ...rush }) => {
      const pools = poolsOf(rush);
      expect(pools).toHaveLength(rush.activities * 4);
      expect([pools.at(0)?.capacity, pools.at(-1)?.capacity]).toEqual(capacities);
      expect([pools.at(0)?.wishes, pools.at(-1)?.wishes]).toEqual(wishes);
      expect(pools.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(rush.seats);
      expect(pools.reduce((sum, one) => sum + one.wishes, 0)).toBe(rush.people);
    },
  );

  it('give each activity a pool of each union, and people come to the activities in turn', () => {
    const pools = poolsOf({ people: 24, seats: 24, activities: 3 });
    expect(pools.map(({ activity }) => activity)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
    expect(pools.map(({ union }) => union)).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
  });
});

describe('what cannot be asked for', () => {
  it.each([
    [{ people: 10, seats: 7, activities: 2 }, '--seats is at least 8'],
    [{ people: Number.NaN, seats: 8, activities: 2 }, '--people is a whole number'],
    [{ people: 10, seats: 8, activities: 0 }, '--activities is a whole number'],
  ])('%j is refused', (rush, message) => {
    expect(() => requireRush(rush)).toThrow(message);
  });
});
