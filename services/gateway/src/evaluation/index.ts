import { IndicatorSystemController } from './indicator-system.controller.js';
import { RankingController } from './ranking.controller.js';
import { ScoreController } from './score.controller.js';
import { SurveyController } from './survey.controller.js';
import { WeightVersionController } from './weight-version.controller.js';
import { WeightsPreviewController } from './weights-preview.controller.js';

export const evaluationControllers = [
  WeightsPreviewController,
  IndicatorSystemController,
  WeightVersionController,
  SurveyController,
  ScoreController,
  RankingController,
];
