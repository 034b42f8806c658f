import { describe, expect, it } from '@jest/globals';
import type { UnionAffairs } from './union-affairs.model.js';
import { subjectFacts, type SubjectTotals, publishableReach } from './subject-facts.model.js';

const activity: SubjectTotals = {
  isActivity: true,
  activities: 1,
  heads: 25,
  registeredHeads: 50,
  capacity: 100,
  unions: 4,
  classifiedHeads: 20,
  smallFirmHeads: 10,
  returningHeads: 10,
  replyHours: 36,
  costFen: '125000',
  costedHeads: 25,
  loansDue: 4,
  loansOnTime: 3,
  loansMade: null,
  lentHours: null,
  periodHours: null,
};

const nothing: SubjectTotals = {
  isActivity: false,
  activities: 0,
  heads: 0,
  registeredHeads: 0,
  capacity: 0,
  unions: 0,
  classifiedHeads: 0,
  smallFirmHeads: 0,
  returningHeads: 0,
  replyHours: null,
  costFen: null,
  costedHeads: 0,
  loansDue: 0,
  loansOnTime: 0,
  loansMade: null,
  lentHours: null,
  periodHours: null,
};

const unknownOfUnions = {
  mattersDecided: null,
  mattersInTime: null,
  mattersEscalated: null,
  mattersReopened: null,
  matterSatisfaction: null,
  mustReadReach: null,
  assignmentsInTime: null,
};

const affairs: UnionAffairs = {
  mattersDecided: 9,
  mattersDue: 8,
  mattersInTime: 6,
  mattersEscalated: 2,
  mattersReopened: 1,
  ratings: { count: 6, sum: 25 },
  readersOwed: 40,
  readersReached: 30,
  partsDue: 5,
  partsInTime: 4,
};

describe('the facts of a subject', () => {
  it('are shares, yuan a head and numbers', () => {
    expect(subjectFacts(activity)).toEqual({
      // 25 of 50 who had signed up
      attendanceRate: 0.5,
      // 25 of 100 seats
      fillRate: 0.25,
      // 1,250 yuan for 25 heads
      costPerHead: 50,
      // 10 of the 20 whose union has a size class
      smallFirmShare: 0.5,
      unionsReached: 4,
      // 3 of 4
      loanPunctuality: 0.75,
      // 10 of 25 had come before
      repeatParticipation: 0.4,
      replyTime: 36,
      activitiesHeld: null,
      loansMade: null,
      utilisation: null,
      reach: null,
      ...unknownOfUnions,
    });
  });

  it('over several activities divide sums by sums, and costs by the heads that they were for', () => {
    // Two activities, 25 and 75 heads; only the first has approved costs.
    const club = { ...activity, isActivity: false, activities: 2, heads: 100, registeredHeads: 125 };
    expect(subjectFacts(club)).toMatchObject({ attendanceRate: 0.8, costPerHead: 50, activitiesHeld: 2 });
  });

  it('of a resource tell how much of the time it was out', () => {
    // 36 of 144 hours
    const resource = { ...nothing, loansMade: 2, lentHours: 36, periodHours: 144 };
    expect(subjectFacts(resource)).toMatchObject({ utilisation: 0.25, loansMade: 2 });
    expect(subjectFacts({ ...resource, loansMade: 0, lentHours: 0 })).toMatchObject({
      utilisation: 0,
      loansMade: 0,
    });
  });

  it('E136: are unknown, not zero and not NaN, where there is nothing to divide by', () => {
    expect(subjectFacts(nothing)).toEqual({
      attendanceRate: null,
      fillRate: null,
      costPerHead: null,
      smallFirmShare: null,
      unionsReached: null,
      loanPunctuality: null,
      repeatParticipation: null,
      replyTime: null,
      loansMade: null,
      utilisation: null,
      reach: null,
      activitiesHeld: 0,
      ...unknownOfUnions,
    });
    expect(subjectFacts({ ...nothing, costFen: '100' }).costPerHead).toBeNull();
  });
});

describe('what affairs counts of a union', () => {
  it('is divided by what was due, given and owed', () => {
    expect(subjectFacts({ ...nothing, affairs })).toMatchObject({
      mattersDecided: 9,
      // 6, 2 and 1 of 8 that were due
      mattersInTime: 0.75,
      mattersEscalated: 0.25,
      mattersReopened: 0.125,
      // 25 stars of 6 ratings
      matterSatisfaction: 25 / 6,
      // 30 of 40
      mustReadReach: 0.75,
      // 4 of 5
      assignmentsInTime: 0.8,
    });
  });

  it('E136: is unknown where nothing was due, told or owed, but nothing decided is a number', () => {
    const none = {
      ...affairs,
      mattersDecided: 0,
      mattersDue: 0,
      mattersInTime: 0,
      mattersEscalated: 0,
      mattersReopened: 0,
      ratings: null,
      readersOwed: 0,
      readersReached: 0,
      partsDue: 0,
      partsInTime: 0,
    };
    expect(subjectFacts({ ...nothing, affairs: none })).toMatchObject({
      ...unknownOfUnions,
      mattersDecided: 0,
    });
  });
});

describe('E127: reach', () => {
  it.each([
    // 30 of 120 members came at least once
    ['30 of 120', 120, 30, 0.25],
    ['nobody of 120', 120, 0, 0],
    ['all of 120', 120, 120, 1],
    ['five of 120', 120, 5, 5 / 120],
    ['all but five of 120', 120, 115, 115 / 120],
    ['33 of 120: to the nearest five', 120, 33, 35 / 120],
    ['112 of 117: to the nearest five', 117, 112, 110 / 117],
    ['all of 118: no more than all', 118, 118, 118 / 118],
    ['four of 120: held back', 120, 4, null],
    ['all but four of 120: held back', 120, 116, null],
    ['nobody of nobody: unknown', 0, 0, null],
  ])('of %s', (_what, members, served, expected) => {
    expect(subjectFacts({ ...nothing, reach: publishableReach({ members, served }) }).reach).toBe(expected);
  });

  it('that is held back is not in what is kept with a score either', () => {
    expect(publishableReach({ members: 120, served: 3 })).toEqual({ members: 120, served: null });
  });
});
