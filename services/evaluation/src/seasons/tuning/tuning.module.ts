import { Module } from '@nestjs/common';
import { IndicatorSystemModule } from '../../systems/indicator-system/indicator-system.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SurveyModule } from '../../surveys/survey/survey.module.js';
import { WeightVersionModule } from '../../systems/weight/weight-version.module.js';
import { MomentRepository } from './moment.repository.js';
import { TuningController } from './tuning.controller.js';
import { TuningDraftService } from './tuning-draft.service.js';
import { TuningInputs } from './tuning-inputs.js';
import { TuningJobController } from './tuning-job.controller.js';
import { TuningJobRepository } from './tuning-job.repository.js';
import { TuningJobService } from './tuning-job.service.js';
import { TuningJobWorker } from './tuning-job.worker.js';
import { TuningReports } from './tuning-reports.js';
import { TuningRepository } from './tuning.repository.js';
import { TuningService } from './tuning.service.js';

@Module({
  imports: [ReferenceModule, IndicatorSystemModule, WeightVersionModule, SurveyModule],
  controllers: [TuningController, TuningJobController],
  providers: [
    TuningService,
    TuningDraftService,
    TuningReports,
    TuningInputs,
    TuningRepository,
    TuningJobService,
    TuningJobWorker,
    TuningJobRepository,
    MomentRepository,
  ],
})
export class TuningModule {}
