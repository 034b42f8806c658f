import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { SystemsModule } from '../systems/systems.module.js';
import { SurveyPlanRepository } from './survey-plan/survey-plan.repository.js';
import { SurveyPlanService } from './survey-plan/survey-plan.service.js';
import { SurveyPlanWork } from './survey-plan/survey-plan-work.js';
import { AnswerOpening } from './survey/answer-opening.js';
import { ResponseService } from './survey/response.service.js';
import { SurveyClosingService } from './survey/survey-closing.service.js';
import { SurveyCountingService } from './survey/survey-counting.service.js';
import { SurveyFileService } from './survey/survey-file.service.js';
import { SurveyOpener } from './survey/survey-opener.js';
import { SurveySources } from './survey/survey-sources.js';
import { SurveyVoid } from './survey/survey-void.js';
import { SurveyRepository } from './survey/survey.repository.js';
import { SurveyService } from './survey/survey.service.js';
import { TokenService } from './survey/token.service.js';

const survey = [
  SurveyService,
  SurveyFileService,
  SurveySources,
  SurveyClosingService,
  SurveyCountingService,
  SurveyVoid,
  AnswerOpening,
  SurveyOpener,
  TokenService,
  ResponseService,
  SurveyRepository,
];
const surveyPlan = [SurveyPlanService, SurveyPlanRepository, SurveyPlanWork];

@Module({
  imports: [ReferenceModule, SystemsModule],
  providers: [...survey, ...surveyPlan],
  exports: [SurveyPlanWork, SurveyVoid],
})
export class SurveysModule {}
