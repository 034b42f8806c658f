import { Module } from '@nestjs/common';
import { LoanModule } from '../../lending/loan/loan.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../../lending/resource/resource.module.js';
import { LoanSeriesController } from './loan-series.controller.js';
import { LoanSeriesReader } from './loan-series.reader.js';
import { LoanSeriesRepository } from './loan-series.repository.js';
import { LoanSeriesService } from './loan-series.service.js';
import { LoanSeriesWork } from './loan-series.work.js';

@Module({
  imports: [ReferenceModule, ResourceModule, LoanModule],
  controllers: [LoanSeriesController],
  providers: [LoanSeriesService, LoanSeriesReader, LoanSeriesWork, LoanSeriesRepository],
})
export class LoanSeriesModule {}
