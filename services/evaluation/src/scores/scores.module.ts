import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { SystemsModule } from '../systems/systems.module.js';
import { ChangedFactsWork } from './fact-news/changed-facts-work.js';
import { FigureFile } from './figure/figure-file.js';
import { FigureImporter } from './figure/figure-importer.js';
import { FigureMatching } from './figure/figure-matching.js';
import { FigureReader } from './figure/figure-reader.js';
import { FigureRepository } from './figure/figure.repository.js';
import { FigureService } from './figure/figure.service.js';
import { ScoreBatchRepository } from './score-batch/score-batch.repository.js';
import { ScoreBatchService } from './score-batch/score-batch.service.js';
import { ScoreBatchWorker } from './score-batch/score-batch-worker.js';
import { AffectedScores } from './score/affected-scores.repository.js';
import { ScoreAnswers } from './score/score-answers.repository.js';
import { ScoreComputer } from './score/score-computer.js';
import { ScoreInputs } from './score/score-inputs.js';
import { ScoreOrders } from './score/score-orders.js';
import { ScoreReader } from './score/score-reader.service.js';
import { ScoreRevisionService } from './score/score-revision.service.js';
import { ScoreViews } from './score/score-views.js';
import { ScoreRepository } from './score/score.repository.js';
import { ScoreService } from './score/score.service.js';

const figure = [FigureService, FigureImporter, FigureMatching, FigureFile, FigureRepository, FigureReader];
const score = [
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
];
const changedFacts = [ChangedFactsWork];
const scoreBatch = [ScoreBatchService, ScoreBatchWorker, ScoreBatchRepository];

@Module({
  imports: [ReferenceModule, SystemsModule, SurveysModule],
  providers: [...figure, ...score, ...changedFacts, ...scoreBatch],
})
export class ScoresModule {}
