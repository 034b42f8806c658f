import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { EntityTarget } from 'typeorm';
import { CostItemRow } from '../cost-pool/cost-pool.entity.js';
import { PlannedItemRow, SelfPaymentRow } from './pool-plan.entity.js';
import type { CodedAmount } from './pool-plan.model.js';

interface PoolPage {
  readonly costPoolId: string;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class PoolPlanRepository {
  pageOfPlanned(tx: Transaction, page: PoolPage): Promise<PlannedItemRow[]> {
    return pageOf(tx, PlannedItemRow, page);
  }

  pageOfSelfPayments(tx: Transaction, page: PoolPage): Promise<SelfPaymentRow[]> {
    return pageOf(tx, SelfPaymentRow, page);
  }

  findPlanned(tx: Transaction, costPoolId: string, id: string): Promise<PlannedItemRow | null> {
    return tx.sql.findOneBy(PlannedItemRow, { costPoolId, id });
  }

  findSelfPayment(tx: Transaction, costPoolId: string, id: string): Promise<SelfPaymentRow | null> {
    return tx.sql.findOneBy(SelfPaymentRow, { costPoolId, id });
  }

  async insertPlanned(tx: Transaction, row: PlannedItemRow): Promise<void> {
    await tx.sql.insert(PlannedItemRow, row);
  }

  async insertSelfPayment(tx: Transaction, row: SelfPaymentRow): Promise<void> {
    await tx.sql.insert(SelfPaymentRow, row);
  }

  async removePlanned(tx: Transaction, { costPoolId, id }: PlannedItemRow): Promise<void> {
    await tx.sql.delete(PlannedItemRow, { costPoolId, id });
  }

  async removeSelfPayment(tx: Transaction, { costPoolId, id }: SelfPaymentRow): Promise<void> {
    await tx.sql.delete(SelfPaymentRow, { costPoolId, id });
  }

  /** Planned amounts of these pools, by expense code. */
  plannedByCode(tx: Transaction, poolIds: readonly string[]): Promise<CodedAmount[]> {
    return byCode(tx, PlannedItemRow, 'x.amountFen', poolIds);
  }

  /** Bills of these pools net of refunds, by expense code. */
  billsByCode(tx: Transaction, poolIds: readonly string[]): Promise<CodedAmount[]> {
    return byCode(tx, CostItemRow, 'x.amountFen - x.returnedFen', poolIds);
  }

  async selfPaid(tx: Transaction, poolIds: readonly string[]): Promise<{ heads: number; fen: bigint }> {
    const [row] = (await tx.sql.query(
      `SELECT coalesce(sum(heads), 0)::int AS heads, coalesce(sum(amount_fen), 0)::text AS fen
       FROM self_payment WHERE cost_pool_id = ANY($1)`,
      [poolIds],
    )) as [{ heads: number; fen: string }];
    return { heads: row.heads, fen: BigInt(row.fen) };
  }
}

/** In the order in which they were added. */
function pageOf<Row extends PlannedItemRow | SelfPaymentRow>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  { costPoolId, cursor, limit }: PoolPage,
): Promise<Row[]> {
  const after = decodeCursor(cursor, 1);
  const query = tx.sql.createQueryBuilder(entity, 'x').where('x.costPoolId = :costPoolId', { costPoolId });
  if (after !== null) query.andWhere('x.id > :after', { after: after[0] });
  return query.orderBy('x.id').limit(rowsFor(limit)).getMany();
}

async function byCode(
  tx: Transaction,
  entity: EntityTarget<PlannedItemRow | CostItemRow>,
  amount: string,
  poolIds: readonly string[],
): Promise<CodedAmount[]> {
  const rows = await tx.sql
    .createQueryBuilder(entity, 'x')
    .select('x.expenseCode', 'code')
    .addSelect(`sum(${amount})::text`, 'fen')
    .where('x.costPoolId = ANY(:poolIds)', { poolIds: [...poolIds] })
    .groupBy('x.expenseCode')
    .getRawMany<{ code: string; fen: string }>();
  return rows.map(({ code, fen }) => ({ expenseCode: code, amount: BigInt(fen) }));
}
