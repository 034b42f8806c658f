import { Module } from '@nestjs/common';
import { FigureModule } from '../figure/figure.module.js';
import { IndicatorSystemModule } from '../../systems/indicator-system/indicator-system.module.js';
import { SubjectModule } from '../../reference/subject/subject.module.js';
import { WeightVersionModule } from '../../systems/weight/weight-version.module.js';
import { AffectedScores } from './affected-scores.repository.js';
import { ScoreAnswers } from './score-answers.repository.js';
import { ScoreComputer } from './score-computer.js';
import { ScoreController } from './score.controller.js';
import { ScoreInputs } from './score-inputs.js';
import { ScoreOrders } from './score-orders.js';
import { ScoreReader } from './score-reader.service.js';
import { ScoreRepository } from './score.repository.js';
import { ScoreRevisionService } from './score-revision.service.js';
import { ScoreService } from './score.service.js';
import { ScoreViews } from './score-views.js';

@Module({
  imports: [SubjectModule, IndicatorSystemModule, FigureModule, WeightVersionModule],
  controllers: [ScoreController],
  providers: [
    ScoreService,
    ScoreReader,
    ScoreRevisionService,
    ScoreComputer,
    ScoreInputs,
    ScoreOrders,
    ScoreViews,
    ScoreRepository,
    ScoreAnswers,
    AffectedScores,
  ],
  exports: [ScoreRepository, ScoreComputer, ScoreOrders, ScoreRevisionService],
})
export class ScoreModule {}
