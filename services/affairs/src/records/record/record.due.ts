import { Injectable } from '@nestjs/common';
import { OnDue, raiseNotices, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { PersonRecordRow } from './record.entity.js';
import { expiringAt, isOver, mayEnd, overFrom } from './record.model.js';
import { RecordRepository } from './record.repository.js';

/** Due work: a record ends soon, or is over. Its key is the id. */
export const recordDue = 'record-expiring';

/** What becomes of a record by itself. */
@Injectable()
export class RecordDueWork {
  constructor(private readonly records: RecordRepository) {}

  /** Tells its person once for each last day, however often it is planned; after that day nobody finds it any more. */
  @OnDue(recordDue)
  async expiring(tx: Transaction, id: string): Promise<void> {
    const row = await this.records.lock(tx, id);
    if (row === null || row.validUntil === null || !mayEnd(row)) return;
    if (isOver(row.validUntil, tx.now)) {
      await this.records.update(tx, { ...row, isOver: true });
      return;
    }
    await raiseNotices(tx, 'affairs', [
      {
        kind: 'recordExpiring',
        why: 'aboutYou',
        personIds: [row.personId],
        about: { recordId: id },
        values: { recordKind: row.kind, at: row.validUntil },
        cause: `recordExpiring/${id}/${row.validUntil}`,
      },
    ]);
    await schedule(tx, { kind: recordDue, key: id, at: overFrom(row.validUntil) });
  }

  async plan(tx: Transaction, row: PersonRecordRow): Promise<void> {
    const at = expiringAt(row, tx.now);
    if (at === null) await unschedule(tx, recordDue, row.id);
    else await schedule(tx, { kind: recordDue, key: row.id, at });
  }
}
