import { describe, expect, it } from '@jest/globals';
import type { SplitRule } from '../../splits/split/rule.model.js';
import { asksForUsage, hoursOf, isCorrected, usageByParty, usageOf } from './loan-usage.model.js';

const at = (time: string): Date => new Date(`2026-11-01T${time}:00+08:00`);
const use = (from: string, to: string, pieces = 1) => ({ pieces, handedOverAt: at(from), until: at(to) });

describe('the usage of a loan', () => {
  it.each([
    [use('09:00', '12:00'), 3, 3],
    // Three hours and a minute are four begun; with two pieces eight.
    [use('09:00', '12:01', 2), 4, 8],
    [use('09:00', '09:00'), 1, 1],
    [use('09:00', '09:30', 5), 1, 5],
  ])('is each hour begun × pieces', (one, hours, usage) => {
    expect([hoursOf(one), usageOf(one)]).toEqual([hours, usage]);
  });

  it('counts for the party whose people would count as well', () => {
    const parties = [
      { key: 'union:a', unionPath: '1.1.' },
      { key: 'union:b', unionPath: '1.2.' },
    ];
    const uses = [
      { ...use('09:00', '11:00'), unionPath: '1.1.4.' },
      { ...use('09:00', '10:00', 3), unionPath: '1.1.' },
      { ...use('09:00', '10:00'), unionPath: '1.9.' },
    ];
    expect(Object.fromEntries(usageByParty(parties, uses))).toEqual({ 'union:a': 5, 'union:b': 0 });
  });
});

describe('a usage that is given', () => {
  const proposed = new Map([
    ['union:a', 5],
    ['union:b', 0],
  ]);
  it.each([
    [{ 'union:a': 5, 'union:b': 0 }, false],
    [{ 'union:a': 5 }, false],
    [{ 'union:a': 4, 'union:b': 0 }, true],
    [{ 'union:b': 1 }, true],
  ])('%o is another than what the loans say: %s', (entered, expected) => {
    expect(isCorrected(entered, proposed)).toBe(expected);
  });
});

describe('a rule', () => {
  const usage: SplitRule = { kind: 'usage' };
  it.each<[SplitRule, boolean]>([
    [usage, true],
    [{ kind: 'equal' }, false],
    [{ kind: 'ratio', weights: {} }, false],
    [{ kind: 'headcount', else: usage }, true],
    [{ kind: 'headcount' }, false],
    [{ kind: 'fixed', amounts: {}, rest: usage }, true],
    [{ kind: 'tiers', tiers: [{ upTo: null, rule: { kind: 'equal' } }] }, false],
    [{ kind: 'tiers', tiers: [{ upTo: null, rule: usage }] }, true],
  ])('%o asks for usages: %s', (rule, expected) => {
    expect(asksForUsage(rule)).toBe(expected);
  });
});
