import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type MissingRuleName, missingRules } from '../systems/indicator-system.contract.js';
import { WeighedSystem } from './score.contract.js';
import { type ScoreSubjectKind, scoreSubjectKinds } from '../score-subject.js';

export const scoreBatchStates = ['running', 'done'] as const;
export type ScoreBatchState = (typeof scoreBatchStates)[number];

export class CreateScoreBatchRequest {
  @Uuid({ description: 'By the weights that are in force' }) indicatorSystemId: string;
  @OneOf(scoreSubjectKinds, { name: 'ScoreSubjectKind' }) subjectKind: ScoreSubjectKind;
  @CalendarDate({ description: 'Activities that ended from this day on; everything else by these days' })
  from: string;
  @CalendarDate({ description: 'To this day, at most today' }) to: string;
  @OneOf(missingRules, { optional: true, description: '`omit` where absent' }) missing?: MissingRuleName;
}

export class ScoreBatchIdRequest {
  @Uuid() batchId: string;
}

export class ListScoreBatchesRequest extends PageRequest {
  @Uuid({ optional: true }) indicatorSystemId?: string;
}

/** Why some of them have no score: facts that are on their way, an open survey, or nothing that could be measured. */
export class SkippedScores {
  @Text({ example: 'FACTS_INCOMPLETE' }) reason: string;
  @Whole() count: number;
}

/** The scores of all subjects of one kind below a system's union, as a job: how far it is. */
export class ScoreBatchView extends WeighedSystem {
  @Uuid() id: string;
  @Uuid() weightVersionId: string;
  @OneOf(scoreSubjectKinds, { name: 'ScoreSubjectKind' }) subjectKind: ScoreSubjectKind;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @OneOf(missingRules) missing: MissingRuleName;
  @OneOf(scoreBatchStates, { name: 'ScoreBatchState' }) state: ScoreBatchState;
  @Whole({ description: 'Subjects in all' }) total: number;
  @Whole({ description: 'Of these, looked at so far' }) done: number;
  @Whole({ description: 'New scores and revisions' }) computed: number;
  @Whole({ description: 'Their score stood already, from the same inputs' }) unchanged: number;
  @ListOf(() => SkippedScores, { max: 20 }) skipped: SkippedScores[];
  @Instant() createdAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
}

export const scoreBatchContract = {
  create: command('evaluation.score-batch.create', CreateScoreBatchRequest, ScoreBatchView, {
    http: 'POST score-batches',
    tag: 'scores',
    summary: 'Scores all subjects of one kind by some days, as a job',
    example: {
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000001',
      subjectKind: 'club',
      from: '2026-01-01',
      to: '2026-06-30',
    },
  }),
  get: query('evaluation.score-batch.get', ScoreBatchIdRequest, ScoreBatchView, {
    http: 'GET score-batches/:batchId',
    tag: 'scores',
    summary: 'How far a job is, and what could not be scored and why',
  }),
  list: query('evaluation.score-batch.list', ListScoreBatchesRequest, pageOf(ScoreBatchView), {
    http: 'GET score-batches',
    tag: 'scores',
    summary: 'Jobs that score many, newest first',
  }),
};
