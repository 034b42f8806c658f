import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { ReachFreezing } from './report/reach-freezing.service.js';
import { ReachRepository } from './report/reach.repository.js';
import { ReportFileService } from './report/report-file.service.js';
import { ReportRepository } from './report/report.repository.js';
import { ReportService } from './report/report.service.js';

@Module({
  imports: [ReferenceModule],
  providers: [ReportService, ReportFileService, ReportRepository, ReachRepository, ReachFreezing],
})
export class ReportsModule {}
