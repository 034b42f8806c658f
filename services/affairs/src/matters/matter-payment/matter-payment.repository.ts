import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { MatterPaymentRow } from './matter-payment.entity.js';

@Injectable()
export class MatterPaymentRepository {
  find(tx: Transaction, id: string): Promise<MatterPaymentRow | null> {
    return tx.sql.findOneBy(MatterPaymentRow, { id });
  }

  /** The matter has to be locked. */
  last(tx: Transaction, matterId: string): Promise<MatterPaymentRow | null> {
    return tx.sql.findOne(MatterPaymentRow, { where: { matterId }, order: { id: 'DESC' } });
  }

  async insert(tx: Transaction, row: MatterPaymentRow): Promise<void> {
    await tx.sql.insert(MatterPaymentRow, row as never);
  }

  async update(tx: Transaction, row: MatterPaymentRow): Promise<void> {
    await tx.sql.update(MatterPaymentRow, { id: row.id }, row as never);
  }
}
