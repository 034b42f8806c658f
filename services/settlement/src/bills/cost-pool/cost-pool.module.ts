import { Module } from '@nestjs/common';
import { ActivityModule } from '../../agreements/activity/activity.module.js';
import { FundRuleModule } from '../../agreements/fund-rule/fund-rule.module.js';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SubsidyModule } from '../../funding/subsidy/subsidy.module.js';
import { CostItemService } from './cost-item.service.js';
import { CostPoolController } from './cost-pool.controller.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { CostPoolService } from './cost-pool.service.js';
import { CostShareService } from './cost-share.service.js';
import { EarlierPools } from './earlier-pools.js';
import { PoolApprovalService } from './pool-approval.service.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { PoolDesk } from './pool-desk.service.js';
import { PoolGate } from './pool-gate.service.js';
import { PoolNews } from './pool-news.js';
import { PoolPosting } from './pool-posting.js';
import { PoolReader } from './pool-reader.service.js';
import { PoolReversal } from './pool-reversal.js';
import { PoolSubsidy } from './pool-subsidy.js';
import { SplitBasisService } from './split-basis.service.js';
import { SupplementController } from './supplement.controller.js';
import { SupplementService } from './supplement.service.js';
import { YearSpending } from './year-spending.js';

@Module({
  imports: [ReferenceModule, ActivityModule, FundRuleModule, LedgerModule, SubsidyModule],
  controllers: [CostPoolController, SupplementController],
  providers: [
    CostItemService,
    CostPoolRepository,
    CostPoolService,
    CostShareService,
    EarlierPools,
    PoolApprovalService,
    PoolChainRepository,
    PoolDesk,
    PoolGate,
    PoolNews,
    PoolPosting,
    PoolReader,
    PoolReversal,
    PoolSubsidy,
    SplitBasisService,
    SupplementService,
    YearSpending,
  ],
  exports: [
    CostPoolRepository,
    EarlierPools,
    PoolChainRepository,
    PoolDesk,
    PoolGate,
    PoolNews,
    SplitBasisService,
    YearSpending,
  ],
})
export class CostPoolModule {}
