import { Injectable } from '@nestjs/common';
import {
  type AccountView,
  type EntrySummaryView,
  type EntryView,
  type GetAccountRequest,
  type GetEntryRequest,
  ledgerContract,
  type ListAccountsRequest,
  type ListEntriesRequest,
  type ListPostingsRequest,
  type Page,
  type PostingView,
  type ReverseEntryRequest,
  type TrialBalanceView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, rootPath, toWire } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { authoriseLook, bookReach } from '../reference/bookkeeping.js';
import { namedParty, type PartyNames } from '../reference/named-party.js';
import { maySee } from '../reference/reach.model.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { Book } from './book.service.js';
import {
  type AccountBalance,
  type EntryWithReversal,
  LedgerRepository,
  type PostingLine,
} from './ledger.repository.js';

@Injectable()
export class LedgerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: LedgerRepository,
    private readonly references: ReferenceRepository,
    private readonly book: Book,
  ) {}

  listAccounts(request: ListAccountsRequest, call: CallContext): Promise<Page<AccountView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.list, {});
      const rows = await this.ledger.listAccounts(tx, request, await bookReach(tx, actions.seeLedger));
      const names = await this.references.parties(
        tx,
        rows.map(({ party }) => party),
      );
      const views = rows.map((row) => accountView(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  getAccount(request: GetAccountRequest, call: CallContext): Promise<AccountView> {
    return this.transactions.read(call, async (tx) => {
      const place = await this.ledger.accountWithPath(tx, request.accountId);
      await authoriseLook(tx, actions.seeLedger, place === null ? [] : [place.path]);
      const row = await this.ledger.findBalance(tx, request.accountId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return accountView(row, await this.references.parties(tx, [row.party]));
    });
  }

  listPostings(request: ListPostingsRequest, call: CallContext): Promise<Page<PostingView>> {
    return this.transactions.read(call, async (tx) => {
      const account = await this.ledger.accountWithPath(tx, request.accountId);
      await authoriseLook(tx, actions.seeLedger, account === null ? [] : [account.path]);
      const lines = await this.ledger.listPostings(tx, request.accountId, request);
      const names = await this.namesOf(tx, lines);
      return toPage(
        lines.map((line) => postingView(line, names)),
        { limit: request.limit, cursorOf: ({ entryId, line }) => [entryId, line] },
      );
    });
  }

  listEntries(request: ListEntriesRequest, call: CallContext): Promise<Page<EntrySummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.list, {});
      const rows = await this.ledger.listEntries(tx, request, await bookReach(tx, actions.seeLedger));
      return toPage(rows.map(summaryOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  getEntry(request: GetEntryRequest, call: CallContext): Promise<EntryView> {
    return this.transactions.read(call, async (tx) => {
      await authoriseLook(tx, actions.seeLedger, await this.ledger.pathsOf(tx, request.entryId));
      return this.view(tx, request.entryId);
    });
  }

  /** E80, E82: the exact negation of the legs, dated today, once. */
  reverse(request: ReverseEntryRequest, call: CallContext): Promise<Outcome<EntryView>> {
    return this.transactions.command(call, ledgerContract.reverse, request, async (tx) => {
      const entry = await this.ledger.findEntry(tx, request.entryId);
      if (entry === null) throw new DomainError('NOT_FOUND');
      const visible = maySee(call.actor, actions.seeLedger, await this.ledger.pathsOf(tx, entry.id));
      const { path } = await this.references.union(tx, entry.unionId);
      tx.authorise(actions.reverseEntry, { paths: [path], visible });
      if (entry.kind !== 'costs' && entry.kind !== 'reversal') throw new DomainError('REVERSE_AT_SOURCE');
      const by = { reason: request.reason, personId: tx.personId };
      return this.view(tx, await this.book.reverse(tx, entry, by));
    });
  }

  trialBalance(call: CallContext): Promise<TrialBalanceView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeLedger, { paths: [rootPath], visible: true });
      const { debits, credits, difference } = await this.ledger.totals(tx);
      return {
        debits: toWire(debits),
        credits: toWire(credits),
        difference: toWire(difference),
        balanced: difference === 0n,
      };
    });
  }

  private async view(tx: Transaction, entryId: string): Promise<EntryView> {
    const entry = await this.ledger.findEntry(tx, entryId);
    if (entry === null) throw new DomainError('NOT_FOUND');
    const lines = await this.ledger.linesOf(tx, entryId);
    const names = await this.namesOf(tx, lines);
    const reversedBy = await this.ledger.reversedBy(tx, entryId);
    const postingCount = await this.ledger.countPostings(tx, entryId);
    return {
      ...summaryOf({ ...entry, reversedBy }),
      postingCount,
      postings: lines.map((line) => postingView(line, names)),
    };
  }

  private namesOf(tx: Transaction, lines: readonly PostingLine[]): Promise<PartyNames> {
    const keys = lines.flatMap(({ debit_party: debit, credit_party: credit }) => [debit, credit]);
    return this.references.parties(tx, [...new Set(keys)]);
  }
}

function summaryOf(row: EntryWithReversal): EntrySummaryView {
  const { id, kind, title, postedOn, sourceId, reason, reversalOf: reversed, reversedBy } = row;
  return { id, kind, title, postedOn, sourceId, reason, reversalOf: reversed, reversedBy };
}

function accountView(row: AccountBalance, names: PartyNames): AccountView {
  const { id, income_kind: incomeKind, purpose } = row;
  return { id, party: namedParty(row.party, names), incomeKind, purpose, balance: toWire(row.balance) };
}

function postingView(line: PostingLine, names: PartyNames): PostingView {
  return {
    entryId: line.entry_id,
    line: line.line,
    postedOn: line.posted_on,
    kind: line.kind,
    debitAccountId: line.debit_account,
    creditAccountId: line.credit_account,
    debitParty: namedParty(line.debit_party, names),
    creditParty: namedParty(line.credit_party, names),
    amount: toWire(line.amount_fen),
    incomeKind: line.income_kind,
  };
}
