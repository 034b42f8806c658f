import { Injectable } from '@nestjs/common';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { AccountPurpose } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { DomainError, newId, parsePartyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { nameOf as partyName } from '../reference/named-party.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { AccountRow } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { partyOf } from './limit-guard.service.js';

/** The natural key of an account; the first posting opens the account. */
export interface AccountKey {
  /** `union:<id>` */
  readonly party: string;
  readonly incomeKind: AccountFund;
  readonly purpose: AccountPurpose;
}

const officersMin = 2;

/** Opens and locks accounts, except those of a party whose accounts are closed. */
@Injectable()
export class LedgerAccounts {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * The first posting of a network requires two officers, for dual control.
   * @throws DomainError 409 `TWO_OFFICERS_REQUIRED`
   */
  async requireOfficers(tx: Transaction): Promise<void> {
    if (await this.ledger.isBegun(tx)) return;
    if ((await this.references.rootOfficers(tx)) < officersMin)
      throw new DomainError('TWO_OFFICERS_REQUIRED');
  }

  /**
   * Opens the missing accounts and locks all of them in id order. The result is keyed by account name.
   * @throws DomainError 409 `ACCOUNT_CLOSED`, `REFERENCE_PENDING`
   */
  async lockOrOpen(tx: Transaction, keys: readonly AccountKey[]): Promise<Map<string, AccountRow>> {
    const wanted = new Map(keys.map((key) => [accountName(key), key]));
    const drafts = await this.drafts(tx, wanted);
    const known = new Set((await this.ledger.findAccounts(tx, drafts)).map(nameOfRow));
    const missing = drafts.filter((row) => !known.has(nameOfRow(row)));
    if (missing.length > 0) {
      const [closed] = await this.ledger.closedParties(tx, missing);
      if (closed !== undefined) throw await this.closedRefusal(tx, closed);
      await this.ledger.openAccounts(tx, missing);
    }
    const locked = await this.ledger.lockAccounts(tx, drafts);
    await this.requireOpen(tx, locked);
    return new Map(locked.map((row) => [nameOfRow(row), row]));
  }

  /** @throws DomainError 409 `ACCOUNT_CLOSED`, with the party */
  private async requireOpen(tx: Transaction, locked: readonly AccountRow[]): Promise<void> {
    const closed = locked.find(({ closedAt }) => closedAt !== null);
    if (closed !== undefined) throw await this.closedRefusal(tx, partyOf(closed));
  }

  /** 409 `ACCOUNT_CLOSED`, with the name of the party. */
  async closedRefusal(tx: Transaction, party: string): Promise<DomainError> {
    const names = await this.references.parties(tx, [party]);
    return new DomainError('ACCOUNT_CLOSED', { params: { party: partyName(party, names) } });
  }

  /** Sorted by name, so that two entries that open the same accounts do not deadlock. */
  private async drafts(tx: Transaction, wanted: ReadonlyMap<string, AccountKey>): Promise<AccountRow[]> {
    const keys = [...wanted.values()].map(({ party }) => party);
    const parties = await this.references.parties(tx, [...new Set(keys)]);
    return [...wanted].sort(byName).map(([, key]) => {
      const unionId = parties.get(key.party)?.unionId;
      if (unionId === undefined) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
      const { kind: partyKind, id: partyId } = parsePartyKey(key.party);
      const { incomeKind, purpose } = key;
      const id = newId<'account'>();
      return { id, partyKind, partyId, unionId, incomeKind, purpose, createdAt: tx.now, closedAt: null };
    });
  }
}

const byName = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : 1;

export function accountName({ party, incomeKind, purpose }: AccountKey): string {
  return `${party}/${incomeKind}/${purpose}`;
}

const nameOfRow = (row: AccountRow): string =>
  accountName({ party: partyOf(row), incomeKind: row.incomeKind, purpose: row.purpose });
