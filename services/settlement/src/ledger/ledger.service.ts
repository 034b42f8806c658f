import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
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
  type PostingView,
  type TrialBalanceRequest,
  type TrialBalanceView,
} from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type CallContext, DomainError, rootPath, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../reference/actions.js';
import { actions } from './actions.js';
import { authoriseLook, bookReach } from '../reference/bookkeeping.js';
import { namedParty, type PartyNames } from '../reference/named-party.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { type AccountBalance, AccountRepository } from './account.repository.js';
import { EntryReader, postingView, summaryOf } from './entry-reader.js';
import { LedgerRepository } from './ledger.repository.js';

@Injectable()
export class LedgerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: LedgerRepository,
    private readonly references: ReferenceRepository,
    private readonly accounts: AccountRepository,
    private readonly entries: EntryReader,
  ) {}

  @Handles(ledgerContract.listAccounts)
  listAccounts(request: ListAccountsRequest, call: CallContext): Promise<Page<AccountView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.accounts.listAccounts(tx, request, await bookReach(tx, actions.seeLedger));
      const names = await this.references.parties(
        tx,
        rows.map(({ party }) => party),
      );
      const views = rows.map((row) => accountView(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(ledgerContract.getAccount)
  getAccount(request: GetAccountRequest, call: CallContext): Promise<AccountView> {
    return this.transactions.read(call, async (tx) => {
      const place = await this.accounts.accountWithPath(tx, request.accountId);
      await authoriseLook(tx, actions.seeLedger, place === null ? [] : [place.path]);
      const row = await this.accounts.findBalance(tx, request.accountId, request.asOf ?? null);
      if (row === null) throw new DomainError('NOT_FOUND');
      return accountView(row, await this.references.parties(tx, [row.party]));
    });
  }

  @Handles(ledgerContract.listPostings)
  listPostings(request: ListPostingsRequest, call: CallContext): Promise<Page<PostingView>> {
    return this.transactions.read(call, async (tx) => {
      const account = await this.accounts.accountWithPath(tx, request.accountId);
      await authoriseLook(tx, actions.seeLedger, account === null ? [] : [account.path]);
      const lines = await this.ledger.listPostings(tx, request.accountId, request);
      const names = await this.entries.namesOf(tx, lines);
      return toPage(
        lines.map((line) => postingView(line, names)),
        { limit: request.limit, cursorOf: ({ postedOn, entryId, line }) => [postedOn, entryId, line] },
      );
    });
  }

  @Handles(ledgerContract.listEntries)
  listEntries(request: ListEntriesRequest, call: CallContext): Promise<Page<EntrySummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      requireRanges(request);
      const rows = await this.ledger.listEntries(tx, request, await bookReach(tx, actions.seeLedger));
      return toPage(rows.map(summaryOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(ledgerContract.getEntry)
  getEntry(request: GetEntryRequest, call: CallContext): Promise<EntryView> {
    return this.transactions.read(call, async (tx) => {
      await authoriseLook(tx, actions.seeLedger, await this.ledger.pathsOf(tx, request.entryId));
      const view = (await this.entries.views(tx, [request.entryId])).get(request.entryId);
      if (view === undefined) throw new DomainError('NOT_FOUND');
      return view;
    });
  }

  @Handles(ledgerContract.trialBalance)
  trialBalance(request: TrialBalanceRequest, call: CallContext): Promise<TrialBalanceView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeLedger, { paths: [rootPath], visible: true });
      const asOf = request.asOf ?? null;
      const { debits, credits, difference } = await this.accounts.totalsAt(tx, asOf);
      return {
        debits: toWire(debits),
        credits: toWire(credits),
        difference: toWire(difference),
        balanced: difference === 0n,
        asOf,
      };
    });
  }
}

/** @throws DomainError 422 `DATES_REVERSED`, `AMOUNT_RANGE_REVERSED` */
function requireRanges({ from, to, amountFrom, amountTo }: ListEntriesRequest): void {
  if (from !== undefined && to !== undefined && to < from)
    throw new DomainError('DATES_REVERSED', { pointer: '/to' });
  if (amountFrom !== undefined && amountTo !== undefined && BigInt(amountTo) < BigInt(amountFrom))
    throw new DomainError('AMOUNT_RANGE_REVERSED', { pointer: '/amountTo' });
}

function accountView(row: AccountBalance, names: PartyNames): AccountView {
  const { id, income_kind: incomeKind, purpose } = row;
  const closedAt = row.closed_at?.toISOString() ?? null;
  const balance = toWire(row.balance);
  return { id, party: namedParty(row.party, names), incomeKind, purpose, balance, closedAt };
}
