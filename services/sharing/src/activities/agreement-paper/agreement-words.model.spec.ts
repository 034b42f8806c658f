import { describe, expect, it } from '@jest/globals';
import type { SplitRuleDto } from '@gongxiang/contracts/settlement/splits/split.contract';
import {
  approvalWords,
  boundWords,
  dayText,
  expenseText,
  momentText,
  ruleWords,
  yuanText,
} from './agreement-words.model.js';

const fen = (amount: string) => ({ amount, currency: 'CNY' as const });
const nameOf = (key: string): string => ({ a: '甲工会', b: '乙工会' })[key] ?? key;
const equal: SplitRuleDto = { kind: 'equal' };

describe('a rule in words', () => {
  it.each<[string, SplitRuleDto, string[]]>([
    ['equal', equal, ['由各方平均分摊']],
    ['ratio', { kind: 'ratio', weights: { a: 3, b: 2 } }, ['按权重分摊：甲工会 3、乙工会 2']],
    ['headcount', { kind: 'headcount', else: equal }, ['按到场人数分摊', '>都为零时：', '>>由各方平均分摊']],
    ['usage', { kind: 'usage' }, ['按用量分摊']],
    [
      'fixed',
      { kind: 'fixed', amounts: { a: fen('186550') }, rest: equal },
      ['固定承担：甲工会 ¥1,865.50', '>其余：', '>>由各方平均分摊'],
    ],
    ['hostShare', { kind: 'hostShare', party: 'a', percent: '30' }, ['甲工会先承担 30%']],
    [
      'subsidyFirst by both',
      { kind: 'subsidyFirst', source: 'b', percent: '30', upTo: fen('500000') },
      ['乙工会先补助 30%，最多 ¥5,000.00'],
    ],
    ['subsidyFirst by percent', { kind: 'subsidyFirst', source: 'b', percent: '30' }, ['乙工会先补助 30%']],
    [
      'subsidyFirst by amount',
      { kind: 'subsidyFirst', source: 'b', upTo: fen('1') },
      ['乙工会先补助，最多 ¥0.01'],
    ],
    [
      'tiers',
      {
        kind: 'tiers',
        tiers: [
          { upTo: fen('100000'), rule: equal },
          { upTo: null, rule: { kind: 'usage' } },
        ],
      },
      [
        '分档：',
        '>累计不超过 ¥1,000.00 的部分：',
        '>>由各方平均分摊',
        '>超出以上各档的部分：',
        '>>按用量分摊',
      ],
    ],
  ])('%s', (_kind, rule, expected) => {
    expect(ruleWords(rule, nameOf).map(({ depth, text }) => '>'.repeat(depth) + text)).toEqual(expected);
  });
});

describe('the other words', () => {
  it.each([
    [yuanText(fen('5')), '¥0.05'],
    [yuanText(fen('-123456789')), '−¥1,234,567.89'],
    [boundWords({ b: fen('100') }, nameOf), '乙工会 ¥1.00'],
    [expenseText('1.2'), '1.2 职工活动·文体'],
    [expenseText('9.9'), '9.9'],
    [approvalWords({ silence: 'agrees', days: 7 }), '7 天内确认，不答复视为同意'],
    [approvalWords({ silence: 'disputes', days: 3 }), '3 天内确认，不答复视为有异议'],
    [dayText('2026-11-20'), '2026年11月20日'],
    [momentText(new Date('2026-11-20T01:01:00Z'), 'Asia/Shanghai'), '2026年11月20日 09:01'],
    [momentText(new Date('2026-11-19T16:05:00Z'), 'Asia/Shanghai'), '2026年11月20日 00:05'],
  ])('%s', (said, expected) => expect(said).toBe(expected));
});
