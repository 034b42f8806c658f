import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { queueOpensDue } from '../../activities/activity/queue-opening.js';
import type { QueueRow } from './queue.entity.js';
import { queueStateOf } from './queue.model.js';
import { QueueRepository } from './queue.repository.js';
import { QueueSecrets } from './queue-secrets.js';
import { QueueTurns } from './queue-turns.js';

/** Draws the order of everybody who joined before the opening, once. */
@Injectable()
export class QueueOpening {
  constructor(
    private readonly activities: ActivityChanges,
    private readonly queues: QueueRepository,
    private readonly secrets: QueueSecrets,
    private readonly turns: QueueTurns,
  ) {}

  /** Checks the time again: the opening may have been moved, or the queue removed. */
  @OnDue(queueOpensDue)
  async opens(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lock(tx, activityId);
    if (activity.state !== 'published') return;
    const row = await this.opened(tx, activity);
    // An opening that was moved once the order was drawn moves the turns.
    if (row !== null && row.frozenAt !== null && row.frozenAt < tx.now)
      await this.turns.planNow(tx, activityId);
  }

  /**
   * The current queue: anybody who comes after the opening finds the order drawn, however late its due work runs.
   * @param activity locked @returns null if it never had a queue
   */
  async opened(tx: Transaction, activity: ActivityRow): Promise<QueueRow | null> {
    const row = await this.queues.find(tx, activity.id);
    const isTime = activity.queue !== null && queueStateOf(activity.queue, tx.now) === 'open';
    if (row === null || row.frozenAt !== null || !isTime) return row;
    const secret = this.secrets.open(activity.id, row.sealedSecret);
    const early = await this.queues.freeze(tx, activity.id, secret);
    if (early === null) return row;
    await this.turns.planMore(tx, activity.id);
    tx.audit({ noun: 'queue', id: activity.id, before: { early: null }, after: { early } });
    return { ...row, early, secret, frozenAt: tx.now };
  }
}
