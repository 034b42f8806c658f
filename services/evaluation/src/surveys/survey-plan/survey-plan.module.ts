import { Module } from '@nestjs/common';
import { ActivityModule } from '../../reference/activity/activity.module.js';
import { IndicatorSystemModule } from '../../systems/indicator-system/indicator-system.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SurveyModule } from '../survey/survey.module.js';
import { SurveyPlanController } from './survey-plan.controller.js';
import { SurveyPlanRepository } from './survey-plan.repository.js';
import { SurveyPlanService } from './survey-plan.service.js';
import { SurveyPlanWork } from './survey-plan.work.js';

@Module({
  imports: [ReferenceModule, ActivityModule, IndicatorSystemModule, SurveyModule],
  controllers: [SurveyPlanController],
  providers: [SurveyPlanService, SurveyPlanRepository, SurveyPlanWork],
  exports: [SurveyPlanWork],
})
export class SurveyPlanModule {}
