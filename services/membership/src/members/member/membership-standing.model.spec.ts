import { describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { endedMembership, fullStanding, recordedEnd } from './membership-standing.model.js';
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
