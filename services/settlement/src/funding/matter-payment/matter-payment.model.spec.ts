import { describe, expect, it } from '@jest/globals';
import { matterPaymentStates } from '@gongxiang/contracts/words/matter-payment';
import { sum } from '@gongxiang/domain';
import fc from 'fast-check';
import { actions } from '../actions.js';
import {
  awaitsOfPayment,
  hasDoneTheOtherHalf,
  isPossible,
  nextPaymentState,
  partsOf,
  requireDay,
} from './matter-payment.model.js';

const payees = (...weights: number[]) => weights.map((weight, at) => ({ pseudonym: `p${at}`, weight }));
const amountsOf = (fen: bigint, ...weights: number[]) =>
  partsOf(fen, payees(...weights)).map(({ amountFen }) => BigInt(amountFen));

describe('the parts of a payment', () => {
  it.each([
    // 10001 × 60 / 100 = 6000.6 and 4000.4: the fen that is left goes to the larger remainder.
    ['60/40 of 100.01', 10_001n, [60, 40], [6_001n, 4_000n]],
    ['60/40 of 1,000.00', 100_000n, [60, 40], [60_000n, 40_000n]],
    // A third of a fen each: equal remainders are served in their order.
    ['three alike of 100.00', 10_000n, [1, 1, 1], [3_334n, 3_333n, 3_333n]],
    ['one fen for two', 1n, [60, 40], [1n, 0n]],
    ['one payee', 50_000n, [1], [50_000n]],
  ])('E66: lose no fen: %s', (_what, fen, weights, expected) => {
    expect(amountsOf(fen, ...weights)).toEqual(expected);
  });

  it('sum to the amount, each within a fen of what is exact', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), weights, (fen, list) => {
        const parts = amountsOf(fen, ...list);
        const whole = sum(list.map(BigInt));
        expect(sum(parts)).toBe(fen);
        for (const [at, part] of parts.entries()) {
          // |part − fen × weight / whole| < 1, in whole numbers.
          const off = part * whole - fen * BigInt(list[at] ?? 0);
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });
});

describe('the life of a payment', () => {
  it.each([
    ['asked', ['approve', 'refuse']],
    ['approved', ['refuse', 'pay']],
    ['refused', []],
    ['paid', ['return']],
    ['returned', []],
  ] as const)('that is %s', (state, possible) => {
    const acts = ['approve', 'refuse', 'pay', 'return'] as const;
    expect(acts.filter((act) => isPossible(state, act))).toEqual(possible);
    for (const act of acts.filter((one) => !(possible as readonly string[]).includes(one)))
      expect(() => nextPaymentState(state, act)).toThrow(
        expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
      );
  });

  it('E83: is approved neither by who has asked for it, nor paid by who has approved it', () => {
    const hands = { askedBy: 'p1', approvedBy: 'p2' };
    const done = (act: 'approve' | 'refuse' | 'pay' | 'return') =>
      ['p1', 'p2', 'p3'].filter((person) => hasDoneTheOtherHalf(hands, act, person));
    expect([done('approve'), done('refuse'), done('pay'), done('return')]).toEqual([['p1'], [], ['p2'], []]);
  });

  it.each([
    ['2026-11-20', true],
    ['2026-11-27', true],
    ['2026-11-19', false],
    ['2026-11-28', false],
  ])('is paid on %s, between the 20th and today: %s', (on, isFine) => {
    const judge = () => requireDay(on, { from: '2026-11-20', today: '2026-11-27', pointer: '/paidOn' });
    if (isFine) expect(judge).not.toThrow();
    else expect(judge).toThrow(expect.objectContaining({ code: 'MATTER_PAYMENT_DAY' }));
  });
});

describe('a payment waits', () => {
  const row = {
    id: 'payment',
    unionId: 'a',
    amountFen: 50_000n,
    matterNumber: '20261127-7K3M9QPA',
    askedBy: 'p1',
    approvedBy: 'p2',
  };

  it.each([
    ['asked', 'matterPaymentAsked', ['approver'], ['p1']],
    ['approved', 'matterPaymentToPay', ['finance'], ['p2']],
  ] as const)('while it is %s', (state, kind, roles, exceptIds) => {
    expect(awaitsOfPayment({ ...row, state }, actions)).toMatchObject([
      { kind, offices: { roles, unionIds: ['a'], exceptIds }, values: { fen: '50000', direction: 'owes' } },
    ]);
  });

  it('for nobody once it is refused, paid or returned', () => {
    const over = matterPaymentStates.filter(
      (state) => awaitsOfPayment({ ...row, state }, actions).length === 0,
    );
    expect(over).toEqual(['refused', 'paid', 'returned']);
  });
});
