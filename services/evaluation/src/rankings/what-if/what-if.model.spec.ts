import { describe, expect, it } from '@jest/globals';
import type { ScoreInput } from '../../scores/score/score.model.js';
import { changedWeights, ranksBeside, type Scored } from './what-if.model.js';

const weights = [
  { key: 'a', weight: 0.5 },
  { key: 'b', weight: 0.3 },
  { key: 'c', weight: 0.2 },
];

describe('a weight that is changed', () => {
  it.each([
    // 0.3 and 0.2 share 0.2 as 3 : 2.
    ['leaves the rest to the others in proportion', [{ key: 'a', weight: 0.8 }], [0.8, 0.12, 0.08]],
    ['may take all', [{ key: 'a', weight: 1 }], [1, 0, 0]],
    [
      'may be several',
      [
        { key: 'a', weight: 0.1 },
        { key: 'b', weight: 0.1 },
      ],
      [0.1, 0.1, 0.8],
    ],
    ['may be none', [], [0.5, 0.3, 0.2]],
  ])('%s', (_what, changes, expected) => {
    const changed = changedWeights(weights, changes).map(({ weight }) => weight);
    changed.forEach((weight, index) => expect(weight).toBeCloseTo(expected[index] ?? Number.NaN, 12));
  });

  it.each([
    [
      'more than the whole',
      [
        { key: 'a', weight: 0.8 },
        { key: 'b', weight: 0.3 },
      ],
      'WEIGHT_CHANGE',
    ],
    [
      'less than the whole with nobody to take the rest',
      [
        { key: 'a', weight: 0.3 },
        { key: 'b', weight: 0.3 },
        { key: 'c', weight: 0.3 },
      ],
      'WEIGHT_CHANGE',
    ],
    ['one that is not there', [{ key: 'd', weight: 0.3 }], 'INDICATOR_UNKNOWN'],
    [
      'one twice',
      [
        { key: 'a', weight: 0.3 },
        { key: 'a', weight: 0.2 },
      ],
      'DUPLICATE_ID',
    ],
  ])('is refused: %s', (_what, changes, code) => {
    expect(() => changedWeights(weights, changes)).toThrow(code);
  });
});

const scale = { kind: 'survey', scaleMin: 0, scaleMax: 100, direction: 'max' } as const;
const place = { function: 'service', business: 'culture' } as const;

function scored(subjectId: string, a: number | null, b: number | null): Scored {
  const input: ScoreInput = {
    weights: [
      { id: 'a', weight: 0.6, path: ['a'] },
      { id: 'b', weight: 0.4, path: ['b'] },
    ],
    indicators: ['a', 'b'].map((id) => ({ id, ...scale, ...place })),
    values: { a, b },
    missing: 'omit',
  };
  return { subjectId, name: subjectId, input };
}

describe('ranks beside each other', () => {
  it('are those now and those with the other weights', () => {
    const subjects = [scored('one', 80, 50), scored('two', 60, 75), scored('none', null, null)];
    const swapped = ranksBeside(subjects, [
      { key: 'a', weight: 0.4 },
      { key: 'b', weight: 0.6 },
    ]);
    // 68 and 66 now; 0.4·80 + 0.6·50 = 62 and 0.4·60 + 0.6·75 = 69
    expect(swapped).toEqual([
      { subjectId: 'one', name: 'one', score: 68, rank: 1, scoreAfter: 62, rankAfter: 2 },
      { subjectId: 'two', name: 'two', score: 66, rank: 2, scoreAfter: 69, rankAfter: 1 },
    ]);
  });

  it('leave out then what nothing weighs any more', () => {
    const only = ranksBeside(
      [scored('one', 80, null), scored('two', 70, 75)],
      [
        { key: 'a', weight: 0 },
        { key: 'b', weight: 1 },
      ],
    );
    expect(only.map(({ subjectId, rank, rankAfter }) => [subjectId, rank, rankAfter])).toEqual([
      ['one', 1, null],
      ['two', 2, 1],
    ]);
  });
});
