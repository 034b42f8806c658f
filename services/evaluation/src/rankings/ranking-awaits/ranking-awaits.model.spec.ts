import { describe, expect, it } from '@jest/globals';
import type { RankingState } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { awaitsOfRanking, type RankingToTend } from './ranking-awaits.model.js';

const awaits = (state: RankingState, more: Partial<RankingToTend> = {}) =>
  awaitsOfRanking({
    ranking: {
      id: 'ranking',
      unionId: 'union',
      title: '年度评价',
      state,
      createdBy: 'creator',
      publishedBy: state === 'draft' ? null : 'publisher',
    },
    last: { id: 'ranking', state },
    appeals: [],
    evaluators: ['evaluator'],
    deciders: ['officer', 'auditor'],
    ...more,
  });

describe('what a ranking waits for', () => {
  it.each([
    ['draft', ['rankingDrafted']],
    ['notice', []],
    ['revising', ['rankingToRevise']],
    ['final', []],
    ['superseded', []],
    ['withdrawn', []],
  ] as const)('%s', (state, kinds) => {
    expect(awaits(state).map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([
    ['a draft of its revision', 'draft', []],
    ['a revision on notice', 'notice', []],
    [
      'a revision that was withdrawn',
      'withdrawn',
      [{ kind: 'rankingToRevise', about: { rankingId: 'next' } }],
    ],
  ] as const)('revising, with %s', (_name, state, found) => {
    expect(awaits('revising', { last: { id: 'next', state } })).toMatchObject(found);
  });

  it('for a decision on each appeal, by somebody who is not involved', () => {
    const appeals = [
      { id: 'first', personId: 'appellant' },
      { id: 'second', personId: 'creator' },
    ];
    const offices = { roles: ['officer', 'auditor'], unionIds: ['union'], isNearest: true };
    expect(awaits('notice', { appeals })).toEqual([
      expect.objectContaining({
        kind: 'appealMade',
        slot: 'first',
        offices: { ...offices, exceptIds: ['creator', 'publisher', 'appellant'] },
      }),
      expect.objectContaining({
        slot: 'second',
        offices: { ...offices, exceptIds: ['creator', 'publisher'] },
      }),
    ]);
  });
});
