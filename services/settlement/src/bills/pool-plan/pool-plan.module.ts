import { Module } from '@nestjs/common';
import { CostPoolModule } from '../cost-pool/cost-pool.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { PlannedItemService } from './planned-item.service.js';
import { PoolPlanController } from './pool-plan.controller.js';
import { PoolPlanRepository } from './pool-plan.repository.js';
import { PoolSummaryService } from './pool-summary.service.js';
import { SeenPools } from './seen-pools.js';
import { SelfPaymentService } from './self-payment.service.js';

@Module({
  imports: [ReferenceModule, CostPoolModule],
  controllers: [PoolPlanController],
  providers: [PlannedItemService, PoolPlanRepository, PoolSummaryService, SeenPools, SelfPaymentService],
})
export class PoolPlanModule {}
