import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { AccountClosureModule } from './accounts/account-closure/account-closure.module.js';
import { ActivityModule } from './agreements/activity/activity.module.js';
import { AgreementModule } from './agreements/agreement/agreement.module.js';
import { BookkeepingModule } from './ledger/bookkeeping/bookkeeping.module.js';
import { BudgetModule } from './funding/budget/budget.module.js';
import type { SettlementConfig } from './config.js';
import { BankStatementModule } from './clearing/bank-statement/bank-statement.module.js';
import { CostPoolModule } from './bills/cost-pool/cost-pool.module.js';
import { entities } from './data-source.js';
import { FreezeModule } from './clearing/freeze/freeze.module.js';
import { ConfirmationModule } from './bills/confirmation/confirmation.module.js';
import { DisputeModule } from './bills/dispute/dispute.module.js';
import { FactCheckModule } from './bills/fact-check/fact-check.module.js';
import { DisclosureModule } from './accounts/disclosure/disclosure.module.js';
import { FundRuleCheckModule } from './bills/fund-rule-check/fund-rule-check.module.js';
import { FundRuleModule } from './agreements/fund-rule/fund-rule.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { LoanDamageModule } from './bills/loan-damage/loan-damage.module.js';
import { LoanModule } from './bills/loan/loan.module.js';
import { NettingModule } from './clearing/netting/netting.module.js';
import { PaymentModule } from './clearing/payment/payment.module.js';
import { PoolPlanModule } from './bills/pool-plan/pool-plan.module.js';
import { PreviewModule } from './clearing/preview/preview.module.js';
import { ReconciliationModule } from './ledger/reconciliation/reconciliation.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { ShareExplanationModule } from './bills/share-explanation/share-explanation.module.js';
import { RefundModule } from './bills/refund/refund.module.js';
import { StatementModule } from './accounts/statement/statement.module.js';
import { SubsidyModule } from './funding/subsidy/subsidy.module.js';
import { SpendingModule } from './funding/spending/spending.module.js';
import { VoucherModule } from './accounts/voucher/voucher.module.js';

/** The features, in the one direction in which they may import each other. */
const features = [
  ReferenceModule,
  AgreementModule,
  ActivityModule,
  FundRuleModule,
  LedgerModule,
  SubsidyModule,
  CostPoolModule,
  FundRuleCheckModule,
  PoolPlanModule,
  RefundModule,
  LoanDamageModule,
  LoanModule,
  FreezeModule,
  ConfirmationModule,
  DisputeModule,
  PaymentModule,
  BankStatementModule,
  NettingModule,
  AccountClosureModule,
  ReconciliationModule,
  PreviewModule,
  StatementModule,
  BookkeepingModule,
  FactCheckModule,
  ShareExplanationModule,
  SpendingModule,
  BudgetModule,
  DisclosureModule,
  VoucherModule,
];

@Module({})
export class SettlementModule {
  static with(config: SettlementConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'settlement',
      config,
      entities,
      ...(clock ? { clock } : {}),
    });
    return { module: SettlementModule, imports: [foundation, ...features] };
  }
}
