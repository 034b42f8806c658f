import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { ActivityConsumer } from './activity/activity.consumer.js';
import { ActivityRepository } from './activity/activity.repository.js';
import { LoanUseConsumer } from './activity/loan-use.consumer.js';
import { AgreementConsumer } from './agreement/agreement.consumer.js';
import { AgreementService } from './agreement/agreement.service.js';
import { TermsJudges } from './agreement/terms-judges.js';
import { FundRuleJudge } from './fund-rule/fund-rule-judge.js';
import { FundRuleOverrideRepository } from './fund-rule/fund-rule-override.repository.js';
import { FundRuleRepository } from './fund-rule/fund-rule.repository.js';
import { FundRuleService } from './fund-rule/fund-rule.service.js';
import { FundTermsJudge } from './fund-rule/fund-terms-judge.js';
import { YearBudgets } from './fund-rule/year-budgets.js';

const agreement = [AgreementConsumer, AgreementService, TermsJudges];
const activity = [ActivityConsumer, ActivityRepository, LoanUseConsumer];
const fundRule = [
  FundRuleJudge,
  FundRuleOverrideRepository,
  FundRuleRepository,
  FundRuleService,
  FundTermsJudge,
  YearBudgets,
];

@Module({
  imports: [ReferenceModule],
  providers: [...agreement, ...activity, ...fundRule],
  exports: [ActivityRepository, FundRuleJudge, FundRuleOverrideRepository, FundRuleRepository, YearBudgets],
})
export class AgreementsModule {}
