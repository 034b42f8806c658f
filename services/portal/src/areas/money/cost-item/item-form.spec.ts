import { describe, expect, it } from '@jest/globals';
import { harbour, mill } from '../money.fixture.js';
import { likelyItem } from './item-form.js';

const parties = [harbour, mill];

describe('a bill before anything is typed', () => {
  it('is that of the one party that is the reader’s, out of its dues', () => {
    expect(likelyItem({ parties, subsidySource: null }, [mill.id], null)).toEqual({
      payer: `union:${mill.id}`,
      incomeKind: 'dues',
    });
  });

  it('may also be paid out of a subsidy where there is one', () => {
    expect(likelyItem({ parties, subsidySource: harbour }, [mill.id], null)).toEqual({
      payer: `union:${mill.id}`,
    });
  });

  it('has the expense code and the funds that the agreement names', () => {
    const terms = { fundCategory: 'allotment', expenseCode: '1.2' } as const;
    expect(likelyItem({ parties, subsidySource: null }, [mill.id], terms)).toEqual({
      payer: `union:${mill.id}`,
      incomeKind: 'allotment',
      expenseCode: '1.2',
    });
    expect(likelyItem({ parties, subsidySource: harbour }, [], terms)).toEqual({ expenseCode: '1.2' });
  });

  it('has no code that the form does not offer', () => {
    const terms = { fundCategory: 'dues', expenseCode: '6.9' } as const;
    expect(likelyItem({ parties, subsidySource: null }, [], terms)).toEqual({});
  });

  it.each([
    ['none', []],
    ['both', [harbour.id, mill.id]],
  ])('is left to the reader where %s of the parties are theirs', (_what, own) => {
    expect(likelyItem({ parties, subsidySource: null }, own, null)).toEqual({});
  });
});
