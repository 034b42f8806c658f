import { Injectable } from '@nestjs/common';
import type { ListPoolStepsRequest } from '@gongxiang/contracts';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { CostPoolRow, CostShareRow, PoolStepRow } from './cost-pool.entity.js';

export type PoolStepDraft = Pick<PoolStepRow, 'costPoolId' | 'kind' | 'doneBy'> &
  Partial<Pick<PoolStepRow, 'subject' | 'amountFen' | 'reason'>>;

/** A pool with its supplements, and the steps of each. */
@Injectable()
export class PoolChainRepository {
  /** The pool and its supplements in whatever state, the earliest first: ids rise with time. */
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

  /**
   * Which of these pools were taken back in the books. A pool hears of it a moment later; whoever holds the lock of the pool
   * must not rest on what it says of itself until then.
   */
  async reversedAmong(tx: Transaction, pools: readonly CostPoolRow[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT p.id FROM cost_pool p JOIN entry r ON r.reversal_of = p.entry_id WHERE p.id = ANY($1)`,
      [pools.map(({ id }) => id)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Those of the pools after which another of their chain came that was not taken back in the books. */
  async laterInForce(tx: Transaction, pools: readonly CostPoolRow[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT p.id FROM unnest($1::uuid[], $2::uuid[]) AS p(id, first)
       JOIN cost_pool later ON later.supplement_of = p.first AND later.id > p.id AND later.state <> 'reversed'
       LEFT JOIN entry back ON back.reversal_of = later.entry_id
       WHERE back.id IS NULL`,
      [pools.map(({ id }) => id), pools.map(({ id, supplementOf }) => supplementOf ?? id)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async copyUnions(tx: Transaction, fromPoolId: string, toPoolId: string): Promise<void> {
    await tx.sql.query(
      'INSERT INTO cost_pool_union (cost_pool_id, union_id) SELECT $2, union_id FROM cost_pool_union WHERE cost_pool_id = $1',
      [fromPoolId, toPoolId],
    );
  }

  /** Are there bills, or money that participants have paid? */
  async holdsMoney(tx: Transaction, costPoolId: string): Promise<boolean> {
    const [row] = (await tx.sql.query(
      `SELECT EXISTS (SELECT FROM cost_item WHERE cost_pool_id = $1)
           OR EXISTS (SELECT FROM self_payment WHERE cost_pool_id = $1) AS holds`,
      [costPoolId],
    )) as [{ holds: boolean }];
    return row.holds;
  }

  /** Of an open pool without bills; its steps stay. */
  async remove(tx: Transaction, costPoolId: string): Promise<void> {
    for (const table of ['planned_item', 'cost_pool_union', 'cost_share'])
      await tx.sql.query(`DELETE FROM ${table} WHERE cost_pool_id = $1`, [costPoolId]);
    await tx.sql.query('DELETE FROM cost_pool WHERE id = $1', [costPoolId]);
  }

  /** Under the lock of the pool, so that no two steps get one number. */
  async addStep(tx: Transaction, step: PoolStepDraft): Promise<void> {
    const { costPoolId, kind, doneBy, subject = null, amountFen = null, reason = null } = step;
    await tx.sql.query(
      `INSERT INTO pool_step (cost_pool_id, number, kind, done_by, done_at, subject, amount_fen, reason)
       SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM pool_step WHERE cost_pool_id = $1`,
      [costPoolId, kind, doneBy, tx.now, subject, amountFen === null ? null : String(amountFen), reason],
    );
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
