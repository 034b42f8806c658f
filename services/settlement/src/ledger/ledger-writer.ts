import { Injectable } from '@nestjs/common';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { newId, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { LedgerAccounts, type AccountKey, accountName } from './ledger-accounts.js';
import { hashOfRows } from './entry-chain.js';
import { checkEntry } from './entry.model.js';
import { EntryListeners } from './entry-listeners.js';
import type { AccountRow, EntryRow, PostingRow } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { LimitGuard, partyOf } from './limit-guard.service.js';
import { orPeriodClosed } from './period-closed.js';
import { EntryReversal } from './entry-reversal.js';

export type { AccountKey } from './ledger-accounts.js';

export interface PostingDraft {
  readonly debit: AccountKey;
  readonly credit: AccountKey;
  readonly amountFen: bigint;
  readonly incomeKind: AccountFund;
}

interface EntryDraft {
  readonly kind: Exclude<EntryKind, 'reversal'>;
  readonly title: string;
  /** The union under whose authority it is posted; its approvers may reverse it. */
  readonly unionId: string;
  readonly sourceId: string;
  readonly reason?: string;
  /** The person who decided on it, if it is posted automatically; defaults to the caller. */
  readonly postedBy?: string;
  readonly postings: readonly PostingDraft[];
}

/**
 * The only way for features of this service to write to the ledger: an entry is posted with all its legs, or not at
 * all.
 */
@Injectable()
export class LedgerWriter {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly ledgerAccounts: LedgerAccounts,
    private readonly limits: LimitGuard,
    private readonly entryReversal: EntryReversal,
    private readonly listeners: EntryListeners,
  ) {}

  /**
   * Posts an entry within the caller's transaction, dated today in China.
   * @throws DomainError 409 `TWO_OFFICERS_REQUIRED` before the first entry of a network, `REFERENCE_PENDING`,
   *   `ACCOUNT_CLOSED`, `OVERDRAFT_LIMIT`, `PERIOD_CLOSED`; 403 `AMOUNT_LIMIT`; 422 as {@link checkEntry}
   * @returns the id of the entry
   */
  async post(tx: Transaction, draft: EntryDraft): Promise<string> {
    await this.ledgerAccounts.requireOfficers(tx);
    const accounts = await this.ledgerAccounts.lockOrOpen(
      tx,
      draft.postings.flatMap(({ debit, credit }) => [debit, credit]),
    );
    const id = newId<'entry'>();
    const { kind, title, unionId, sourceId, reason = null } = draft;
    const dates = datesOf(tx, draft.postedBy ?? tx.personId);
    const postings = rowsOf(draft, accounts, { entryId: id, postedOn: dates.postedOn });
    const rowById = new Map([...accounts.values()].map((row) => [row.id, row]));
    checkEntry({ postings }, (account) => ownerOf(rowById.get(account)));
    await this.limits.requireApprovalLimit(tx, { ...draft, postings });
    await this.limits.requireCover(tx, { ...draft, postings }, [...rowById.values()]);
    const row = { id, kind, title, unionId, sourceId, reason, reversalOf: null, ...dates };
    const rowHash = hashOfRows(row, postings);
    await orPeriodClosed(this.ledger.insert(tx, { ...row, rowHash }, postings));
    tx.audit({ noun: 'entry', id, after: { kind, sourceId, postings: postings.length } });
    await this.listeners.posted(tx, { id, kind, title, unionId, sourceId, postings: draft.postings });
    return id;
  }

  /**
   * Reverses an entry once by the exact negation of its legs, dated today (E80, E82).
   * @param by the reason and the person who decided on it
   * @throws DomainError see {@link EntryReversal}
   * @returns the id of the reversal
   */
  reverse(tx: Transaction, entry: EntryRow, by: { reason: string; personId: string }): Promise<string> {
    return this.entryReversal.reverseOne(tx, entry.id, by);
  }
}

function datesOf(tx: Transaction, postedBy: string): Pick<EntryRow, 'postedOn' | 'postedAt' | 'postedBy'> {
  return { postedOn: shanghaiDate(tx.now), postedAt: tx.now, postedBy };
}

function rowsOf(
  draft: EntryDraft,
  accounts: ReadonlyMap<string, AccountRow>,
  of: Pick<PostingRow, 'entryId' | 'postedOn'>,
): PostingRow[] {
  const idOf = (key: AccountKey): string => accounts.get(accountName(key))?.id ?? '';
  return draft.postings.map(({ debit, credit, amountFen, incomeKind }, line) => ({
    ...of,
    line,
    amountFen,
    incomeKind,
    debitAccount: idOf(debit),
    creditAccount: idOf(credit),
  }));
}

/** Null for clearing accounts: they belong to the network and hold money on behalf of a party. */
function ownerOf(row: AccountRow | undefined): string | null {
  return row === undefined || row.purpose === 'clearing' ? null : partyOf(row);
}
