import { Module } from '@nestjs/common';
import { IndicatorSystemModule } from '../../systems/indicator-system/indicator-system.module.js';
import { PrintingModule } from '../../reference/printing/printing.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SealingModule } from '../../reference/sealing/sealing.module.js';
import { AnsweringParty } from './answering-party.js';
import { AnsweringService } from './answering.service.js';
import { ClosingService } from './closing.service.js';
import { EfficacyFactsRepository } from './efficacy-facts.repository.js';
import { EfficacyFileService } from './efficacy-file.service.js';
import { EfficacySources } from './efficacy-sources.js';
import { EfficacySurveyController } from './efficacy-survey.controller.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { EfficacySurveyService } from './efficacy-survey.service.js';
import { InvitationRepository } from './invitation.repository.js';
import { OpeningService } from './opening.service.js';
import { PoolKeysService } from './pool-keys.service.js';
import { PoolRepository } from './pool.repository.js';
import { SeasonCountingService } from './season-counting.service.js';
import { SeasonNews } from './season-news.js';
import { SeasonService } from './season.service.js';
import { SeasonTokenService } from './season-token.service.js';
import { SeasonVoid } from './season-void.js';
import { ResultsService } from './results.service.js';

@Module({
  imports: [ReferenceModule, IndicatorSystemModule, PrintingModule, SealingModule],
  controllers: [EfficacySurveyController],
  providers: [
    EfficacySurveyService,
    EfficacySources,
    SeasonService,
    SeasonNews,
    OpeningService,
    ClosingService,
    AnsweringParty,
    AnsweringService,
    PoolKeysService,
    SeasonTokenService,
    SeasonCountingService,
    SeasonVoid,
    PoolRepository,
    ResultsService,
    EfficacySurveyRepository,
    InvitationRepository,
    EfficacyFactsRepository,
    EfficacyFileService,
  ],
  exports: [SeasonVoid],
})
export class EfficacySurveyModule {}
