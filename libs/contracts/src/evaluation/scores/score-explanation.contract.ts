import { query } from '../../core/contract.js';
import { Flag, Fraction, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type ScoreCause, scoreCauses, ScoreIdRequest } from './score.contract.js';

/** One group or indicator on the way from nothing to the score; in whole hundredths of a point. */
export class WaterfallStepView {
  @Text({ max: 40 }) key: string;
  @Text() name: string;
  @Text({ nullable: true, max: 40, description: 'The group that it is in; null at the top' })
  parentKey: string | null;
  @Whole({ min: 1 }) level: number;
  @Flag() isIndicator: boolean;
  @Whole({ description: 'Where it begins: the sum of everything before it' }) from: number;
  @Whole({ description: 'A group is exactly the sum of what is in it' }) points: number;
  @Whole({ description: 'What it could have brought' }) most: number;
}

export class ScoreWaterfallView {
  @Uuid() scoreId: string;
  @Whole({
    nullable: true,
    description: 'Hundredths of a point: the sum of the top steps; null without a score',
  })
  total: number | null;
  @ListOf(() => WaterfallStepView, { max: 200, description: 'Each group before what is in it' })
  steps: WaterfallStepView[];
}

export class VerificationDifferenceView {
  @Text({ max: 500, description: 'JSON pointer into the score as it was kept' }) at: string;
  @Text({ min: 0 }) kept: string;
  @Text({ min: 0 }) again: string;
}

/** A score that was computed again from what was kept with it. */
export class ScoreVerificationView {
  @Uuid() scoreId: string;
  @Flag({ description: 'To the last digit' }) isEqual: boolean;
  @Fraction({ nullable: true }) kept: number | null;
  @Fraction({ nullable: true }) again: number | null;
  @Text({ max: 64, description: 'SHA-256 of the inputs, computed again' }) inputsHash: string;
  @ListOf(() => VerificationDifferenceView, { max: 50 }) differences: VerificationDifferenceView[];
}

export class ContributionChangeView {
  @Text() indicatorId: string;
  @Text() name: string;
  @Fraction({ nullable: true, description: 'In the unit of the scale' }) valueBefore: number | null;
  @Fraction({ nullable: true }) valueAfter: number | null;
  @Fraction() pointsBefore: number;
  @Fraction() pointsAfter: number;
}

export class ScoreRevisionView {
  @Uuid() scoreId: string;
  @Whole({ min: 1 }) revision: number;
  @OneOf(scoreCauses, { name: 'ScoreCause' }) cause: ScoreCause;
  @Fraction({ nullable: true }) score: number | null;
  @Fraction({
    nullable: true,
    description: 'Against the revision before; null for the first, or without a score',
  })
  difference: number | null;
  @ListOf(() => ContributionChangeView, { max: 200, description: 'The greatest change of points first' })
  changes: ContributionChangeView[];
  @Instant() createdAt: string;
}

export class ScoreRevisionsView {
  @Uuid() scoreId: string;
  @ListOf(() => ScoreRevisionView, {
    max: 50,
    description: 'The newest first; of very many the newest fifty',
  })
  revisions: ScoreRevisionView[];
}

export const scoreExplanationContract = {
  waterfall: query('evaluation.score.explain', ScoreIdRequest, ScoreWaterfallView, {
    http: 'GET scores/:scoreId/waterfall',
    tag: 'scores',
    summary: 'How a score is made up, from the indicators to the total, in hundredths of a point',
  }),
  verify: query('evaluation.score.verify', ScoreIdRequest, ScoreVerificationView, {
    http: 'GET scores/:scoreId/verification',
    tag: 'scores',
    summary: 'Computes a score again from what was kept with it, and says whether it is the same',
  }),
  revisions: query('evaluation.score.revisions', ScoreIdRequest, ScoreRevisionsView, {
    http: 'GET scores/:scoreId/revisions',
    tag: 'scores',
    summary: 'All revisions of a score, and what each has changed',
  }),
};
