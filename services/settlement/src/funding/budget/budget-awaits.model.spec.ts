import { describe, expect, it } from '@jest/globals';
import { awaitsOfBudget } from './budget-awaits.model.js';

const budget = {
  id: 'budget',
  unionId: 'a',
  year: 2026,
  state: 'draft',
  returnReason: null,
  createdBy: 'p1',
  submittedBy: null,
  submittedAt: null,
} as const;
const may = { draftBudget: { roles: ['finance'] }, adoptBudget: { roles: ['approver'] } } as const;
const awaitsOf = (more: object = {}) =>
  awaitsOfBudget({ ...budget, ...more }, { title: '工会A', totalFen: 85_000n }, may);

describe('a budget', () => {
  it('that is submitted waits for who adopts it, but not for who has drafted or submitted it', () => {
    const submittedAt = new Date('2026-11-20T01:00:00Z');
    expect(awaitsOf({ state: 'submitted', submittedBy: 'p2', submittedAt })).toMatchObject([
      {
        kind: 'budgetSubmitted',
        offices: { roles: ['approver'], unionIds: ['a'], exceptIds: ['p1', 'p2'] },
        title: '工会A',
        values: { year: '2026', fen: '85000' },
        slot: String(submittedAt.getTime()),
      },
    ]);
  });

  it('that was returned waits for who submits it again', () => {
    expect(awaitsOf({ returnReason: '偏高' })).toMatchObject([
      {
        kind: 'budgetReturned',
        offices: { roles: ['finance'], exceptIds: [] },
        values: { year: '2026', reason: '偏高' },
      },
    ]);
  });

  it.each([{}, { state: 'adopted' }, { state: 'superseded' }])('waits for nobody else: %j', (more) => {
    expect(awaitsOf(more)).toEqual([]);
  });
});
