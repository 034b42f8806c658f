import { Module } from '@nestjs/common';
import { ActivityModule } from '../../agreements/activity/activity.module.js';
import { FundRuleModule } from '../../agreements/fund-rule/fund-rule.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SpendingModule } from '../spending/spending.module.js';
import { BudgetReportService } from './budget-report.service.js';
import { BudgetTotals } from './budget-totals.js';
import { BudgetController } from './budget.controller.js';
import { BudgetReader } from './budget.reader.js';
import { BudgetRepository } from './budget.repository.js';
import { BudgetService } from './budget.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, FundRuleModule, SpendingModule],
  controllers: [BudgetController],
  providers: [BudgetReader, BudgetReportService, BudgetRepository, BudgetService, BudgetTotals],
  exports: [BudgetReader],
})
export class BudgetModule {}
