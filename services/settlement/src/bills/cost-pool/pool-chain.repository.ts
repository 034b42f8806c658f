import { Injectable } from '@nestjs/common';
import type { ListPoolStepsRequest } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { CostPoolRow, CostShareRow, PoolStepRow } from './cost-pool.entity.js';
import { preparingSteps } from './pool-steps-sql.js';
import type { StandingSupplement } from './standing-supplement.js';

export type PoolStepDraft = Pick<PoolStepRow, 'costPoolId' | 'kind' | 'doneBy'> &
  Partial<Pick<PoolStepRow, 'subject' | 'amountFen' | 'reason'>>;

/** A first pool with its supplements, and the steps of each. */
@Injectable()
export class PoolChainRepository {
  /** The pool and its supplements in any state, earliest first: ids rise with time. */
  chainOf(tx: Transaction, firstId: string): Promise<CostPoolRow[]> {
    return tx.sql
      .createQueryBuilder(CostPoolRow, 'p')
      .where('p.id = :firstId OR p.supplementOf = :firstId', { firstId })
      .orderBy('p.id')
      .getMany();
  }

  /** The shares of several pools. */
  sharesOf(tx: Transaction, poolIds: readonly string[]): Promise<CostShareRow[]> {
    return tx.sql.find(CostShareRow, {
      where: { costPoolId: In([...poolIds]) },
      order: { costPoolId: 'ASC', position: 'ASC' },
    });
  }

  /** For each pool that has later unreversed pools in its chain: the last of them, by pool id. */
  async lastInForceAfter(
    tx: Transaction,
    pools: readonly Pick<CostPoolRow, 'id' | 'supplementOf'>[],
  ): Promise<ReadonlyMap<string, StandingSupplement>> {
    const rows: (StandingSupplement & { readonly poolId: string })[] = await tx.sql.query(
      `SELECT p.id AS "poolId", last.id, coalesce(last.title, a.title, '') AS title, (last.created_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
              (SELECT coalesce(sum(i.amount_fen), 0) FROM cost_item i
               WHERE i.cost_pool_id = last.id)::bigint AS "amountFen"
       FROM unnest($1::uuid[], $2::uuid[]) AS p(id, first)
       CROSS JOIN LATERAL (SELECT later.id, later.activity_id, later.title, later.created_at FROM cost_pool later
                           WHERE later.supplement_of = p.first AND later.id > p.id AND later.state <> 'reversed'
                           ORDER BY later.id DESC LIMIT 1) AS last
       LEFT JOIN activity_ref a ON a.id = last.activity_id`,
      [pools.map(({ id }) => id), pools.map(({ id, supplementOf }) => supplementOf ?? id)],
    );
    return new Map(rows.map(({ poolId, ...supplement }) => [poolId, supplement]));
  }

  async copyUnions(tx: Transaction, fromPoolId: string, toPoolId: string): Promise<void> {
    await tx.sql.query(
      'INSERT INTO cost_pool_union (cost_pool_id, union_id) SELECT $2, union_id FROM cost_pool_union WHERE cost_pool_id = $1',
      [fromPoolId, toPoolId],
    );
  }

  /** Whether the pool has bills or payments by participants. */
  async holdsMoney(tx: Transaction, costPoolId: string): Promise<boolean> {
    const [row] = (await tx.sql.query(
      `SELECT EXISTS (SELECT FROM cost_item WHERE cost_pool_id = $1)
           OR EXISTS (SELECT FROM self_payment WHERE cost_pool_id = $1) AS holds`,
      [costPoolId],
    )) as [{ holds: boolean }];
    return row.holds;
  }

  /** Deletes an open pool without bills; its steps remain. */
  async remove(tx: Transaction, costPoolId: string): Promise<void> {
    for (const table of ['planned_item', 'cost_pool_union', 'cost_share'])
      await tx.sql.query(`DELETE FROM ${table} WHERE cost_pool_id = $1`, [costPoolId]);
    await tx.sql.query('DELETE FROM cost_pool WHERE id = $1', [costPoolId]);
  }

  /** The pools must be locked, so that step numbers stay unique; each pool may occur once. */
  async addSteps(tx: Transaction, steps: readonly PoolStepDraft[]): Promise<void> {
    await tx.sql.query(
      `INSERT INTO pool_step (cost_pool_id, number, kind, done_by, done_at, subject, amount_fen, reason)
       SELECT n.pool, (SELECT coalesce(max(number), 0) + 1 FROM pool_step s WHERE s.cost_pool_id = n.pool),
              n.kind, n.done_by, $1, n.subject, n.amount, n.reason
       FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::text[])
         AS n(pool, kind, done_by, subject, amount, reason)`,
      [
        tx.now,
        ...(['costPoolId', 'kind', 'doneBy', 'subject'] as const).map((field) => column(steps, field)),
        steps.map(({ amountFen }) => (amountFen == null ? null : String(amountFen))),
        column(steps, 'reason'),
      ],
    );
  }

  /** E83: the people who entered bills, computed or submitted the pool and so may not approve it. */
  async preparersOf(tx: Transaction, costPoolId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT done_by AS id FROM pool_step
       WHERE cost_pool_id = $1 AND kind = ANY($2::text[]) AND done_by IS NOT NULL ORDER BY 1`,
      [costPoolId, preparingSteps],
    );
    return rows.map(({ id }) => id);
  }

  /** In the order in which they were done. */
  pageOfSteps(tx: Transaction, { costPoolId, cursor, limit }: ListPoolStepsRequest): Promise<PoolStepRow[]> {
    const after = decodeCursor(cursor, 1);
    return tx.sql
      .createQueryBuilder(PoolStepRow, 's')
      .where('s.costPoolId = :costPoolId AND s.number > :after', { costPoolId, after: after?.[0] ?? 0 })
      .orderBy('s.number')
      .limit(rowsFor(limit))
      .getMany();
  }
}

function column(steps: readonly PoolStepDraft[], field: Exclude<keyof PoolStepDraft, 'amountFen'>) {
  return steps.map((step) => step[field] ?? null);
}
