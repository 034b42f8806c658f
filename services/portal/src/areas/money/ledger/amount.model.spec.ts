import { describe, expect, it } from '@jest/globals';
import { less, plotted, runningBalances, sumOf } from './amount.model.js';

const fen = (amount: string) => ({ amount });

describe('amounts', () => {
  it.each([
    { amounts: [], sum: '0' },
    { amounts: ['1', '2'], sum: '3' },
    { amounts: ['9007199254740993', '-1'], sum: '9007199254740992' },
  ])('E69: add up $amounts to the fen', ({ amounts, sum }) => {
    expect(sumOf(amounts.map(fen))).toEqual({ amount: sum });
  });

  it('E69: are taken from each other to the fen', () => {
    expect(less(fen('10'), fen('9007199254740993'))).toEqual({ amount: '-9007199254740983' });
  });

  it('are drawn in 元', () => {
    expect(plotted(fen('-1250'))).toBe(-12.5);
  });
});

describe('the balance after each posting', () => {
  it('rises with a credit and falls with a debit', () => {
    const postings = [
      { debitAccountId: 'other', amount: fen('500') },
      { debitAccountId: 'mine', amount: fen('800') },
      { debitAccountId: 'other', amount: fen('300') },
    ];
    const found = runningBalances(postings, 'mine');
    expect(found.map(({ change }) => change.amount)).toEqual(['500', '-800', '300']);
    expect(found.map(({ balance }) => balance.amount)).toEqual(['500', '-300', '0']);
  });

  it('is nothing where there are none', () => {
    expect(runningBalances([], 'mine')).toEqual([]);
  });
});
