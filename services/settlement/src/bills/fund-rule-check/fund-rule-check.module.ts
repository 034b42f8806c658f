import { Module } from '@nestjs/common';
import { ActivityModule } from '../../agreements/activity/activity.module.js';
import { CostPoolModule } from '../cost-pool/cost-pool.module.js';
import { FundRuleModule } from '../../agreements/fund-rule/fund-rule.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { BrokenRuleDesk } from './broken-rule.desk.js';
import { FundRuleCheckController } from './fund-rule-check.controller.js';
import { FundRuleCheckService } from './fund-rule-check.service.js';
import { FundRuleLifter } from './fund-rule-lifter.service.js';
import { FundRuleTrialService } from './fund-rule-trial.service.js';
import { TrialRepository } from './trial.repository.js';

@Module({
  imports: [ReferenceModule, ActivityModule, FundRuleModule, CostPoolModule],
  controllers: [FundRuleCheckController],
  providers: [BrokenRuleDesk, FundRuleCheckService, FundRuleLifter, FundRuleTrialService, TrialRepository],
})
export class FundRuleCheckModule {}
