import { Injectable } from '@nestjs/common';
import type { ListMatterPayments } from '@gongxiang/contracts/settlement/funding/matter-payment.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { newestWithin } from '../../reference/reach-sql.js';
import { MatterPaymentRow, MatterSpendingRow } from './matter-payment.entity.js';

@Injectable()
export class MatterPaymentRepository {
  find(tx: Transaction, id: string): Promise<MatterPaymentRow | null> {
    return tx.sql.findOneBy(MatterPaymentRow, { id });
  }

  lock(tx: Transaction, id: string): Promise<MatterPaymentRow | null> {
    return tx.sql.findOne(MatterPaymentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: MatterPaymentRow): Promise<void> {
    await tx.sql.insert(MatterPaymentRow, row as never);
  }

  async update(tx: Transaction, row: MatterPaymentRow): Promise<void> {
    await tx.sql.update(MatterPaymentRow, { id: row.id }, row as never);
  }

  async spend(tx: Transaction, row: MatterSpendingRow): Promise<void> {
    await tx.sql.insert(MatterSpendingRow, row as never);
  }

  /** Newest first; only those of unions within the caller's reach. */
  list(tx: Transaction, request: ListMatterPayments, reach: readonly string[]): Promise<MatterPaymentRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const query = tx.sql
      .createQueryBuilder(MatterPaymentRow, 'p')
      .where(request.state === undefined ? 'true' : 'p.state = :state', { state: request.state })
      .andWhere(cursor === null ? 'true' : 'p.id < :after', { after: cursor?.[0] });
    if (request.q !== undefined)
      query.andWhere(
        `(strpos(lower(p.matter_number), lower(:q)) > 0 OR EXISTS (SELECT 1 FROM union_ref n
          WHERE n.id = p.union_id AND strpos(lower(n.name), lower(:q)) > 0))`,
        { q: request.q },
      );
    query.orderBy('p.id', 'DESC').limit(rowsFor(request.limit));
    return newestWithin(tx, query, { reach }, (union) => `p.unionId = ${union}`);
  }
}
