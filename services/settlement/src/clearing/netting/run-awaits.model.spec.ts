import { describe, expect, it } from '@jest/globals';
import { awaitsOfRun } from './run-awaits.model.js';

const run = {
  id: 'run',
  unionId: 'root',
  state: 'proposed',
  periodFrom: '2026-11-01',
  periodTo: '2026-11-30',
  transfers: [
    { from: 'union:b', to: 'union:a', amountFen: '4000' },
    { from: 'union:c', to: 'union:a', amountFen: '2500' },
  ],
  createdBy: 'p1',
} as const;
const awaitsOf = (more: object = {}) =>
  awaitsOfRun({ ...run, transfers: [...run.transfers], ...more }, '区总工会', { roles: ['approver'] });

describe('a netting run', () => {
  it('that is proposed waits for who confirms it, but not for who proposes it', () => {
    expect(awaitsOf()).toMatchObject([
      {
        kind: 'nettingRunProposed',
        offices: { roles: ['approver'], unionIds: ['root'], isNearest: true, exceptIds: ['p1'] },
        title: '区总工会',
        values: { fen: '6500', periodFrom: '2026-11-01', periodTo: '2026-11-30' },
      },
    ]);
  });

  it.each(['confirmed', 'withdrawn'])('that is %s waits for nobody', (state) => {
    expect(awaitsOf({ state })).toEqual([]);
  });
});
