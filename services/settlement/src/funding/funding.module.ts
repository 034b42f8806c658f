import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { BudgetReportService } from './budget/budget-report.service.js';
import { BudgetTotals } from './budget/budget-totals.js';
import { BudgetAwaits } from './budget/budget-awaits.js';
import { BudgetReader } from './budget/budget-reader.js';
import { BudgetRepository } from './budget/budget.repository.js';
import { BudgetService } from './budget/budget.service.js';
import { MatterPaymentAwaits } from './matter-payment/matter-payment-awaits.js';
import { MatterPaymentConsumer } from './matter-payment/matter-payment.consumer.js';
import { MatterPaymentRepository } from './matter-payment/matter-payment.repository.js';
import { MatterPaymentService } from './matter-payment/matter-payment.service.js';
import { MatterPaymentViews } from './matter-payment/matter-payment.view.js';
import { ActivityScoreService } from './spending/activity-score.service.js';
import { SpendingConsumer } from './spending/spending.consumer.js';
import { SpendingRepository } from './spending/spending.repository.js';
import { SubsidyApplicantRules } from './subsidy/subsidy-applicant.service.js';
import { SubsidyApplicationRepository } from './subsidy/subsidy-application.repository.js';
import { SubsidyApplicationService } from './subsidy/subsidy-application.service.js';
import { SubsidyDecisionService } from './subsidy/subsidy-decision.service.js';
import { ProgrammeAccess } from './subsidy/programme-access.js';
import { ProgrammeAwaits } from './subsidy/programme-awaits.js';
import { SubsidyDraws } from './subsidy/subsidy-draw.service.js';
import { SubsidyGranting } from './subsidy/subsidy-granting.js';
import { SubsidyAccess } from './subsidy/subsidy-access.js';
import { SubsidyAwaits } from './subsidy/subsidy-awaits.js';
import { SubsidyNoticeService } from './subsidy/subsidy-notice.service.js';
import { SubsidyProgrammeRepository } from './subsidy/subsidy-programme.repository.js';
import { SubsidyProgrammeService } from './subsidy/subsidy-programme.service.js';
import { SubsidyReminders } from './subsidy/subsidy-reminders.service.js';
import { SubsidyReportService } from './subsidy/subsidy-report.service.js';
import { SubsidyReversal } from './subsidy/subsidy-reversal.js';
import { SubsidyViews } from './subsidy/subsidy-view.service.js';
import { SubsidyConsumer } from './subsidy/subsidy.consumer.js';
import { SubsidyRepository } from './subsidy/subsidy.repository.js';
import { SubsidyService } from './subsidy/subsidy.service.js';

const subsidy = [
  SubsidyProgrammeRepository,
  SubsidyApplicationRepository,
  SubsidyRepository,
  ProgrammeAccess,
  ProgrammeAwaits,
  SubsidyAccess,
  SubsidyAwaits,
  SubsidyViews,
  SubsidyGranting,
  SubsidyApplicantRules,
  SubsidyConsumer,
  SubsidyProgrammeService,
  SubsidyApplicationService,
  SubsidyDecisionService,
  SubsidyNoticeService,
  SubsidyService,
  SubsidyReportService,
  SubsidyReminders,
  SubsidyDraws,
  SubsidyReversal,
];
const matterPayment = [
  MatterPaymentAwaits,
  MatterPaymentConsumer,
  MatterPaymentRepository,
  MatterPaymentService,
  MatterPaymentViews,
];
const spending = [ActivityScoreService, SpendingConsumer, SpendingRepository];
const budget = [
  BudgetAwaits,
  BudgetReader,
  BudgetReportService,
  BudgetRepository,
  BudgetService,
  BudgetTotals,
];

@Module({
  imports: [ReferenceModule, AgreementsModule, LedgerModule],
  providers: [...subsidy, ...matterPayment, ...spending, ...budget],
  exports: [BudgetReader, SpendingRepository, SubsidyDraws],
})
export class FundingModule {}
