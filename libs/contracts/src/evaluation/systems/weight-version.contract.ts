import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Rows,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { NumberList } from './number-list.js';
import {
  type AhpSolverName,
  ahpSolverNames,
  isJudgementCell,
  isNumberCell,
  judgementCell,
  JudgementMending,
  JudgementPlace,
  type IndicatorDirection,
  type RandomIndexName,
  randomIndexTables,
} from './preview.contract.js';

export const localWeightMethods = ['ahp', 'direct', 'entropy', 'critic', 'mixture'] as const;
export type LocalWeightMethod = (typeof localWeightMethods)[number];
export const objectiveMethods = ['entropy', 'critic'] as const;
export type ObjectiveMethod = (typeof objectiveMethods)[number];
export const mixtureForms = ['multiplicative', 'additive'] as const;
export type MixtureForm = (typeof mixtureForms)[number];
export const weightVersionStates = ['computed', 'active', 'superseded'] as const;
export type WeightVersionState = (typeof weightVersionStates)[number];

/** How measured values are put on one scale: as shares of their sum, or between their least and their greatest. */
export const valueScalings = ['sum', 'minMax'] as const;
export type ValueScaling = (typeof valueScalings)[number];

/** Judges whose judgements are joined by their geometric mean. */
const judgesMax = 50;

/** The judgements of one judge of a group. */
export class JudgeMatrix {
  @Whole({
    min: 1,
    description: 'Which judge; a judge has the same number throughout a version, and no name',
  })
  judge: number;
  @Rows(judgementCell, isJudgementCell, { maxRows: 8, maxColumns: 8, description: 'The upper triangle' })
  upper: (string | null)[][];
}

/** How the indicators below one node (null: those at the top) are weighed against each other. */
export class NodeWeighing {
  @Text({ nullable: true, max: 40 }) parentKey: string | null;
  @OneOf(localWeightMethods) method: LocalWeightMethod;

  @TextList({
    optional: true,
    max: 200,
    length: 40,
    description: 'Keys, in the order of what follows; the order of the tree where absent',
  })
  items?: string[];

  @Rows(judgementCell, isJudgementCell, {
    optional: true,
    maxRows: 9,
    maxColumns: 9,
    description: '`ahp`: the upper triangle',
  })
  upper?: (string | null)[][];

  @ListOf(() => JudgeMatrix, {
    optional: true,
    max: judgesMax,
    description: '`ahp`, `mixture`: several judges in place of `upper`, joined by their geometric mean',
  })
  judges?: JudgeMatrix[];

  @OneOf(ahpSolverNames, { optional: true }) solver?: AhpSolverName;
  @OneOf(randomIndexTables, { optional: true }) randomIndex?: RandomIndexName;
  @NumberList({ optional: true, max: 200, description: '`direct`: one for each item' }) weights?: number[];

  @Rows({ type: 'number' }, isNumberCell, {
    optional: true,
    maxRows: 1_000,
    maxColumns: 200,
    description: '`entropy`, `critic`: measured values, a column for each item',
  })
  rows?: number[][];

  @TextList({ optional: true, max: 200, length: 3, description: '`critic`: max or min for each item' })
  directions?: IndicatorDirection[];

  @OneOf(objectiveMethods, { optional: true, description: '`mixture`: what `rows` are weighed by' })
  objective?: ObjectiveMethod;

  @OneOf(mixtureForms, {
    optional: true,
    description:
      '`mixture` of judged weights (`upper`, or `weights`) with those of `rows`: their product, or their sum',
  })
  mixture?: MixtureForm;

  @Fraction({ optional: true, min: 0, max: 1, description: '`additive`: the part of the judged weights' })
  coefficient?: number;
}

export class CreateWeightVersionRequest {
  @Uuid() systemId: string;
  @ListOf(() => NodeWeighing, { min: 1, max: 200 }) nodes: NodeWeighing[];
}

export class ListWeightVersionsRequest extends PageRequest {
  @Uuid() systemId: string;
}

export class WeightVersionIdRequest {
  @Uuid() weightVersionId: string;
}

/** How far the judgements of one judge agree with each other. */
export class JudgeRatio {
  @Whole({ min: 1 }) judge: number;
  @Fraction({ nullable: true, description: 'Null where the judge’s judgements alone leave items unrelated' })
  consistencyRatio: number | null;
}

/** The weights below one node, and how far its judgements agree with each other. */
export class NodeWeights {
  @Text({ nullable: true }) parentKey: string | null;
  @OneOf(localWeightMethods) method: LocalWeightMethod;
  @TextList({ max: 200 }) items: string[];
  @NumberList({ max: 200, description: 'In the order of the items; sum 1' }) weights: number[];
  @OneOf(ahpSolverNames, { nullable: true }) solver: AhpSolverName | null;
  @OneOf(randomIndexTables, { nullable: true }) randomIndex: RandomIndexName | null;
  @Fraction({ nullable: true }) lambdaMax: number | null;
  @Fraction({ nullable: true }) consistencyRatio: number | null;
  @Flag() acceptable: boolean;
  @Nested(() => JudgementPlace, { nullable: true }) worst: JudgementPlace | null;
  @Nested(() => JudgementMending, { nullable: true, description: 'What would mend the judgements' })
  mend: JudgementMending | null;
  @ListOf(() => JudgeRatio, { max: judgesMax, description: 'Where several judged' }) judges: JudgeRatio[];
  @OneOf(valueScalings, { nullable: true, description: 'Of measured values' }) scaling: ValueScaling | null;
  @Text({ nullable: true, max: 64, description: 'SHA-256 of the measured values, in hex' }) rowsHash:
    string | null;
}

export class GlobalWeight {
  @Text() key: string;
  @Fraction({ description: 'Share of the whole' }) weight: number;
  @TextList({ max: 8, description: 'Keys from the top down' }) path: string[];
}

export class WeightVersionView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() indicatorSystemId: string;
  @Whole({ min: 1 }) versionNumber: number;
  @OneOf(weightVersionStates) state: WeightVersionState;
  @Flag({ description: 'False where a consistency ratio is above 0.10: it cannot be activated' })
  acceptable: boolean;
  @ListOf(() => NodeWeighing, { max: 200, description: 'As judged' }) input: NodeWeighing[];
  @ListOf(() => NodeWeights, { max: 200 }) nodes: NodeWeights[];
  @ListOf(() => GlobalWeight, { max: 200 }) indicators: GlobalWeight[];
  @Uuid({ nullable: true, description: 'The judging round that it was made of' }) judgementRoundId:
    string | null;
  @Instant({ nullable: true }) activatedAt: string | null;
}

const shown = query('evaluation.weight-version.get', WeightVersionIdRequest, WeightVersionView, {
  http: 'GET weight-versions/:weightVersionId',
  tag: 'indicators',
  summary: 'One weight version, with its judgements and their consistency',
});

export const weightVersionContract = {
  create: command('evaluation.weight-version.create', CreateWeightVersionRequest, WeightVersionView, {
    http: 'POST indicator-systems/:systemId/weight-versions',
    tag: 'indicators',
    summary: 'Weighs the indicators of a published system',
    example: {
      nodes: [
        {
          parentKey: null,
          method: 'ahp',
          items: ['people', 'came'],
          upper: [['3']],
          solver: 'eigenvector',
          randomIndex: 'saaty-1980',
        },
        { parentKey: 'people', method: 'direct', items: ['liked', 'ours'], weights: [2, 1] },
      ],
    },
  }),
  activate: versioned(
    command('evaluation.weight-version.activate', WeightVersionIdRequest, WeightVersionView, {
      http: 'POST weight-versions/:weightVersionId/activate',
      tag: 'indicators',
      summary: 'Puts it in force; refused with a consistency ratio above 0.10',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  get: shown,
  list: query('evaluation.weight-version.list', ListWeightVersionsRequest, pageOf(WeightVersionView), {
    http: 'GET indicator-systems/:systemId/weight-versions',
    tag: 'indicators',
    summary: 'The weight versions of a system, newest first',
  }),
};
