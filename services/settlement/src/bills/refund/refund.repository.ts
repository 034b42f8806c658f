import { Injectable } from '@nestjs/common';
import type { ListRefundsRequest } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { RefundLineRow, RefundPartRow, RefundRow } from './refund.entity.js';

/** Amounts of refunds that are proposed and undecided. */
export interface AwaitedRefunds {
  readonly byItem: ReadonlyMap<string, bigint>;
  readonly byPosition: ReadonlyMap<number, bigint>;
  readonly subsidy: bigint;
}

/** A refund that blocks an operation, with the details that users recognise it by. */
export interface StandingRefund {
  readonly id: string;
  readonly costPoolId: string;
  readonly creditNote: string;
  /** The day it was proposed, in China. */
  readonly day: string;
  readonly amountFen: bigint;
}

@Injectable()
export class RefundRepository {
  findById(tx: Transaction, id: string): Promise<RefundRow | null> {
    return tx.sql.findOneBy(RefundRow, { id });
  }

  find(tx: Transaction, costPoolId: string, id: string): Promise<RefundRow | null> {
    return tx.sql.findOneBy(RefundRow, { id, costPoolId });
  }

  /** Newest first. */
  list(tx: Transaction, { costPoolId, cursor, limit }: ListRefundsRequest): Promise<RefundRow[]> {
    const after = decodeCursor(cursor, 1);
    const query = tx.sql
      .createQueryBuilder(RefundRow, 'r')
      .where('r.costPoolId = :costPoolId', { costPoolId });
    if (after !== null) query.andWhere('r.id < :after', { after: after[0] });
    return query.orderBy('r.id', 'DESC').limit(rowsFor(limit)).getMany();
  }

  async linesOf(tx: Transaction, refundIds: readonly string[]): Promise<RefundLineRow[]> {
    return tx.sql.find(RefundLineRow, {
      where: { refundId: In([...refundIds]) },
      order: { refundId: 'ASC', itemId: 'ASC' },
    });
  }

  async partsOf(tx: Transaction, refundIds: readonly string[]): Promise<RefundPartRow[]> {
    return tx.sql.find(RefundPartRow, {
      where: { refundId: In([...refundIds]) },
      order: { refundId: 'ASC', position: 'ASC' },
    });
  }

  async awaited(tx: Transaction, costPoolId: string): Promise<AwaitedRefunds> {
    const open = await tx.sql.findBy(RefundRow, { costPoolId, state: 'proposed' });
    const ids = open.map(({ id }) => id);
    const lines = await this.linesOf(tx, ids);
    const parts = await this.partsOf(tx, ids);
    return {
      byItem: added(lines.map(({ itemId, amountFen }) => [itemId, amountFen] as const)),
      byPosition: added(parts.map(({ position, amountFen }) => [position, amountFen] as const)),
      subsidy: open.reduce((total, { subsidyFen }) => total + subsidyFen, 0n),
    };
  }

  /** For each pool with a proposed or posted, unreversed refund: the last of them, by pool id. */
  async standing(
    tx: Transaction,
    costPoolIds: readonly string[],
  ): Promise<ReadonlyMap<string, StandingRefund>> {
    const rows: StandingRefund[] = await tx.sql.query(
      `SELECT DISTINCT ON (cost_pool_id) cost_pool_id AS "costPoolId", id, credit_note AS "creditNote",
              (proposed_at AT TIME ZONE 'Asia/Shanghai')::date AS day, total_fen AS "amountFen"
       FROM refund WHERE cost_pool_id = ANY($1) AND state IN ('proposed', 'posted')
       ORDER BY cost_pool_id, id DESC`,
      [costPoolIds],
    );
    return new Map(rows.map((refund) => [refund.costPoolId, refund]));
  }

  /** @returns false if another refund of the pool has the same credit note */
  async insert(
    tx: Transaction,
    row: RefundRow,
    lines: readonly RefundLineRow[],
    parts: readonly RefundPartRow[],
  ): Promise<boolean> {
    const { costPoolId, creditNote } = row;
    const same = await tx.sql.existsBy(RefundRow, {
      costPoolId,
      creditNote,
      state: In(['proposed', 'posted']),
    });
    if (same) return false;
    await tx.sql.insert(RefundRow, row as never);
    await tx.sql.insert(RefundLineRow, [...lines] as never);
    await tx.sql.insert(RefundPartRow, [...parts] as never);
    return true;
  }

  async update(tx: Transaction, row: RefundRow): Promise<void> {
    await tx.sql.update(RefundRow, { id: row.id }, row as never);
  }

  /**
   * Adds a refund to the returned amounts of shares and bills, or subtracts it again. Check constraints of both
   * tables reject more than the original amount.
   */
  async applyReturned(tx: Transaction, refundId: string, sign: 1 | -1): Promise<void> {
    await tx.sql.query(
      `UPDATE cost_share s SET returned_fen = s.returned_fen + $2 * p.amount_fen FROM refund_part p
       WHERE p.refund_id = $1 AND s.cost_pool_id = p.cost_pool_id AND s.position = p.position`,
      [refundId, sign],
    );
    await tx.sql.query(
      `UPDATE cost_item i SET returned_fen = i.returned_fen + $2 * l.amount_fen FROM refund_line l
       WHERE l.refund_id = $1 AND i.cost_pool_id = l.cost_pool_id AND i.id = l.item_id`,
      [refundId, sign],
    );
  }
}

function added<Key>(entries: readonly (readonly [Key, bigint])[]): Map<Key, bigint> {
  const sums = new Map<Key, bigint>();
  for (const [key, amount] of entries) sums.set(key, (sums.get(key) ?? 0n) + amount);
  return sums;
}
