import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Indicator } from '../../systems/indicator-system/indicator.model.js';
import type { ScoreInput } from './score.model.js';
import { computeScore, normaliseValue, rankScores } from './score.model.js';

const satisfaction: Indicator = {
  id: 'satisfaction',
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
};
const costPerHead: Indicator = {
  id: 'costPerHead',
  kind: 'fact',
  scaleMin: 0,
  scaleMax: 200,
  direction: 'min',
  function: 'facility',
  business: 'culture',
};
const reach: Indicator = {
  ...costPerHead,
  id: 'reach',
  scaleMax: 100,
  direction: 'max',
  business: 'education',
};

const indicators = [satisfaction, costPerHead, reach];
const weights = [
  { id: 'satisfaction', weight: 0.5, path: ['satisfaction'] },
  { id: 'costPerHead', weight: 0.3, path: ['costPerHead'] },
  { id: 'reach', weight: 0.2, path: ['reach'] },
];

function input(values: Record<string, number | null>, missing: ScoreInput['missing'] = 'omit'): ScoreInput {
  return { weights, indicators, values, missing };
}

describe('normaliseValue', () => {
  it.each([
    // (4 − 1) / (5 − 1) = ¾
    [satisfaction, 4, 75],
    [satisfaction, 0, 0],
    [satisfaction, 9, 100],
    // 1 − 50 / 200 = ¾
    [costPerHead, 50, 75],
    [costPerHead, 500, 0],
    [costPerHead, null, null],
  ])('%# gives 0 to 100', (indicator, value, expected) => {
    expect(normaliseValue(indicator, value)).toBe(expected);
  });

  it('refuses an empty scale and what is no number', () => {
    expect(() => normaliseValue({ ...reach, scaleMax: 0 }, 1)).toThrow('INDICATOR_SCALE');
    expect(() => normaliseValue(reach, Number.NaN)).toThrow('VALUE_NOT_A_NUMBER');
  });
});

describe('computeScore', () => {
  it('weighs and sums, and says what each indicator gave', () => {
    const result = computeScore(input({ satisfaction: 4, costPerHead: 100, reach: 40 }));
    // 0.5 · 75 + 0.3 · 50 + 0.2 · 40 = 37.5 + 15 + 8
    expect(result.score).toBeCloseTo(60.5, 10);
    expect(result.contributions.map(({ points }) => points)).toEqual([37.5, 15, 8]);
    expect(result).toMatchObject({ missing: [], coverage: 1 });
  });

  it('tabulates function by business in their fixed order', () => {
    const { table } = computeScore(input({ satisfaction: 4, costPerHead: 100, reach: 40 }));
    expect(table.map((entry) => [entry.function, entry.business, entry.score?.toFixed(6)])).toEqual([
      ['facility', 'education', '40.000000'],
      ['facility', 'culture', '50.000000'],
      ['service', 'culture', '75.000000'],
    ]);
  });

  it('omits what is missing, scales the other weights up, and says so', () => {
    const result = computeScore(input({ satisfaction: 4, costPerHead: 100, reach: null }));
    // (0.5 · 75 + 0.3 · 50) / 0.8 = 52.5 / 0.8
    expect(result.score).toBeCloseTo(65.625, 10);
    expect(result.missing).toEqual(['reach']);
    expect(result.coverage).toBeCloseTo(0.8, 12);
    expect(result.contributions[2]).toMatchObject({ normalised: null, weight: 0, points: 0 });
    expect(result.table[0]).toMatchObject({ function: 'facility', business: 'education', score: null });
  });

  it('counts what is missing as the worst where the rule says so', () => {
    const result = computeScore(input({ satisfaction: 4, costPerHead: 100 }, 'zero'));
    expect(result.score).toBeCloseTo(52.5, 10);
    expect(result.contributions[2]).toMatchObject({ value: null, normalised: 0, weight: 0.2 });
  });

  it('has no score without any value', () => {
    expect(computeScore(input({})).score).toBeNull();
    expect(computeScore(input({}, 'zero')).score).toBeNull();
  });

  it('refuses a weight without its indicator', () => {
    expect(() => computeScore({ ...input({}), indicators: [] })).toThrow('INDICATOR_UNKNOWN');
  });

  it('lies within 0 and 100 and is the sum of its points, whatever is missing', () => {
    const value = fc.option(fc.double({ min: -10, max: 300, noNaN: true }));
    const values = fc.record({ satisfaction: value, costPerHead: value, reach: value });
    fc.assert(
      fc.property(values, fc.constantFrom('omit' as const, 'zero' as const), (given, missing) => {
        const { score, contributions, table } = computeScore(input(given, missing));
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
        expect(contributions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(table.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
      }),
    );
  });
});

describe('rankScores', () => {
  const subject = (
    subjectId: string,
    values: Record<string, number | null>,
  ): { subjectId: string; score: ReturnType<typeof computeScore> } => ({
    subjectId,
    score: computeScore(input(values)),
  });

  it('ranks with shared places and explains each by its leads over the mean', () => {
    const ranked = rankScores([
      subject('c', { satisfaction: 3, costPerHead: 100, reach: 50 }),
      subject('none', {}),
      subject('b', { satisfaction: 3, costPerHead: 100, reach: 50 }),
      subject('a', { satisfaction: 5, costPerHead: 160, reach: 50 }),
    ]);
    expect(ranked.map(({ subjectId, rank }) => [subjectId, rank])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
    ]);
    // a: 0.5·100 + 0.3·20 + 0.2·50 = 66; b, c: 25 + 15 + 10 = 50. Means: satisfaction 100/3, cost (6+15+15)/3 = 12.
    const why = ranked[0]?.why ?? [];
    expect(why.map(({ indicatorId }) => indicatorId)).toEqual(['satisfaction', 'costPerHead', 'reach']);
    expect(why[0]?.lead).toBeCloseTo(50 - 100 / 3, 10);
    expect(why[1]?.lead).toBeCloseTo(6 - 12, 10);
    // The leads sum to the score less the mean: 66 − (66 + 50 + 50) / 3
    const total = why.reduce((sum, { lead }) => sum + lead, 0);
    expect(total).toBeCloseTo(66 - 166 / 3, 10);
  });

  it('ranks nobody where there is nobody', () => {
    expect(rankScores([])).toEqual([]);
  });
});
