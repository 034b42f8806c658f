import { describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import {
  endedMembership,
  fullMembership,
  fullStanding,
  recordedEnd,
  retainedMembership,
  returnableUntil,
  returnedMembership,
} from './membership-standing.model.js';
import type { MembershipRow } from './membership.entity.js';

const today = '2026-11-20';
const row: MembershipRow = {
  id: newId(),
  personId: newId(),
  unionId: newId(),
  state: 'active',
  ...fullStanding,
  validFrom: '2020-01-05',
  validTo: null,
  servedByUnionId: null,
  employmentKind: null,
  createdAt: new Date('2020-01-05T00:00:00Z'),
  admittedBy: null,
};

describe('the end of a membership', () => {
  it.each([
    [
      'without a day it is today, without a reason another',
      {},
      { validTo: today, reason: 'other', decision: null },
    ],
    [
      'a lapse has its decision',
      { reason: 'lapsed', decision: ' 3 号 ' },
      { reason: 'lapsed', decision: '3 号' },
    ],
    ['who leaves needs none', { reason: 'left', decision: '3 号' }, { reason: 'left', decision: null }],
    ['it may be earlier', { validTo: '2026-11-01' }, { validTo: '2026-11-01' }],
  ] as const)('%s', (_name, request, expected) => {
    expect(recordedEnd(request, today)).toMatchObject(expected);
  });

  it.each([
    ['an expulsion without a decision', { reason: 'expelled', decision: ' ' }, 'END_DECISION_REQUIRED'],
    ['a lapse without a decision', { reason: 'lapsed' }, 'END_DECISION_REQUIRED'],
    ['a day that is still to come', { validTo: '2026-11-21' }, 'END_IN_FUTURE'],
  ] as const)('refuses %s', (_name, request, code) => {
    expect(() => recordedEnd(request, today)).toThrow(expect.objectContaining({ code }));
  });

  it('comes once, and not before the beginning', () => {
    const end = recordedEnd({ reason: 'left' }, today);
    const ended = endedMembership(row, end);
    expect(ended).toEqual({ ...row, state: 'ended', validTo: today, endedReason: 'left' });
    expect(() => endedMembership(ended, end)).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
    );
    expect(() => endedMembership(row, { ...end, validTo: '2020-01-04' })).toThrow(
      expect.objectContaining({ code: 'PERIOD_ENDS_BEFORE_START' }),
    );
  });
});

describe('leaving by oneself', () => {
  const leftAt = new Date('2026-11-20T09:00:00+08:00');
  const left = endedMembership(row, { ...recordedEnd({ reason: 'left' }, today), leftAt });

  it('is taken back before seven days are over, and gives back the membership as it was', () => {
    // The 20th and seven days
    expect(returnableUntil(left)).toEqual(new Date('2026-11-27T09:00:00+08:00'));
    expect(returnedMembership(left, new Date('2026-11-27T08:59:59+08:00'))).toEqual(row);
    expect(() => returnedMembership(left, new Date('2026-11-27T09:00:00+08:00'))).toThrow(
      expect.objectContaining({ code: 'MEMBERSHIP_NOT_RETURNABLE' }),
    );
  });

  it('is not what an officer has recorded', () => {
    const ended = endedMembership(row, recordedEnd({ reason: 'left' }, today));
    expect(returnableUntil(ended)).toBeNull();
    expect(() => returnedMembership(ended, leftAt)).toThrow(
      expect.objectContaining({ code: 'MEMBERSHIP_NOT_RETURNABLE' }),
    );
  });
});

describe('a retained membership', () => {
  it('has a reason and a day, and is made full again', () => {
    const retained = retainedMembership(row, { reason: 'militaryService', from: '2026-09-01' }, today);
    expect(retained).toEqual({
      ...row,
      standing: 'retained',
      retainedReason: 'militaryService',
      retainedFrom: '2026-09-01',
    });
    expect(fullMembership(retained)).toEqual(row);
    expect(() => fullMembership(row)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });

  it.each(['2026-11-21', '2020-01-04'])('is not retained since %s', (from) => {
    expect(() => retainedMembership(row, { reason: 'retired', from }, today)).toThrow(
      expect.objectContaining({ code: 'RETAINED_AHEAD' }),
    );
  });
});
