import { describe, expect, it } from '@jest/globals';
import type { QuestionAnswers } from './answers.model.js';
import { scoreInterval } from './score-interval.model.js';
import type { Indicator } from '../../systems/indicator-system/indicator.model.js';
import type { ScoreInput } from './score.model.js';
import { nearlyNormal, seededRandom } from './seeded-random.model.js';

const seed = 'a3f1c96b20d4e8750b6c9d1e4f2a8735';
const liked: Indicator = {
  id: 'liked',
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
};
const waited: Indicator = { ...liked, id: 'waited', direction: 'min' };
const came: Indicator = { ...liked, id: 'came', kind: 'fact', scaleMin: 0, scaleMax: 1 };

function answersOf(given: readonly number[]): QuestionAnswers {
  const counts = new Map<number, number>();
  for (const one of given) counts.set(one, (counts.get(one) ?? 0) + 1);
  const parts = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
  return { count: given.length, sum: given.reduce((sum, one) => sum + one, 0), parts };
}

function inputOf(indicators: readonly Indicator[], given: Record<string, readonly number[]>): ScoreInput {
  const answers = Object.fromEntries(Object.entries(given).map(([id, all]) => [id, answersOf(all)]));
  const means = Object.entries(answers).map(([id, { sum, count }]) => [id, sum / count]);
  return {
    weights: indicators.map(({ id }) => ({ id, weight: 1 / indicators.length, path: [id] })),
    indicators,
    missing: 'omit',
    answers,
    values: { came: 0.5, ...Object.fromEntries(means) },
  };
}

/** Answers of people: each stands somewhere between content and not, and answers with that in mind, or not. */
function drawn(count: number, random: () => number, isAlike: boolean): Record<string, number[]> {
  const answers: Record<string, number[]> = { liked: [], waited: [] };
  for (let person = 0; person < count; person += 1) {
    const place = random();
    answers['liked']?.push(1 + Math.floor(5 * place));
    answers['waited']?.push(5 - Math.floor(5 * (isAlike ? place : random())));
  }
  return answers;
}

/** In how many of the samples the interval holds what the score would be if everybody had answered: 50 of 100. */
function coverage(samples: number, count: number, isAlike: boolean): number {
  let held = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const random = seededRandom(`${String(sample).padStart(8, '0')}${seed.slice(8)}`);
    const input = inputOf([liked, waited], drawn(count, random, isAlike));
    const interval = scoreInterval(input, `${seed.slice(0, 24)}${String(sample).padStart(8, '0')}`);
    if (interval !== null && interval.low <= 50 && interval.high >= 50) held += 1;
  }
  return held / samples;
}

describe('the interval of a score', () => {
  const input = inputOf([liked, waited, came], { liked: [3, 4, 4, 5, 5, 5], waited: [1, 1, 2, 2, 4, 5] });

  it('is the same to the last digit for the same seed, and another one for another seed', () => {
    expect(scoreInterval(input, seed)).toEqual(scoreInterval(input, seed));
    const many = inputOf([liked, waited], drawn(60, seededRandom(seed), false));
    const other = seed.split('').reverse().join('');
    expect(scoreInterval(many, seed)).not.toEqual(scoreInterval(many, other));
  });

  it('lies about the score, and says what it rests on', () => {
    // liked 26/6 → 83.33, waited 15/6 → 62.5, came 50: (83.33 + 62.5 + 50) / 3 = 65.28
    const interval = scoreInterval(input, seed);
    expect(interval).toMatchObject({ level: 0.95, resamples: 1_000, answers: 6 });
    expect(interval?.low).toBeLessThan(65.28);
    expect(interval?.high).toBeGreaterThan(65.28);
    expect(interval?.high).toBeLessThan(100);
  });

  it('is a point where all answered alike: facts do not vary', () => {
    const alike = inputOf([liked, came], { liked: [4, 4, 4, 4, 4] });
    // ½ · 75 + ½ · 50
    expect(scoreInterval(alike, seed)).toMatchObject({ low: 62.5, high: 62.5 });
  });

  it('is none where nothing published goes into the score', () => {
    expect(scoreInterval(inputOf([came], {}), seed)).toBeNull();
    const bare: ScoreInput = { ...input, values: {}, answers: {} };
    expect(scoreInterval(bare, seed)).toBeNull();
  });

  it('holds the score of all in 95 of 100 samples, if answers depend on each other as much as they can', () => {
    const share = coverage(200, 30, true);
    expect(share).toBeGreaterThan(0.91);
    expect(share).toBeLessThan(0.99);
  });

  it('holds it more often where they depend less: it is at least as sure as it says', () => {
    expect(coverage(100, 30, false)).toBeGreaterThan(0.95);
  });

  it('narrows with the root of the number of answers, also where they are too many to be drawn one by one', () => {
    const some = (times: number) => Array.from({ length: times }, (_unused, index) => 1 + (index % 5));
    const width = (times: number): number => {
      const interval = scoreInterval(inputOf([liked], { liked: some(times) }), seed);
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    // The standard deviation of 1 … 5 is √2, and so 25√2 points: 2 · 1.96 · 25√2 / √n
    expect(width(500)).toBeCloseTo((2 * 1.96 * 25 * Math.SQRT2) / Math.sqrt(500), 0);
    expect(width(50_000)).toBeCloseTo((2 * 1.96 * 25 * Math.SQRT2) / Math.sqrt(50_000), 1);
  });
});

describe('numbers from a seed', () => {
  it('are spread evenly, and their sums of twelve nearly normally', () => {
    const random = seededRandom(seed);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 20_000; draw += 1) {
      const place = Math.floor(random() * 10);
      tenths[place] = (tenths[place] ?? 0) + 1;
    }
    // 2,000 each, ± 4 · √(20,000 · 0.1 · 0.9)
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(170);
    const beyond = Array.from({ length: 20_000 }, () => nearlyNormal(random)).filter(
      (one) => Math.abs(one) > 1.96,
    );
    // 4.9 of 100
    expect(beyond.length / 20_000).toBeCloseTo(0.049, 2);
  });
});
