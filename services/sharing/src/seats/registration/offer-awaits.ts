import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { NoticeSubjectRepository } from '../../reference/notice/notice-subject.repository.js';
import { CapacityRepository } from './capacity.repository.js';
import { awaitsOfOffer, isAcceptable } from './offer-awaits.model.js';
import type { RegistrationRow } from './registration.entity.js';

/** Due work: say again whom the offered seats of an activity wait for. Its key is the activity. */
export const offerAwaitsDue = 'offer-awaits';

const subject = 'registration';

/** Says whom offered seats wait for. */
@Injectable()
export class OfferAwaits {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly subjects: NoticeSubjectRepository,
    private readonly capacities: CapacityRepository,
  ) {}

  /**
   * Under the lock of their activities, whenever registrations change. A rush has neither offers before nor after, and
   * costs no statement.
   */
  async changed(tx: Transaction, rows: readonly RegistrationRow[], before: string | null): Promise<void> {
    const concerned = before === 'held' ? rows : rows.filter(({ state }) => state === 'held');
    if (concerned.length === 0) return;
    const offered = concerned.filter(({ state }) => state === 'held');
    const activities = await this.subjects.activities(
      tx,
      offered.map(({ activityId }) => activityId),
    );
    const things = concerned.map((row) => {
      const activity = activities.get(row.activityId);
      return { id: row.id, awaits: activity === undefined ? [] : awaitsOfOffer(row, activity) };
    });
    await syncAwaits(tx, 'sharing', subject, things);
  }

  /** The same for all offers of an activity that is locked, when time or its state has ended some of them. */
  async ofActivity(tx: Transaction, activity: ActivityRow): Promise<void> {
    const rows = await this.capacities.offered(tx, activity.id);
    const things = rows.map((row) => ({
      id: row.id,
      awaits: isAcceptable(row, activity.state, tx.now) ? awaitsOfOffer(row, activity) : [],
    }));
    await syncAwaits(tx, 'sharing', subject, things);
  }

  @OnDue(offerAwaitsDue)
  async due(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity !== null) await this.ofActivity(tx, activity);
  }
}
