import { AccountClosureController } from './account-closure.controller.js';
import { ActivityStatementController } from './activity-statement.controller.js';
import { BankStatementController } from './bank-statement.controller.js';
import { BookkeepingController } from './bookkeeping.controller.js';
import { BudgetController } from './budget.controller.js';
import { ConfirmationController } from './confirmation.controller.js';
import { CostPoolController } from './cost-pool.controller.js';
import { DisclosureController } from './disclosure.controller.js';
import { FactCheckController } from './fact-check.controller.js';
import { FundRuleController } from './fund-rule.controller.js';
import { LedgerStrictController } from './ledger-strict.controller.js';
import { LedgerController } from './ledger.controller.js';
import { LoanMoneyController } from './loan-money.controller.js';
import { NettingController } from './netting.controller.js';
import { PartyFreezeController } from './party-freeze.controller.js';
import { SettlementPreviewController } from './preview.controller.js';
import { ReceiptController } from './receipt.controller.js';
import { ShareExplanationController } from './share-explanation.controller.js';
import { StatementController } from './statement.controller.js';
import { SubsidyApplicationController } from './subsidy-application.controller.js';
import { SubsidyFileController } from './subsidy-file.controller.js';
import { SubsidyProgrammeController } from './subsidy-programme.controller.js';
import { SubsidyController } from './subsidy.controller.js';
import { TransferTraceController } from './transfer-trace.controller.js';
import { VoucherController } from './voucher.controller.js';
import { PoolPlanController } from './pool-plan.controller.js';
import { RefundController } from './refund.controller.js';
import { SupplementController } from './supplement.controller.js';

export const settlementControllers = [
  ConfirmationController,
  BookkeepingController,
  AccountClosureController,
  CostPoolController,
  FactCheckController,
  ActivityStatementController,
  BudgetController,
  DisclosureController,
  FundRuleController,
  LedgerController,
  LedgerStrictController,
  LoanMoneyController,
  NettingController,
  TransferTraceController,
  PartyFreezeController,
  BankStatementController,
  SettlementPreviewController,
  ReceiptController,
  ShareExplanationController,
  PoolPlanController,
  RefundController,
  SupplementController,
  StatementController,
  SubsidyProgrammeController,
  SubsidyApplicationController,
  SubsidyController,
  SubsidyFileController,
  VoucherController,
];
