import { describe, expect, it } from '@jest/globals';
import { actions } from '../actions.js';
import { awaitsOfSubsidy } from './subsidy-awaits.model.js';

const at = new Date('2026-11-20T01:00:00Z');
const reportDueAt = new Date('2027-03-30T01:00:00Z');
const subsidy = {
  id: 'subsidy',
  giverUnionId: 'giver',
  receiverUnionId: 'receiver',
  title: '职工健步走',
  state: 'offered',
  reportDueAt,
  reason: null,
  grantedFen: 200_000n,
  drawnFen: 60_000n,
  returnedFen: 0n,
  approvedBy: 'p1',
  sentAt: null,
  sentBy: null,
  reportedAt: null,
  reportedBy: null,
  reviewedBy: null,
} as const;
const awaitsOf = (more: object = {}) =>
  awaitsOfSubsidy({ ...subsidy, ...more }, { giver: '区总工会', receiver: '工会A' }, actions);

describe('a subsidy', () => {
  it.each([
    [
      'is accepted or declined by its receiver',
      {},
      'subsidyOffered',
      { roles: ['officer', 'finance'], unionIds: ['receiver'], exceptIds: ['p1'] },
      { fen: '200000', direction: 'owed' },
    ],
    [
      'is paid by its giver',
      { state: 'accepted' },
      'subsidyToPay',
      { roles: ['finance'], unionIds: ['giver'], exceptIds: [] },
      { fen: '200000', direction: 'owes', partyName: '工会A' },
    ],
    [
      'arrives at its receiver',
      { state: 'accepted', sentAt: at, sentBy: 'p2' },
      'subsidyToReceive',
      { roles: ['finance'], unionIds: ['receiver'], exceptIds: ['p2'] },
      { fen: '200000', direction: 'owed', partyName: '区总工会' },
    ],
    [
      'is reported on by its receiver',
      { state: 'active' },
      'subsidyToReport',
      { roles: ['officer', 'finance'], unionIds: ['receiver'], exceptIds: [] },
      { fen: '200000', at: reportDueAt.toISOString() },
    ],
    [
      'is reported on again where the report was returned',
      { state: 'active', reason: '缺发票', reportedAt: at },
      'subsidyToReport',
      { unionIds: ['receiver'] },
      { reason: '缺发票' },
    ],
    [
      'is accounted for by its giver',
      { state: 'reported', reportedAt: at, reportedBy: 'p3' },
      'subsidyReported',
      { roles: ['officer', 'finance'], unionIds: ['giver'], exceptIds: ['p3'] },
      { fen: '200000', partyName: '工会A' },
    ],
    [
      'goes back as far as it was not used',
      { state: 'accounted', reviewedBy: 'p4' },
      'subsidyToReclaim',
      { roles: ['approver'], unionIds: ['giver'], exceptIds: ['p4'] },
      { fen: '140000', direction: 'owed', partyName: '工会A' },
    ],
  ])('%s', (_what, more, kind, offices, values) => {
    expect(awaitsOf(more)).toMatchObject([
      { kind, offices, values, about: { moneyId: 'subsidy' }, title: '职工健步走' },
    ]);
  });

  it('has a deadline for its report, and another one of them is awaited after one was returned', () => {
    const [first, second] = [awaitsOf({ state: 'active' }), awaitsOf({ state: 'active', reportedAt: at })];
    expect(first).toMatchObject([{ slot: '', dueAt: reportDueAt }]);
    expect(second).toMatchObject([{ slot: String(at.getTime()), dueAt: reportDueAt }]);
  });

  it.each(['closed', 'declined'])('that is %s waits for nobody', (state) => {
    expect(awaitsOf({ state })).toEqual([]);
  });
});
