import { AccountClosureRow, ClosedPartyRow } from './accounts/account-closure/account-closure.entity.js';
import {
  ActivityCloseRow,
  ActivityRef,
  AttendanceFactRow,
  LoanUseRow,
} from './agreements/activity/activity.entity.js';
import { AgreementRef } from './agreements/agreement/agreement.entity.js';
import {
  BankLineDuesRow,
  BankLineRow,
  BankStatementRow,
} from './clearing/bank-statement/bank-statement.entity.js';
import { ConfirmationRow } from './bills/confirmation/confirmation.entity.js';
import { BudgetLineRow, BudgetRow } from './funding/budget/budget.entity.js';
import {
  CostItemRow,
  CostPoolRow,
  CostPoolUnionRow,
  CostShareRow,
  PoolSequenceRow,
  PoolStepRow,
} from './bills/cost-pool/cost-pool.entity.js';
import { PartyFreezeRow } from './clearing/freeze/freeze.entity.js';
import { DisputeMessageRow, DisputeRow, DisputeSideRow } from './bills/dispute/dispute.entity.js';
import { FactCheckRow } from './bills/fact-check/fact-check.entity.js';
import { DisclosureReminderRow, DisclosureRow } from './accounts/disclosure/disclosure.entity.js';
import { FundRuleOverrideRow, FundRuleSetRow } from './agreements/fund-rule/fund-rule.entity.js';
import {
  AccountRow,
  AccountSnapshotRow,
  AmountLimitRow,
  EntryRow,
  LedgerPeriodActRow,
  LedgerPeriodRow,
  OverdraftRuleRow,
  PostingRow,
} from './ledger/ledger.entity.js';
import { DamageRef } from './bills/loan-damage/loan-damage.entity.js';
import { LoanRef } from './bills/loan/loan.entity.js';
import {
  NettedPostingRow,
  NettingLineRow,
  NettingRunRow,
  NettedUnionRow,
} from './clearing/netting/run.entity.js';
import { PayeeAccountRow } from './clearing/payee-account/payee-account.entity.js';
import { MatterPaymentRow, MatterSpendingRow } from './funding/matter-payment/matter-payment.entity.js';
import { PaymentRow } from './clearing/payment/payment.entity.js';
import { MandateRef } from './reference/mandate.entity.js';
import { PlannedItemRow, SelfPaymentRow } from './bills/pool-plan/pool-plan.entity.js';
import { RefundLineRow, RefundPartRow, RefundRow } from './bills/refund/refund.entity.js';
import { ReconciliationRow } from './ledger/reconciliation/reconciliation.entity.js';
import { MemberRef, PartyRef, RoleRef, UnionRef } from './reference/reference.entity.js';
import { SubsidyMoveRow, SubsidyRow } from './funding/subsidy/subsidy.entity.js';
import {
  SubsidyApplicationRow,
  SubsidyObjectionRow,
  SubsidyProgrammeRow,
} from './funding/subsidy/subsidy-programme.entity.js';
import { ActivityScoreRef } from './funding/spending/score.entity.js';
import { VoucherSubjectMapRow } from './accounts/voucher/voucher.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  UnionRef,
  PartyRef,
  RoleRef,
  MemberRef,
  MandateRef,
  AgreementRef,
  ActivityRef,
  ActivityCloseRow,
  AttendanceFactRow,
  LoanUseRow,
  FundRuleSetRow,
  FundRuleOverrideRow,
  SubsidyProgrammeRow,
  SubsidyApplicationRow,
  SubsidyObjectionRow,
  SubsidyRow,
  SubsidyMoveRow,
  AccountRow,
  EntryRow,
  PostingRow,
  AccountSnapshotRow,
  LedgerPeriodRow,
  LedgerPeriodActRow,
  AmountLimitRow,
  OverdraftRuleRow,
  FactCheckRow,
  CostPoolRow,
  CostPoolUnionRow,
  CostItemRow,
  CostShareRow,
  PoolSequenceRow,
  PoolStepRow,
  PlannedItemRow,
  SelfPaymentRow,
  RefundRow,
  RefundLineRow,
  RefundPartRow,
  DamageRef,
  LoanRef,
  PartyFreezeRow,
  BankStatementRow,
  BankLineRow,
  BankLineDuesRow,
  ConfirmationRow,
  DisputeRow,
  DisputeSideRow,
  DisputeMessageRow,
  PayeeAccountRow,
  PaymentRow,
  NettingRunRow,
  NettedUnionRow,
  NettingLineRow,
  NettedPostingRow,
  ActivityScoreRef,
  BudgetRow,
  BudgetLineRow,
  MatterPaymentRow,
  MatterSpendingRow,
  DisclosureRow,
  DisclosureReminderRow,
  VoucherSubjectMapRow,
  AccountClosureRow,
  ClosedPartyRow,
  ReconciliationRow,
];
