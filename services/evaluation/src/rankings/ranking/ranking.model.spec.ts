import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Indicator } from '../../systems/indicator-system/indicator.model.js';
import {
  type RankedSubject,
  type RankingBasis,
  type RankingRule,
  rankSubjects,
  requireFitting,
} from './ranking.model.js';
import { rankingHash } from './ranking-hash.js';

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
const basis: RankingBasis = {
  weights: [
    { id: 'liked', weight: 0.5, path: ['liked'] },
    { id: 'cost', weight: 0.5, path: ['cost'] },
  ],
  indicators: [liked, cost],
  names: new Map([['liked', '满意度']]),
};
const byScore: RankingRule = { method: 'score', scaling: 'vector', minimumAnswers: 0 };

function subject(
  subjectId: string,
  likedMean: number | null,
  costPerHead: number | null,
  more: Partial<RankedSubject> = {},
): RankedSubject {
  return {
    subjectId,
    subjectName: subjectId,
    unionId: 'u',
    groupKey: null,
    scoreId: `score ${subjectId}`,
    scoreHash: 'h',
    answers: null,
    values: { liked: likedMean, cost: costPerHead },
    missing: 'omit',
    ...more,
  };
}

describe('a ranking', () => {
  it('says by how many points each leads or trails the mean, and what it has', () => {
    const { places } = rankSubjects([subject('a', 3, 100), subject('b', 5, 100)], basis, byScore);
    // a: ½ · 50 + ½ · 50 = 50; b: ½ · 100 + ½ · 50 = 75
    expect(places.map((one) => [one.subject.subjectId, one.rank, one.score])).toEqual([
      ['b', 1, 75],
      ['a', 2, 50],
    ]);
    // A name that the system does not have is the indicator's id.
    expect(places[0]?.why).toEqual([
      { indicatorId: 'liked', name: '满意度', points: 50, lead: 12.5 },
      { indicatorId: 'cost', name: 'cost', points: 25, lead: 0 },
    ]);
  });

  it('names the ten greatest leads of many', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `i${index}`);
    const wide: RankingBasis = {
      weights: ids.map((id) => ({ id, weight: 1 / 40, path: [id] })),
      indicators: ids.map((id) => ({ ...liked, id })),
      names: new Map(),
    };
    const values = (gain: number) =>
      Object.fromEntries(ids.map((id, index) => [id, 1 + (gain * index) / 40]));
    const many = ['a', 'b'].map((id, gain) => subject(id, null, null, { values: values(gain) }));
    const [first] = rankSubjects(many, wide, byScore).places;
    expect(first?.why.map(({ indicatorId }) => indicatorId)).toEqual(ids.slice(30).reverse());
  });

  it('ranks by closeness to the ideal, and leaves out what has a gap, with the reason', () => {
    const subjects = [
      subject('a', 3, 50),
      subject('b', 5, 100),
      subject('c', null, 10),
      subject('d', null, null),
    ];
    const byCloseness = rankSubjects(subjects, basis, { ...byScore, method: 'topsis', scaling: 'minMax' });
    // Each is best in one and worst in the other, with equal weights: as near to the best as to the worst.
    expect(byCloseness.places.map((one) => [one.subject.subjectId, one.rank, one.score])).toEqual([
      ['a', 1, 0.5],
      ['b', 1, 0.5],
    ]);
    const left = (one: typeof byCloseness) =>
      one.leftOut.map(({ subject: { subjectId }, reason }) => [subjectId, reason]);
    expect(left(byCloseness)).toEqual([
      ['c', 'valueMissing'],
      ['d', 'noScore'],
    ]);
    expect(left(rankSubjects(subjects, basis, byScore))).toEqual([['d', 'noScore']]);
  });

  it('counts places within groups by the same figures, ties shared in both', () => {
    const subjects = [
      subject('a', 5, 0, { groupKey: 'large' }), // 100
      subject('b', 5, 100, { groupKey: 'small' }), // 75
      subject('c', 5, 100, { groupKey: 'large' }), // 75
      subject('d', 5, 100, { groupKey: 'small' }), // 75
      subject('e', 1, 100, { groupKey: 'small' }), // 25
    ];
    const { places } = rankSubjects(subjects, basis, byScore);
    expect(places.map((one) => [one.subject.subjectId, one.rank, one.groupRank])).toEqual([
      ['a', 1, 1],
      ['b', 2, 1],
      ['c', 2, 2],
      ['d', 2, 1],
      ['e', 5, 3],
    ]);
  });

  it('leaves out what fewer have answered for than asked; suppressed answers are none', () => {
    const subjects = [
      subject('a', 5, 0, { answers: 9 }),
      subject('b', 5, 0, { answers: 10 }),
      subject('c', 5, 0, { answers: null }),
    ];
    const { places, leftOut } = rankSubjects(subjects, basis, { ...byScore, minimumAnswers: 10 });
    expect(places.map((one) => one.subject.subjectId)).toEqual(['b']);
    expect(leftOut.map((one) => [one.subject.subjectId, one.reason])).toEqual([
      ['a', 'tooFewAnswers'],
      ['c', 'tooFewAnswers'],
    ]);
  });

  it.each([
    ['activity', 'business', 0, null],
    ['activity', 'sizeClass', 5, null],
    ['union', 'sizeClass', 0, null],
    ['club', 'function', 0, 'RANKING_GROUPS_UNFIT'],
    ['brand', 'business', 0, 'RANKING_GROUPS_UNFIT'],
    ['activity', 'none', 4, 'MINIMUM_ANSWERS'],
  ] as const)('of %s by %s with at least %i answers: %s', (kind, groupBy, answers, refused) => {
    const require = (): void => requireFitting(kind, groupBy, answers);
    if (refused === null) expect(require).not.toThrow();
    else expect(require).toThrow(refused);
  });
});

describe('the hash of a ranking', () => {
  it('is written as anyone can write it', () => {
    const places = [{ rank: 1, groupRank: 1, subjectId: 's', scoreId: 'i', scoreHash: 'h', score: 87.5 }];
    // 87.5 = 1.3671875 · 2⁶: sign 0, exponent 1023 + 6 = 0x405, mantissa 0.3671875 = 0x5E / 0x100
    const line = '1 1 s i h 4055e00000000000\n';
    expect(rankingHash(places)).toBe(createHash('sha256').update(line).digest('hex'));
    expect(rankingHash([...places, ...places])).toBe(
      createHash('sha256')
        .update(line + line)
        .digest('hex'),
    );
  });
});
