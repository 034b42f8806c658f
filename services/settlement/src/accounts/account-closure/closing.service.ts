import { Injectable } from '@nestjs/common';
import { DomainError, type Party } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type AccountBalance, AccountRepository } from '../../ledger/account.repository.js';
import { type AccountKey, LedgerWriter, type PostingDraft } from '../../ledger/ledger-writer.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import type { AccountClosureRow, Moved } from './account-closure.entity.js';
import { AccountClosureRepository, partyOfClosure, successorOf } from './account-closure.repository.js';
import { closingLegs, type Remainder } from './closing.model.js';

/** Moves a party's balances to its successor and closes its accounts permanently. */
@Injectable()
export class Closing {
  constructor(
    private readonly closures: AccountClosureRepository,
    private readonly accounts: AccountRepository,
    private readonly ledger: LedgerRepository,
    private readonly ledgerWriter: LedgerWriter,
  ) {}

  /** The balances of the party's current accounts. */
  async leftOf(tx: Transaction, party: Party): Promise<Remainder[]> {
    return (await this.balancesOf(tx, party)).filter(isCurrent).map(remainderOf);
  }

  /**
   * The same, provided that no other account has a balance.
   * @throws DomainError 409 `ACCOUNTS_OPEN_MATTERS` while clearing or deposits are not at zero: these belong to
   * payments and loans, which end by themselves
   */
  async remaindersOf(tx: Transaction, party: Party): Promise<Remainder[]> {
    const left = await this.balancesOf(tx, party);
    if (!left.every(isCurrent)) throw new DomainError('ACCOUNTS_OPEN_MATTERS');
    return left.map(remainderOf);
  }

  private async balancesOf(tx: Transaction, party: Party): Promise<AccountBalance[]> {
    const rows = await this.closures.accountsOf(tx, party);
    const balances = await this.accounts.balancesOf(
      tx,
      rows.map(({ id }) => id),
    );
    return balances.filter(({ balance }) => balance !== 0n);
  }

  /**
   * E70, E71: closes the accounts with a single entry, exact to the fen.
   * @throws DomainError 409 `ACCOUNTS_NOT_EMPTY` if a balance is left and no successor takes it over
   * @returns the entry, or null if there was no balance, and the moved amounts
   */
  async close(tx: Transaction, row: AccountClosureRow): Promise<{ entryId: string | null; moved: Moved[] }> {
    const party = { kind: row.partyKind, id: row.partyId };
    const own = (await this.closures.accountsOf(tx, party)).map(({ id }) => id);
    const seen = await this.closures.positionsOf(tx, own);
    // Locks all of them at once in id order, as every entry does.
    const others = seen.map(({ other_account: id }) => id);
    await this.ledger.lockAccountsById(tx, [...own, ...others]);
    const remainders = await this.remaindersOf(tx, party);
    const postings = await this.postingsOf(tx, row, own, remainders);
    const entryId = postings.length === 0 ? null : await this.ledgerWriter.post(tx, draftOf(row, postings));
    await this.closures.close(tx, party);
    const moved = remainders.map(({ incomeKind, balanceFen }) => ({
      incomeKind,
      amountFen: String(balanceFen),
    }));
    return { entryId, moved };
  }

  private async postingsOf(
    tx: Transaction,
    row: AccountClosureRow,
    own: readonly string[],
    remainders: readonly Remainder[],
  ): Promise<PostingDraft[]> {
    const pairs = await this.closures.positionsOf(tx, own);
    if (remainders.length === 0 && pairs.length === 0) return [];
    const successor = successorOf(row);
    if (successor === null) throw new DomainError('ACCOUNTS_NOT_EMPTY', { pointer: '/successor' });
    const positions = pairs.map((pair) => ({
      incomeKind: pair.income_kind,
      other: pair.other,
      otherIncomeKind: pair.other_income_kind,
      netFen: pair.net,
    }));
    return closingLegs(partyOfClosure(row), successor, { positions, remainders }).map((leg) => ({
      amountFen: leg.amountFen,
      incomeKind: leg.incomeKind,
      debit: current(leg.debit),
      credit: current(leg.credit),
    }));
  }
}

const isCurrent = ({ purpose }: AccountBalance): boolean => purpose === 'current';

const remainderOf = ({ income_kind: incomeKind, balance: balanceFen }: AccountBalance): Remainder => ({
  incomeKind,
  balanceFen,
});

const current = (side: Pick<AccountKey, 'party' | 'incomeKind'>): AccountKey => ({
  ...side,
  purpose: 'current',
});

const draftOf = (row: AccountClosureRow, postings: readonly PostingDraft[]) => ({
  kind: 'closing' as const,
  title: '销户结转',
  unionId: row.unionId,
  sourceId: row.id,
  reason: row.reason,
  postings,
});
