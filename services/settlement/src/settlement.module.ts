import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { AccountClosureModule } from './account-closure/account-closure.module.js';
import { ActivityModule } from './activity/activity.module.js';
import { AgreementModule } from './agreement/agreement.module.js';
import { BookkeepingModule } from './bookkeeping/bookkeeping.module.js';
import { BudgetModule } from './budget/budget.module.js';
import type { SettlementConfig } from './config.js';
import { BankStatementModule } from './bank-statement/bank-statement.module.js';
import { CostPoolModule } from './cost-pool/cost-pool.module.js';
import { entities } from './data-source.js';
import { FreezeModule } from './freeze/freeze.module.js';
import { ConfirmationModule } from './confirmation/confirmation.module.js';
import { DisputeModule } from './dispute/dispute.module.js';
import { FactCheckModule } from './fact-check/fact-check.module.js';
import { DisclosureModule } from './disclosure/disclosure.module.js';
import { FundRuleCheckModule } from './fund-rule-check/fund-rule-check.module.js';
import { FundRuleModule } from './fund-rule/fund-rule.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { LoanDamageModule } from './loan-damage/loan-damage.module.js';
import { LoanModule } from './loan/loan.module.js';
import { NettingModule } from './netting/netting.module.js';
import { PaymentModule } from './payment/payment.module.js';
import { PoolPlanModule } from './pool-plan/pool-plan.module.js';
import { PreviewModule } from './preview/preview.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { ShareExplanationModule } from './share-explanation/share-explanation.module.js';
import { RefundModule } from './refund/refund.module.js';
import { StatementModule } from './statement/statement.module.js';
import { SubsidyModule } from './subsidy/subsidy.module.js';
import { SpendingModule } from './spending/spending.module.js';
import { VoucherModule } from './voucher/voucher.module.js';

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
