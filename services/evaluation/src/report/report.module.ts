import { Module } from '@nestjs/common';
import { PrintingModule } from '../printing/printing.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ReachRepository } from './reach.repository.js';
import { ReportController } from './report.controller.js';
import { ReportFileService } from './report-file.service.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';

/** Reads the copies of all other features, and owns nothing. */
@Module({
  imports: [ReferenceModule, PrintingModule],
  controllers: [ReportController],
  providers: [ReportService, ReportFileService, ReportRepository, ReachRepository],
})
export class ReportModule {}
