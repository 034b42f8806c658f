import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  AlwaysTrue,
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../sharing/sharing-events.js';
import { type MissingRuleName, missingRules } from '../systems/indicator-system.contract.js';
import { ScoredSubject, ScoreSubject, type ScoreSubjectKind, scoreSubjectKinds } from '../score-subject.js';

export class ComputeScoreRequest {
  @Uuid({ optional: true, description: 'An activity; else `subject`' }) activityId?: string;
  @Nested(() => ScoreSubject, { optional: true, description: 'What is scored, where no activity is named' })
  subject?: ScoreSubject;
  @CalendarDate({ optional: true, description: 'By what happened from this day on; not for an activity' })
  from?: string;
  @CalendarDate({ optional: true, description: 'To this day, at most today' }) to?: string;
  @Uuid({ description: 'The one in force' }) weightVersionId: string;
  @OneOf(missingRules, {
    optional: true,
    description:
      'What a missing value does: its weight goes to the others (default), or it counts as the worst. An indicator may have a rule of its own.',
  })
  missing?: MissingRuleName;
}

export class ScoreIdRequest {
  @Uuid() scoreId: string;
}

export class ListScoresRequest extends PageRequest {
  @Uuid({ optional: true }) activityId?: string;
  @OneOf(scoreSubjectKinds, { optional: true, name: 'ScoreSubjectKind' }) subjectKind?: ScoreSubjectKind;
  @Uuid({ optional: true, description: 'The activity, club, resource, union or brand' }) subjectId?: string;
  @Uuid({ optional: true }) weightVersionId?: string;
  @AlwaysTrue({ optional: true, description: 'Without scores that a later revision stands for' })
  latest?: boolean;
}

/** What an activity is called. */
function ActivityTitle(): PropertyDecorator {
  return Text({ nullable: true, description: 'Null where the activity is not known here yet' });
}

/** Why the score is what it is: one indicator's part of it. */
export class ScoreContribution {
  @Text() indicatorId: string;
  @Text() name: string;
  @Fraction({ nullable: true, description: 'In the unit of the scale' }) value: number | null;
  @Fraction({ nullable: true, description: '0 to 100' }) normalised: number | null;
  @Fraction({ description: 'As applied; they sum to 1' }) weight: number;
  @Fraction({ description: 'They sum to the score' }) points: number;
  @Fraction({ nullable: true, description: 'The value to be reached, in the unit of the scale' })
  target: number | null;
  @Flag({ nullable: true, description: 'Null without a target or a value' }) isTargetReached: boolean | null;
}

export class ScoreCell {
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses) business: UnionBusiness;
  @Fraction() weight: number;
  @Fraction() points: number;
  @Fraction({ nullable: true, description: '0 to 100' }) score: number | null;
}

/** What the weights belong to: a version of an indicator system, and what it is called. */
export class WeighedSystem {
  @Uuid() indicatorSystemId: string;
  @Text() indicatorSystemName: string;
  @Whole({ min: 1 }) indicatorSystemVersion: number;
}

/** Why there is a score: somebody asked for it, it is one of many, or what an earlier one rests on has changed. */
export const scoreCauses = ['asked', 'batch', 'factsChanged'] as const;
export type ScoreCause = (typeof scoreCauses)[number];

/** By the answers alone: facts and figures are what happened. */
export class ScoreIntervalView {
  @Fraction() low: number;
  @Fraction() high: number;
  @Fraction({ description: 'How sure it is, at least' }) level: number;
  @Whole({ description: 'How often the answers were drawn again' }) resamples: number;
  @Whole({ description: 'How many answers it rests on' }) answers: number;
}

export class ScoreView extends WeighedSystem {
  @Uuid() id: string;
  @Nested(() => ScoredSubject) subject: ScoredSubject;
  @CalendarDate({ nullable: true, description: 'What happened from this day on; null for an activity' })
  periodFrom: string | null;
  @CalendarDate({ nullable: true, description: 'To this day' }) periodTo: string | null;
  @Uuid({ nullable: true, description: 'Null where the subject is none' }) activityId: string | null;
  @ActivityTitle() activityTitle: string | null;
  @Uuid() weightVersionId: string;
  @Uuid({ nullable: true }) surveyId: string | null;
  @OneOf(missingRules) missing: MissingRuleName;
  @Fraction({ nullable: true, description: '0 to 100; null where nothing was measured' }) score:
    number | null;
  @Nested(() => ScoreIntervalView, { nullable: true, description: 'Null without published answers' })
  interval: ScoreIntervalView | null;
  @Whole({ min: 1, description: 'Of the same subject, days and weights' }) revision: number;
  @Uuid({ nullable: true, description: 'The revision before' }) revisesId: string | null;
  @OneOf(scoreCauses, { name: 'ScoreCause' }) cause: ScoreCause;
  @Fraction({ description: 'Part of the weight that has a value' }) coverage: number;
  @ListOf(() => ScoreContribution, { max: 200 }) contributions: ScoreContribution[];
  @ListOf(() => ScoreCell, { max: 35, description: 'By resource function and business' }) table: ScoreCell[];
  @TextList({ max: 200, description: 'Indicators without a value' }) missingIndicators: string[];
  @Json({ description: 'What it was computed from, so that it can be computed again' }) inputs: Record<
    string,
    unknown
  >;
  @Text({ description: 'SHA-256 of the inputs, in hex' }) inputsHash: string;
  @Instant() createdAt: string;
}

export class EfficacyRequest {
  @CalendarDate({ description: 'Surveys that closed on this day or later' }) from: string;
  @CalendarDate({ description: 'And on this day or before' }) to: string;
}

export class EfficacyCell {
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses) business: UnionBusiness;
  @Whole({ nullable: true }) surveys: number | null;
  @Whole({ nullable: true }) answers: number | null;
  @Fraction({ nullable: true, description: '1 to 5; null for nobody and for too few alike' }) mean:
    number | null;
}

export class EfficacyView {
  @ListOf(() => EfficacyCell, { max: 35 }) cells: EfficacyCell[];
}

export const scoreContract = {
  compute: command('evaluation.score.compute', ComputeScoreRequest, ScoreView, {
    http: 'POST scores',
    tag: 'scores',
    summary: 'Scores an activity, or a club, resource, union or brand by days, under the weights in force',
    example: {
      activityId: '01936d5e-0000-7000-8000-000000000001',
      weightVersionId: '01936d5e-0000-7000-8000-000000000002',
      missing: 'omit',
    },
  }),
  get: query('evaluation.score.get', ScoreIdRequest, ScoreView, {
    http: 'GET scores/:scoreId',
    tag: 'scores',
    summary: 'One score, and why it is what it is',
  }),
  list: query('evaluation.score.list', ListScoresRequest, pageOf(ScoreView), {
    http: 'GET scores',
    tag: 'scores',
    summary: 'Scores, newest first',
  }),
};

export const efficacyContract = {
  get: query('evaluation.efficacy.get', EfficacyRequest, EfficacyView, {
    http: 'GET efficacy',
    tag: 'scores',
    summary: 'What those who came think, by resource function and business',
  }),
};
