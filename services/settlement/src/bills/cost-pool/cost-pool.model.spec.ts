import { describe, expect, it } from '@jest/globals';
import { countedParties, headcountsOf, headsOutsideOf, nextState } from './cost-pool.model.js';

describe('the heads of a party', () => {
  const parties = countedParties([
    { key: 'union:district', kind: 'union', unionPath: '1.2.' },
    { key: 'union:plant', kind: 'union', unionPath: '1.2.5.' },
    { key: 'enterprise:plant', kind: 'enterprise', unionPath: '1.2.5.' },
    { key: 'enterprise:shop', kind: 'enterprise', unionPath: '1.3.' },
  ]);

  it('are counted once, for the nearest union that takes part', () => {
    const heads = [
      { unionPath: '1.2.5.', heads: 40 },
      { unionPath: '1.2.5.1.', heads: 7 },
      { unionPath: '1.2.9.', heads: 31 },
      { unionPath: '1.3.', heads: 9 },
      { unionPath: '1.20.', heads: 100 },
    ];
    expect(headsOutsideOf(parties, heads)).toBe(100); // 1.20. lies in no party
    // The plant: 40 + 7.
    expect(Object.fromEntries(headcountsOf(parties, heads))).toEqual({
      'union:district': 31,
      'union:plant': 47,
      'enterprise:plant': 0,
      'enterprise:shop': 9,
    });
  });
});

describe('the life of a cost pool', () => {
  it.each([
    ['open', 'edit', 'open'],
    ['open', 'submit', 'submitted'],
    ['submitted', 'return', 'open'],
    ['submitted', 'approve', 'approved'],
    ['approved', 'reverse', 'reversed'],
  ] as const)('leads from %s by %s to %s', (from, verb, to) => {
    expect(nextState(from, verb)).toBe(to);
  });

  it.each([
    ['submitted', 'edit', 'POOL_NOT_OPEN'],
    ['approved', 'compute', 'POOL_NOT_OPEN'],
    ['open', 'approve', 'ILLEGAL_TRANSITION'],
    ['approved', 'approve', 'ILLEGAL_TRANSITION'],
    ['reversed', 'reverse', 'ILLEGAL_TRANSITION'],
  ] as const)('refuses in %s to %s', (from, verb, code) => {
    expect(() => nextState(from, verb)).toThrow(code);
  });
});
