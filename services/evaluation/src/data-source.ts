import {
  ActivityCloseRef,
  ActivityRef,
  AttendanceRef,
  CostRef,
  CostReversal,
  LoanRef,
} from './reference/activity/activity.entity.js';
import { LoanReply } from './reference/activity/loan-reply.entity.js';
import { AssignmentPartRef, BulletinReachRef, MatterRef } from './reference/affairs/affairs.entity.js';
import { ActivityHostRef } from './reference/activity/activity-host.entity.js';
import {
  EfficacyFactRow,
  EfficacyInvitationRow,
  EfficacyNamedAnswerRow,
  EfficacyPoolRow,
  EfficacyResultRow,
  EfficacySurveyRow,
} from './seasons/efficacy-survey/efficacy-survey.entity.js';
import { FigureImportRow, FigureRow } from './scores/figure/figure.entity.js';
import { IndicatorSystemRow } from './systems/indicator-system/indicator-system.entity.js';
import { JudgementRoundRow, JudgeRow } from './systems/judgement/judgement.entity.js';
import {
  RankingAppealRow,
  RankingEntryRow,
  RankingLeftOutRow,
  RankingRow,
} from './rankings/ranking/ranking.entity.js';
import { RecognitionRow } from './rankings/recognition/recognition.entity.js';
import { PartyRef } from './reference/party.entity.js';
import { MemberActivation, MemberRef, UnionRef } from './reference/reference.entity.js';
import { ReachCellRow, ReachFreezeRow, ReachUnionRow } from './reports/report/reach.entity.js';
import { ScoreBatchRow } from './scores/score-batch/score-batch.entity.js';
import { ScoreRow } from './scores/score/score.entity.js';
import { SealedAnswerRow, SealedTextRow } from './reference/sealing/sealed-answer.entity.js';
import {
  SurveyMomentRow,
  SurveyResultRow,
  SurveyRow,
  SurveyTextResultRow,
  TokenGrantRow,
} from './surveys/survey/survey.entity.js';
import { SurveyPlanRow } from './surveys/survey-plan/survey-plan.entity.js';
import { TuningJobRow, TuningReportRow } from './seasons/tuning/tuning.entity.js';
import { CandidateRow, VoteRow, VoterRow } from './votes/vote/vote.entity.js';
import { WeightVersionRow } from './systems/weight/weight-version.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  UnionRef,
  MemberRef,
  MemberActivation,
  ActivityRef,
  AttendanceRef,
  ActivityCloseRef,
  CostRef,
  CostReversal,
  LoanRef,
  LoanReply,
  MatterRef,
  AssignmentPartRef,
  BulletinReachRef,
  IndicatorSystemRow,
  FigureImportRow,
  FigureRow,
  WeightVersionRow,
  JudgementRoundRow,
  JudgeRow,
  SurveyPlanRow,
  SurveyRow,
  TokenGrantRow,
  SealedAnswerRow,
  SealedTextRow,
  SurveyMomentRow,
  SurveyResultRow,
  SurveyTextResultRow,
  ScoreRow,
  ScoreBatchRow,
  ReachFreezeRow,
  ReachUnionRow,
  ReachCellRow,
  RankingRow,
  PartyRef,
  ActivityHostRef,
  EfficacySurveyRow,
  EfficacyInvitationRow,
  EfficacyNamedAnswerRow,
  EfficacyPoolRow,
  EfficacyResultRow,
  EfficacyFactRow,
  TuningReportRow,
  TuningJobRow,
  RankingEntryRow,
  RankingLeftOutRow,
  RankingAppealRow,
  RecognitionRow,
  VoteRow,
  VoterRow,
  CandidateRow,
];
