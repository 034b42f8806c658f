import { query, slow } from '../../core/contract.js';
import { CalendarDate, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { type CostPoolState, costPoolStates } from '../bills/cost-pool.contract.js';
import { LedgerPartyView } from '../party-names.js';
import { type AccountFund, accountFunds, expenseCodes, type IncomeKind, incomeKinds } from '../fund.js';
import {
  type StatementFileFormat,
  statementFileFormats,
  type StatementFormat,
  statementFormats,
} from './statement.contract.js';

export class ActivityStatementRequest {
  @Uuid() activityId: string;
}

export class RenderActivityStatementRequest extends ActivityStatementRequest {
  @OneOf(statementFileFormats, { name: 'StatementFileFormat' }) format: StatementFileFormat;
}

/** How it is asked for over REST. */
export class DownloadActivityStatementRequest extends ActivityStatementRequest {
  @OneOf(statementFormats, {
    optional: true,
    name: 'StatementFormat',
    description: 'Goes before the Accept header; JSON where neither says anything',
  })
  format?: StatementFormat;
}

/** `netted`: a confirmed run has taken it, and a payment of its debtor is still open; `paid`: none is. */
export const debtStates = ['open', 'netted', 'paid', 'reversed'] as const;
export type DebtState = (typeof debtStates)[number];

export class ActivityBillView {
  @Nested(() => LedgerPartyView) payer: LedgerPartyView;
  @Text() title: string;
  @OneOf(incomeKinds, { name: 'IncomeKind' }) incomeKind: IncomeKind;
  @OneOf(expenseCodes) expenseCode: string;
  @Text({ max: 40 }) invoiceNumber: string;
  @Nested(() => Money) amount: Money;
}

export class ActivityPartView {
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Nested(() => Money, { description: 'What it bears; of the source of the subsidy, what it gave' })
  share: Money;
  @Nested(() => Money, { description: 'What it has paid itself' }) paid: Money;
  @Nested(() => Money, { description: 'Paid less share: what it is owed, below zero what it owes' })
  net: Money;
}

export class ActivityPoolView {
  @Uuid() costPoolId: string;
  @OneOf(costPoolStates, { name: 'CostPoolState' }) state: CostPoolState;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) approvedAt: string | null;
  @Nested(() => Money, { description: 'Its bills added up' }) total: Money;
  @Nested(() => Money, { nullable: true, description: 'Null until shares are computed' })
  subsidy: Money | null;
  @ListOf(() => ActivityBillView, { max: 10_000 }) bills: ActivityBillView[];
  @ListOf(() => ActivityPartView, {
    max: 2_000,
    description:
      'Parties in the order of the agreement, then the source of the subsidy and who else has paid',
  })
  parts: ActivityPartView[];
}

export class ActivityDebtView {
  @Uuid() entryId: string;
  @CalendarDate() postedOn: string;
  @Nested(() => LedgerPartyView) debtor: LedgerPartyView;
  @Nested(() => LedgerPartyView) creditor: LedgerPartyView;
  @OneOf(accountFunds, { name: 'AccountFund' }) incomeKind: AccountFund;
  @Nested(() => Money) amount: Money;
  @OneOf(debtStates, { name: 'DebtState' }) state: DebtState;
  @Uuid({ nullable: true, description: 'The confirmed run that has taken it' }) nettingRunId: string | null;
}

export class ActivityStatementView {
  @Uuid() activityId: string;
  @Text() title: string;
  @Nested(() => LedgerPartyView, { description: 'The union that organises' }) union: LedgerPartyView;
  @Whole({ description: 'Heads of the attendance facts' }) heads: number;
  @Nested(() => Money, { description: 'Of all pools that are computed and were not reversed' }) total: Money;
  @Nested(() => Money) subsidy: Money;
  @Nested(() => Money, { description: 'Debts that nobody has paid yet' }) unpaid: Money;
  @ListOf(() => ActivityPoolView, {
    max: 200,
    description: 'Oldest first; a reversed one stands with its state',
  })
  pools: ActivityPoolView[];
  @ListOf(() => ActivityDebtView, { max: 10_000 }) debts: ActivityDebtView[];
}

export const activityStatementContract = {
  get: query('settlement.activity-statement.get', ActivityStatementRequest, ActivityStatementView, {
    http: 'GET activities/:activityId/statement',
    tag: 'costs',
    summary:
      'What an activity has cost: its pools, who bears and who paid, and what is still to be paid; as JSON, .xlsx or PDF',
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'],
  }),
  render: slow(
    query('settlement.activity-statement.render', RenderActivityStatementRequest, PrintedFileView),
  ),
};
