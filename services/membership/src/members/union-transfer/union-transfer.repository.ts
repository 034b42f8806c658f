import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  selectListOf,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import type { MembershipRow } from '../member/membership.entity.js';
import { UnionTransferRow } from './union-transfer.entity.js';

/** A transfer with the names and paths of its unions. */
export interface UnionTransferRecord extends UnionTransferRow {
  readonly fromUnionName: string;
  readonly fromPath: string;
  readonly toUnionName: string;
  readonly toPath: string;
  /** Members of the union now. */
  readonly members: number;
}

interface Filter {
  readonly open?: boolean;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class UnionTransferRepository {
  async findById(tx: Transaction, id: string): Promise<UnionTransferRecord | null> {
    const rows: UnionTransferRecord[] = await tx.sql.query(`${recordSql(tx)} WHERE t.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<UnionTransferRow | null> {
    return tx.sql.findOne(UnionTransferRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false if another one of the union is open */
  async insert(tx: Transaction, row: UnionTransferRow): Promise<boolean> {
    const inserted = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(UnionTransferRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async update(tx: Transaction, row: UnionTransferRow): Promise<void> {
    await tx.sql.update(UnionTransferRow, { id: row.id }, row);
  }

  /** Newest first, from or to unions in these subtrees. */
  async list(tx: Transaction, paths: readonly string[], filter: Filter): Promise<UnionTransferRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const isWithin = await reachCondition(tx, subtreesOf(paths), at, 'labour_union');
    const conditions = [`(${isWithin('t.from_union_id')} OR ${isWithin('t.to_union_id')})`];
    if (filter.open === true) conditions.push(`t.state IN ('waiting', 'running')`);
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) conditions.push(`t.id < ${at(cursor[0])}::uuid`);
    const limit = at(rowsFor(filter.limit));
    return tx.sql.query(
      `${recordSql(tx)} WHERE ${conditions.join(' AND ')} ORDER BY t.id DESC LIMIT ${limit}`,
      values,
    );
  }

  /** The memberships of a union that have not ended, in order, after the one that was looked at last. */
  membersAfter(
    tx: Transaction,
    unionId: string,
    position: string | null,
    limit: number,
  ): Promise<Pick<MembershipRow, 'id' | 'personId'>[]> {
    return tx.sql.query(
      `SELECT id, person_id AS "personId" FROM union_membership
       WHERE union_id = $1 AND state <> 'ended' AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [unionId, position, limit],
    );
  }
}

function recordSql(tx: Transaction): string {
  return `SELECT ${selectListOf(tx.sql, UnionTransferRow, 't')}, f.name AS "fromUnionName", f.path AS "fromPath",
    u.name AS "toUnionName", u.path AS "toPath",
    (SELECT count(*)::int FROM union_membership m WHERE m.union_id = f.id AND m.state <> 'ended') AS members
  FROM union_transfer t JOIN labour_union f ON f.id = t.from_union_id JOIN labour_union u ON u.id = t.to_union_id`;
}
