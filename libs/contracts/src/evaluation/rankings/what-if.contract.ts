import { query, slow } from '../../core/contract.js';
import { Fraction, ListOf, Nested, OneOf, Text, TextList, Uuid, Whole } from '../../core/fields.js';
import { NumberList } from '../systems/number-list.js';
import { WeightVersionIdRequest } from '../systems/weight-version.contract.js';

/** Something that was scored under the weights in force. */
export class RankedSubject {
  @Uuid() subjectId: string;
  @Text() name: string;
  @Fraction({ description: '0 to 100' }) score: number;
  @Whole({ min: 1 }) rank: number;
}

export class ChangedWeight {
  @Text({ max: 40 }) key: string;
  @Fraction({ min: 0, max: 1, description: 'Share of the whole' }) weight: number;
}

export class WhatIfRequest extends WeightVersionIdRequest {
  @ListOf(() => ChangedWeight, {
    optional: true,
    max: 200,
    description: 'The other indicators share what is left in proportion; none for the version as it is',
  })
  weights?: ChangedWeight[];
}

export class WhatIfWeight {
  @Text() key: string;
  @Fraction({ description: 'In the version in force' }) before: number;
  @Fraction() after: number;
}

export class WhatIfSubject extends RankedSubject {
  @Fraction({ nullable: true, description: 'Null where nothing that would weigh was measured' })
  scoreAfter: number | null;
  @Whole({ nullable: true, min: 1 }) rankAfter: number | null;
}

export class WhatIfView {
  @Uuid({ nullable: true, description: 'The version in force; null where there is none, and so no scores' })
  basisId: string | null;
  @ListOf(() => WhatIfWeight, { max: 200 }) weights: WhatIfWeight[];
  @ListOf(() => WhatIfSubject, { max: 1_000, description: 'In the order of their ranks now' })
  subjects: WhatIfSubject[];
}

/** What one weight would have to be for the first two to change places. */
export class SwapWeight {
  @Text() key: string;
  @Fraction({ description: 'Share of the whole now' }) weight: number;
  @Fraction({
    nullable: true,
    description: 'Where the two are level; null where no share from 0 to 1 does it',
  })
  swapsAt: number | null;
  @Fraction({ nullable: true, description: 'The difference of the two' }) change: number | null;
}

export class SensitivityView {
  @Nested(() => RankedSubject, { nullable: true }) first: RankedSubject | null;
  @Nested(() => RankedSubject, { nullable: true }) second: RankedSubject | null;
  @ListOf(() => SwapWeight, { max: 200, description: 'The smallest change first; empty below two scores' })
  swaps: SwapWeight[];
}

export const comparedMethods = [
  'version',
  'equal',
  'eigenvector',
  'geometricMean',
  'direct',
  'entropy',
  'critic',
  'multiplicative',
  'additive',
] as const;
export type ComparedMethod = (typeof comparedMethods)[number];

export class MethodWeights {
  @OneOf(comparedMethods) method: ComparedMethod;
  @NumberList({ max: 200, description: 'In the order of the items; sum 1' }) weights: number[];
  @Fraction({ nullable: true, description: 'Of the judgements, where there are some' }) consistencyRatio:
    number | null;
}

export class ComparedGroup {
  @Text({ nullable: true, max: 40 }) parentKey: string | null;
  @ListOf(() => MethodWeights, { max: 9, description: 'Those that there is something to compute from' })
  methods: MethodWeights[];
  @TextList({ max: 200, description: 'Keys of the indicators' }) items: string[];
  @Whole({ description: 'Alternatives that were measured for all items: what entropy and CRITIC look at' })
  rows: number;
}

export class WholeByMethod {
  @OneOf(comparedMethods) method: ComparedMethod;
  @ListOf(() => ChangedWeight, { max: 200 }) indicators: ChangedWeight[];
}

export class WeightComparisonView {
  @ListOf(() => ComparedGroup, { max: 200 }) groups: ComparedGroup[];
  @ListOf(() => WholeByMethod, {
    max: 9,
    description: 'Down the whole tree; a group without the method keeps the weights of the version',
  })
  wholes: WholeByMethod[];
}

export const whatIfContract = {
  compute: slow(
    query('evaluation.what-if.compute', WhatIfRequest, WhatIfView, {
      http: 'POST weight-versions/:weightVersionId/what-if',
      tag: 'indicators',
      summary:
        'Computes every rank by this version, or by weights changed in it, beside those in force; saves nothing',
      status: 200,
      idempotent: false,
      example: { weights: [{ key: 'liked', weight: 0.5 }] },
    }),
  ),
  sensitivity: slow(
    query('evaluation.what-if.sensitivity', WeightVersionIdRequest, SensitivityView, {
      http: 'GET weight-versions/:weightVersionId/sensitivity',
      tag: 'indicators',
      summary:
        'For each indicator the smallest change of its weight that would swap the first two of the newest scores',
    }),
  ),
  compare: slow(
    query('evaluation.what-if.compare', WeightVersionIdRequest, WeightComparisonView, {
      http: 'GET weight-versions/:weightVersionId/methods',
      tag: 'indicators',
      summary: 'The same groups weighed by AHP, by hand, entropy, CRITIC and mixtures, side by side',
    }),
  ),
};
