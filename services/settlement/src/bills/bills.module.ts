import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { FundingModule } from '../funding/funding.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ConfirmationAwaits } from './confirmation/confirmation-awaits.js';
import { ConfirmationRequests } from './confirmation/confirmation-requests.js';
import { ConfirmationConsumer } from './confirmation/confirmation.consumer.js';
import { ConfirmationReminder } from './confirmation/confirmation-reminder.js';
import { ConfirmationRepository } from './confirmation/confirmation.repository.js';
import { ConfirmationService } from './confirmation/confirmation.service.js';
import { ConfirmationViews } from './confirmation/confirmation.view.js';
import { CostItemService } from './cost-pool/cost-item.service.js';
import { CostPoolRepository } from './cost-pool/cost-pool.repository.js';
import { CostPoolService } from './cost-pool/cost-pool.service.js';
import { CostShareService } from './cost-pool/cost-share.service.js';
import { EarlierPools } from './cost-pool/earlier-pools.js';
import { PoolApprovalService } from './cost-pool/pool-approval.service.js';
import { PoolChainRepository } from './cost-pool/pool-chain.repository.js';
import { PoolAccess } from './cost-pool/pool-access.js';
import { PoolAwaits } from './cost-pool/pool-awaits.js';
import { PoolGate } from './cost-pool/pool-gate.service.js';
import { PoolConsents } from './cost-pool/pool-consents.js';
import { PoolEvents } from './cost-pool/pool-events.js';
import { PoolPosting } from './cost-pool/pool-posting.js';
import { PoolReader } from './cost-pool/pool-reader.service.js';
import { PoolReversal } from './cost-pool/pool-reversal.js';
import { PoolSubsidy } from './cost-pool/pool-subsidy.js';
import { SplitBasisService } from './cost-pool/split-basis.service.js';
import { SupplementService } from './cost-pool/supplement.service.js';
import { YearSpending } from './cost-pool/year-spending.repository.js';
import { DisputeEndService } from './dispute/dispute-end.service.js';
import { DisputeAwaits } from './dispute/dispute-awaits.js';
import { DisputeConsumer } from './dispute/dispute.consumer.js';
import { DisputeAccess } from './dispute/dispute-access.js';
import { DisputePosting } from './dispute/dispute-posting.js';
import { DisputeRepository } from './dispute/dispute.repository.js';
import { DisputeService } from './dispute/dispute.service.js';
import { DisputeViews } from './dispute/dispute.view.js';
import { SilenceService } from './dispute/silence.service.js';
import { FactCheckConsumer } from './fact-check/fact-check.consumer.js';
import { FactCheckRepository } from './fact-check/fact-check.repository.js';
import { FactCheckService } from './fact-check/fact-check.service.js';
import { FactWatch } from './fact-check/fact-watch.js';
import { BrokenRuleViews } from './fund-rule-check/broken-rule.view.js';
import { FundRuleCheckService } from './fund-rule-check/fund-rule-check.service.js';
import { FundRuleLifter } from './fund-rule-check/fund-rule-lifter.service.js';
import { FundRuleTrialService } from './fund-rule-check/fund-rule-trial.service.js';
import { TrialRepository } from './fund-rule-check/trial.repository.js';
import { LoanDamageConsumer } from './loan-damage/loan-damage.consumer.js';
import { LoanDamageService } from './loan-damage/loan-damage.service.js';
import { LoanMoneyReader } from './loan/loan-money-reader.js';
import { LoanMoneyRepository } from './loan/loan-money.repository.js';
import { LoanMoneyService } from './loan/loan-money.service.js';
import { LoanConsumer } from './loan/loan.consumer.js';
import { PlannedItemService } from './pool-plan/planned-item.service.js';
import { PoolPlanRepository } from './pool-plan/pool-plan.repository.js';
import { PoolSummaryService } from './pool-plan/pool-summary.service.js';
import { VisiblePools } from './pool-plan/visible-pools.js';
import { SelfPaymentService } from './pool-plan/self-payment.service.js';
import { RefundDecisionService } from './refund/refund-decision.service.js';
import { RefundAccess } from './refund/refund-access.js';
import { RefundAwaits } from './refund/refund-awaits.js';
import { RefundPlanner } from './refund/refund-plan.js';
import { RefundPosting } from './refund/refund-posting.js';
import { RefundReversalGuard } from './refund/refund-reversal-guard.js';
import { RefundRepository } from './refund/refund.repository.js';
import { RefundService } from './refund/refund.service.js';
import { RefundViews } from './refund/refund.view.js';
import { SharedBillConsents } from './shared-bill/shared-bill-consents.js';
import { SharedBillService } from './shared-bill/shared-bill.service.js';
import { ShareExplanationRepository } from './share-explanation/share-explanation.repository.js';
import {
  ExplanationReaders,
  ShareExplanationService,
} from './share-explanation/share-explanation.service.js';

const costPool = [
  CostItemService,
  CostPoolRepository,
  CostPoolService,
  CostShareService,
  EarlierPools,
  PoolApprovalService,
  PoolChainRepository,
  PoolAccess,
  PoolAwaits,
  PoolGate,
  PoolEvents,
  PoolPosting,
  PoolReader,
  PoolReversal,
  PoolSubsidy,
  SplitBasisService,
  SupplementService,
  YearSpending,
];
const fundRuleCheck = [
  BrokenRuleViews,
  FundRuleCheckService,
  FundRuleLifter,
  FundRuleTrialService,
  TrialRepository,
];
const poolPlan = [
  PlannedItemService,
  PoolPlanRepository,
  PoolSummaryService,
  VisiblePools,
  SelfPaymentService,
];
const refund = [
  RefundDecisionService,
  RefundAccess,
  RefundAwaits,
  RefundPlanner,
  RefundPosting,
  RefundRepository,
  RefundReversalGuard,
  RefundService,
  RefundViews,
];
const loanDamage = [LoanDamageService, LoanDamageConsumer];
const loan = [LoanMoneyService, LoanMoneyReader, LoanMoneyRepository, LoanConsumer];
const confirmation = [
  ConfirmationAwaits,
  ConfirmationRequests,
  ConfirmationConsumer,
  ConfirmationReminder,
  ConfirmationRepository,
  ConfirmationService,
  ConfirmationViews,
];
const dispute = [
  DisputeAwaits,
  DisputeConsumer,
  DisputeAccess,
  DisputeEndService,
  DisputePosting,
  DisputeRepository,
  DisputeService,
  DisputeViews,
  SilenceService,
];
const factCheck = [FactCheckConsumer, FactCheckRepository, FactCheckService, FactWatch];
const shareExplanation = [ExplanationReaders, ShareExplanationRepository, ShareExplanationService];

const sharedBill = [SharedBillService, { provide: PoolConsents, useClass: SharedBillConsents }];

@Module({
  imports: [ReferenceModule, AgreementsModule, LedgerModule, FundingModule],
  providers: [
    ...costPool,
    ...fundRuleCheck,
    ...poolPlan,
    ...refund,
    ...loanDamage,
    ...loan,
    ...confirmation,
    ...dispute,
    ...factCheck,
    ...shareExplanation,
    ...sharedBill,
  ],
})
export class BillsModule {}
