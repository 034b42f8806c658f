import { Injectable } from '@nestjs/common';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { Notice } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { CancellationHosts } from './cancellation-hosts.js';
import { CancellationRepository } from './cancellation.repository.js';

/**
 * Due work: notify the entrants of a cancelled activity's draw, some hundreds at a time. Its key is the draw's id.
 */
export const entrantsNotifiedDue = 'cancelled-entrants';

/** People notified per step. */
const notifiedPerStep = 500;

/** The progress of the notification. */
interface Progress {
  readonly activityId: string;
  readonly after?: string;
}

/**
 * Notifies people who are not registered of a cancellation. Registered and waitlisted people are notified like of
 * every other change.
 */
@Injectable()
export class CancellationNotices {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly repository: CancellationRepository,
    private readonly speakers: CancellationHosts,
    private readonly writer: NoticeWriter,
  ) {}

  async hosts(tx: Transaction, activity: ActivityRow): Promise<void> {
    const people = await this.speakers.speakersOf(tx, activity);
    await this.writer.write(tx, [noticeFor(activity, people, 'hosts')]);
  }

  /** One step; it schedules the next one. Repeating a step notifies nobody twice. */
  async entrants(tx: Transaction, drawId: string, { activityId, after }: Progress): Promise<void> {
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) return;
    const people = await this.repository.entrantsAfter(tx, drawId, after ?? null, notifiedPerStep);
    await this.writer.write(tx, [noticeFor(activity, people, 'enteredDraw')]);
    const last = people.at(-1);
    if (people.length < notifiedPerStep || last === undefined) return;
    const payload = { activityId, after: last };
    await schedule(tx, { kind: entrantsNotifiedDue, key: drawId, at: tx.now, payload });
  }
}

/** The same cause as for registered people, so that nobody is notified twice. */
function noticeFor(activity: ActivityRow, personIds: readonly string[], why: NoticeReason): Notice {
  const { id: activityId, cancelReason } = activity;
  return {
    personIds,
    about: { activityId },
    kind: 'activityCancelled',
    why,
    cause: `cancelled/${activityId}`,
    values: cancelReason === null ? {} : { reason: cancelReason },
  };
}
