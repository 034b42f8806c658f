import { Module } from '@nestjs/common';
import { IndicatorSystemModule } from '../../systems/indicator-system/indicator-system.module.js';
import { PrintingModule } from '../../reference/printing/printing.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SubjectModule } from '../../reference/subject/subject.module.js';
import { WeightVersionModule } from '../../systems/weight/weight-version.module.js';
import { RankedInputs } from './ranked-inputs.repository.js';
import { RankedScores } from './ranked-scores.repository.js';
import { RankingAppealController } from './ranking-appeal.controller.js';
import { RankingAppealRepository } from './ranking-appeal.repository.js';
import { RankingAppealService } from './ranking-appeal.service.js';
import { RankingController } from './ranking.controller.js';
import { RankingDesk } from './ranking-desk.service.js';
import { RankingFiles } from './ranking-file.service.js';
import { RankingNews } from './ranking-news.js';
import { RankingNoticeService } from './ranking-notice.service.js';
import { RankingReader } from './ranking-reader.service.js';
import { RankingRepository } from './ranking.repository.js';
import { RankingService } from './ranking.service.js';
import { RankingVerification } from './ranking-verification.service.js';

@Module({
  imports: [ReferenceModule, SubjectModule, IndicatorSystemModule, WeightVersionModule, PrintingModule],
  controllers: [RankingController, RankingAppealController],
  providers: [
    RankingService,
    RankingNoticeService,
    RankingAppealService,
    RankingReader,
    RankingVerification,
    RankingFiles,
    RankingDesk,
    RankingRepository,
    RankingAppealRepository,
    RankedScores,
    RankedInputs,
    RankingNews,
  ],
  exports: [RankingRepository, RankingDesk, RankedScores],
})
export class RankingModule {}
