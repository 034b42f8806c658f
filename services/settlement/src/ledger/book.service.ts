import { Injectable } from '@nestjs/common';
import type { AccountFund, AccountPurpose, EntryKind } from '@gongxiang/contracts';
import { DomainError, newId, parsePartyKey, partyKey, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { checkEntry } from './entry.model.js';
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
  readonly postings: readonly PostingDraft[];
}

const officersMin = 2;

/** The one way into the ledger for the features of this service: all legs of an entry, or none. */
@Injectable()
export class Book {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly references: ReferenceRepository,
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
    const dates = { postedOn: shanghaiDate(tx.now), postedAt: tx.now, postedBy: tx.personId };
    const row: EntryRow = { id, kind, title, unionId, sourceId, reason, reversalOf: null, ...dates };
    await this.ledger.insert(
      tx,
      row,
      postings.map((posting, line): PostingRow => ({ entryId: id, line, ...posting })),
    );
    tx.audit({ noun: 'entry', id, after: { kind, sourceId, postings: postings.length } });
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
