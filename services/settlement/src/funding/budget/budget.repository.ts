import { Injectable } from '@nestjs/common';
import type { ListBudgetsRequest } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { newestWithin } from '../../reference/reach-sql.js';
import { BudgetLineRow, BudgetRow } from './budget.entity.js';

@Injectable()
export class BudgetRepository {
  findById(tx: Transaction, id: string): Promise<BudgetRow | null> {
    return tx.sql.findOneBy(BudgetRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<BudgetRow | null> {
    return tx.sql.findOne(BudgetRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks the version in force, so that no two versions replace it concurrently. */
  lockAdopted(tx: Transaction, unionId: string, year: number): Promise<BudgetRow | null> {
    return tx.sql.findOne(BudgetRow, {
      where: { unionId, year, state: 'adopted' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  adopted(tx: Transaction, unionId: string, year: number): Promise<BudgetRow | null> {
    return tx.sql.findOneBy(BudgetRow, { unionId, year, state: 'adopted' });
  }

  /** The previous version. */
  before(tx: Transaction, { unionId, year, number }: BudgetRow): Promise<BudgetRow | null> {
    return tx.sql.findOneBy(BudgetRow, { unionId, year, number: number - 1 });
  }

  /** @returns false if this version of the year already exists */
  async insert(tx: Transaction, row: BudgetRow): Promise<boolean> {
    const inserted: unknown[] = await tx.sql.query(
      `INSERT INTO budget (id, version, union_id, year, number, state, reason, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (union_id, year, number) DO NOTHING RETURNING id`,
      [
        row.id,
        row.version,
        row.unionId,
        row.year,
        row.number,
        row.state,
        row.reason,
        row.createdBy,
        row.createdAt,
      ],
    );
    return inserted.length > 0;
  }

  async update(tx: Transaction, row: BudgetRow): Promise<void> {
    await tx.sql.update(BudgetRow, { id: row.id }, row);
  }

  linesOf(tx: Transaction, budgetId: string): Promise<BudgetLineRow[]> {
    return tx.sql.find(BudgetLineRow, { where: { budgetId }, order: { expenseCode: 'ASC' } });
  }

  async replaceLines(tx: Transaction, budgetId: string, rows: readonly BudgetLineRow[]): Promise<void> {
    await tx.sql.delete(BudgetLineRow, { budgetId });
    await tx.sql.insert(BudgetLineRow, [...rows]);
  }

  async totalsOf(tx: Transaction, budgetIds: readonly string[]): Promise<Map<string, bigint>> {
    const rows: { budget_id: string; total: bigint }[] = await tx.sql.query(
      'SELECT budget_id, sum(amount_fen)::bigint AS total FROM budget_line WHERE budget_id = ANY($1) GROUP BY budget_id',
      [budgetIds],
    );
    return new Map(rows.map(({ budget_id: id, total }) => [id, total]));
  }

  /** Newest first; only those of unions within the caller's reach. */
  list(tx: Transaction, request: ListBudgetsRequest, reach: readonly string[]): Promise<BudgetRow[]> {
    const query = tx.sql
      .createQueryBuilder(BudgetRow, 'b')
      .orderBy('b.id', 'DESC')
      .limit(rowsFor(request.limit));
    const { union, year, state } = request;
    if (union !== undefined) query.andWhere('b.unionId = :union', { union });
    if (year !== undefined) query.andWhere('b.year = :year', { year });
    if (state !== undefined) query.andWhere('b.state = :state', { state });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('b.id < :after', { after: cursor[0] });
    return newestWithin(tx, query, { reach }, (union) => `b.unionId = ${union}`);
  }
}
