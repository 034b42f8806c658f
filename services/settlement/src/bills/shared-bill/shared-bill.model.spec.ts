import { describe, expect, it } from '@jest/globals';
import { type Party, partyKey } from '@gongxiang/domain';
import { splitTermsOf } from '../../agreements/agreement/verdict.model.js';
import { splitCost } from '../../splits/split/split.model.js';
import { sharedTerms } from './shared-bill.model.js';

const unions = ['a', 'b', 'c'].map((id): Party => ({ kind: 'union', id }));
const money = { incomeKind: 'dues', expenseCode: '1.3' };

function sharesOf(total: bigint, weights: readonly (number | undefined)[], rotation = 0): bigint[] {
  const sharing = weights.map((weight, index) => {
    const party = unions[index] ?? { kind: 'union', id: '?' };
    return weight === undefined ? { party } : { party, weight };
  });
  const terms = splitTermsOf(sharedTerms(sharing, money));
  const parties = sharing.map(({ party }) => ({ id: partyKey(party), headcount: 0, usage: null }));
  return splitCost({ ...terms, total, parties, rotation, headsOutside: 0 }).shares.map(
    ({ amount }) => amount,
  );
}

describe('the shares of a shared bill', () => {
  it.each([
    // 1200.00 / 3 = 400.00
    ['equal', 120_000n, [undefined, undefined, undefined], [40_000n, 40_000n, 40_000n]],
    // 100.00 / 3 = 33.33 and one fen left, for the first in turn
    ['equal, with an odd fen', 10_000n, [undefined, undefined, undefined], [3_334n, 3_333n, 3_333n]],
    // 0.01 / 3: one of them bears it
    ['a single fen', 1n, [undefined, undefined, undefined], [1n, 0n, 0n]],
    // 90.00 × 1/6, 2/6, 3/6
    ['by weights', 9_000n, [1, 2, 3], [1_500n, 3_000n, 4_500n]],
    // 100.00 × 1/4 = 25.00, 2/4 = 50.00, an absent weight is 1: 25.00
    ['by weights where one is absent', 10_000n, [1, 2, undefined], [2_500n, 5_000n, 2_500n]],
    // 1.00 × 2/3 = 66.67, 1/3 = 33.33: 0.67 and 0.33
    ['by weights of two, with an odd fen', 100n, [2, 1], [67n, 33n]],
  ] as const)('are %s', (_, total, weights, shares) => {
    const found = sharesOf(total, weights);
    expect(found).toEqual(shares);
    expect(found.reduce((sum, share) => sum + share, 0n)).toBe(total);
  });

  it('are equal where all weights are the same, whatever they are', () => {
    const sharing = unions.map((party) => ({ party, weight: 7 }));
    expect(sharedTerms(sharing, money).rule).toEqual({ kind: 'equal' });
  });

  it('give the odd fen to the next in turn with the next bill of the same parties', () => {
    expect(sharesOf(10_000n, [1, 1, 1], 1)).toEqual([3_333n, 3_334n, 3_333n]);
  });
});
