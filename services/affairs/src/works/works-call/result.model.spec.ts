import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awardOf, juryScoreOf, placesOf, resultOf } from './result.model.js';

const one = [{ name: '立意', weight: 10_000 }];
const two = [
  { name: '立意', weight: 6_000 },
  { name: '技法', weight: 4_000 },
];
const awards = [
  { name: '一等奖', count: 1 },
  { name: '二等奖', count: 2 },
];

describe('the score of a jury', () => {
  it.each([
    ['nobody has scored', one, [], null],
    ['one juror: 80', one, [[80]], 8_000],
    ['(80 + 81) / 2 = 80.5', one, [[80], [81]], 8_050],
    ['(1 + 0 + 0) / 3 = 0.333…', one, [[1], [0], [0]], 33],
    ['(1 + 1 + 0) / 3 = 0.666…, rounded up', one, [[1], [1], [0]], 67],
    ['four jurors, nothing left out: (0 + 80 + 80 + 100) / 4 = 65', one, [[0], [80], [80], [100]], 6_500],
    ['five, without 0 and 100: (70 + 80 + 90) / 3 = 80', one, [[0], [70], [80], [90], [100]], 8_000],
    ['five of the same, two of which are left out', one, [[75], [75], [75], [75], [75]], 7_500],
    [
      'the highest twice, one is left out: (100 + 90 + 80) / 3 = 90',
      one,
      [[100], [100], [90], [80], [10]],
      9_000,
    ],
    ['weighed: 0.6 × 90 + 0.4 × 70 = 82', two, [[90, 70]], 8_200],
    [
      'each criterion leaves out its own: 0.6 × (2+3+4)/3 + 0.4 × (4+3+2)/3 = 3',
      two,
      [
        [1, 5],
        [2, 4],
        [3, 3],
        [4, 2],
        [5, 1],
      ],
      300,
    ],
  ])('%s', (_case, criteria, scores, expected) => {
    expect(juryScoreOf(criteria, scores)).toBe(expected);
  });
});

describe('places and awards', () => {
  it.each([
    [[], []],
    [
      [90, 80, 70],
      [1, 2, 3],
    ],
    [
      [80, 90, 80, 70],
      [2, 1, 2, 4],
    ],
    [
      [5, 5, 5],
      [1, 1, 1],
    ],
  ])('of %j are %j', (scores, places) => {
    expect(placesOf(scores)).toEqual(places);
  });

  it.each([
    [1, '一等奖'],
    [2, '二等奖'],
    [3, '二等奖'],
    [4, null],
  ])('place %d has %s', (place, award) => {
    expect(awardOf(place, awards)).toBe(award);
  });
});

describe('the result', () => {
  it('weighs the jury and the votes against the most votes, and lets equal works share a place', () => {
    const works = [
      { workId: 'a', scores: [[80]], votes: 1 }, // 0.7 × 80 + 0.3 × 50 = 71
      { workId: 'b', scores: [[60]], votes: 2 }, // 0.7 × 60 + 0.3 × 100 = 72
      { workId: 'c', scores: [[80]], votes: 1 }, // as a
      { workId: 'd', scores: [[50]], votes: 0 }, // 0.7 × 50 = 35
    ];
    const result = resultOf(works, { criteria: one, voteShare: 3_000, awards });
    expect(result.map(({ workId, score, place, award }) => [workId, score, place, award])).toEqual([
      ['b', 7_200, 1, '一等奖'],
      ['a', 7_100, 2, '二等奖'],
      ['c', 7_100, 2, '二等奖'],
      ['d', 3_500, 4, null],
    ]);
  });

  it('by votes alone, of which there are none, is one place for all', () => {
    const works = ['a', 'b'].map((workId) => ({ workId, scores: [], votes: 0 }));
    const result = resultOf(works, { criteria: [], voteShare: 10_000, awards: [] });
    expect(result.map(({ place, juryScore, score }) => [place, juryScore, score])).toEqual([
      [1, null, 0],
      [1, null, 0],
    ]);
  });

  it('is the same in whatever order works and jurors come', () => {
    const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 2 });
    const work = fc.record({
      scores: fc.array(points, { minLength: 1, maxLength: 8 }),
      votes: fc.integer({ min: 0, max: 1_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(work, { maxLength: 12 }),
        fc.integer({ min: 0, max: 10_000 }),
        (works, voteShare) => {
          const counting = { criteria: two, voteShare, awards };
          const named = works.map((one, index) => ({ ...one, workId: String(index) }));
          const turned = named.map((one) => ({ ...one, scores: [...one.scores].reverse() })).reverse();
          const byId = (list: typeof named): unknown[] =>
            resultOf(list, counting).sort((left, right) => Number(left.workId) - Number(right.workId));
          expect(byId(turned)).toEqual(byId(named));
        },
      ),
    );
  });
});
