import { describe, expect, it } from '@jest/globals';
import { awaitsOfPool } from './pool-awaits.model.js';

const may = { approve: { roles: ['approver'] }, submit: { roles: ['finance'] } } as const;
const facts = { title: '夏季运动会', preparerIds: ['p1'], bookkeeperIds: ['street'] };
const pool = {
  id: 'pool',
  unionId: 'a',
  state: 'open',
  totalFen: 12_000n,
  submittedAt: null,
  returnReason: null,
} as const;
const office = (role: string, exceptIds: string[] = []) => ({
  roles: [role],
  unionIds: ['a', 'street'],
  isNearest: true,
  exceptIds,
});

describe('a cost pool', () => {
  it.each([
    ['is gathered', pool],
    ['is approved', { ...pool, state: 'approved' }],
    ['is reversed', { ...pool, state: 'reversed' }],
  ] as const)('waits for nobody while it %s', (_what, row) => {
    expect(awaitsOfPool(row, facts, may)).toEqual([]);
  });

  it('that is submitted waits for who approves it, but not for who has prepared it', () => {
    const submittedAt = new Date('2026-11-20T01:00:00Z');
    expect(awaitsOfPool({ ...pool, state: 'submitted', submittedAt }, facts, may)).toMatchObject([
      {
        kind: 'costPoolSubmitted',
        offices: office('approver', ['p1']),
        about: { moneyId: 'pool' },
        title: '夏季运动会',
        values: { fen: '12000' },
        slot: String(submittedAt.getTime()),
      },
    ]);
  });

  it('that was returned waits for who submits it, with the reason', () => {
    expect(awaitsOfPool({ ...pool, returnReason: '缺发票' }, facts, may)).toMatchObject([
      { kind: 'costPoolReturned', offices: office('finance'), values: { reason: '缺发票' } },
    ]);
  });
});
