import { describe, expect, it } from '@jest/globals';
import type { Indicator } from '../score/score.model.js';
import { type RankedSubject, rankSubjects } from './ranking.model.js';

const liked: Indicator = {
  id: 'liked',
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
};
const cost: Indicator = { ...liked, id: 'cost', kind: 'fact', scaleMin: 0, scaleMax: 200, direction: 'min' };
const weights = [
  { id: 'liked', weight: 0.5, path: ['liked'] },
  { id: 'cost', weight: 0.5, path: ['cost'] },
];

function subject(activityId: string, likedMean: number | null, costPerHead: number | null): RankedSubject {
  const values = { liked: likedMean, cost: costPerHead };
  const input = { weights, indicators: [liked, cost], values, missing: 'omit' as const };
  return { activityId, activityTitle: activityId, scoreId: `score ${activityId}`, input };
}

describe('a ranking of activities', () => {
  it('says by how many points each leads or trails the mean', () => {
    const { entries } = rankSubjects([subject('a', 3, 100), subject('b', 5, 100)], 'score', 'vector');
    // a: ½ · 50 + ½ · 50 = 50; b: ½ · 100 + ½ · 50 = 75
    expect(entries.map(({ activityId, rank, score }) => [activityId, rank, score])).toEqual([
      ['b', 1, 75],
      ['a', 2, 50],
    ]);
    expect(entries[0]?.why).toEqual([
      { indicatorId: 'liked', lead: 12.5 },
      { indicatorId: 'cost', lead: 0 },
    ]);
  });

  it('names the ten greatest leads of many, so that a thousand activities fit into an answer', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `i${index}`);
    const input = (gain: number) => ({
      weights: ids.map((id) => ({ id, weight: 1 / 40, path: [id] })),
      indicators: ids.map((id) => ({ ...liked, id })),
      values: Object.fromEntries(ids.map((id, index) => [id, 1 + (gain * index) / 40])),
      missing: 'omit' as const,
    });
    const many = [subject('a', null, null), subject('b', null, null)].map((one, index) => ({
      ...one,
      input: input(index),
    }));
    const [first] = rankSubjects(many, 'score', 'vector').entries;
    expect(first?.why.map(({ indicatorId }) => indicatorId)).toEqual(ids.slice(30).reverse());
  });

  it('ranks by closeness to the ideal, and leaves out what has a gap', () => {
    const subjects = [
      subject('a', 3, 50),
      subject('b', 5, 100),
      subject('c', null, 10),
      subject('d', null, null),
    ];
    const byCloseness = rankSubjects(subjects, 'topsis', 'minMax');
    // Each is best in one and worst in the other, with equal weights: as near to the best as to the worst.
    expect(byCloseness.entries.map(({ activityId, rank, score }) => [activityId, rank, score])).toEqual([
      ['a', 1, 0.5],
      ['b', 1, 0.5],
    ]);
    expect(byCloseness.leftOut).toEqual(['c', 'd']);
    expect(rankSubjects(subjects, 'score', 'vector').leftOut).toEqual(['d']);
  });
});
