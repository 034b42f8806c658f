import { describe, expect, it } from '@jest/globals';
import type { Matter } from './matter.model.js';
import { proposedPayment } from './proposed-payment.model.js';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const parts = [
  { label: '提出人', amount: yuan('60001') },
  { label: '实施人', amount: yuan('40000') },
];
const reward = { id: 'reward', kind: 'reward', label: '效益核算与奖励', parts };
const adopted = { id: 'adopted', label: '采纳并奖励', needs: ['panel', 'reward'] };
const thanked = { id: 'thanked', label: '采纳，不计效益', needs: ['panel'] };
const split = [
  { label: '提出人', weight: 60 },
  { label: '实施人', weight: 40 },
];

const matter = (changes: object = {}): Matter =>
  ({
    outcome: adopted.label,
    outcomes: [adopted, thanked],
    steps: [reward],
    pays: { expenseCode: '3.4', most: null, split },
    ...changes,
  }) as unknown as Matter;

describe('what a payment is filled in with', () => {
  it('is the reward on which the outcome rests: 600.01 and 400.00 are 1,000.01', () => {
    expect(proposedPayment(matter())).toEqual({ fen: '100001', step: '效益核算与奖励', parts });
  });

  it.each([
    ['whole where one is paid', { pays: { expenseCode: '3.4', most: null } }, '100001'],
    ['nothing where the outcome needs no reward', { outcome: thanked.label }, undefined],
    ['nothing where it is not worked out', { steps: [{ ...reward, parts: [] }] }, undefined],
    ['nothing where there is no such step', { steps: [] }, undefined],
    [
      'nothing where the reward is none',
      { steps: [{ ...reward, parts: [{ label: '提出人', amount: yuan('0') }] }], pays: null },
      undefined,
    ],
    [
      'nothing where a payment is split in other parts',
      { pays: { expenseCode: '3.4', most: null, split: [...split].reverse() } },
      undefined,
    ],
  ])('is %s', (_what, changes, fen) => {
    expect(proposedPayment(matter(changes))?.fen).toBe(fen);
  });
});
