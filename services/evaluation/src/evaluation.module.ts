import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { ActivityModule } from './reference/activity/activity.module.js';
import type { EvaluationConfig } from './config.js';
import { entities } from './data-source.js';
import { EfficacySurveyModule } from './seasons/efficacy-survey/efficacy-survey.module.js';
import { EfficacyModule } from './seasons/efficacy/efficacy.module.js';
import { FactNewsModule } from './scores/fact-news/fact-news.module.js';
import { FigureModule } from './scores/figure/figure.module.js';
import { IndicatorSystemModule } from './systems/indicator-system/indicator-system.module.js';
import { JudgementModule } from './systems/judgement/judgement.module.js';
import { KeyWatchModule } from './seasons/key-watch/key-watch.module.js';
import { PreviewModule } from './rankings/preview/preview.module.js';
import { RankingModule } from './rankings/ranking/ranking.module.js';
import { RecognitionModule } from './rankings/recognition/recognition.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { ReportModule } from './reports/report/report.module.js';
import { ScoreBatchModule } from './scores/score-batch/score-batch.module.js';
import { ScoreModule } from './scores/score/score.module.js';
import { KeyDirectory } from './reference/sealing/key-directory.js';
import { SubjectModule } from './reference/subject/subject.module.js';
import { SurveyPlanModule } from './surveys/survey-plan/survey-plan.module.js';
import { SurveyModule } from './surveys/survey/survey.module.js';
import { TemplateModule } from './systems/template/template.module.js';
import { TuningModule } from './seasons/tuning/tuning.module.js';
import { WeightVersionModule } from './systems/weight/weight-version.module.js';
import { WhatIfModule } from './rankings/what-if/what-if.module.js';

/** The features, in the one direction in which they may import each other. */
const features = [
  ReferenceModule,
  ActivityModule,
  SubjectModule,
  PreviewModule,
  TemplateModule,
  IndicatorSystemModule,
  FigureModule,
  WeightVersionModule,
  JudgementModule,
  SurveyModule,
  EfficacySurveyModule,
  KeyWatchModule,
  SurveyPlanModule,
  ScoreModule,
  FactNewsModule,
  ScoreBatchModule,
  RankingModule,
  RecognitionModule,
  EfficacyModule,
  WhatIfModule,
  TuningModule,
  ReportModule,
];

@Module({})
export class EvaluationModule {
  static with(config: EvaluationConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'evaluation',
      config,
      entities,
      checks: [{ name: 'sealing', check: () => new KeyDirectory(config).isPresent() }],
      ...(clock ? { clock } : {}),
    });
    return { module: EvaluationModule, imports: [foundation, ...features] };
  }
}
