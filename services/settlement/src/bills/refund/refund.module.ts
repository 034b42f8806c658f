import { Module } from '@nestjs/common';
import { CostPoolModule } from '../cost-pool/cost-pool.module.js';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { RefundDecisionService } from './refund-decision.service.js';
import { RefundDesk } from './refund-desk.js';
import { RefundPosting } from './refund-posting.js';
import { RefundReversalGuard } from './refund-reversal.guard.js';
import { RefundController } from './refund.controller.js';
import { RefundPlanner } from './refund-plan.js';
import { RefundRepository } from './refund.repository.js';
import { RefundService } from './refund.service.js';
import { RefundViews } from './refund.view.js';

@Module({
  imports: [ReferenceModule, LedgerModule, CostPoolModule],
  controllers: [RefundController],
  providers: [
    RefundDecisionService,
    RefundDesk,
    RefundPlanner,
    RefundPosting,
    RefundRepository,
    RefundReversalGuard,
    RefundService,
    RefundViews,
  ],
})
export class RefundModule {}
