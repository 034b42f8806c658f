import { describe, expect, it } from '@jest/globals';
import type { SplitRuleDto } from '@gongxiang/contracts/settlement/splits/split.contract';
import type { Party } from '@gongxiang/domain';
import type { Host } from '../../activities/agreement/agreement.model.js';
import { headsByParty, poolsOfLeaver, ruleWithout, termsWithout } from './leaving.model.js';

const equal: SplitRuleDto = { kind: 'equal' };
const fen = (amount: string) => ({ amount, currency: 'CNY' as const });

describe('a rule without a party', () => {
  const ratio = (weights: Record<string, number>): SplitRuleDto => ({ kind: 'ratio', weights });

  it.each<[string, SplitRuleDto, SplitRuleDto | null]>([
    ['equal shares stay equal', equal, equal],
    ['its weight goes', ratio({ a: 1, b: 2, c: 3 }), ratio({ a: 1, b: 2 })],
    ['where it had all the weight nothing is left', ratio({ c: 3 }), null],
    [
      'by heads, with what applies otherwise',
      { kind: 'headcount', else: ratio({ a: 1, c: 1 }) },
      { kind: 'headcount', else: ratio({ a: 1 }) },
    ],
    ['by heads alone', { kind: 'headcount', else: null }, { kind: 'headcount', else: null }],
    [
      'its fixed amount goes to the rest',
      { kind: 'fixed', amounts: { a: fen('100'), c: fen('200') }, rest: equal },
      { kind: 'fixed', amounts: { a: fen('100') }, rest: equal },
    ],
    [
      'with no fixed amount left the rest is all',
      { kind: 'fixed', amounts: { c: fen('200') }, rest: equal },
      equal,
    ],
    [
      'the share of the host who leaves goes to the rest',
      { kind: 'hostShare', party: 'c', percent: '30', rest: equal },
      equal,
    ],
    [
      'that of another stays',
      { kind: 'hostShare', party: 'a', percent: '30', rest: ratio({ b: 1, c: 1 }) },
      { kind: 'hostShare', party: 'a', percent: '30', rest: ratio({ b: 1 }) },
    ],
    [
      'what it gave is not given',
      { kind: 'subsidyFirst', source: 'c', upTo: fen('900'), rest: equal },
      equal,
    ],
    [
      'each tier for itself',
      {
        kind: 'tiers',
        tiers: [
          { upTo: fen('500'), rule: ratio({ a: 1, c: 1 }) },
          { upTo: null, rule: equal },
        ],
      },
      {
        kind: 'tiers',
        tiers: [
          { upTo: fen('500'), rule: ratio({ a: 1 }) },
          { upTo: null, rule: equal },
        ],
      },
    ],
    [
      'a tier of which nothing is left leaves a hole',
      {
        kind: 'tiers',
        tiers: [
          { upTo: fen('500'), rule: ratio({ c: 1 }) },
          { upTo: null, rule: equal },
        ],
      },
      null,
    ],
  ])('%s', (_case, rule, expected) => {
    expect(ruleWithout(rule, 'c')).toEqual(expected);
  });
});

describe('the terms without a host', () => {
  const host = (kind: Host['kind'], id: string, unionId = id): Host => ({ kind, id, name: id, unionId });
  const parties: Party[] = [
    { kind: 'union', id: 'a' },
    { kind: 'union', id: 'b' },
  ];
  const terms = { parties, rule: equal, caps: { 'union:b': fen('100') }, floors: {} };

  it('name those alone who stay, with their bounds', () => {
    expect(termsWithout(terms, [host('union', 'a')])).toEqual({
      parties: [{ kind: 'union', id: 'a' }],
      rule: equal,
      caps: {},
      floors: {},
    });
  });

  it('change nothing where the union that pays for it stays', () => {
    expect(termsWithout(terms, [host('union', 'a'), host('club', 'k', 'b')])).toEqual(terms);
  });
});

describe('the heads that count', () => {
  const union = (id: string): Party => ({ kind: 'union', id });
  const enterprise: Party = { kind: 'enterprise', id: 'e' };
  const places: Record<string, string> = { a: '1.2.', b: '1.2.3.', e: '1.2.3.' };

  it('are for the nearest union at or above that of whoever comes, and once', () => {
    const heads = [
      { unionPath: '1.2.3.4.', heads: 5 },
      { unionPath: '1.2.5.', heads: 7 },
      { unionPath: '1.9.', heads: 11 },
    ];
    const counts = headsByParty([union('a'), union('b'), enterprise], ({ id }) => places[id], heads);
    expect(Object.fromEntries(counts)).toEqual({ 'union:a': 7, 'union:b': 5, 'enterprise:e': 0 });
    const alone = headsByParty([union('a'), enterprise], ({ id }) => places[id], heads);
    expect(Object.fromEntries(alone)).toEqual({ 'union:a': 7, 'enterprise:e': 5 });
  });
});

describe('the pools of a co-host that leaves', () => {
  const pool = (unionId: string | null, more: object = {}) => ({
    unionId,
    sex: null,
    releasedAt: null,
    ...more,
  });
  const pools = [
    pool(null),
    pool('b'),
    pool('c'),
    pool('b', { sex: 'female' }),
    pool('b', { releasedAt: new Date(0) }),
  ];

  it('are those of its union that are still kept for it, and for everybody who may use them', () => {
    expect(poolsOfLeaver(pools, { unionId: 'b' }, [])).toEqual([pool('b')]);
  });

  it('stay where somebody who stays stands on the same union', () => {
    const club: Host = { kind: 'club', id: 'k', name: 'k', unionId: 'b' };
    expect(poolsOfLeaver(pools, { unionId: 'b' }, [club])).toEqual([]);
  });
});
