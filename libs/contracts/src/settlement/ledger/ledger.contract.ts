import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { type AccountFund, accountFunds } from '../fund.js';
import { LedgerPartyView } from '../party-names.js';

/**
 * `current`: what parties owe each other; `clearing`: what a netting run moved out of it and transfers settle; `deposit`: what
 * is held for loans, and never netted.
 */
export const accountPurposes = ['current', 'clearing', 'deposit'] as const;
export type AccountPurpose = (typeof accountPurposes)[number];

/** Of the deposit of a loan: held, kept for a damage, released; and what its use cost. */
export const loanEntryKinds = ['depositHeld', 'depositKept', 'depositReleased', 'loanFee'] as const;
export type LoanEntryKind = (typeof loanEntryKinds)[number];
/** Of a subsidy: given, transferred, drawn by a cost pool, and what was not used gone back. */
export const subsidyEntryKinds = ['subsidy', 'subsidyPaid', 'subsidyDrawn', 'subsidyReturned'] as const;
export type SubsidyEntryKind = (typeof subsidyEntryKinds)[number];
/**
 * `restored`: a transfer that was never paid, owed directly again; `damage`: what was damaged while it was lent; `refund`: money
 * that came back on bills of a pool; `closing`: what a party that ended left to its successor.
 */
export const entryKinds = [
  'costs',
  'reversal',
  'netting',
  'payment',
  'restored',
  'damage',
  'refund',
  ...loanEntryKinds,
  ...subsidyEntryKinds,
  'closing',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export class ListAccountsRequest extends PageRequest {
  @Uuid({ optional: true, description: 'Only accounts of parties behind which this union stands' })
  union?: string;
  @Text({ optional: true, max: 100, description: 'Part of what the party is called' }) q?: string;
  @OneOf(accountFunds, { optional: true, name: 'AccountFund' }) fund?: AccountFund;
  @OneOf(accountPurposes, { optional: true, name: 'AccountPurpose' }) purpose?: AccountPurpose;
  @AsOf() asOf?: string;
}

/** The day at whose end balances are asked for. */
function AsOf(): PropertyDecorator {
  return CalendarDate({
    optional: true,
    description: 'Balances at the end of this day in China; now where absent',
  });
}

export class GetAccountRequest {
  @Uuid() accountId: string;
  @AsOf() asOf?: string;
}

export class TrialBalanceRequest {
  @AsOf() asOf?: string;
}

export class ListPostingsRequest extends PageRequest {
  @Uuid() accountId: string;
}

export class ListEntriesRequest extends PageRequest {
  @OneOf(entryKinds, { optional: true, name: 'EntryKind' }) kind?: EntryKind;
  @CalendarDate({ optional: true }) from?: string;
  @CalendarDate({ optional: true, description: 'The last day that counts' }) to?: string;
  @Fen() amountFrom?: string;
  @Fen() amountTo?: string;
  @Uuid({ optional: true, description: 'Only entries that touch an account behind which this union stands' })
  union?: string;
  @Text({ optional: true, max: 100, description: 'Part of the title or of the reason' }) q?: string;
}

/** A bound of what the postings of an entry come to. */
function Fen(): PropertyDecorator {
  return Text({
    optional: true,
    max: 18,
    pattern: /^(0|[1-9]\d{0,17})$/,
    description: 'Whole fen, bounds included',
    example: '10000',
  });
}

export class GetEntryRequest {
  @Uuid() entryId: string;
}

export class ReverseEntryRequest {
  @Uuid() entryId: string;
  @Text({ max: 500 }) reason: string;
}

export class AccountView {
  @Uuid() id: string;
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @OneOf(accountFunds, { name: 'AccountFund' }) incomeKind: AccountFund;
  @OneOf(accountPurposes, { name: 'AccountPurpose' }) purpose: AccountPurpose;
  @Nested(() => Money, { description: 'Credits less debits: what the party is owed less what it owes' })
  balance: Money;
  @Instant({ nullable: true, description: 'Since then nothing can be posted to it' }) closedAt: string | null;
}

export class PostingView {
  @Uuid() entryId: string;
  @Whole() line: number;
  @CalendarDate() postedOn: string;
  @OneOf(entryKinds, { name: 'EntryKind' }) kind: EntryKind;
  @Uuid() debitAccountId: string;
  @Uuid() creditAccountId: string;
  @Nested(() => LedgerPartyView, { description: 'Who owes by it' }) debitParty: LedgerPartyView;
  @Nested(() => LedgerPartyView, { description: 'Who is owed by it' }) creditParty: LedgerPartyView;
  @Nested(() => Money) amount: Money;
  @OneOf(accountFunds, { name: 'AccountFund' }) incomeKind: AccountFund;
}

export class EntrySummaryView {
  @Uuid() id: string;
  @OneOf(entryKinds, { name: 'EntryKind' }) kind: EntryKind;
  @Text() title: string;
  @CalendarDate() postedOn: string;
  @Nested(() => Money, { description: 'What its postings come to' }) amount: Money;
  @Uuid({ description: 'The cost pool, refund, netting run, payment, damage or loan that it comes from' })
  sourceId: string;
  @Text({ nullable: true }) reason: string | null;
  @Uuid({ nullable: true }) reversalOf: string | null;
  @Uuid({ nullable: true }) reversedBy: string | null;
}

export class EntryView extends EntrySummaryView {
  @Whole() postingCount: number;
  @ListOf(() => PostingView, {
    max: 1_000,
    description:
      'The first thousand, of a reversal that was just made the first twenty; an account lists them all',
  })
  postings: PostingView[];
}

export class TrialBalanceView {
  @Nested(() => Money) debits: Money;
  @Nested(() => Money) credits: Money;
  @Nested(() => Money, { description: 'The sum of the balances of all accounts: zero' }) difference: Money;
  @Flag() balanced: boolean;
  @CalendarDate({ nullable: true, description: 'At the end of this day; null: now' }) asOf: string | null;
}

export const ledgerContract = {
  listAccounts: query('settlement.ledger.list-accounts', ListAccountsRequest, pageOf(AccountView), {
    http: 'GET accounts',
    tag: 'ledger',
    summary: 'The accounts of my unions, with balances',
  }),
  getAccount: query('settlement.ledger.get-account', GetAccountRequest, AccountView, {
    http: 'GET accounts/:accountId',
    tag: 'ledger',
    summary: 'An account with its party and its balance',
  }),
  listPostings: query('settlement.ledger.list-postings', ListPostingsRequest, pageOf(PostingView), {
    http: 'GET accounts/:accountId/postings',
    tag: 'ledger',
    summary: 'The postings of an account, on either side, oldest first',
  }),
  listEntries: query('settlement.ledger.list-entries', ListEntriesRequest, pageOf(EntrySummaryView), {
    http: 'GET ledger/entries',
    tag: 'ledger',
    summary: 'The entries of my unions, newest first',
  }),
  getEntry: query('settlement.ledger.get-entry', GetEntryRequest, EntryView, {
    http: 'GET ledger/entries/:entryId',
    tag: 'ledger',
    summary: 'An entry with its postings',
  }),
  reverse: command('settlement.ledger.reverse', ReverseEntryRequest, EntryView, {
    http: 'POST ledger/entries/:entryId/reverse',
    tag: 'ledger',
    summary: 'Takes an entry back by its exact negation, once, with the reason',
    freshRoles: true,
    example: { reason: '发票重复入账' },
  }),
  trialBalance: query('settlement.ledger.trial-balance', TrialBalanceRequest, TrialBalanceView, {
    http: 'GET ledger/trial-balance',
    tag: 'ledger',
    summary: 'All debits and all credits of the network, which agree',
  }),
};
