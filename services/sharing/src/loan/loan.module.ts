import { Module } from '@nestjs/common';
import { NeedModule } from '../need/need.module.js';
import { PieceModule } from '../piece/piece.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ResourceModule } from '../resource/resource.module.js';
import { LoanConsumer } from './loan.consumer.js';
import { LoanController } from './loan.controller.js';
import { LoanDesk } from './loan-desk.js';
import { LoanQueryService } from './loan-query.service.js';
import { LoanRepository } from './loan.repository.js';
import { LoanRequestService } from './loan-request.service.js';
import { LoanService } from './loan.service.js';
import { RequesterService } from './requester.service.js';

@Module({
  imports: [ReferenceModule, ResourceModule, PieceModule, NeedModule],
  controllers: [LoanController],
  providers: [
    LoanRequestService,
    LoanDesk,
    LoanService,
    LoanQueryService,
    RequesterService,
    LoanConsumer,
    LoanRepository,
  ],
  exports: [LoanRepository, LoanService, LoanDesk],
})
export class LoanModule {}
