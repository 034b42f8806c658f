import { Module } from '@nestjs/common';
import { ActivityModule } from '../../reference/activity/activity.module.js';
import { IndicatorSystemModule } from '../../systems/indicator-system/indicator-system.module.js';
import { PrintingModule } from '../../reference/printing/printing.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SealingModule } from '../../reference/sealing/sealing.module.js';
import { AnswerOpening } from './answer-opening.js';
import { ResponseController } from './response.controller.js';
import { ResponseService } from './response.service.js';
import { SurveyClosingService } from './survey-closing.service.js';
import { SurveyCountingService } from './survey-counting.service.js';
import { SurveyController } from './survey.controller.js';
import { SurveyFileService } from './survey-file.service.js';
import { SurveyOpener } from './survey-opener.js';
import { SurveyRepository } from './survey.repository.js';
import { SurveySources } from './survey-sources.js';
import { SurveyService } from './survey.service.js';
import { SurveyVoid } from './survey-void.js';
import { TokenService } from './token.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, IndicatorSystemModule, PrintingModule, SealingModule],
  controllers: [SurveyController, ResponseController],
  providers: [
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
  ],
  exports: [SurveyRepository, SurveyOpener, SurveySources, SurveyVoid],
})
export class SurveyModule {}
