import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { MatterPaymentRow } from './matter-payment.entity.js';

@Injectable()
export class MatterPaymentRepository {
  find(tx: Transaction, id: string): Promise<MatterPaymentRow | null> {
    return tx.sql.findOneBy(MatterPaymentRow, { id });
  }

  /** Each instalment as it was asked for last, in their order. The matter has to be locked. */
  async ofMatter(tx: Transaction, matterId: string): Promise<MatterPaymentRow[]> {
    const rows = await tx.sql.find(MatterPaymentRow, {
      where: { matterId },
      order: { instalment: 'ASC', id: 'DESC' },
    });
    return rows.filter(({ instalment }, at) => rows[at - 1]?.instalment !== instalment);
  }

  /** What settlement has paid for a matter so far, in fen. */
  async paidOf(tx: Transaction, matterId: string): Promise<bigint> {
    const rows = await tx.sql.find(MatterPaymentRow, { where: { matterId, state: 'paid' } });
    return rows.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  }

  async insert(tx: Transaction, row: MatterPaymentRow): Promise<void> {
    await tx.sql.insert(MatterPaymentRow, row as never);
  }

  async update(tx: Transaction, row: MatterPaymentRow): Promise<void> {
    await tx.sql.update(MatterPaymentRow, { id: row.id }, row as never);
  }
}
