import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { HardshipKindRow } from './hardship-kind.entity.js';

@Injectable()
export class HardshipKindRepository {
  /** Those without a last day first, then the latest: as many as the table may have. */
  all(tx: Transaction): Promise<HardshipKindRow[]> {
    return tx.sql.find(HardshipKindRow, {
      order: { validUntil: { direction: 'DESC', nulls: 'FIRST' }, validFrom: 'DESC', label: 'ASC' },
    });
  }

  /**
   * The same, while nobody else changes the table: days must not overlap across rows, which no lock on one row keeps. It is
   * changed some times a year, and reading goes on.
   */
  async lockAll(tx: Transaction): Promise<HardshipKindRow[]> {
    await tx.sql.query('LOCK TABLE hardship_kind IN SHARE ROW EXCLUSIVE MODE');
    return this.all(tx);
  }

  lock(tx: Transaction, id: string): Promise<HardshipKindRow | null> {
    return tx.sql.findOne(HardshipKindRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Transaction, row: HardshipKindRow): Promise<void> {
    await tx.sql.upsert(HardshipKindRow, row, ['id']);
  }

  async remove(tx: Transaction, { id }: HardshipKindRow): Promise<void> {
    await tx.sql.delete(HardshipKindRow, { id });
  }
}
