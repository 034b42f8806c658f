import { describe, expect, it } from '@jest/globals';
import type { DuesLineReason, DuesLineState } from '@gongxiang/contracts/words/dues-line';
import { actions } from '../actions.js';
import { answeredDues, awaitsOfDues, type DuesLineAct, requireAct } from './bank-line-dues.model.js';

type Case = readonly [DuesLineState, DuesLineReason | null, ...DuesLineAct[]];

describe('a line that was assigned as dues', () => {
  it.each<Case>([
    ['waiting', null, 'release'],
    ['booked', null, 'release'],
    ['returned', 'overpaid', 'release', 'keep', 'refund'],
    ['returned', 'unknown', 'release', 'refund'],
    ['returned', 'ended', 'release', 'refund'],
    ['returned', 'takenBack', 'release', 'refund'],
    ['refunded', 'overpaid'],
  ])('%s (%s) can be done with: %s %s %s', (state, reason, ...possible) => {
    for (const act of ['release', 'keep', 'refund'] as const) {
      const acting = () => requireAct({ state, reason }, act);
      if (possible.includes(act)) expect(acting()).toEqual({ state, reason });
      else expect(acting).toThrow(expect.objectContaining({ code: 'BANK_LINE_NOT_DUES' }));
    }
  });

  it('is none where nobody has assigned it', () => {
    expect(() => requireAct(null, 'release')).toThrow(
      expect.objectContaining({ code: 'BANK_LINE_NOT_DUES' }),
    );
  });
});

const waiting = { version: 2, answer: 0, state: 'waiting', reason: null } as const;
const booked = { version: 2, answer: 1, reason: null, receipt: '2026-000012' } as const;
const takenBack = { version: 2, answer: 2, reason: 'takenBack', receipt: null } as const;

describe('an answer of membership', () => {
  it('books the line, or returns it', () => {
    expect(answeredDues(waiting, booked)).toEqual({
      state: 'booked',
      reason: null,
      receipt: '2026-000012',
      answer: 1,
    });
    expect(answeredDues({ ...waiting, state: 'booked', answer: 1 }, takenBack)).toMatchObject({
      state: 'returned',
      reason: 'takenBack',
      receipt: null,
    });
  });

  it.each([
    ['to an older version', { ...waiting, version: 3 }, booked],
    ['that a later one has overtaken', { ...waiting, answer: 2 }, booked],
    ['about what was sent back since', { ...waiting, state: 'refunded' }, booked],
  ] as const)('%s says nothing', (_which, before, answer) => {
    expect(answeredDues(before, answer)).toBeNull();
  });
});

describe('whom it waits for', () => {
  const dues = { unionId: 'union', statementId: 'statement', reference: 'HF260000123469', amountFen: 6_000n };

  it('is the finance of the union while it is returned', () => {
    expect(awaitsOfDues({ ...dues, state: 'returned' }, actions.importBankStatement)).toMatchObject([
      {
        kind: 'duesLineReturned',
        about: { moneyId: 'statement' },
        title: 'HF260000123469',
        offices: { roles: ['finance'], unionIds: ['union'] },
        values: { fen: '6000' },
      },
    ]);
  });

  it.each(['waiting', 'booked', 'refunded'] as const)('is nobody while it is %s', (state) => {
    expect(awaitsOfDues({ ...dues, state }, actions.importBankStatement)).toEqual([]);
  });
});
