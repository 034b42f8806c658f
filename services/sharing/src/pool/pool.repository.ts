import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { PoolRow } from './pool.entity.js';

/** A pool with the present place of its union. */
export interface PlacedPool {
  readonly id: string;
  readonly name: string;
  readonly unionId: string | null;
  readonly unionPath: string | null;
}

@Injectable()
export class PoolRepository {
  /** A pool changes only under the lock of its activity, so it needs none of its own. */
  findById(tx: Transaction, activityId: string, id: string): Promise<PoolRow | null> {
    return tx.sql.findOneBy(PoolRow, { activityId, id });
  }

  rowsOf(tx: Transaction, activityId: string): Promise<PoolRow[]> {
    return tx.sql.find(PoolRow, { where: { activityId }, order: { id: 'ASC' } });
  }

  /** All pools of an activity (at most 200), in the order in which they were made. */
  async ofActivity(tx: Transaction, activityId: string): Promise<PlacedPool[]> {
    return tx.sql.query(
      `SELECT p.id, p.name, p.union_id AS "unionId", u.path AS "unionPath"
       FROM pool p LEFT JOIN union_ref u ON u.id = p.union_id WHERE p.activity_id = $1 ORDER BY p.id`,
      [activityId],
    );
  }

  async insert(tx: Transaction, row: PoolRow): Promise<void> {
    await tx.sql.insert(PoolRow, row);
  }

  async update(tx: Transaction, row: PoolRow): Promise<void> {
    await tx.sql.update(PoolRow, { activityId: row.activityId, id: row.id }, row);
  }
}
