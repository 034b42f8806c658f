import { Module } from '@nestjs/common';
import { IndicatorSystemModule } from '../indicator-system/indicator-system.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { WeightVersionModule } from '../weight/weight-version.module.js';
import { JudgeRepository } from './judge.repository.js';
import { JudgeService } from './judge.service.js';
import { JudgementController } from './judgement.controller.js';
import { JudgementRoundController } from './judgement-round.controller.js';
import { JudgementRoundDesk } from './judgement-round.desk.js';
import { JudgementRoundReader } from './judgement-round-reader.service.js';
import { JudgementRoundRepository } from './judgement-round.repository.js';
import { JudgementRoundService } from './judgement-round.service.js';
import { JudgementService } from './judgement.service.js';
import { RoundWeighingService } from './round-weighing.service.js';

@Module({
  imports: [ReferenceModule, IndicatorSystemModule, WeightVersionModule],
  controllers: [JudgementRoundController, JudgementController],
  providers: [
    JudgementRoundService,
    JudgementRoundReader,
    JudgementRoundDesk,
    JudgeService,
    JudgementService,
    RoundWeighingService,
    JudgementRoundRepository,
    JudgeRepository,
  ],
})
export class JudgementModule {}
