import { query } from '../../core/contract.js';
import { Flag, Fraction, Nested, OneOf, Rows, Text, TextList, Whole } from '../../core/fields.js';
import { NumberList } from './number-list.js';

export const weightMethods = ['ahp', 'entropy', 'critic'] as const;
export type WeightMethod = (typeof weightMethods)[number];
export const ahpSolverNames = ['eigenvector', 'geometricMean'] as const;
export type AhpSolverName = (typeof ahpSolverNames)[number];
export const randomIndexTables = ['saaty-1980', 'saaty-2005'] as const;
export type RandomIndexName = (typeof randomIndexTables)[number];
export const indicatorDirections = ['max', 'min'] as const;
export type IndicatorDirection = (typeof indicatorDirections)[number];
export const rankingScalings = ['vector', 'minMax'] as const;
export type RankingScaling = (typeof rankingScalings)[number];

export const judgementCell = { type: 'string', nullable: true, example: '1/3' };
export const isJudgementCell = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length <= 40);
export const isNumberCell = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const numberCell = { type: 'number' };

export class PreviewWeightsRequest {
  @OneOf(weightMethods) method: WeightMethod;

  @TextList({ optional: true, max: 9, description: '`ahp`: what is compared, 2 to 9 items' })
  items?: string[];

  @Rows(judgementCell, isJudgementCell, {
    optional: true,
    maxRows: 9,
    maxColumns: 9,
    description: '`ahp`: the upper triangle, row by row; "5", "1/3" or null for missing',
    example: [['1/3', '2'], ['5']],
  })
  upper?: (string | null)[][];

  @OneOf(ahpSolverNames, { optional: true, description: '`ahp`; `eigenvector` where absent' })
  solver?: AhpSolverName;

  @OneOf(randomIndexTables, { optional: true, description: '`ahp`; `saaty-1980` where absent' })
  randomIndex?: RandomIndexName;

  @Rows(numberCell, isNumberCell, {
    optional: true,
    maxRows: 10_000,
    maxColumns: 200,
    description: '`entropy`, `critic`: a row is an alternative, a column a criterion',
  })
  rows?: number[][];

  @TextList({ optional: true, max: 200, length: 3, description: '`critic`: max or min for each column' })
  directions?: IndicatorDirection[];
}

/** The pair of items, counted from 0, whose judgement lies farthest from the weights. */
export class JudgementPlace {
  @Whole() row: number;
  @Whole() column: number;
}

/** The judgement to think over first, and the value of Saaty's scale that lowers the consistency ratio most. */
export class JudgementMending extends JudgementPlace {
  @Text({ max: 3, description: 'Of the row over the column: 1/9 to 9', example: '1/3' }) value: string;
  @Fraction({ description: 'What is left of the ratio then' }) consistencyRatio: number;
}

export class WeightsPreview {
  @NumberList({ max: 200, description: 'In the order of the items or columns; sum 1' })
  weights: number[];

  @Fraction({ optional: true }) lambdaMax?: number;
  @Fraction({ optional: true }) consistencyIndex?: number;
  @Fraction({ optional: true }) consistencyRatio?: number;
  @Flag({ optional: true, description: 'Consistency ratio at most 0.10' }) acceptable?: boolean;
  @Nested(() => JudgementPlace, { optional: true, description: 'Null when acceptable' })
  worst?: JudgementPlace | null;

  @NumberList({
    optional: true,
    max: 200,
    description: '`entropy`: one for each column, 0 to 1; null with `critic`',
  })
  entropy?: number[] | null;
}

export class PreviewRankingRequest {
  @OneOf(['topsis']) method: 'topsis';

  @Rows(numberCell, isNumberCell, {
    maxRows: 10_000,
    maxColumns: 200,
    example: [
      [250, 16],
      [200, 32],
    ],
  })
  rows: number[][];

  @NumberList({ max: 200, description: 'One for each column; made to sum 1', example: [0.6, 0.4] })
  weights: number[];

  @TextList({ max: 200, length: 3, description: 'max or min for each column', example: ['min', 'max'] })
  directions: IndicatorDirection[];

  @OneOf(rankingScalings, { optional: true, description: '`vector` where absent' })
  scaling?: RankingScaling;
}

export class RankingPreview {
  @NumberList({ max: 10_000, description: 'Closeness to the ideal, 0 to 1, in the order of the rows' })
  scores: number[];

  @NumberList({ max: 10_000, description: 'Best is 1; ties share the lower rank' })
  ranks: number[];
}

export const previewContract = {
  weights: query('evaluation.preview.weights', PreviewWeightsRequest, WeightsPreview, {
    http: 'POST previews/weights',
    tag: 'previews',
    summary: 'Computes weights by AHP, entropy or CRITIC, and saves nothing',
    status: 200,
    idempotent: false,
    example: {
      method: 'ahp',
      items: ['a', 'b', 'c'],
      upper: [['1/3', '2'], ['5']],
      solver: 'eigenvector',
      randomIndex: 'saaty-1980',
    },
  }),
  ranking: query('evaluation.preview.ranking', PreviewRankingRequest, RankingPreview, {
    http: 'POST previews/ranking',
    tag: 'previews',
    summary: 'Ranks alternatives by TOPSIS, and saves nothing',
    status: 200,
    idempotent: false,
    example: {
      method: 'topsis',
      rows: [
        [250, 16],
        [200, 32],
        [300, 8],
      ],
      weights: [0.6, 0.4],
      directions: ['min', 'max'],
      scaling: 'vector',
    },
  }),
};
