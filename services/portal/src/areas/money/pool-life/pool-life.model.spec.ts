import { describe, expect, it } from '@jest/globals';
import { refundActs, usageFields } from './pool-life.model.js';
import { isRefundAmount, linesOf } from './refund-form.js';

describe('the lines of a refund', () => {
  it('are the bills that money came back on', () => {
    expect(linesOf({ amounts: { a: '80.5', b: '', c: '0' } })).toEqual([
      { itemId: 'a', amount: { amount: '8050', currency: 'CNY' } },
    ]);
  });

  it.each([
    ['', true],
    [undefined, true],
    ['12.30', true],
    ['12.345', false],
    ['zwölf', false],
  ])('%s may stand there: %s', (text, expected) => {
    expect(isRefundAmount(text)).toBe(expected);
  });
});

describe('what may be done to a refund', () => {
  const both = { id: 'me', isFinance: true, isApprover: true };
  it.each([
    ['proposed', 'me', { approve: false, withdraw: true, reverse: false, own: true }],
    ['proposed', 'other', { approve: true, withdraw: true, reverse: false, own: false }],
    ['posted', 'other', { approve: false, withdraw: false, reverse: true, own: false }],
    ['posted', 'me', { approve: false, withdraw: false, reverse: false, own: false }],
    ['returned', 'other', { approve: false, withdraw: false, reverse: false, own: false }],
  ] as const)('E83: in %s, proposed by %s', (state, proposedBy, expected) => {
    expect(refundActs({ state, proposedBy }, both)).toEqual(expected);
  });
});

describe('the fields of usage', () => {
  const party = { kind: 'union' as const, id: 'u', name: '甲厂工会' };
  const usage = (proposed: boolean, used: number | null) => ({
    costPoolId: 'p',
    needed: true,
    proposed,
    reason: null,
    parties: [{ party, proposed: 6, used, loans: [] }],
  });
  it('are what was taken last, else what the loans say, else nothing', () => {
    expect(usageFields(usage(true, 4))).toEqual({ 'union:u': '4' });
    expect(usageFields(usage(true, null))).toEqual({ 'union:u': '6' });
    expect(usageFields(usage(false, null))).toBeUndefined();
  });
});
