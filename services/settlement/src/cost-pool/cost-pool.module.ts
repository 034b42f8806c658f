import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { FundRuleModule } from '../fund-rule/fund-rule.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { SubsidyModule } from '../subsidy/subsidy.module.js';
import { CostItemService } from './cost-item.service.js';
import { CostPoolConsumer } from './cost-pool.consumer.js';
import { CostPoolController } from './cost-pool.controller.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { CostPoolService } from './cost-pool.service.js';
import { CostShareService } from './cost-share.service.js';
import { PoolApprovalService } from './pool-approval.service.js';
import { PoolDesk } from './pool-desk.service.js';
import { PoolGate } from './pool-gate.service.js';
import { YearSpending } from './year-spending.js';

@Module({
  imports: [ReferenceModule, ActivityModule, FundRuleModule, LedgerModule, SubsidyModule],
  controllers: [CostPoolController],
  providers: [
    CostItemService,
    CostPoolConsumer,
    CostPoolRepository,
    CostPoolService,
    CostShareService,
    PoolApprovalService,
    PoolDesk,
    PoolGate,
    YearSpending,
  ],
  exports: [CostPoolRepository, PoolDesk, PoolGate, YearSpending],
})
export class CostPoolModule {}
