import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import type { Notice } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { reminderDue, reminderKey, roundOfKey } from './reminder.due.js';
import type { ReminderRoundRow } from './reminder.entity.js';
import { ReminderPlanner } from './reminder-planner.js';
import { type Reminded, ReminderRepository } from './reminder.repository.js';

/** People reminded per step. */
const remindedPerStep = 200;

/** Sends due reminders. */
@Injectable()
export class ReminderWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly changes: ActivityChanges,
    private readonly reminders: ReminderRepository,
    private readonly planner: ReminderPlanner,
    private readonly writer: NoticeWriter,
  ) {}

  async replan(tx: Transaction, activityId: string): Promise<void> {
    await this.planner.plan(tx, await this.changes.lock(tx, activityId));
  }

  /**
   * One step of a round; it schedules the next. Each person is notified once per pool, reminder and time, however
   * often a step runs: whether another group was reminded already does not matter (E28).
   */
  async send(tx: Transaction, key: string): Promise<void> {
    const { activityId, key: roundKey } = roundOfKey(key);
    const round = await this.reminders.lockRound(tx, activityId, roundKey);
    const activity = await this.activities.findById(tx, activityId);
    if (round === null || activity === null || round.doneAt !== null) return;
    // The time has moved: the pending review of the reminders plans them again.
    const baseAt = await this.planner.baseOf(tx, activity, round);
    if (baseAt?.getTime() !== round.baseAt.getTime()) return;
    if (!isOfUse(round, activity, tx.now) || (await this.isOvertaken(tx, round))) {
      return this.reminders.saveRound(tx, { ...round, doneAt: tx.now });
    }
    await this.sendStep(tx, round);
  }

  private async sendStep(tx: Transaction, round: ReminderRoundRow): Promise<void> {
    const people = await this.reminders.reached(tx, round, remindedPerStep);
    await this.writer.write(
      tx,
      people.map((one) => noticeOf(round, one)),
    );
    await this.reminders.recordReached(
      tx,
      round,
      people.map(({ personId }) => personId),
    );
    const isDone = people.length < remindedPerStep;
    const afterId = people.at(-1)?.personId ?? round.afterId;
    const doneAt = isDone ? tx.now : null;
    await this.reminders.saveRound(tx, { ...round, afterId, doneAt, sent: round.sent + people.length });
    if (isDone && round.isLate) await this.reminders.forgetReached(tx, round);
    if (!isDone) await schedule(tx, { kind: reminderDue, key: reminderKey(round), at: tx.now });
  }

  /** After an outage several reminders of the same event are due at once: the last one suffices. */
  private async isOvertaken(tx: Transaction, round: ReminderRoundRow): Promise<boolean> {
    const others = await this.reminders.rounds(tx, round.activityId);
    return others.some(
      ({ anchor, poolId, dueAt }) =>
        anchor === round.anchor && poolId === round.poolId && round.dueAt < dueAt && dueAt <= tx.now,
    );
  }
}

/** A late reminder, after an outage, may be useless; that a pool has opened is worth knowing for an hour. */
function isOfUse({ baseAt, anchor }: ReminderRoundRow, activity: ActivityRow, now: Date): boolean {
  const endsAtMs = baseAt.getTime() + (anchor === 'poolOpens' ? 3_600_000 : 0);
  return activity.state === 'published' && now.getTime() < endsAtMs;
}

function noticeOf(round: ReminderRoundRow, one: Reminded): Notice {
  const at = round.baseAt.toISOString();
  return {
    personIds: [one.personId],
    kind: 'reminder',
    why: one.state === null ? 'askedReminder' : 'registered',
    about: { activityId: round.activityId },
    cause: ['reminder', round.activityId, round.key, one.poolId, at].join('/'),
    values: {
      anchor: round.anchor,
      at,
      ...(one.state === null ? { poolName: one.poolName } : { state: one.state }),
      ...(one.state === 'held' && one.offerExpiresAt !== null
        ? { expiresAt: one.offerExpiresAt.toISOString() }
        : {}),
    },
  };
}
