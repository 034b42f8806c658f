import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { IndicatorSystemModule } from '../indicator-system/indicator-system.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ScoreModule } from '../score/score.module.js';
import { WeightVersionModule } from '../weight/weight-version.module.js';
import { RankingController } from './ranking.controller.js';
import { RankingReader } from './ranking-reader.service.js';
import { RankingService } from './ranking.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, IndicatorSystemModule, WeightVersionModule, ScoreModule],
  controllers: [RankingController],
  providers: [RankingService, RankingReader],
})
export class RankingModule {}
