import { Injectable } from '@nestjs/common';
import type { ListPartyFreezesRequest } from '@gongxiang/contracts/settlement/clearing/party-freeze.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { newestWithin } from '../../reference/reach-sql.js';
import { PartyFreezeRow } from './freeze.entity.js';

@Injectable()
export class FreezeRepository {
  findById(tx: Transaction, id: string): Promise<PartyFreezeRow | null> {
    return tx.sql.findOneBy(PartyFreezeRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<PartyFreezeRow | null> {
    return tx.sql.findOne(PartyFreezeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false if the party is already frozen */
  async insert(tx: Transaction, row: PartyFreezeRow): Promise<boolean> {
    const inserted: unknown[] = await tx.sql.query(
      `INSERT INTO party_freeze (id, version, party, union_id, reason, frozen_by, frozen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (party) WHERE released_at IS NULL DO NOTHING RETURNING id`,
      [row.id, row.version, row.party, row.unionId, row.reason, row.frozenBy, row.frozenAt],
    );
    return inserted.length > 0;
  }

  async update(tx: Transaction, row: PartyFreezeRow): Promise<void> {
    await tx.sql.update(PartyFreezeRow, { id: row.id }, row);
  }

  /** The open payments that a party makes or gets. */
  async openPaymentsOf(tx: Transaction, party: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT id FROM payment WHERE state = 'open' AND $1 IN (payer, payee) ORDER BY id`,
      [party],
    );
    return rows.map(({ id }) => id);
  }

  /** The keys of the frozen parties, sorted. @param among the candidates; null for all parties */
  async frozenKeys(tx: Transaction, among: readonly string[] | null = null): Promise<string[]> {
    const rows: { party: string }[] = await tx.sql.query(
      `SELECT party FROM party_freeze WHERE released_at IS NULL AND ($1::text[] IS NULL OR party = ANY($1))
       ORDER BY party`,
      [among],
    );
    return rows.map(({ party }) => party);
  }

  /** Newest first; only of parties within the caller's reach. */
  list(
    tx: Transaction,
    request: ListPartyFreezesRequest,
    reach: readonly string[],
  ): Promise<PartyFreezeRow[]> {
    const query = tx.sql
      .createQueryBuilder(PartyFreezeRow, 'f')
      .orderBy('f.id', 'DESC')
      .limit(rowsFor(request.limit));
    if (request.held === true) query.andWhere('f.releasedAt IS NULL');
    if (request.held === false) query.andWhere('f.releasedAt IS NOT NULL');
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('f.id < :after', { after: cursor[0] });
    return newestWithin(tx, query, { reach }, (union) => `f.union_id = ${union}`);
  }
}
