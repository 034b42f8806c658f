import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { OutsideCountRow } from './outside-count.entity.js';

@Injectable()
export class OutsideCountRepository {
  /** All of a bulletin, the latest day first: as many as it may have. */
  of(tx: Transaction, bulletinId: string): Promise<OutsideCountRow[]> {
    return tx.sql.find(OutsideCountRow, {
      where: { bulletinId },
      order: { day: 'DESC', channel: 'ASC', name: 'ASC' },
    });
  }

  async save(tx: Transaction, row: OutsideCountRow): Promise<void> {
    await tx.sql.upsert(OutsideCountRow, row, ['id']);
  }

  async remove(tx: Transaction, { id }: OutsideCountRow): Promise<void> {
    await tx.sql.delete(OutsideCountRow, { id });
  }
}
