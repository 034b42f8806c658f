import { describe, expect, it } from '@jest/globals';
import type { FundRule } from './fund-rule.model.js';
import { welfareBoundOf } from './welfare-bound.model.js';

const welfare = (amount: bigint): FundRule => ({ key: 'welfare', kind: 'welfareAmount', amount });
const meal: FundRule = { key: 'meal', kind: 'mealAmount', amount: 100n };

describe('what may be spent on one member in a year', () => {
  it.each([
    ['nothing is said without a set', [], null],
    ['nothing is said by other rules', [{ name: '市', rules: [meal] }], null],
    [
      'the one rule there is',
      [{ name: '市', rules: [meal, welfare(200_000n)] }],
      { amountFen: 200_000n, setName: '市' },
    ],
    [
      'the least of all unions above',
      [
        { name: '市', rules: [welfare(200_000n)] },
        { name: '区', rules: [welfare(150_000n)] },
      ],
      { amountFen: 150_000n, setName: '区' },
    ],
    [
      'of two that are alike the one of the union above',
      [
        { name: '市', rules: [welfare(1n)] },
        { name: '区', rules: [welfare(1n)] },
      ],
      { amountFen: 1n, setName: '市' },
    ],
  ])('%s', (_what, sets, expected) => {
    expect(welfareBoundOf(sets)).toEqual(expected);
  });
});
