import type { FundRuleSetState } from '../../settlement/agreements/fund-rule.contract.js';
import type { ClosureState } from '../../settlement/accounts/account-closure.contract.js';
import type { DebtState } from '../../settlement/accounts/activity-statement.contract.js';
import type { ConfirmationState } from '../../settlement/bills/confirmation.contract.js';
import type { CostPoolState } from '../../settlement/bills/cost-pool.contract.js';
import type { DisputeState } from '../../settlement/bills/dispute.contract.js';
import type { RefundState } from '../../settlement/bills/refund.contract.js';
import type { BankStatementState } from '../../settlement/clearing/bank-statement.contract.js';
import type { NettingRunState } from '../../settlement/clearing/netting.contract.js';
import type { PayeeAccountState } from '../../settlement/clearing/payee-account.contract.js';
import type { PaymentState } from '../../settlement/clearing/payment.contract.js';
import type { DuesLineState } from '../../words/dues-line.js';
import type { MatterPaymentState } from '../../words/matter-payment.js';
import type { BudgetState } from '../../settlement/funding/budget.contract.js';
import type { SubsidyApplicationState } from '../../settlement/funding/subsidy-application.contract.js';
import type { SubsidyProgrammeState } from '../../settlement/funding/subsidy-programme.contract.js';
import type { SubsidyState } from '../../settlement/funding/subsidy.contract.js';
import type { PeriodState } from '../../settlement/ledger/ledger-period.contract.js';
import type { ReconciliationState } from '../../settlement/ledger/ledger-proof.contract.js';
import type { WaitsOf } from './state-waits.js';

export const moneyWaits = {
  costPoolStates: {
    // Whoever has opened it gathers its bills; only one that was returned waits for somebody.
    open: ['costPoolReturned'],
    submitted: ['costPoolSubmitted'],
    asked: ['confirmationAsked'],
    // Its shares are to be confirmed, and its year is to be disclosed.
    approved: ['confirmationAsked', 'disclosureDue'],
    reversed: 'over',
  } satisfies WaitsOf<CostPoolState>,
  confirmationStates: {
    waiting: ['confirmationAsked'],
    confirmed: 'answered',
    disputed: 'what is still to be said of it is a dispute',
    lapsed: 'over',
  } satisfies WaitsOf<ConfirmationState>,
  payeeAccountStates: {
    none: 'for its union, which need not be paid by bank',
    standing: 'over',
    proposed: ['payeeAccountProposed'],
  } satisfies WaitsOf<PayeeAccountState>,
  disputeStates: {
    open: ['disputeOpened', 'disputeAnswered', 'disputeReferred'],
    dismissed: 'decided',
    upheld: 'decided',
    withdrawn: 'over',
  } satisfies WaitsOf<DisputeState>,
  refundStates: {
    proposed: ['refundProposed'],
    posted: 'its debts are netted like others',
    returned: 'over; whoever wants it proposes another one',
    withdrawn: 'over',
    reversed: 'over',
  } satisfies WaitsOf<RefundState>,
  nettingRunStates: {
    proposed: ['nettingRunProposed'],
    confirmed: 'what it leaves to be done are payments',
    withdrawn: 'over',
  } satisfies WaitsOf<NettingRunState>,
  paymentStates: {
    open: ['paymentToSend', 'paymentToReceive'],
    settled: 'both sides have confirmed it',
    failed: 'it is owed again, for a later run',
  } satisfies WaitsOf<PaymentState>,
  bankStatementStates: {
    imported: 'a payment waits for its sides, whether a line of the bank shows it or not',
    undone: 'over',
  } satisfies WaitsOf<BankStatementState>,
  duesLineStates: {
    waiting: 'membership books it or returns it',
    booked: 'over',
    returned: ['duesLineReturned'],
    refunded: 'over',
  } satisfies WaitsOf<DuesLineState>,
  debtStates: {
    open: 'for a netting run, which whoever nets proposes when they see fit',
    netted: 'what is still to be done is a payment',
    paid: 'over',
    reversed: 'over',
  } satisfies WaitsOf<DebtState>,
  periodStates: {
    open: 'the federation closes a month when it sees fit',
    closing: 'the machine writes its balances',
    closed: 'over',
  } satisfies WaitsOf<PeriodState>,
  reconciliationStates: {
    running: 'the machine compares',
    done: 'over',
  } satisfies WaitsOf<ReconciliationState>,
  closureStates: {
    proposed: ['closureProposed'],
    closed: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<ClosureState>,
  fundRuleSetStates: {
    draft: 'whoever drafts it publishes it, alone',
    published: 'it applies',
    superseded: 'over',
  } satisfies WaitsOf<FundRuleSetState>,
  budgetStates: {
    // Whoever drafts it submits it; only one that was returned waits for somebody.
    draft: ['budgetReturned'],
    submitted: ['budgetSubmitted'],
    adopted: 'it is in force',
    superseded: 'over',
  } satisfies WaitsOf<BudgetState>,
  matterPaymentStates: {
    asked: ['matterPaymentAsked'],
    approved: ['matterPaymentToPay'],
    refused: 'whoever has the matter in hand is notified, and need not ask again',
    paid: 'over',
    returned: 'whoever has the matter in hand is notified, and need not ask again',
  } satisfies WaitsOf<MatterPaymentState>,
  subsidyProgrammeStates: {
    draft: 'whoever drafts it opens it, alone',
    // A call ends at its deadline; a standing programme when its giver ends the round.
    open: ['subsidyApplied'],
    deciding: ['subsidyToDecide', 'subsidyToApprove'],
    notice: ['objectionToAnswer'],
    closed: 'what is still to be done are its subsidies',
    cancelled: 'over',
  } satisfies WaitsOf<SubsidyProgrammeState>,
  subsidyApplicationStates: {
    draft: 'whoever drafts it submits it, while the call is open',
    submitted: ['subsidyApplied', 'subsidyToDecide'],
    proposed: ['subsidyToApprove', 'objectionToAnswer'],
    rejected: ['subsidyToApprove'],
    granted: ['subsidyOffered'],
    refused: 'decided',
    withdrawn: 'over',
    lapsed: 'over',
  } satisfies WaitsOf<SubsidyApplicationState>,
  subsidyStates: {
    offered: ['subsidyOffered'],
    accepted: ['subsidyToPay', 'subsidyToReceive'],
    active: ['subsidyToReport'],
    reported: ['subsidyReported'],
    accounted: ['subsidyToReclaim'],
    closed: 'nothing is left of it',
    declined: 'over',
  } satisfies WaitsOf<SubsidyState>,
};
