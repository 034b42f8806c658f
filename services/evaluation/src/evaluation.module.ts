import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { ActivityModule } from './activity/activity.module.js';
import type { EvaluationConfig } from './config.js';
import { entities } from './data-source.js';
import { EfficacySurveyModule } from './efficacy-survey/efficacy-survey.module.js';
import { EfficacyModule } from './efficacy/efficacy.module.js';
import { FactNewsModule } from './fact-news/fact-news.module.js';
import { FigureModule } from './figure/figure.module.js';
import { IndicatorSystemModule } from './indicator-system/indicator-system.module.js';
import { JudgementModule } from './judgement/judgement.module.js';
import { KeyWatchModule } from './key-watch/key-watch.module.js';
import { PreviewModule } from './preview/preview.module.js';
import { RankingModule } from './ranking/ranking.module.js';
import { RecognitionModule } from './recognition/recognition.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { ReportModule } from './report/report.module.js';
import { ScoreBatchModule } from './score-batch/score-batch.module.js';
import { ScoreModule } from './score/score.module.js';
import { KeyDirectory } from './sealing/key-directory.js';
import { SubjectModule } from './subject/subject.module.js';
import { SurveyPlanModule } from './survey-plan/survey-plan.module.js';
import { SurveyModule } from './survey/survey.module.js';
import { TemplateModule } from './template/template.module.js';
import { TuningModule } from './tuning/tuning.module.js';
import { WeightVersionModule } from './weight/weight-version.module.js';
import { WhatIfModule } from './what-if/what-if.module.js';

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
