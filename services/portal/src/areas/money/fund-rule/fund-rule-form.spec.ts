import { describe, expect, it } from '@jest/globals';
import {
  differencesOf,
  type FundRule,
  formOf,
  keysFor,
  setStateOf,
  shareOf,
  shareText,
  totalsByRule,
  wordsOf,
} from './fund-rule-form.js';

const source = { title: '办法', number: null, place: null, issuedOn: null, isVerified: false };
const fen = (amount: string) => ({ amount, currency: 'CNY' as const });
const prize: FundRule = {
  key: 'prize-amount',
  kind: 'prizeAmount',
  source,
  amount: fen('80000'),
  grade: null,
};
const share: FundRule = {
  key: 'prize-share',
  kind: 'prizeShare',
  source,
  share: { numerator: 2, denominator: 3 },
};

describe('the form of a set', () => {
  it('E75: is read as it was written, for every kind', () => {
    const barred: FundRule = {
      key: 'expense-barred',
      kind: 'expenseBarred',
      source,
      incomeKind: 'allotment',
      expenseCodes: ['4', '5'],
    };
    const souvenir: FundRule = {
      key: 's',
      kind: 'souvenirAmount',
      source,
      amount: fen('10000'),
      onlyWithoutPrizes: true,
    };
    const words = {
      name: '规定',
      source,
      validFrom: '2026-01-01',
      validUntil: null,
      rules: [prize, share, barred, souvenir, { key: 'g', kind: 'giftNotCash' as const, source }],
    };
    expect(wordsOf(formOf(words))).toEqual(words);
  });

  it('leaves out what belongs to a kind that was chosen before', () => {
    const form = { rules: [{ kind: 'giftNotCash' as const, amount: '5', expenseCodes: ['4' as const] }] };
    expect(Object.keys(wordsOf(form).rules[0] ?? {})).toEqual(['key', 'kind', 'source']);
  });

  it('names new rules by their kind, and never twice', () => {
    const rules = [{ key: 'meal-amount' }, { kind: 'mealAmount' as const }, { kind: 'mealAmount' as const }];
    expect(keysFor(rules)).toEqual(['meal-amount', 'meal-amount-2', 'meal-amount-3']);
  });

  it.each([
    { typed: { numerator: '2', denominator: '3' }, read: { numerator: 2, denominator: 3 } },
    { typed: { numerator: '4', denominator: '3' }, read: null },
    { typed: { numerator: '0', denominator: '0' }, read: null },
    { typed: undefined, read: null },
  ])('reads the part $typed as $read', ({ typed, read }) => {
    expect(shareOf(typed)).toEqual(read);
  });
});

it('parts are told as people write them', () => {
  expect([
    shareText({ numerator: 2, denominator: 3 }),
    shareText({ numerator: 30, denominator: 100 }),
  ]).toEqual(['2/3', '30%']);
});

it('two sets differ in what is new, gone or changed, and not in the order of fields', () => {
  const dearer = { ...prize, amount: fen('90000') };
  const turned: FundRule = {
    source,
    share: { denominator: 3, numerator: 2 },
    kind: 'prizeShare',
    key: 'prize-share',
  };
  expect(differencesOf([prize, share], [turned, dearer])).toEqual([
    { key: 'prize-amount', before: prize, after: dearer },
  ]);
  expect(differencesOf([prize], [share]).map(({ key }) => key)).toEqual(['prize-share', 'prize-amount']);
});

it('what each rule would have stopped is added up in fen, the most first', () => {
  const broken = (ruleKey: string, amount: string) => ({
    ruleKey,
    kind: 'mealAmount' as const,
    overAmount: fen(amount),
  });
  const breaches = [broken('a', '1'), broken('b', '9007199254740993'), broken('a', '2')];
  expect(totalsByRule(breaches)).toEqual([
    { key: 'b', kind: 'mealAmount', count: 1, over: { amount: '9007199254740993' } },
    { key: 'a', kind: 'mealAmount', count: 2, over: { amount: '3' } },
  ]);
});

it('a state that the address does not know is none', () => {
  expect(setStateOf(new URLSearchParams('state=draft'))).toBe('draft');
  expect(setStateOf(new URLSearchParams('state=old'))).toBeUndefined();
});
