import { Module } from '@nestjs/common';
import { IndicatorSystemModule } from '../../systems/indicator-system/indicator-system.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ScoreModule } from '../score/score.module.js';
import { SubjectModule } from '../../reference/subject/subject.module.js';
import { WeightVersionModule } from '../../systems/weight/weight-version.module.js';
import { ScoreBatchController } from './score-batch.controller.js';
import { ScoreBatchRepository } from './score-batch.repository.js';
import { ScoreBatchService } from './score-batch.service.js';
import { ScoreBatchWorker } from './score-batch.worker.js';

@Module({
  imports: [ReferenceModule, SubjectModule, IndicatorSystemModule, WeightVersionModule, ScoreModule],
  controllers: [ScoreBatchController],
  providers: [ScoreBatchService, ScoreBatchWorker, ScoreBatchRepository],
})
export class ScoreBatchModule {}
