import { describe, expect, it } from '@jest/globals';
import { awaitsOfProgramme } from './programme-awaits.model.js';

const programme = {
  id: 'programme',
  unionId: 'root',
  title: '社区共建补助',
  state: 'deciding',
  closesAt: null,
  round: 2,
} as const;
const none = { undecided: 0, involvedIds: [], objectorIds: [] };
const may = {
  manageSubsidyProgramme: { roles: ['officer', 'finance'] },
  decideSubsidies: { roles: ['officer'] },
  approveSubsidies: { roles: ['approver'] },
} as const;
const awaitsOf = (row: object, facts: object = {}) =>
  awaitsOfProgramme({ ...programme, ...row }, { ...none, ...facts }, may);

describe('a programme', () => {
  it('without a deadline waits for who ends its round, once somebody has applied', () => {
    expect(awaitsOf({ state: 'open' }, { undecided: 2 })).toMatchObject([
      { kind: 'subsidyApplied', offices: { roles: ['officer', 'finance'] }, values: { count: '2' } },
    ]);
    expect(awaitsOf({ state: 'open' })).toEqual([]);
    const closesAt = new Date('2026-12-31T16:00:00Z');
    expect(awaitsOf({ state: 'open', closesAt }, { undecided: 2 })).toEqual([]);
  });

  it('waits for who decides, while something is undecided', () => {
    expect(awaitsOf({}, { undecided: 3, involvedIds: ['p1'] })).toMatchObject([
      {
        kind: 'subsidyToDecide',
        offices: { roles: ['officer'], unionIds: ['root'], exceptIds: [] },
        values: { count: '3' },
        slot: '2',
      },
    ]);
  });

  it('then waits for who approves the awards, but not for who has applied or decided', () => {
    expect(awaitsOf({}, { involvedIds: ['p1'] })).toMatchObject([
      { kind: 'subsidyToApprove', offices: { roles: ['approver'], exceptIds: ['p1'] }, slot: '2' },
    ]);
  });

  it.each([
    ['one person', ['p1', 'p1'], ['p1']],
    ['several', ['p1', 'p2'], []],
  ])('waits for an answer to objections of %s', (_what, objectorIds, exceptIds) => {
    expect(awaitsOf({ state: 'notice' }, { objectorIds })).toMatchObject([
      { kind: 'objectionToAnswer', offices: { roles: ['officer'], exceptIds }, values: { count: '2' } },
    ]);
  });

  it.each(['draft', 'closed', 'cancelled'])('that is %s waits for nobody', (state) => {
    expect(awaitsOf({ state }, { undecided: 1, objectorIds: ['p1'] })).toEqual([]);
  });

  it('on notice to which nobody objects waits for nobody', () => {
    expect(awaitsOf({ state: 'notice' }, { undecided: 1 })).toEqual([]);
  });
});
