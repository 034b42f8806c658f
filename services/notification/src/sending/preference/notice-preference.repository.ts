import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { NoticePreferenceRow } from './notice-preference.entity.js';
import { defaultPreferences } from './send-time.model.js';

@Injectable()
export class NoticePreferenceRepository {
  find(tx: Transaction, personId: string): Promise<NoticePreferenceRow | null> {
    return tx.sql.findOneBy(NoticePreferenceRow, { personId });
  }

  /** The defaults in the language that the person reads now, unless something is set; seen as not yet set. */
  async begin(tx: Transaction): Promise<void> {
    const { personId, call } = tx;
    const row = { ...defaultPreferences, personId, version: 0, locale: call.locale };
    await tx.sql.createQueryBuilder().insert().into(NoticePreferenceRow).values(row).orIgnore().execute();
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
