import { Module } from '@nestjs/common';
import { LoanModule } from '../loan/loan.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../resource/resource.module.js';
import { LoanImportController } from './loan-import.controller.js';
import { LoanImportService } from './loan-import.service.js';

@Module({
  imports: [ReferenceModule, ResourceModule, LoanModule],
  controllers: [LoanImportController],
  providers: [LoanImportService],
})
export class LoanImportModule {}
