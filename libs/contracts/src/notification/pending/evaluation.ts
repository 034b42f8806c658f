import type { AppealState } from '../../evaluation/rankings/ranking-appeal.contract.js';
import type { RankingState } from '../../evaluation/rankings/ranking.contract.js';
import type { RecognitionLife } from '../../evaluation/rankings/recognition.contract.js';
import type { ReachState } from '../../evaluation/reports/report.contract.js';
import type { ScoreBatchState } from '../../evaluation/scores/score-batch.contract.js';
import type { EfficacySurveyState } from '../../evaluation/seasons/efficacy-survey.contract.js';
import type { TuningJobState } from '../../evaluation/seasons/tuning-job.contract.js';
import type { SurveyPlanState } from '../../evaluation/surveys/survey-plan.contract.js';
import type { SurveyState } from '../../evaluation/surveys/survey.contract.js';
import type { IndicatorSystemState } from '../../evaluation/systems/indicator-system.contract.js';
import type { JudgementRoundState } from '../../evaluation/systems/judgement-round.contract.js';
import type { VoteState } from '../../evaluation/votes/vote.contract.js';
import type { WeightVersionState } from '../../evaluation/systems/weight-version.contract.js';
import type { WaitsOf } from './state-waits.js';

export const evaluationWaits = {
  indicatorSystemStates: {
    draft: ['systemToReview', 'systemReturned'],
    reviewed: ['systemToPublish'],
    published: 'what is missing are weights, which are awaited as such',
    retired: 'over',
  } satisfies WaitsOf<IndicatorSystemState>,
  judgementRoundStates: {
    open: 'judges have no account but a secret link each; it ends at its time',
    closed: ['roundToWeigh'],
  } satisfies WaitsOf<JudgementRoundState>,
  weightVersionStates: {
    computed: ['weightsToActivate'],
    active: 'in force',
    superseded: 'over',
  } satisfies WaitsOf<WeightVersionState>,
  surveyStates: {
    scheduled: 'it opens at its time',
    open: 'answers are blind, and nobody may see who has answered: all are notified and reminded alike',
    closing: 'it is counted by itself',
    closed: 'over',
    void: 'over',
  } satisfies WaitsOf<SurveyState>,
  voteStates: {
    scheduled: 'it opens at its time',
    open: 'when somebody took their token must not be seen, as an await that ends would show it: all are notified and reminded alike',
    closing: 'it is counted by itself',
    closed: 'over',
    withdrawn: 'over',
    void: 'over',
  } satisfies WaitsOf<VoteState>,
  surveyPlanStates: {
    active: 'surveys open by it by themselves',
    ended: 'over',
  } satisfies WaitsOf<SurveyPlanState>,
  scoreBatchStates: {
    running: 'it is computed by itself',
    done: 'over',
  } satisfies WaitsOf<ScoreBatchState>,
  rankingStates: {
    draft: ['rankingDrafted'],
    notice: 'it ends at its time; appeals are awaited as such',
    revising: ['rankingToRevise'],
    final: 'it counts',
    superseded: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<RankingState>,
  appealStates: {
    open: ['appealMade'],
    upheld: 'decided; the ranking is to be revised',
    rejected: 'decided',
  } satisfies WaitsOf<AppealState>,
  recognitionStates: {
    granted: 'it stands',
    revoked: 'over',
  } satisfies WaitsOf<RecognitionLife>,
  efficacySurveyStates: {
    scheduled: 'it opens at its time',
    open: 'when a party took its token must not be seen, as an await that ends would show it: those who have not are reminded',
    closing: 'it is counted by itself',
    closed: 'over',
    cancelled: 'over',
    void: 'over',
  } satisfies WaitsOf<EfficacySurveyState>,
  tuningJobStates: {
    running: 'it is computed by itself',
    done: 'its report can be read, and nobody has to act on it',
  } satisfies WaitsOf<TuningJobState>,
  reachStates: {
    awaited: 'for the period to end',
    frozen: 'it stands',
    missing: 'there was nothing to count',
  } satisfies WaitsOf<ReachState>,
};
