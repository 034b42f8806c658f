import { EfficacySurveyController } from './efficacy-survey.controller.js';
import { FigureController } from './figure.controller.js';
import { IndicatorSystemController } from './indicator-system.controller.js';
import { JudgementController } from './judgement.controller.js';
import { JudgementRoundController } from './judgement-round.controller.js';
import { RankingController } from './ranking.controller.js';
import { ReportController } from './report.controller.js';
import { ScoreBatchController } from './score-batch.controller.js';
import { RankingAppealController } from './ranking-appeal.controller.js';
import { RecognitionController } from './recognition.controller.js';
import { ScoreController } from './score.controller.js';
import { SurveyController } from './survey.controller.js';
import { TuningController } from './tuning.controller.js';
import { TuningJobController } from './tuning-job.controller.js';
import { SurveyPlanController } from './survey-plan.controller.js';
import { WeightVersionController } from './weight-version.controller.js';
import { WeightsPreviewController } from './weights-preview.controller.js';
import { WhatIfController } from './what-if.controller.js';

export const evaluationControllers = [
  WeightsPreviewController,
  IndicatorSystemController,
  FigureController,
  WeightVersionController,
  JudgementRoundController,
  JudgementController,
  WhatIfController,
  SurveyController,
  EfficacySurveyController,
  SurveyPlanController,
  ScoreController,
  ScoreBatchController,
  RankingController,
  TuningController,
  TuningJobController,
  ReportController,
  RankingAppealController,
  RecognitionController,
];
