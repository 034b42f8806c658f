import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { RosterWordsRow } from './member-import.entity.js';
import type { HeaderWords } from './roster-columns.model.js';

/** The words by which a union names the columns of its rosters. */
@Injectable()
export class RosterWordsRepository {
  async find(tx: Transaction, unionId: string): Promise<HeaderWords> {
    const row = await tx.sql.findOneBy(RosterWordsRow, { unionId });
    return row?.words ?? {};
  }

  async save(tx: Transaction, row: RosterWordsRow): Promise<void> {
    await tx.sql.upsert(RosterWordsRow, row, ['unionId']);
  }
}
