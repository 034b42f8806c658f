import { describe, expect, it } from '@jest/globals';
import {
  type DraftProblem,
  draftOf,
  hasKind,
  kindsAt,
  newRule,
  newTier,
  ruleAmong,
  type RuleDraft,
  ruleOf,
  type SplitRule,
  withKind,
} from './rule-draft.js';

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });

function read(draft: RuleDraft): { rule: SplitRule; problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  return { rule: ruleOf(draft, '/rule', problems), problems };
}

describe('a rule', () => {
  it.each<[string, SplitRule]>([
    ['equal', { kind: 'equal' }],
    ['by weights', { kind: 'ratio', weights: { 'union:a': 3, 'union:b': 2 } }],
    ['by heads, else equal', { kind: 'headcount', else: { kind: 'equal' } }],
    ['fixed and the rest', { kind: 'fixed', amounts: { 'union:a': yuan('12050') }, rest: { kind: 'usage' } }],
    ['a part by one', { kind: 'hostShare', party: 'union:a', percent: '30', rest: { kind: 'equal' } }],
    [
      'a subsidy first',
      {
        kind: 'subsidyFirst',
        source: 'union:f',
        percent: '30',
        upTo: yuan('500000'),
        rest: { kind: 'headcount' },
      },
    ],
    [
      'tiers',
      {
        kind: 'tiers',
        tiers: [
          { upTo: yuan('100000'), rule: { kind: 'equal' } },
          { upTo: null, rule: { kind: 'headcount' } },
        ] as never,
      },
    ],
  ])('is read and written as the same: %s', (_name, rule) => {
    expect(read(draftOf(rule))).toEqual({ rule, problems: [] });
  });

  it('names the place of what cannot be read', () => {
    const inner = { ...newRule('ratio'), weights: { 'union:a': 'x', 'union:b': '' } };
    const { problems } = read({ ...newRule('fixed'), amounts: { 'union:a': '1.234' }, inner });
    expect(problems).toEqual([
      { pointer: '/rule/amounts/union:a', kind: 'amount' },
      { pointer: '/rule/rest/weights/union:a', kind: 'weight' },
    ]);
  });

  it('asks who bears a part, and how much', () => {
    const { problems } = read(withKind(newRule('equal'), 'hostShare'));
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/rule/party', '/rule/percent']);
  });

  it('has a bound for every tier but the last', () => {
    const { problems } = read({ ...newRule('tiers'), tiers: [newTier(), newTier()] });
    expect(problems).toEqual([{ pointer: '/rule/tiers/0/upTo', kind: 'amount' }]);
  });
});

describe('another kind of a rule', () => {
  it('splits the rest as the whole was split, and back', () => {
    const ratio = { ...newRule('ratio'), weights: { 'union:a': '3' } };
    const wrapped = withKind(ratio, 'subsidyFirst');
    expect(wrapped.inner).toEqual(ratio);
    expect(withKind(wrapped, 'ratio')).toEqual(ratio);
  });

  it('keeps the rest from one that takes something off to another', () => {
    const fixed = withKind(newRule('usage'), 'fixed');
    expect(withKind(fixed, 'hostShare').inner).toEqual(fixed.inner);
  });

  it('offers a subsidy at the root alone, and leaves alone at the deepest', () => {
    expect([kindsAt(1).includes('subsidyFirst'), kindsAt(2).includes('subsidyFirst')]).toEqual([true, false]);
    expect(kindsAt(8)).toEqual(['equal', 'ratio', 'headcount', 'usage']);
  });
});

it('is sent without what was typed for parties that host no more', () => {
  const texts = { 'union:a': '3', 'union:gone': '2' };
  const ratio = { ...newRule('ratio'), weights: texts };
  const host = { ...newRule('hostShare'), party: 'union:gone', percent: '30', inner: ratio };
  const rule = {
    ...newRule('tiers'),
    tiers: [{ upTo: '10', rule: { ...newRule('fixed'), amounts: texts } }],
  };
  expect(ruleAmong(host, ['union:a'])).toEqual({
    ...host,
    party: '',
    inner: { ...ratio, weights: { 'union:a': '3' } },
  });
  expect(ruleAmong(rule, ['union:a']).tiers[0]?.rule.amounts).toEqual({ 'union:a': '3' });
});

it('finds a kind anywhere in a rule', () => {
  const rule = { ...newRule('tiers'), tiers: [{ upTo: '', rule: withKind(newRule('usage'), 'fixed') }] };
  expect([hasKind(rule, 'usage'), hasKind(rule, 'ratio')]).toEqual([true, false]);
});
