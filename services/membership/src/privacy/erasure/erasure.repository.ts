import { Injectable } from '@nestjs/common';
import type { ListErasures } from '@gongxiang/contracts/membership/privacy/erasure.contract';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  selectListOf,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { ErasurePartRow, ErasureRow } from './erasure.entity.js';

export interface ErasureRecord extends ErasureRow {
  readonly unionName: string | null;
}

@Injectable()
export class ErasureRepository {
  findNewest(tx: Transaction, personId: string): Promise<ErasureRow | null> {
    return tx.sql.findOne(ErasureRow, { where: { personId }, order: { id: 'DESC' } });
  }

  findByReceipt(tx: Transaction, receiptHash: string): Promise<ErasureRow | null> {
    return tx.sql.findOneBy(ErasureRow, { receiptHash });
  }

  lockById(tx: Transaction, id: string): Promise<ErasureRow | null> {
    return tx.sql.findOne(ErasureRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: ErasureRow): Promise<void> {
    await tx.sql.insert(ErasureRow, row);
  }

  async update(tx: Transaction, row: ErasureRow): Promise<void> {
    await tx.sql.update(ErasureRow, { id: row.id }, row);
  }

  partsOf(tx: Transaction, ids: readonly string[]): Promise<ErasurePartRow[]> {
    return tx.sql.findBy(ErasurePartRow, { erasureId: In([...ids]) });
  }

  async savePart(tx: Transaction, row: ErasurePartRow): Promise<void> {
    await tx.sql.upsert(ErasurePartRow, row, ['erasureId', 'service']);
  }

  /** The union of the newest membership, ended or not. */
  async lastUnionOf(tx: Transaction, personId: string): Promise<string | null> {
    const rows: { id: string }[] = await tx.sql.query(
      'SELECT union_id AS id FROM union_membership WHERE person_id = $1 ORDER BY id DESC LIMIT 1',
      [personId],
    );
    return rows[0]?.id ?? null;
  }

  /** Whether the record has become part of another one. */
  async isMerged(tx: Transaction, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query('SELECT 1 FROM person_alias WHERE from_id = $1', [personId]);
    return rows.length > 0;
  }

  /** All ids that ever stood for the person. */
  async idsOf(tx: Transaction, personId: string): Promise<string[]> {
    const [row] = (await tx.sql.query('SELECT person_ids($1) AS ids', [personId])) as [{ ids: string[] }];
    return row.ids;
  }

  /** Newest first. */
  async list(tx: Transaction, paths: readonly string[], asked: ListErasures): Promise<ErasureRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const isWithin = await reachCondition(tx, subtreesOf(paths), at, 'labour_union');
    const conditions = [isWithin('e.union_id')];
    if (asked.state !== undefined) conditions.push(`e.state = ${at(asked.state)}`);
    const cursor = decodeCursor(asked.cursor, 1);
    if (cursor !== null) conditions.push(`e.id < ${at(cursor[0])}::uuid`);
    return tx.sql.query(
      `SELECT ${selectListOf(tx.sql, ErasureRow, 'e')}, u.name AS "unionName" FROM person_erasure e
       LEFT JOIN labour_union u ON u.id = e.union_id
       WHERE ${conditions.join(' AND ')} ORDER BY e.id DESC LIMIT ${at(rowsFor(asked.limit))}`,
      values,
    );
  }
}
