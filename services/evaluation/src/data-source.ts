import {
  ActivityCloseRef,
  ActivityRef,
  AttendanceRef,
  CostRef,
  CostReversal,
  LoanRef,
} from './activity/activity.entity.js';
import { LoanReply } from './activity/loan-reply.entity.js';
import { ActivityHostRef } from './activity/activity-host.entity.js';
import {
  EfficacyFactRow,
  EfficacyInvitationRow,
  EfficacyNamedAnswerRow,
  EfficacyPoolRow,
  EfficacyResultRow,
  EfficacySurveyRow,
} from './efficacy-survey/efficacy-survey.entity.js';
import { FigureImportRow, FigureRow } from './figure/figure.entity.js';
import { IndicatorSystemRow } from './indicator-system/indicator-system.entity.js';
import { JudgementRoundRow, JudgeRow } from './judgement/judgement.entity.js';
import {
  RankingAppealRow,
  RankingEntryRow,
  RankingLeftOutRow,
  RankingRow,
} from './ranking/ranking.entity.js';
import { RecognitionRow } from './recognition/recognition.entity.js';
import { PartyRef } from './reference/party.entity.js';
import { MemberActivation, MemberRef, UnionRef } from './reference/reference.entity.js';
import { ReachCellRow, ReachFreezeRow, ReachUnionRow } from './report/reach.entity.js';
import { ScoreBatchRow } from './score-batch/score-batch.entity.js';
import { ScoreRow } from './score/score.entity.js';
import { SealedAnswerRow, SealedTextRow } from './sealing/sealed-answer.entity.js';
import {
  SurveyMomentRow,
  SurveyResultRow,
  SurveyRow,
  SurveyTextResultRow,
  TokenGrantRow,
} from './survey/survey.entity.js';
import { SurveyPlanRow } from './survey-plan/survey-plan.entity.js';
import { TuningJobRow, TuningReportRow } from './tuning/tuning.entity.js';
import { WeightVersionRow } from './weight/weight-version.entity.js';

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
];
