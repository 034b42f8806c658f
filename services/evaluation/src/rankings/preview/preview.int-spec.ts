import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  previewContract,
  type PreviewRankingRequest,
  type PreviewWeightsRequest,
} from '@gongxiang/contracts/evaluation/systems/preview.contract';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { startEvaluation } from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
const anyone = actorWith();

beforeAll(async () => {
  evaluation = await startEvaluation();
});

afterAll(() => evaluation.stop());

describe('the preview of weights', () => {
  it('answers 200 also for judgements that contradict each other, and names the worst', async () => {
    const circle: PreviewWeightsRequest = {
      method: 'ahp',
      items: ['a', 'b', 'c'],
      upper: [['9', '1/9'], ['9']],
      solver: 'eigenvector',
      randomIndex: 'saaty-1980',
    };
    const preview = await evaluation.ask(previewContract.weights, circle, anyone);
    expect(Object.keys(preview).sort()).toEqual(
      ['acceptable', 'consistencyIndex', 'consistencyRatio', 'lambdaMax', 'weights', 'worst'].sort(),
    );
    expect(preview).toMatchObject({ acceptable: false, worst: { row: 0, column: 1 } });
    // In a circle of equal judgements all weigh the same; each row sums 1 + 9 + 1/9.
    expect(preview.lambdaMax).toBeCloseTo(10 + 1 / 9, 9);
    for (const weight of preview.weights) expect(weight).toBeCloseTo(1 / 3, 9);
  });

  it('gives entropy with `entropy`, and null with `critic`', async () => {
    const rows = [
      [1, 5],
      [3, 5],
    ];
    const entropy = await evaluation.ask(previewContract.weights, { method: 'entropy', rows }, anyone);
    // −(¼ ln ¼ + ¾ ln ¾) / ln 2; a constant column weighs 0
    expect(entropy.entropy?.[0]).toBeCloseTo(0.811278124, 9);
    expect(entropy.weights).toEqual([1, 0]);
    const directions: PreviewWeightsRequest['directions'] = ['max', 'max'];
    const critic = await evaluation.ask(
      previewContract.weights,
      { method: 'critic', rows, directions },
      anyone,
    );
    expect(critic).toEqual({ weights: [1, 0], entropy: null });
  });

  it.each<[string, PreviewWeightsRequest, string]>([
    ['no items', { method: 'ahp', upper: [] }, 'VALIDATION_FAILED'],
    ['one item', { method: 'ahp', items: ['a'], upper: [] }, 'ITEMS_COUNT'],
    ['a row too short', { method: 'ahp', items: ['a', 'b', 'c'], upper: [['1'], ['2']] }, 'MATRIX_SHAPE'],
    ['ten', { method: 'ahp', items: ['a', 'b'], upper: [['10']] }, 'JUDGEMENT_RANGE'],
    ['nothing judged', { method: 'ahp', items: ['a', 'b'], upper: [[null]] }, 'JUDGEMENTS_DISCONNECTED'],
    ['E136: a negative value', { method: 'entropy', rows: [[-1, 2]] }, 'NEGATIVE_VALUE'],
    ['no directions', { method: 'critic', rows: [[1, 2]] }, 'VALIDATION_FAILED'],
  ])('refuses %s', async (_name, request, code) => {
    await expect(evaluation.ask(previewContract.weights, request, anyone)).rejects.toMatchObject({ code });
  });
});

describe('the preview of a ranking', () => {
  const request: PreviewRankingRequest = {
    method: 'topsis',
    rows: [
      [1, 7],
      [3, 7],
      [2, 7],
    ],
    weights: [2, 2],
    directions: ['max', 'max'],
    scaling: 'minMax',
  };

  it('gives scores and ranks; a constant column contributes nothing', async () => {
    const preview = await evaluation.ask(previewContract.ranking, request, anyone);
    // The second column is constant: the closeness is the place between 1 and 3.
    expect(preview).toEqual({ scores: [0, 1, 0.5], ranks: [3, 1, 2] });
  });

  it.each<[string, Partial<PreviewRankingRequest>, string]>([
    ['too few weights', { weights: [1] }, 'WEIGHTS_SHAPE'],
    ['no weight', { weights: [0, 0] }, 'NO_WEIGHT'],
    ['uneven rows', { rows: [[1, 2], [3]] }, 'ROWS_SHAPE'],
    ['a direction too few', { directions: ['max'] }, 'DIRECTIONS_SHAPE'],
  ])('refuses %s', async (_name, change, code) => {
    await expect(
      evaluation.ask(previewContract.ranking, { ...request, ...change }, anyone),
    ).rejects.toMatchObject({
      code,
    });
  });

  it('asks who it is', async () => {
    await expect(evaluation.ask(previewContract.ranking, request, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});
