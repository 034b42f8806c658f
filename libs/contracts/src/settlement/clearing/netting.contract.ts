import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  ownUnionsOnly,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PartyDto } from '../../words/party.js';
import { LedgerPartyView, PersonName } from '../party-names.js';
import { type NettingModeName, nettingModes } from './netting-preview.contract.js';
import { payeeAccountConfirmed } from './payee-account.contract.js';

export const nettingRunStates = ['proposed', 'confirmed', 'withdrawn'] as const;
export type NettingRunState = (typeof nettingRunStates)[number];

/** Why an open debt of the period stays out of a run. */
export const stayOutReasons = ['notChosen', 'excluded', 'frozen', 'disputed', 'unconfirmed'] as const;
export type StayOutReason = (typeof stayOutReasons)[number];

/** So many days after its confirmation the payments of a run are due, where the proposal says nothing else. */
export const payWithinDaysDefault = 30;

export class CreateNettingRunRequest {
  @OneOf(nettingModes, { name: 'NettingMode' }) mode: NettingModeName;
  @Nested(() => PartyDto, { optional: true, description: 'Mode hub only' }) hub?: PartyDto | null;
  @CalendarDate() periodFrom: string;
  @CalendarDate({ description: 'The last day that counts' }) periodTo: string;
  @Uuid({ description: 'Balances between parties below this union, or of it' }) unionId: string;
  @ListOf(() => PartyDto, {
    optional: true,
    max: 1_000,
    description: 'Only balances among these; others stay untouched',
  })
  parties?: PartyDto[] | null;
  @ListOf(() => PartyDto, {
    optional: true,
    max: 1_000,
    description: 'No balance of these; in addition to the frozen ones, which always stay out',
  })
  excluded?: PartyDto[] | null;
  @Whole({
    optional: true,
    min: 1,
    max: 180,
    description: `Days from the confirmation until its payments are due; ${payWithinDaysDefault} where absent`,
  })
  payWithinDays?: number;
}

export class OpenBalancesRequest {
  @Uuid() unionId: string;
}

export class GetNettingRunRequest {
  @Uuid() nettingRunId: string;
}

export class ListNettingLinesRequest extends PageRequest {
  @Uuid() nettingRunId: string;
}

export class ConfirmNettingRunRequest {
  @Uuid() nettingRunId: string;
}

export class WithdrawNettingRunRequest {
  @Uuid() nettingRunId: string;
  @Text({ max: 500 }) reason: string;
}

export class ListNettingRunsRequest extends PageRequest {
  @OneOf(nettingRunStates, { optional: true, name: 'NettingRunState' }) state?: NettingRunState;
  @Flag({ optional: true, description: 'Only those that the caller may confirm now' }) waitingForMe?: boolean;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
  @Text({ optional: true, max: 60, description: 'Part of the name of its union, or of who pays or is paid' })
  q?: string;
}

export class PartyTransferView {
  @Nested(() => LedgerPartyView) from: LedgerPartyView;
  @Nested(() => LedgerPartyView) to: LedgerPartyView;
  @Nested(() => Money) amount: Money;
}

/** A transfer of a run, with how long the account of its payee has stood. */
export class RunTransferView extends PartyTransferView {
  @Instant({ nullable: true, description: 'Since when the payee has had its account' })
  payeeAccountSince: string | null;
  @Flag({ description: payeeAccountConfirmed }) isPayeeAccountConfirmed: boolean;
}

export class NettingLineView extends PartyTransferView {
  @Whole({ min: 1, description: 'Its place in the run, by which the trace names it' }) number: number;
  @Uuid({ description: 'The ledger entry that the debt comes from' }) entryId: string;
  @Whole() line: number;
}

export class PartyBalanceView {
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Nested(() => Money, { description: 'What it is owed less what it owes, before the run' }) balance: Money;
}

export class StayedOutView {
  @OneOf(stayOutReasons, { name: 'StayOutReason' }) reason: StayOutReason;
  @Whole({ description: 'How many open debts of the period' }) count: number;
  @Nested(() => Money) amount: Money;
  @ListOf(() => LedgerPartyView, { max: 100, description: 'The frozen or excluded ones among their parties' })
  parties: LedgerPartyView[];
}

/** What a run of these terms would be if it were proposed now. */
export class NettingProposalView {
  @Whole({ description: 'How many debts would go in; 0: there is nothing to net' }) lineCount: number;
  @Whole() transferCount: number;
  @Nested(() => Money, { description: 'What all transfers come to' }) total: Money;
  @Flag({ nullable: true }) optimal: boolean | null;
  @ListOf(() => PartyTransferView, { max: 1_000, description: 'The first thousand' })
  transfers: PartyTransferView[];
  @ListOf(() => PartyBalanceView, { max: 1_000 }) balances: PartyBalanceView[];
  @ListOf(() => StayedOutView, {
    max: stayOutReasons.length,
    description: 'The open debts of the period that would not go in',
  })
  stayedOut: StayedOutView[];
}

/** What is open between a union and another party, and who can net it. */
export class OpenBalanceView {
  @Nested(() => LedgerPartyView, { description: 'The union, or a party that it acts for' })
  party: LedgerPartyView;
  @Nested(() => LedgerPartyView) counterparty: LedgerPartyView;
  @Nested(() => Money, { description: 'Above zero: what the other owes; below: what is owed to it' })
  balance: Money;
  @Nested(() => Money, { description: 'The part that a run proposed now would take' }) ready: Money;
  @Uuid({ description: 'The nearest union above both with somebody who proposes runs' }) proposerId: string;
  @Text() proposerName: string;
  @Flag({ description: 'The caller may propose it' }) mayPropose: boolean;
}

export class OpenBalancesView {
  @ListOf(() => OpenBalanceView, { max: 200, description: 'The largest first; at most 200' })
  items: OpenBalanceView[];
}

export class NettingOverlapView {
  @Uuid({ nullable: true, description: 'The other proposal; null where the caller may not see it' })
  nettingRunId: string | null;
  @Text() unionName: string;
  @Whole({ description: 'How many debts both have' }) lineCount: number;
  @Nested(() => Money) amount: Money;
}

export class NettingRunSummaryView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(nettingModes, { name: 'NettingMode' }) mode: NettingModeName;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @CalendarDate() periodFrom: string;
  @CalendarDate() periodTo: string;
  @OneOf(nettingRunStates, { name: 'NettingRunState' }) state: NettingRunState;
  @Flag({ nullable: true }) optimal: boolean | null;
  @Whole() transferCount: number;
  @Nested(() => Money, { description: 'What all transfers come to' }) total: Money;
  @Nested(() => LedgerPartyView, { nullable: true, description: 'Mode hub only' })
  hub: LedgerPartyView | null;
  @Uuid() createdBy: string;
  @PersonName() createdByName: string | null;
  @Instant() createdAt: string;
  @Uuid({ nullable: true }) confirmedBy: string | null;
  @PersonName() confirmedByName: string | null;
  @Uuid({ nullable: true }) entryId: string | null;
  @Flag({
    description:
      "The caller sees the part of the run that is their own unions': its transfers, debts and sums",
  })
  ownPart: boolean;
}

export class NettingRunView extends NettingRunSummaryView {
  @Whole({ description: 'How many debts went in' }) lineCount: number;
  @ListOf(() => NettingLineView, { max: 200, description: 'The first of them; all are listed page by page' })
  lines: NettingLineView[];
  @ListOf(() => StayedOutView, {
    max: stayOutReasons.length,
    description: 'The open debts of the period that did not go in, as they were when it was proposed',
  })
  stayedOut: StayedOutView[];
  @ListOf(() => NettingOverlapView, {
    max: 20,
    description: 'Other proposals with the same debts: whichever is confirmed first takes them',
  })
  overlaps: NettingOverlapView[];
  @Whole({ description: 'Days from its confirmation until its payments are due' }) payWithinDays: number;
  @Uuid({ nullable: true }) withdrawnBy: string | null;
  @PersonName() withdrawnByName: string | null;
  @Instant({ nullable: true }) withdrawnAt: string | null;
  @Text({ nullable: true, max: 500 }) withdrawReason: string | null;
  @ListOf(() => RunTransferView, { max: 1_000, description: 'The first thousand' })
  transfers: RunTransferView[];
  @ListOf(() => PartyBalanceView, { max: 1_000 }) balances: PartyBalanceView[];
  @TextList({
    max: 1_000,
    length: 2_000,
    description: 'From the transfers back to the lines, in words; the first thousand steps',
  })
  trace: string[];
}

const shown = query('settlement.netting.get', GetNettingRunRequest, NettingRunView, {
  http: 'GET netting-runs/:nettingRunId',
  tag: 'netting',
  summary: 'A run with its balances, its transfers and the way from the debts to them',
});

export const nettingContract = {
  create: command('settlement.netting.create', CreateNettingRunRequest, NettingRunView, {
    http: 'POST netting-runs',
    tag: 'netting',
    summary: 'Proposes transfers for the open balances of a period; nothing is posted yet',
    freshRoles: true,
    example: {
      mode: 'fewest',
      periodFrom: '2026-10-01',
      periodTo: '2026-12-31',
      unionId: '01930000-0000-7000-8000-000000000001',
    },
  }),
  preview: query('settlement.netting.preview', CreateNettingRunRequest, NettingProposalView, {
    http: 'POST netting-runs/preview',
    tag: 'netting',
    summary: 'What a run would be if it were proposed now, by the same rule; nothing is saved',
    status: 200,
    idempotent: false,
    example: {
      mode: 'fewest',
      periodFrom: '2026-10-01',
      periodTo: '2026-12-31',
      unionId: '01930000-0000-7000-8000-000000000001',
    },
  }),
  listOpenBalances: query('settlement.netting.list-open-balances', OpenBalancesRequest, OpenBalancesView, {
    http: 'GET unions/:unionId/open-balances',
    tag: 'netting',
    summary: 'What no run has netted yet between a union and others, and which union proposes the run',
  }),
  get: shown,
  list: query('settlement.netting.list', ListNettingRunsRequest, pageOf(NettingRunSummaryView), {
    http: 'GET netting-runs',
    tag: 'netting',
    summary: 'The netting runs of my unions and those with money of theirs, newest first',
  }),
  listLines: query('settlement.netting.list-lines', ListNettingLinesRequest, pageOf(NettingLineView), {
    http: 'GET netting-runs/:nettingRunId/lines',
    tag: 'netting',
    summary: 'The debts that went into a run, each with its ledger entry',
  }),
  confirm: versioned(
    command('settlement.netting.confirm', ConfirmNettingRunRequest, NettingRunView, {
      http: 'POST netting-runs/:nettingRunId/confirm',
      tag: 'netting',
      summary: 'Confirms a run, by another person than its author: posts it and makes its payments',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  withdraw: versioned(
    command('settlement.netting.withdraw', WithdrawNettingRunRequest, NettingRunView, {
      http: 'POST netting-runs/:nettingRunId/withdraw',
      tag: 'netting',
      summary: 'Takes a proposed run back, by who proposes or who would confirm',
      status: 200,
      freshRoles: true,
      example: { reason: '漏选了两家单位' },
    }),
    shown,
  ),
};
