import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { IndicatorSystemModule } from '../indicator-system/indicator-system.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { SubjectModule } from '../subject/subject.module.js';
import { SurveyModule } from '../survey/survey.module.js';
import { WeightVersionModule } from '../weight/weight-version.module.js';
import { ScoreController } from './score.controller.js';
import { ScoreInputs } from './score-inputs.js';
import { ScoreRepository } from './score.repository.js';
import { ScoreService } from './score.service.js';

@Module({
  imports: [
    ...[ReferenceModule, ActivityModule, SubjectModule],
    ...[IndicatorSystemModule, WeightVersionModule, SurveyModule],
  ],
  controllers: [ScoreController],
  providers: [ScoreService, ScoreInputs, ScoreRepository],
  exports: [ScoreRepository],
})
export class ScoreModule {}
