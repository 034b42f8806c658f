import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { SystemsModule } from '../systems/systems.module.js';
import { PreviewService } from './preview/preview.service.js';
import { RankedInputs } from './ranking/ranked-inputs.repository.js';
import { RankedScores } from './ranking/ranked-scores.repository.js';
import { RankingAwaits } from './ranking-awaits/ranking-awaits.js';
import { RankingAppealRepository } from './ranking/ranking-appeal.repository.js';
import { RankingAppealService } from './ranking/ranking-appeal.service.js';
import { RankingAccess } from './ranking/ranking-access.js';
import { RankingFiles } from './ranking/ranking-file.service.js';
import { RankingNotifications } from './ranking/ranking-notifications.js';
import { RankingNoticeService } from './ranking/ranking-notice.service.js';
import { RankingReader } from './ranking/ranking-reader.service.js';
import { RankingVerification } from './ranking/ranking-verification.service.js';
import { RankingRepository } from './ranking/ranking.repository.js';
import { RankingService } from './ranking/ranking.service.js';
import { RecognitionReader } from './recognition/recognition-reader.service.js';
import { RecognitionRepository } from './recognition/recognition.repository.js';
import { RecognitionService } from './recognition/recognition.service.js';
import { NewestScores } from './what-if/newest-scores.js';
import { WhatIfService } from './what-if/what-if.service.js';

const preview = [PreviewService];
const ranking = [
  RankingService,
  RankingNoticeService,
  RankingAppealService,
  RankingReader,
  RankingVerification,
  RankingFiles,
  RankingAccess,
  RankingRepository,
  RankingAppealRepository,
  RankedScores,
  RankedInputs,
  RankingNotifications,
  RankingAwaits,
];
const recognition = [RecognitionService, RecognitionReader, RecognitionRepository];
const whatIf = [WhatIfService, NewestScores];

@Module({
  imports: [ReferenceModule, SystemsModule],
  providers: [...preview, ...ranking, ...recognition, ...whatIf],
})
export class RankingsModule {}
