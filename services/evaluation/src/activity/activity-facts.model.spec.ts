import { describe, expect, it } from '@jest/globals';
import { activityFacts, type ActivityFigures } from './activity-facts.model.js';

const figures: ActivityFigures = {
  attendance: [
    { unionId: 'A', sizeClass: 'large', heads: 10 },
    { unionId: 'B', sizeClass: 'small', heads: 4 },
    { unionId: 'C', sizeClass: 'micro', heads: 6 },
    { unionId: 'D', sizeClass: null, heads: 5 },
  ],
  registeredHeads: 50,
  capacity: 100,
  costFen: 1_250_00n,
  loans: { due: 4, onTime: 3 },
  returningHeads: 10,
  replyHours: [30, 2, 700, 6],
};

describe('the facts of an activity', () => {
  it('are shares, yuan a head and numbers', () => {
    expect(activityFacts(figures)).toEqual({
      // 25 of 50 who had signed up
      attendanceRate: 0.5,
      // 25 of 100 seats
      fillRate: 0.25,
      // 1,250 yuan for 25 heads
      costPerHead: 50,
      // 4 + 6 of the 20 whose union has a size class
      smallFirmShare: 0.5,
      unionsReached: 4,
      // 3 of 4
      loanPunctuality: 0.75,
      // 10 of 25
      repeatParticipation: 0.4,
      // 2, 6, 30, 700: (6 + 30) / 2
      replyTime: 18,
    });
  });

  it('E136: are unknown, not zero and not NaN, where there is nothing to divide by', () => {
    const empty = {
      attendance: [],
      registeredHeads: 0,
      capacity: 0,
      costFen: null,
      loans: { due: 0, onTime: 0 },
      returningHeads: 0,
      replyHours: [],
    };
    expect(activityFacts(empty)).toEqual({
      attendanceRate: null,
      fillRate: null,
      costPerHead: null,
      smallFirmShare: null,
      unionsReached: 0,
      loanPunctuality: null,
      repeatParticipation: null,
      replyTime: null,
    });
    expect(activityFacts({ ...empty, costFen: 100n }).costPerHead).toBeNull();
  });

  it.each([
    [[5], 5],
    [[9, 1], 5],
    // 1, 4, 100
    [[100, 1, 4], 4],
  ])('an owner who answers in %j hours takes %d', (replyHours, median) => {
    expect(activityFacts({ ...figures, replyHours }).replyTime).toBe(median);
  });
});
