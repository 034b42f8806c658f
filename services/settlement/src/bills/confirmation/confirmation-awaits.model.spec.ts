import { describe, expect, it } from '@jest/globals';
import { awaitsOfConfirmation } from './confirmation-awaits.model.js';

const confirmBy = new Date('2026-11-27T01:00:00Z');
const row = {
  id: 'share',
  title: '夏季运动会',
  unionId: 'b',
  owesFen: 4_000n,
  owedFen: 0n,
  state: 'waiting',
  confirmBy,
} as const;
const awaitsOf = (more: object = {}) =>
  awaitsOfConfirmation({ ...row, ...more }, '工会B', { roles: ['finance', 'officer'] });

describe('a share', () => {
  it.each([
    ['that is owed', {}, { fen: '4000', direction: 'owes' }],
    ['that the party gets', { owesFen: 0n, owedFen: 8_000n }, { fen: '8000', direction: 'owed' }],
    ['of both', { owedFen: 1_000n }, { fen: '4000', direction: 'owes' }],
  ])('%s waits for who answers for the party, until its deadline', (_what, more, values) => {
    expect(awaitsOf(more)).toMatchObject([
      {
        kind: 'confirmationAsked',
        offices: { roles: ['finance', 'officer'], unionIds: ['b'], isNearest: true },
        about: { moneyId: 'share' },
        values: { ...values, at: confirmBy.toISOString(), partyName: '工会B' },
        dueAt: confirmBy,
      },
    ]);
  });

  it.each(['confirmed', 'disputed', 'lapsed'])('that is %s waits for nobody', (state) => {
    expect(awaitsOf({ state })).toEqual([]);
  });
});
