import { Injectable } from '@nestjs/common';
import { beyondSubtree } from '@gongxiang/domain';
import { decodeCursor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { ActivityRef } from '../../agreements/activity/activity.entity.js';
import { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { dayOfPoolSql, yearBounds } from '../cost-pool/year-spending.repository.js';

@Injectable()
export class TrialRepository {
  /** A page of the year's pools in which a union of this subtree takes part, in the order of opening. */
  pools(
    tx: Transaction,
    query: { readonly path: string; readonly year: number; readonly cursor: string | undefined },
    count: number,
  ): Promise<CostPoolRow[]> {
    const { path, year, cursor } = query;
    const [from, until] = yearBounds(year);
    const found = tx.sql
      .createQueryBuilder(CostPoolRow, 'p')
      .where("p.state <> 'reversed'")
      .andWhere(
        `EXISTS (SELECT 1 FROM cost_pool_union pu JOIN union_ref u ON u.id = pu.union_id
          WHERE pu.cost_pool_id = p.id AND u.path >= :path AND u.path < :beyond)`,
        { path, beyond: beyondSubtree(path) },
      )
      .andWhere(
        `(SELECT ${dayOfPoolSql} FROM (SELECT 1) AS one LEFT JOIN activity_ref a ON a.id = p.activity_id) >= :from
          AND (SELECT ${dayOfPoolSql} FROM (SELECT 1) AS one LEFT JOIN activity_ref a ON a.id = p.activity_id) < :until`,
        { from, until },
      );
    const after = decodeCursor(cursor, 1);
    if (after !== null) found.andWhere('p.id > :after', { after: after[0] });
    return found.orderBy('p.id').limit(count).getMany();
  }

  async activities(tx: Transaction, ids: readonly string[]): Promise<Map<string, ActivityRef>> {
    const rows = await tx.sql.findBy(ActivityRef, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The attendance of each activity. */
  async heads(tx: Transaction, activityIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; heads: number }[] = await tx.sql.query(
      `SELECT activity_id AS id, sum(heads)::int AS heads FROM attendance_fact
       WHERE activity_id = ANY($1) GROUP BY activity_id`,
      [[...activityIds]],
    );
    return new Map(rows.map(({ id, heads }) => [id, heads]));
  }
}
