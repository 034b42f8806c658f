import { describe, expect, it } from '@jest/globals';
import { AnswerTally, Sample, scalesOf } from './answer-tally.model.js';

const questions = [
  { key: 'a', text: 'a', kind: 'likert' as const },
  { key: 'b', text: 'b', kind: 'likert' as const },
  {
    key: 'way',
    text: 'way',
    kind: 'choice' as const,
    choices: ['bus', 'walk'].map((key) => ({ key, text: key })),
  },
  { key: 'words', text: 'words', kind: 'text' as const },
];
const leaf = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: null,
  business: null,
} as never;
const nodes = [
  { key: 'top', name: 'top', parentKey: null, leaf: null },
  { key: 'a', name: 'a', parentKey: 'top', leaf },
  { key: 'b', name: 'b', parentKey: 'top', leaf },
  { key: 'unasked', name: 'unasked', parentKey: 'top', leaf },
];

describe('the tally of answers', () => {
  it('counts each option, those that nobody chose too, and sums what stands below one node', () => {
    const scales = scalesOf(nodes, questions);
    expect(scales).toEqual([{ parentKey: 'top', keys: ['a', 'b'] }]);
    const tally = new AnswerTally(questions, scales);
    for (const [a, b, way] of [[1, 2, 'bus'], [5, 2, 'bus'], [5, 4, 'bus']] as const) tally.add({ a, b, way }); // prettier-ignore
    expect(tally.count).toBe(3);
    expect([...(tally.options.get('a') ?? [])]).toEqual([['1', 1], ['2', 0], ['3', 0], ['4', 0], ['5', 2]]); // prettier-ignore
    expect([...(tally.options.get('way') ?? [])]).toEqual([['bus', 3], ['walk', 0]]); // prettier-ignore
    expect(tally.options.has('words')).toBe(false);
    // Σa = 11, Σb = 8; Σa² = 1 + 25 + 25, Σab = 2 + 10 + 20, Σb² = 4 + 4 + 16
    expect(tally.moments()).toEqual([
      {
        parentKey: 'top',
        keys: ['a', 'b'],
        count: 3,
        sums: [11, 8],
        products: [51, 32, 24],
        lows: [1, 0],
        highs: [2, 0],
      },
    ]);
  });
});

describe('a sample', () => {
  it('is everything as long as it fits, then each with the same chance', () => {
    const all = new Sample<number>(5, () => 0);
    [1, 2, 3].forEach((one) => all.add(one));
    expect(all.items()).toEqual([1, 2, 3]);
    // The fourth of two: chance from 0 to 3 says place 1; the fifth: place 4, which is not kept.
    const drawn = [2, 1, 4];
    const asked: number[] = [];
    const two = new Sample<number>(2, (limit) => (asked.push(limit), drawn.shift() ?? 0));
    [1, 2, 3, 4, 5].forEach((one) => two.add(one));
    expect(asked).toEqual([3, 4, 5]);
    expect(two.items()).toEqual([1, 4]);
  });
});
