import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { RosterEntryRow } from './member-import.entity.js';

@Injectable()
export class RosterEntryRepository {
  /** By key. */
  async find(
    tx: Transaction,
    unionId: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, RosterEntryRow>> {
    const rows = await tx.sql.findBy(RosterEntryRow, { unionId, key: In([...keys]) });
    return new Map(rows.map((row) => [row.key, row]));
  }

  async save(tx: Transaction, rows: RosterEntryRow[]): Promise<void> {
    if (rows.length > 0) await tx.sql.upsert(RosterEntryRow, rows, ['unionId', 'key']);
  }
}
