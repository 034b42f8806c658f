import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { AgreementModule } from '../agreement/agreement.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { FundRuleController } from './fund-rule.controller.js';
import { FundRuleJudge } from './fund-rule-judge.js';
import { FundRuleOverrideRepository } from './fund-rule-override.repository.js';
import { FundRuleRepository } from './fund-rule.repository.js';
import { FundRuleService } from './fund-rule.service.js';
import { FundTermsJudge } from './fund-terms.judge.js';
import { YearBudgets } from './year-budgets.js';

@Module({
  imports: [ReferenceModule, AgreementModule, ActivityModule],
  controllers: [FundRuleController],
  providers: [
    FundRuleJudge,
    FundRuleOverrideRepository,
    FundRuleRepository,
    FundRuleService,
    FundTermsJudge,
    YearBudgets,
  ],
  exports: [FundRuleJudge, FundRuleOverrideRepository, FundRuleRepository, YearBudgets],
})
export class FundRuleModule {}
