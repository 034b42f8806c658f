import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { SystemsModule } from '../systems/systems.module.js';
import { VotesModule } from '../votes/votes.module.js';
import { AnsweringParty } from './efficacy-survey/answering-party.js';
import { AnsweringService } from './efficacy-survey/answering.service.js';
import { ClosingService } from './efficacy-survey/closing.service.js';
import { EfficacyFactsRepository } from './efficacy-survey/efficacy-facts.repository.js';
import { EfficacyFileService } from './efficacy-survey/efficacy-file.service.js';
import { EfficacySources } from './efficacy-survey/efficacy-sources.js';
import { EfficacySurveyRepository } from './efficacy-survey/efficacy-survey.repository.js';
import { EfficacySurveyService } from './efficacy-survey/efficacy-survey.service.js';
import { InvitationRepository } from './efficacy-survey/invitation.repository.js';
import { OpeningService } from './efficacy-survey/opening.service.js';
import { PoolKeysService } from './efficacy-survey/pool-keys.service.js';
import { PoolRepository } from './efficacy-survey/pool.repository.js';
import { ResultsService } from './efficacy-survey/results.service.js';
import { SeasonCountingService } from './efficacy-survey/season-counting.service.js';
import { SeasonNotifications } from './efficacy-survey/season-notifications.js';
import { SeasonTokenService } from './efficacy-survey/season-token.service.js';
import { SeasonVoid } from './efficacy-survey/season-void.js';
import { SeasonService } from './efficacy-survey/season.service.js';
import { EfficacyRepository } from './efficacy/efficacy.repository.js';
import { EfficacyService } from './efficacy/efficacy.service.js';
import { KeyWatch } from './key-watch/key-watch.service.js';
import { SealedSurveyRepository } from './key-watch/sealed-survey.repository.js';
import { MomentRepository } from './tuning/moment.repository.js';
import { TuningDraftService } from './tuning/tuning-draft.service.js';
import { TuningInputs } from './tuning/tuning-inputs.js';
import { TuningJobRepository } from './tuning/tuning-job.repository.js';
import { TuningJobService } from './tuning/tuning-job.service.js';
import { TuningJobWorker } from './tuning/tuning-job-worker.js';
import { TuningReports } from './tuning/tuning-reports.js';
import { TuningRepository } from './tuning/tuning.repository.js';
import { TuningService } from './tuning/tuning.service.js';

const efficacySurvey = [
  EfficacySurveyService,
  EfficacySources,
  SeasonService,
  SeasonNotifications,
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
];
const keyWatch = [KeyWatch, SealedSurveyRepository];
const efficacy = [EfficacyService, EfficacyRepository];
const tuning = [
  TuningService,
  TuningDraftService,
  TuningReports,
  TuningInputs,
  TuningRepository,
  TuningJobService,
  TuningJobWorker,
  TuningJobRepository,
  MomentRepository,
];

@Module({
  imports: [ReferenceModule, SystemsModule, SurveysModule, VotesModule],
  providers: [...efficacySurvey, ...keyWatch, ...efficacy, ...tuning],
})
export class SeasonsModule {}
