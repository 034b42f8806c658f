import { AccountClosureRow, ClosedPartyRow } from './account-closure/account-closure.entity.js';
import { ActivityCloseRow, ActivityRef, AttendanceFactRow, LoanUseRow } from './activity/activity.entity.js';
import { AgreementRef } from './agreement/agreement.entity.js';
import { BankLineRow, BankStatementRow } from './bank-statement/bank-statement.entity.js';
import { ConfirmationRow } from './confirmation/confirmation.entity.js';
import { BudgetLineRow, BudgetRow } from './budget/budget.entity.js';
import {
  CostItemRow,
  CostPoolRow,
  CostPoolUnionRow,
  CostShareRow,
  PoolSequenceRow,
  PoolStepRow,
} from './cost-pool/cost-pool.entity.js';
import { PartyFreezeRow } from './freeze/freeze.entity.js';
import { DisputeMessageRow, DisputeRow, DisputeSideRow } from './dispute/dispute.entity.js';
import { FactCheckRow } from './fact-check/fact-check.entity.js';
import { DisclosureReminderRow, DisclosureRow } from './disclosure/disclosure.entity.js';
import { FundRuleOverrideRow, FundRuleSetRow } from './fund-rule/fund-rule.entity.js';
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
import { DamageRef } from './loan-damage/loan-damage.entity.js';
import { LoanRef } from './loan/loan.entity.js';
import { NettedPostingRow, NettingLineRow, NettingRunRow } from './netting/run.entity.js';
import { PaymentRow } from './payment/payment.entity.js';
import { MandateRef } from './reference/mandate.entity.js';
import { PlannedItemRow, SelfPaymentRow } from './pool-plan/pool-plan.entity.js';
import { RefundLineRow, RefundPartRow, RefundRow } from './refund/refund.entity.js';
import { ReconciliationRow } from './reconciliation/reconciliation.entity.js';
import { MemberRef, PartyRef, RoleRef, UnionRef } from './reference/reference.entity.js';
import { SubsidyMoveRow, SubsidyRow } from './subsidy/subsidy.entity.js';
import {
  SubsidyApplicationRow,
  SubsidyObjectionRow,
  SubsidyProgrammeRow,
} from './subsidy/subsidy-programme.entity.js';
import { ActivityScoreRef } from './spending/score.entity.js';
import { VoucherSubjectMapRow } from './voucher/voucher.entity.js';

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
  ConfirmationRow,
  DisputeRow,
  DisputeSideRow,
  DisputeMessageRow,
  PaymentRow,
  NettingRunRow,
  NettingLineRow,
  NettedPostingRow,
  ActivityScoreRef,
  BudgetRow,
  BudgetLineRow,
  DisclosureRow,
  DisclosureReminderRow,
  VoucherSubjectMapRow,
  AccountClosureRow,
  ClosedPartyRow,
  ReconciliationRow,
];
