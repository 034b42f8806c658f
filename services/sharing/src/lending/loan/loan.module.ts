import { Module } from '@nestjs/common';
import { OverdueRuleModule } from '../overdue-rule/overdue-rule.module.js';
import { LendingRuleModule } from '../lending-rule/lending-rule.module.js';
import { NeedModule } from '../need/need.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { PieceModule } from '../piece/piece.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../resource/resource.module.js';
import { ExtensionRequestController } from './extension-request.controller.js';
import { ExtensionRequestRepository } from './extension-request.repository.js';
import { ExtensionRequestService } from './extension-request.service.js';
import { LoanConsumer } from './loan.consumer.js';
import { LoanController } from './loan.controller.js';
import { LoanNotices } from './loan.notices.js';
import { LoanGuard } from './loan.guard.js';
import { LoanHoldConsumer } from './loan-hold.consumer.js';
import { LoanHoldController } from './loan-hold.controller.js';
import { LoanHoldKeeper } from './loan-hold.keeper.js';
import { LoanHoldRepository } from './loan-hold.repository.js';
import { LoanHoldService } from './loan-hold.service.js';
import { LoanMoveRepository } from './loan-move.repository.js';
import { LoanQueryService } from './loan-query.service.js';
import { LoanRepository } from './loan.repository.js';
import { LoanReminders } from './loan-reminders.js';
import { LoanRequestBatches } from './loan-request.batches.js';
import { LoanRequestService } from './loan-request.service.js';
import { LoanService } from './loan.service.js';
import { LoanSteps } from './loan-steps.js';
import { LoanTimesService } from './loan-times.service.js';
import { RequesterService } from './requester.service.js';
import { RequestGrounds } from './request-grounds.js';
import { RightEndController } from './right-end.controller.js';
import { RightEndService } from './right-end.service.js';

@Module({
  imports: [
    ReferenceModule,
    NoticeModule,
    ResourceModule,
    PieceModule,
    NeedModule,
    OverdueRuleModule,
    LendingRuleModule,
  ],
  controllers: [LoanController, ExtensionRequestController, RightEndController, LoanHoldController],
  providers: [
    LoanRequestService,
    LoanRequestBatches,
    RequestGrounds,
    LoanService,
    LoanSteps,
    LoanNotices,
    LoanReminders,
    ExtensionRequestService,
    ExtensionRequestRepository,
    LoanQueryService,
    RequesterService,
    RightEndService,
    LoanConsumer,
    LoanRepository,
    LoanTimesService,
    LoanGuard,
    LoanHoldService,
    LoanHoldConsumer,
    LoanHoldKeeper,
    LoanHoldRepository,
    LoanMoveRepository,
  ],
  exports: [LoanRepository, LoanService, LoanRequestService, LoanSteps, LoanNotices],
})
export class LoanModule {}
