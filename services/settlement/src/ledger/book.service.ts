import { Injectable } from '@nestjs/common';
import {
  type AccountFund,
  type AccountPurpose,
  type EntryKind,
  settlementEvents,
} from '@gongxiang/contracts';
import { DomainError, newId, parsePartyKey, partyKey, shanghaiDate } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { checkEntry, reversalOf } from './entry.model.js';
import { EntryWatch } from './entry-watch.js';
import { AccountRow, EntryRow, PostingRow } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';

/** An account by what it is; it is opened by its first posting. */
export interface AccountKey {
  /** `union:<id>` */
  readonly party: string;
  readonly incomeKind: AccountFund;
  readonly purpose: AccountPurpose;
}

export interface PostingDraft {
  readonly debit: AccountKey;
  readonly credit: AccountKey;
  readonly amountFen: bigint;
  readonly incomeKind: AccountFund;
}

export interface EntryDraft {
  readonly kind: Exclude<EntryKind, 'reversal'>;
  readonly title: string;
  /** Under whose authority it is posted: whose approver may reverse it. */
  readonly unionId: string;
  readonly sourceId: string;
  readonly reason?: string;
  /** Who decided on it, where it is posted by itself; else the caller. */
  readonly postedBy?: string;
  readonly postings: readonly PostingDraft[];
}

const officersMin = 2;

/** The one way into the ledger for the features of this service: all legs of an entry, or none. */
@Injectable()
export class Book {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly references: ReferenceRepository,
    private readonly watch: EntryWatch,
  ) {}

  /**
   * Posts an entry within the caller's transaction, dated today in China.
   * @throws DomainError 409 `TWO_OFFICERS_REQUIRED` before the first entry of a network, `REFERENCE_PENDING`; 422 as
   *   {@link checkEntry}
   * @returns the id of the entry
   */
  async post(tx: Transaction, draft: EntryDraft): Promise<string> {
    await this.requireOfficers(tx);
    const accounts = await this.openAccounts(
      tx,
      draft.postings.flatMap(({ debit, credit }) => [debit, credit]),
    );
    const idOf = (key: AccountKey): string => accounts.get(nameOf(key))?.id ?? '';
    const rowOf = new Map([...accounts.values()].map((row) => [row.id, row]));
    const postings = draft.postings.map(({ debit, credit, amountFen, incomeKind }) => ({
      debitAccount: idOf(debit),
      creditAccount: idOf(credit),
      amountFen,
      incomeKind,
    }));
    checkEntry({ postings }, (account) => ownerOf(rowOf.get(account)));
    const { kind, title, unionId, sourceId, reason = null } = draft;
    const id = newId<'entry'>();
    const dates = {
      postedOn: shanghaiDate(tx.now),
      postedAt: tx.now,
      postedBy: draft.postedBy ?? tx.personId,
    };
    const row: EntryRow = { id, kind, title, unionId, sourceId, reason, reversalOf: null, ...dates };
    await this.ledger.insert(
      tx,
      row,
      postings.map((posting, line): PostingRow => ({ entryId: id, line, ...posting })),
    );
    tx.audit({ noun: 'entry', id, after: { kind, sourceId, postings: postings.length } });
    await this.watch.posted(tx, { id, kind, title, unionId, sourceId, postings: draft.postings });
    return id;
  }

  /**
   * Takes an entry back: the exact negation of its legs, dated today, once (E80, E82).
   * @param by who decided on it
   * @throws DomainError `ALREADY_REVERSED`, `REVERSAL_OF_REVERSAL`
   * @returns the id of the reversal
   */
  async reverse(tx: Transaction, entry: EntryRow, by: { reason: string; personId: string }): Promise<string> {
    await this.watch.reversing(tx, entry.id);
    const original = await this.ledger.findPostings(tx, entry.id);
    const { postings } = reversalOf({ id: entry.id, postings: original, reversalOf: entry.reversalOf });
    const accounts = original.flatMap(({ debitAccount, creditAccount }) => [debitAccount, creditAccount]);
    await this.ledger.lockAccountsById(tx, accounts);
    const id = newId<'entry'>();
    const dates = { postedOn: shanghaiDate(tx.now), postedAt: tx.now, postedBy: by.personId };
    const row: EntryRow = {
      ...entry,
      id,
      kind: 'reversal',
      ...dates,
      reason: by.reason,
      reversalOf: entry.id,
    };
    if (!(await this.ledger.insertReversal(tx, row))) throw new DomainError('ALREADY_REVERSED');
    const rows = postings.map((posting, line) => {
      const incomeKind = original[line]?.incomeKind ?? 'other';
      return { entryId: id, line, ...posting, incomeKind };
    });
    await this.ledger.insertPostings(tx, rows);
    tx.audit({ noun: 'entry', id: entry.id, after: { reversedBy: id, reason: by.reason } });
    const { id: entryId, sourceId } = entry;
    const reversed = { entryId, reversalId: id, sourceId, reversedAt: tx.now.toISOString() };
    await recordEvent(tx, settlementEvents.entryReversed, entryId, reversed);
    return id;
  }

  /** The first posting of a network waits until two people can watch each other. */
  private async requireOfficers(tx: Transaction): Promise<void> {
    if (await this.ledger.isBegun(tx)) return;
    if ((await this.references.rootOfficers(tx)) < officersMin)
      throw new DomainError('TWO_OFFICERS_REQUIRED');
  }

  private async openAccounts(tx: Transaction, keys: readonly AccountKey[]): Promise<Map<string, AccountRow>> {
    const wanted = new Map(keys.map((key) => [nameOf(key), key]));
    const parties = await this.references.parties(tx, [...new Set(keys.map(({ party }) => party))]);
    // In the order of their names, so that two entries that open the same accounts do not wait for each other.
    const rows = [...wanted.keys()].sort().flatMap((name): AccountRow[] => {
      const key = wanted.get(name);
      const unionId = parties.get(key?.party ?? '')?.unionId;
      if (key === undefined || unionId === undefined)
        throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
      const { kind: partyKind, id: partyId } = parsePartyKey(key.party);
      const { incomeKind, purpose } = key;
      return [
        { id: newId<'account'>(), partyKind, partyId, unionId, incomeKind, purpose, createdAt: tx.now },
      ];
    });
    await this.ledger.openAccounts(tx, rows);
    const locked = await this.ledger.lockAccounts(tx, rows);
    return new Map(locked.map((row) => [nameOf(keyOf(row)), row]));
  }
}

/** Clearing belongs to the network: money waits there on behalf of a party, but is not its own. */
function ownerOf(row: AccountRow | undefined): string | null {
  return row === undefined || row.purpose === 'clearing' ? null : keyOf(row).party;
}

function keyOf(row: AccountRow): AccountKey {
  return {
    party: partyKey({ kind: row.partyKind, id: row.partyId }),
    incomeKind: row.incomeKind,
    purpose: row.purpose,
  };
}

function nameOf({ party, incomeKind, purpose }: AccountKey): string {
  return `${party}/${incomeKind}/${purpose}`;
}
