import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { NoticePreferenceRow } from './notice-preference.entity.js';

@Injectable()
export class NoticePreferenceRepository {
  find(tx: Transaction, personId: string): Promise<NoticePreferenceRow | null> {
    return tx.sql.findOneBy(NoticePreferenceRow, { personId });
  }

  /** A person's, locked whether or not there is a row. */
  async lock(tx: Transaction, personId: string): Promise<NoticePreferenceRow | null> {
    await tx.sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `notice-preference/${personId}`,
    ]);
    return this.find(tx, personId);
  }

  async save(tx: Transaction, row: NoticePreferenceRow): Promise<void> {
    await tx.sql.upsert(NoticePreferenceRow, row, ['personId']);
  }
}
