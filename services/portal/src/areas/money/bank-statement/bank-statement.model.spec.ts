import { describe, expect, it } from '@jest/globals';
import { duesActs, fitOf, lineViewOf, mayUndo, queryOfView } from './bank-statement.model.js';

describe('which lines are seen', () => {
  it.each([
    ['', 'open', { used: false }],
    ['view=used', 'used', { used: true }],
    ['view=waiting', 'waiting', { dues: 'waiting' }],
    ['view=returned', 'returned', { dues: 'returned' }],
    ['view=all', 'all', {}],
    ['view=nonsense', 'open', { used: false }],
  ] as const)('%j: %s', (search, view, query) => {
    const found = lineViewOf(new URLSearchParams(search));
    expect(found).toBe(view);
    expect(queryOfView(found)).toEqual(query);
  });
});

describe('an import is undone', () => {
  it.each([
    ['imported', 0, true, true],
    ['imported', 1, true, false],
    ['undone', 0, true, false],
    ['imported', 0, false, false],
  ] as const)('%s, %i used, finance %s: %s', (state, usedCount, isFinance, expected) => {
    expect(mayUndo({ state, usedCount }, isFinance)).toBe(expected);
  });
});

describe('a line that is dues', () => {
  it.each([
    ['waiting', null, ''],
    ['booked', null, ''],
    ['returned', 'overpaid', 'keep refund'],
    ['returned', 'unknown', 'refund'],
  ] as const)('%s (%s) can be released, and: %s', (state, reason, more) => {
    expect(duesActs({ state, reason })).toEqual({
      mayRelease: true,
      mayKeep: more.includes('keep'),
      mayRefund: more.includes('refund'),
    });
  });

  it('stays as it is once it was sent back', () => {
    const none = { mayRelease: false, mayKeep: false, mayRefund: false };
    expect(duesActs({ state: 'refunded', reason: 'overpaid' })).toEqual(none);
  });

  it.each([
    ['6000', 'arrears'],
    ['500', 'monthly'],
    ['501', null],
  ] as const)('of %s fen fits %s', (amount, expected) => {
    const fen = (of: string) => ({ amount: of, currency: 'CNY' as const });
    expect(fitOf({ amount: fen(amount) }, { arrears: fen('6000'), monthly: fen('500') })).toBe(expected);
  });
});
