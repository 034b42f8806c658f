import { Injectable } from '@nestjs/common';
import type {
  ClosureState,
  ListClosuresRequest,
} from '@gongxiang/contracts/settlement/accounts/account-closure.contract';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import { type Party, partyKey } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { baseSql, sideSql } from '../../ledger/account.repository.js';
import { AccountRow } from '../../ledger/ledger.entity.js';
import { newestWithin } from '../../reference/reach-sql.js';
import { AccountClosureRow } from './account-closure.entity.js';

interface PairPosition {
  readonly income_kind: AccountFund;
  readonly other: string;
  readonly other_account: string;
  readonly other_income_kind: AccountFund;
  readonly net: bigint;
}

interface EndedParty {
  readonly kind: Party['kind'];
  readonly id: string;
  readonly accounts: number;
  readonly balance: bigint;
}

@Injectable()
export class AccountClosureRepository {
  find(tx: Transaction, id: string): Promise<AccountClosureRow | null> {
    return tx.sql.findOneBy(AccountClosureRow, { id });
  }

  lock(tx: Transaction, id: string): Promise<AccountClosureRow | null> {
    return tx.sql.findOne(AccountClosureRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The state of the party's pending or completed closure; null if there is none. */
  async stateOf(tx: Transaction, { kind, id }: Party): Promise<ClosureState | null> {
    const rows: { state: ClosureState }[] = await tx.sql.query(
      `SELECT state FROM account_closure WHERE party_kind = $1 AND party_id = $2 AND state <> 'withdrawn'`,
      [kind, id],
    );
    return rows[0]?.state ?? null;
  }

  /** @returns false if another one is pending or completed */
  async insert(tx: Transaction, row: AccountClosureRow): Promise<boolean> {
    const { raw } = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(AccountClosureRow)
      .values(row as never)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async update(tx: Transaction, row: AccountClosureRow): Promise<void> {
    await tx.sql.update(AccountClosureRow, { id: row.id }, row as never);
  }

  /** Accounts of every purpose, in id order. */
  accountsOf(tx: Transaction, { kind, id }: Party): Promise<AccountRow[]> {
    return tx.sql.find(AccountRow, { where: { partyKind: kind, partyId: id }, order: { id: 'ASC' } });
  }

  /** The unnetted balances between the current accounts of a party and those of every other party. */
  positionsOf(tx: Transaction, accountIds: readonly string[]): Promise<PairPosition[]> {
    return tx.sql.query(
      `SELECT own.income_kind, o.party_kind || ':' || o.party_id AS other, o.id AS other_account,
              o.income_kind AS other_income_kind, sum(s.amount)::bigint AS net
       FROM (SELECT p.entry_id, p.line, p.credit_account AS own, p.debit_account AS other, p.amount_fen AS amount
             FROM posting p WHERE p.credit_account = ANY($1::uuid[])
             UNION ALL
             SELECT p.entry_id, p.line, p.debit_account, p.credit_account, -p.amount_fen
             FROM posting p WHERE p.debit_account = ANY($1::uuid[])) AS s
       JOIN account own ON own.id = s.own AND own.purpose = 'current'
       JOIN account o ON o.id = s.other AND o.purpose = 'current'
       WHERE NOT EXISTS (SELECT 1 FROM netted_posting n WHERE n.entry_id = s.entry_id AND n.line = s.line)
       GROUP BY own.id, o.id HAVING sum(s.amount) <> 0 ORDER BY own.id, o.id`,
      [accountIds],
    );
  }

  /** Closes the party's accounts and bars it from opening new ones. */
  async close(tx: Transaction, { kind, id }: Party): Promise<void> {
    await tx.sql.query('UPDATE account SET closed_at = $3 WHERE party_kind = $1 AND party_id = $2', [
      kind,
      id,
      tx.now,
    ]);
    await tx.sql.query('INSERT INTO closed_party (party_kind, party_id, closed_at) VALUES ($1, $2, $3)', [
      kind,
      id,
      tx.now,
    ]);
  }

  /** Newest first; only parties whose union is within the caller's reach. */
  list(
    tx: Transaction,
    request: ListClosuresRequest,
    reach: readonly string[],
  ): Promise<AccountClosureRow[]> {
    const query = tx.sql
      .createQueryBuilder(AccountClosureRow, 'c')
      .orderBy('c.id', 'DESC')
      .limit(rowsFor(request.limit));
    if (request.state !== undefined) query.andWhere('c.state = :state', { state: request.state });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('c.id < :after', { after: cursor[0] });
    return newestWithin(tx, query, { reach }, (union) => `c.union_id = ${union}`);
  }

  /** Parties that membership ended and whose accounts are still open, by kind and id. */
  listEnded(
    tx: Transaction,
    page: { readonly cursor?: string; readonly limit?: number },
    reach: readonly string[],
  ): Promise<EndedParty[]> {
    const cursor = decodeCursor(page.cursor, 2);
    return tx.sql.query(
      `WITH ${baseSql}
       SELECT a.party_kind AS kind, a.party_id AS id, count(*)::int AS accounts,
              sum(${sideSql('credit')} - ${sideSql('debit')})::bigint AS balance
       FROM account a JOIN union_ref u ON u.id = a.union_id
       LEFT JOIN party_ref r ON r.kind = a.party_kind AND r.id = a.party_id
       WHERE a.closed_at IS NULL AND NOT coalesce(r.active, u.active)
         AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS held WHERE starts_with(u.path, held))
         AND ($3::text IS NULL OR (a.party_kind, a.party_id) > ($3, $4::uuid))
       GROUP BY a.party_kind, a.party_id ORDER BY a.party_kind, a.party_id LIMIT $5`,
      [null, reach, cursor?.[0] ?? null, cursor?.[1] ?? null, rowsFor(page.limit)],
    );
  }
}

export const partyOfClosure = (row: AccountClosureRow): string =>
  partyKey({ kind: row.partyKind, id: row.partyId });

export const successorOf = ({ successorKind: kind, successorId: id }: AccountClosureRow): string | null =>
  kind === null || id === null ? null : partyKey({ kind, id });
