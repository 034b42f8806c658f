import { describe, expect, it } from '@jest/globals';
import { newId, partyKey } from '@gongxiang/domain';
import { type JudgedTerms, judgeTerms } from './verdict.model.js';

const union = () => ({ kind: 'union' as const, id: newId() });
const [a, b] = [union(), union()];
const known = {
  isKnown: (key: string) => [a, b].map(partyKey).includes(key),
  fundCategories: ['dues'],
  expenseCodes: ['1.2'],
};
const terms: JudgedTerms = {
  parties: [a, b],
  rule: { kind: 'equal' },
  fundCategory: 'dues',
  expenseCode: '1.2',
};

describe('the verdict on terms', () => {
  it('finds nothing in what is sound', () => {
    expect(judgeTerms(terms, known)).toEqual([]);
  });

  it('names everything that stands in the way, in the rule and beside it, before anyone signs', () => {
    const problems = judgeTerms(
      {
        parties: [a, b, { kind: 'club', id: newId() }],
        fundCategory: 'gold',
        expenseCode: '9.9',
        rule: {
          kind: 'tiers',
          tiers: [
            { upTo: { amount: '0', currency: 'CNY' }, rule: { kind: 'ratio', weights: { stranger: 1 } } },
            {
              upTo: { amount: '5', currency: 'CNY' },
              rule: { kind: 'hostShare', party: partyKey(a), percent: 'half', rest: { kind: 'equal' } },
            },
          ],
        },
        caps: { [partyKey(a)]: { amount: '1', currency: 'CNY' } },
      },
      known,
    );
    expect(problems.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/parties/2', 'PARTY_KIND_NOT_PAYING'],
      ['/fundCategory', 'FUND_CATEGORY_UNKNOWN'],
      ['/expenseCode', 'EXPENSE_CODE_UNKNOWN'],
      ['/rule/tiers/0/upTo', 'TIERS_NOT_RISING'],
      ['/rule/tiers/0/rule/weights/stranger', 'UNKNOWN_PARTY'],
      ['/rule/tiers/1/upTo', 'LAST_TIER_OPEN'],
      ['/rule/tiers/1/rule/percent', 'PERCENT_FORMAT'],
      ['/caps', 'CAPS_WITH_TIERS'],
    ]);
  });

  it('stops at what is too deep, and names it once', () => {
    let rule: JudgedTerms['rule'] = { kind: 'headcount' };
    for (let level = 1; level < 12; level += 1) rule = { kind: 'headcount', else: rule };
    expect(judgeTerms({ ...terms, rule }, known)).toMatchObject([
      { pointer: `/rule${'/else'.repeat(8)}`, code: 'RULE_TOO_DEEP' },
    ]);
  });
});
