import { Injectable } from '@nestjs/common';
import { OnDue, schedule, scheduleNew } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import type { QueueRow } from './queue.entity.js';
import { turnsStep } from './queue.model.js';
import { QueueRepository } from './queue.repository.js';

/** Due work, keyed by the activity's id: turns have come of which nobody knows yet. */
export const queueTurnsDue = 'queue-turns';

/** Notifies people when their turn comes, in steps, each of them once. */
@Injectable()
export class QueueTurns {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly queues: QueueRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /**
   * One step; it schedules the next. The lock makes it wait for whoever is joining, so that it sees their places, and
   * them for it, so that they see whether another step will come.
   */
  @OnDue(queueTurnsDue)
  async tell(tx: Transaction, activityId: string): Promise<void> {
    const row = await this.queues.lockTurns(tx, activityId);
    const activity = await this.activities.findById(tx, activityId);
    if (row === null || activity === null || !isOpen(activity, tx.now)) return;
    await this.step(tx, activity, row);
  }

  /** The order is drawn, or places were added to it: a step that is planned already goes on to them. */
  async planMore(tx: Transaction, activityId: string): Promise<void> {
    await scheduleNew(tx, [{ kind: queueTurnsDue, key: activityId, at: tx.now }]);
  }

  /** Turns come earlier than they did. */
  async planNow(tx: Transaction, activityId: string): Promise<void> {
    await schedule(tx, { kind: queueTurnsDue, key: activityId, at: tx.now });
  }

  private async step(
    tx: Transaction,
    { id, queue, signUpClosesAt }: ActivityRow,
    row: QueueRow,
  ): Promise<void> {
    if (queue === null || row.frozenAt === null) return;
    const { upTo, nextAt } = turnsStep(queue, row, tx.now);
    if (nextAt !== null) await schedule(tx, { kind: queueTurnsDue, key: id, at: nextAt });
    if (upTo === row.told) return;
    const personIds = await this.queues.withoutSeat(tx, id, { after: row.told, upTo });
    await this.queues.markTold(tx, id, upTo);
    await this.writer.write(tx, [
      {
        kind: 'queueTurn',
        why: 'joinedQueue',
        personIds,
        cause: `queue/${id}/turn`,
        about: { activityId: id },
        values: { closesAt: signUpClosesAt.toISOString() },
        until: signUpClosesAt,
      },
    ]);
  }
}

/** Afterwards nobody needs to know of a turn. */
function isOpen({ state, signUpClosesAt, startsAt }: ActivityRow, now: Date): boolean {
  return state === 'published' && now < signUpClosesAt && now < startsAt;
}
