import { describe, expect, it } from '@jest/globals';
import { DomainError, toWire } from '@gongxiang/domain';
import { type IncomingUse, readUse, requireCovered } from './cost-use.model.js';
import { type IncomingFundRule, readRules } from './fund-rule.model.js';
import { measureText, ruleText } from './rule-text.model.js';

function problemOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, at: error.errors.map(({ pointer, code }) => `${pointer} ${code}`) };
  }
}

describe('the rules of a set', () => {
  it('are read by kind, with what may be left out', () => {
    const rules: IncomingFundRule[] = [
      { key: 'a', kind: 'prizeShare', share: { numerator: 2, denominator: 3 } },
      { key: 'b', kind: 'prizeAmount', amount: toWire(80_000n) },
      { key: 'c', kind: 'souvenirAmount', amount: toWire(0n) },
      { key: 'd', kind: 'expenseBarred', incomeKind: 'allotment', expenseCodes: ['4'] },
      { key: 'e', kind: 'giftNotCash' },
    ];
    expect(readRules(rules)).toEqual([
      { key: 'a', kind: 'prizeShare', share: { numerator: 2, denominator: 3 } },
      { key: 'b', kind: 'prizeAmount', amount: 80_000n, grade: null },
      { key: 'c', kind: 'souvenirAmount', amount: 0n, onlyWithoutPrizes: false },
      { key: 'd', kind: 'expenseBarred', incomeKind: 'allotment', expenseCodes: ['4'] },
      { key: 'e', kind: 'giftNotCash' },
    ]);
  });

  it.each<{ what: string; rules: IncomingFundRule[]; code: string; at: string }>([
    {
      what: 'a limit without its amount',
      rules: [{ key: 'a', kind: 'mealAmount' }],
      code: 'VALIDATION_FAILED',
      at: '/rules/0/amount REQUIRED',
    },
    {
      what: 'a field of another kind',
      rules: [{ key: 'a', kind: 'giftNotCash', amount: toWire(1n) }],
      code: 'VALIDATION_FAILED',
      at: '/rules/0/amount UNKNOWN_FIELD',
    },
    {
      what: 'a key that names two',
      rules: [
        { key: 'a', kind: 'giftNotCash' },
        { key: 'a', kind: 'outingSameDay' },
      ],
      code: 'FUND_RULE_KEY_TWICE',
      at: '/rules/1/key FUND_RULE_KEY_TWICE',
    },
    {
      what: 'more than the whole',
      rules: [{ key: 'a', kind: 'prizeShare', share: { numerator: 4, denominator: 3 } }],
      code: 'FUND_RULE_SHARE_ABOVE_WHOLE',
      at: '/rules/0/share FUND_RULE_SHARE_ABOVE_WHOLE',
    },
    {
      what: 'an amount below nought',
      rules: [{ key: 'a', kind: 'feeAmount', amount: toWire(-1n) }],
      code: 'AMOUNT_NEGATIVE',
      at: '/rules/0/amount AMOUNT_NEGATIVE',
    },
  ])('are refused for $what', ({ rules, code, at }) => {
    expect(problemOf(() => readRules(rules))).toEqual({ code, at: [at] });
  });
});

describe('what a bill was for', () => {
  const prizes = (count: number, fen: bigint): IncomingUse => ({
    kind: 'prize',
    recipients: count,
    prizes: [{ grade: 'first', count, unit: toWire(fen) }],
  });

  it.each<{ what: string; use: IncomingUse; problem: { code: string; at: string[] } }>([
    {
      what: 'prizes of which nobody says who won',
      use: { ...prizes(1, 1n), recipients: null },
      problem: { code: 'VALIDATION_FAILED', at: ['/use/recipients REQUIRED'] },
    },
    {
      what: 'a meal with nights of a fee',
      use: { kind: 'meal', heads: 1, days: 1, minutes: 3 },
      problem: { code: 'VALIDATION_FAILED', at: ['/use/minutes UNKNOWN_FIELD'] },
    },
    {
      what: 'an outing that comes back before it sets out',
      use: { kind: 'outing', from: '2026-05-02', to: '2026-05-01' },
      problem: { code: 'DATES_REVERSED', at: ['/use/to DATES_REVERSED'] },
    },
  ])('is refused for $what', ({ use, problem }) => {
    expect(problemOf(() => readUse(use))).toEqual(problem);
  });

  it('prices come to the bill, rounded up to the fen where it does not divide', () => {
    const covered = (fen: bigint) => problemOf(() => requireCovered(readUse(prizes(3, fen)), 10_000n));
    // 3 · 33.33 = 99.99.
    expect(covered(3_333n)).toEqual({
      code: 'USE_NOT_AMOUNT',
      at: ['/use/prizes USE_NOT_AMOUNT'],
    });
    expect(covered(3_334n)).toBeUndefined();
    expect(covered(3_335n)).toMatchObject({ code: 'USE_NOT_AMOUNT' });
  });
});

it('a breach is told in both languages', () => {
  expect([ruleText('mealAmount', 'zh-CN'), measureText(40_000n, 'money', 'zh-CN')]).toEqual([
    '每人每天餐费',
    '¥400.00',
  ]);
  expect([measureText(80_000n, 'perPiece', 'zh-CN'), measureText(80_000n, 'perPiece', 'en')]).toEqual([
    '每件 ¥800.00',
    '¥800.00 each',
  ]);
  expect([measureText(66n, 'heads', 'zh-CN'), measureText(2n, 'days', 'en')]).toEqual(['66 人', '2 days']);
});
