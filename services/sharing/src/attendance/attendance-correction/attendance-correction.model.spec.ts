import { describe, expect, it } from '@jest/globals';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import {
  awaitsOfCorrection,
  correctedUnion,
  requireClosed,
  requireDecider,
} from './attendance-correction.model.js';

const there = { heads: 3, unionId: 'seat' };
const notThere = { heads: 0, unionId: null };

describe('what is put right', () => {
  it.each([
    ['another number of heads, for the same union', there, { heads: 2, unionId: null }, 'seat'],
    ['another union, with the same heads', there, { heads: 3, unionId: 'other' }, 'other'],
    [
      'the person was not there: for the union that it stood under',
      there,
      { heads: 0, unionId: 'other' },
      'seat',
    ],
    ['the person was there: for their own union', notThere, { heads: 1, unionId: null }, 'own'],
    ['the person was there, for another union', notThere, { heads: 1, unionId: 'other' }, 'other'],
  ])('%s', (_case, before, wanted, unionId) => {
    expect(correctedUnion(before, { ...wanted, otherwise: 'own' })).toBe(unionId);
  });

  it.each([
    ['the same', there, { heads: 3, unionId: null }],
    ['the same, said in full', there, { heads: 3, unionId: 'seat' }],
    ['that the person was not there, which is known', notThere, { heads: 0, unionId: 'other' }],
  ])('is something: %s is refused', (_case, before, wanted) => {
    expect(() => correctedUnion(before, { ...wanted, otherwise: 'own' })).toThrow(
      'CORRECTION_CHANGES_NOTHING',
    );
  });

  it.each<ActivityState>(['draft', 'published', 'closing', 'cancelled'])('not of one that is %s', (state) => {
    expect(() => requireClosed(state)).toThrow('ACTIVITY_NOT_CLOSED');
  });

  it('of one that is closed', () => {
    expect(() => requireClosed('closed')).not.toThrow();
  });
});

describe('who decides', () => {
  const waiting = { state: 'proposed', proposedBy: 'proposer', personId: 'concerned' } as const;

  it('is a second person', () => {
    expect(() => requireDecider(waiting, 'second', 'approved')).not.toThrow();
  });

  it.each(['proposer', 'concerned'])('is not the %s', (decider) => {
    expect(() => requireDecider(waiting, decider, 'approved')).toThrow('SAME_PERSON');
  });

  it.each(['approved', 'refused', 'withdrawn'] as const)('once: what is %s stays so', (state) => {
    expect(() => requireDecider({ ...waiting, state }, 'second', 'approved')).toThrow('ILLEGAL_TRANSITION');
  });
});

describe('whom a correction waits for', () => {
  const activity = { id: 'activity', unionId: 'union', title: '羽毛球赛', timeZone: 'Asia/Shanghai' };
  const awaits = (state: 'proposed' | 'approved' | 'refused' | 'withdrawn') =>
    awaitsOfCorrection({ state, proposedBy: 'proposer', personId: 'concerned' }, activity, ['officer']);

  it('is a second person, never whom it is about', () => {
    const exceptIds = ['proposer', 'concerned'];
    expect(awaits('proposed')).toEqual([
      {
        kind: 'correctionProposed',
        why: 'decidesAttendance',
        about: { activityId: 'activity' },
        title: '羽毛球赛',
        timeZone: 'Asia/Shanghai',
        offices: { roles: ['officer'], unionIds: ['union'], isNearest: true, exceptIds, matters: [] },
      },
    ]);
  });

  it.each(['approved', 'refused', 'withdrawn'] as const)('is nobody once it is %s', (state) => {
    expect(awaits(state)).toEqual([]);
  });
});
