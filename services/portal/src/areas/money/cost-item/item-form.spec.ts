import { describe, expect, it } from '@jest/globals';
import { harbour, mill } from '../money.fixture.js';
import { likelyItem } from './item-form.js';

const parties = [harbour, mill];

describe('a bill before anything is typed', () => {
  it('is that of the one party that is the reader’s, out of its dues', () => {
    expect(likelyItem({ parties, subsidySource: null }, [mill.id])).toEqual({
      payer: `union:${mill.id}`,
      incomeKind: 'dues',
    });
  });

  it('may also be paid out of a subsidy where there is one', () => {
    expect(likelyItem({ parties, subsidySource: harbour }, [mill.id])).toEqual({ payer: `union:${mill.id}` });
  });

  it.each([
    ['none', []],
    ['both', [harbour.id, mill.id]],
  ])('is left to the reader where %s of the parties are theirs', (_what, own) => {
    expect(likelyItem({ parties, subsidySource: null }, own)).toEqual({});
  });
});
