import { Injectable } from '@nestjs/common';
import type { ClosingFinding } from '@gongxiang/contracts/words/party-closing';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  selectListOf,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { openStates as openChangeStates } from '../../unions/pending-change/pending-change.model.js';
import { openStates as openFoundingStates } from '../../joining/founding/founding.model.js';
import type { Counts } from './union-closing.model.js';
import { UnionClosingRow } from './union-closing.entity.js';

/** A filing with the names and paths of its unions. */
export interface UnionClosingRecord extends UnionClosingRow {
  readonly unionName: string;
  readonly path: string;
  readonly abovePath: string;
  readonly successorName: string;
  readonly successorPath: string;
}

interface Filter {
  readonly open?: boolean;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class UnionClosingRepository {
  async findById(tx: Transaction, id: string): Promise<UnionClosingRecord | null> {
    const rows: UnionClosingRecord[] = await tx.sql.query(`${recordSql(tx)} WHERE c.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<UnionClosingRow | null> {
    return tx.sql.findOne(UnionClosingRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false if another one of the union is open, or has closed it */
  async insert(tx: Transaction, row: UnionClosingRow): Promise<boolean> {
    const inserted = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(UnionClosingRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async update(tx: Transaction, row: UnionClosingRow): Promise<void> {
    await tx.sql.update(UnionClosingRow, { id: row.id }, row);
  }

  /** Newest first, of unions in these subtrees, or in favour of one there. */
  async list(tx: Transaction, paths: readonly string[], filter: Filter): Promise<UnionClosingRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const isWithin = await reachCondition(tx, subtreesOf(paths), at, 'labour_union');
    const conditions = [`(${isWithin('c.union_id')} OR ${isWithin('c.successor_union_id')})`];
    if (filter.open === true) conditions.push(`c.state = 'waiting'`);
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) conditions.push(`c.id < ${at(cursor[0])}::uuid`);
    const limit = at(rowsFor(filter.limit));
    return tx.sql.query(
      `${recordSql(tx)} WHERE ${conditions.join(' AND ')} ORDER BY c.id DESC LIMIT ${limit}`,
      values,
    );
  }

  /** What there still is of a union here. Offices include those that are offered or proposed. */
  async countLeft(tx: Transaction, unionId: string): Promise<Counts> {
    const [row]: Record<ClosingFinding, number>[] = await tx.sql.query(
      `SELECT
         (SELECT count(*)::int FROM labour_union b WHERE b.parent_id = $1 AND b.active) AS "unionsBelow",
         (SELECT count(*)::int FROM organisation o WHERE o.union_id = $1 AND o.kind = 'club' AND o.active) AS clubs,
         (SELECT count(*)::int FROM organisation o WHERE o.union_id = $1 AND o.kind = 'organisation' AND o.active)
           AS organisations,
         (SELECT count(*)::int FROM application a WHERE a.union_id = $1 AND a.state = 'waiting') AS applications,
         (SELECT count(*)::int FROM union_founding f
          WHERE (f.parent_id = $1 OR f.union_id = $1) AND f.state = ANY($2)) AS foundings,
         (SELECT count(*)::int FROM member_import i WHERE i.union_id = $1 AND i.finished_at IS NULL) AS imports,
         (SELECT count(*)::int FROM union_membership m WHERE m.union_id = $1 AND m.state <> 'ended') AS members,
         (SELECT count(*)::int FROM role_grant g WHERE g.union_id = $1 AND g.revoked_at IS NULL)
           + (SELECT count(*)::int FROM pending_change c
              WHERE c.union_id = $1 AND c.kind = 'role' AND c.state = ANY($3)) AS offices,
         (SELECT count(*)::int FROM join_invitation i WHERE i.union_id = $1 AND i.revoked_at IS NULL
          AND i.uses < i.uses_max AND i.expires_at > $4) AS invitations,
         (SELECT count(*)::int FROM union_group g WHERE g.union_id = $1 AND g.active) AS groups`,
      [unionId, openFoundingStates, openChangeStates, tx.now],
    );
    return row ?? {};
  }
}

function recordSql(tx: Transaction): string {
  return `SELECT ${selectListOf(tx.sql, UnionClosingRow, 'c')}, u.name AS "unionName", u.path, a.path AS "abovePath",
    s.name AS "successorName", s.path AS "successorPath"
  FROM union_closing c JOIN labour_union u ON u.id = c.union_id JOIN labour_union a ON a.id = u.parent_id
  JOIN labour_union s ON s.id = c.successor_union_id`;
}
