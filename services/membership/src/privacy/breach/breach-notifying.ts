import { Injectable } from '@nestjs/common';
import { OnDue, Push, raiseNotices, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { noticeOf } from './breach-notice.js';
import type { DataBreachRow } from './data-breach.entity.js';
import { advanced, batchPeople } from './data-breach.model.js';
import { DataBreachRepository } from './data-breach.repository.js';

const workKind = 'data-breach-notices';

/**
 * Notifies the people affected, some per transaction. Whom it notifies, notices, progress and the next due row are one
 * transaction: if the process dies, the due row is still there, and the work goes on after the last committed batch.
 */
@Injectable()
export class BreachNotifying {
  constructor(
    private readonly breaches: DataBreachRepository,
    private readonly push: Push,
  ) {}

  begin(tx: Transaction, id: string): Promise<void> {
    return schedule(tx, { kind: workKind, key: id, at: tx.now });
  }

  @OnDue(workKind)
  async run(tx: Transaction, id: string): Promise<void> {
    const before = await this.breaches.lockById(tx, id);
    if (before?.state !== 'notifying') return;
    const batch = await this.breaches.affectedAfter(tx, before, batchPeople);
    const fresh = await this.breaches.noteNotified(tx, id, batch);
    await raiseNotices(tx, 'membership', [noticeOf(before, fresh)]);
    const { isLast, notified, position } = advanced(before, batch, fresh.length);
    const row: DataBreachRow = {
      ...before,
      notified,
      position: isLast ? null : position,
      version: before.version + 1,
      state: isLast ? 'notified' : before.state,
      finishedAt: isLast ? tx.now : null,
    };
    await this.breaches.update(tx, row);
    if (isLast) tx.audit({ noun: 'dataBreach', id, before: auditOf(before), after: auditOf(row) });
    else await this.begin(tx, id);
    this.hint(tx, row);
  }

  /** Whoever has the page open sees how far it is. */
  hint(tx: Transaction, { id, version, recordedBy, decidedBy }: DataBreachRow): void {
    const people = decidedBy === null ? [recordedBy] : [recordedBy, decidedBy];
    this.push.hint(tx, people, { resource: 'dataBreach', id, version });
  }
}

/** What the trail has of a breach: how far it is, and no text. */
export function auditOf(row: DataBreachRow): Record<string, unknown> {
  const { version, state, audience, unionId, isTold, correctsId, affected, notified } = row;
  return { version, state, audience, unionId, isTold, correctsId, affected, notified };
}
