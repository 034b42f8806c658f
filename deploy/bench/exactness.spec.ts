import { describe, expect, it } from '@jest/globals';
import { faultsOf, lostOf } from './exactness.js';

/** Two activities with 4 pools each: 12 / 8 = 1.5 seats, so 2 in those of the first and 1 in those of the second; 20 / 8 = 2.5 people. */
const rush = { people: 20, seats: 12, activities: 2 };
/** 4 × 2 seats of 4 × 3 people; 4 × 1 of 4 × 2. */
const right = [
  { confirmed: 8, waitlisted: 4, oversold: 0, twice: 0 },
  { confirmed: 4, waitlisted: 4, oversold: 0, twice: 0 },
] as const;
const said = { '201 confirmed': 12, '201 waitlisted': 8 };

describe('a rush', () => {
  it('is exact where each activity has what the rule says, and everybody was told so', () => {
    expect(faultsOf(rush, said, right)).toEqual([]);
  });

  it.each([
    ['a head beyond the capacity', { oversold: 1 }, 'oversold: 1 heads of activity 2'],
    ['somebody twice', { twice: 1 }, 'twice: 1 people of activity 2'],
    ['a seat too few', { confirmed: 3 }, 'wrong: 3 seats of activity 2, not 4'],
    ['nobody who waits', { waitlisted: 0 }, 'wrong: 0 people who wait for activity 2, not 4'],
  ])('is not with %s in one activity, whatever the others have', (_what, change, fault) => {
    expect(faultsOf(rush, said, [right[0], { ...right[1], ...change }])).toEqual([fault]);
  });

  it('is not where people were told something else, or nothing', () => {
    expect(faultsOf(rush, { ...said, '201 confirmed': 11, '503 BUSY': 1 }, right)).toEqual([
      'wrong: 11 people who were told of a seat, not 12',
    ]);
  });

  it('is not where an activity is not there', () => {
    expect(faultsOf(rush, said, [right[0]])).toHaveLength(2);
  });
});

describe('what was acknowledged', () => {
  const kept = [
    { id: 'a', state: 'confirmed' },
    { id: 'b', state: 'waitlisted' },
  ];

  it.each([
    { told: kept, faults: [] },
    {
      told: [{ id: 'c', state: 'confirmed' }],
      faults: ['lost: 1 sign-ups were acknowledged and are not there'],
    },
    { told: [{ id: 'b', state: 'confirmed' }], faults: ['changed: 1 sign-ups are not as they were told'] },
    {
      told: [...kept, { id: 'a', state: 'confirmed' }],
      faults: ['double: 1 sign-ups were told to more than one'],
    },
  ])('$told gives $faults', ({ told, faults }) => {
    expect(lostOf(told, kept)).toEqual(faults);
  });
});
