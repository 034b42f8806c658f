import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { MoreThan } from 'typeorm';
import { DataExportRow } from './data-export.entity.js';

@Injectable()
export class DataExportRepository {
  /** The newest first. */
  listOf(tx: Transaction, personId: string, take: number): Promise<DataExportRow[]> {
    return tx.sql.find(DataExportRow, { where: { personId }, order: { id: 'DESC' }, take });
  }

  listSince(tx: Transaction, personId: string, since: Date): Promise<DataExportRow[]> {
    return tx.sql.find(DataExportRow, {
      where: { personId, askedAt: MoreThan(since) },
      order: { askedAt: 'ASC' },
    });
  }

  lockById(tx: Transaction, id: string): Promise<DataExportRow | null> {
    return tx.sql.findOne(DataExportRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: DataExportRow): Promise<void> {
    await tx.sql.insert(DataExportRow, row);
  }

  async update(tx: Transaction, row: DataExportRow): Promise<void> {
    await tx.sql.update(DataExportRow, { id: row.id }, row);
  }
}
