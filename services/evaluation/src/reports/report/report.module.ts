import { Module } from '@nestjs/common';
import { PrintingModule } from '../../reference/printing/printing.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ReachFreezing } from './reach-freezing.service.js';
import { ReachRepository } from './reach.repository.js';
import { ReportController } from './report.controller.js';
import { ReportFileService } from './report-file.service.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';

/** Reads the copies of all other features, and owns what is told of reach. */
@Module({
  imports: [ReferenceModule, PrintingModule],
  controllers: [ReportController],
  providers: [ReportService, ReportFileService, ReportRepository, ReachRepository, ReachFreezing],
})
export class ReportModule {}
