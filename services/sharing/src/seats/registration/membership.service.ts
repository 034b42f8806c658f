import { Injectable } from '@nestjs/common';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { shanghaiDate } from '@gongxiang/domain';
import { schedule, scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { movedDue } from '../../activities/activity/activity.service.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { isMemberOn } from '../../reference/membership.model.js';
import { CancellationWork } from './cancellation-work.js';
import { isRedeemed } from './redeemed-heads.js';
import { isActive } from './registration.model.js';
import { RegistrationRepository } from './registration.repository.js';

/** Due work: review a person's future registrations. */
export const membershipDue = 'registration-membership';
/** Registrations cancelled per activity and step. */
const releasedPerStep = 200;

/** Cancels the registrations of people who are no members on the day; the waitlist gets their seats. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityRepository,
    private readonly registrations: RegistrationRepository,
    private readonly work: CancellationWork,
  ) {}

  /**
   * Saves the new membership, and reviews the registrations after the commit. A sign-up shares the lock of its
   * member's row, so one based on the old membership commits before this does, and the review finds it. Taking the
   * activity locks here as well would reverse the lock order of a sign-up.
   */
  changed(tx: Transaction, members: readonly MemberState[]): void {
    this.references.saveMembers(tx, members);
    tx.writeLast(
      this.scheduleReviews,
      members.map(({ personId }) => personId),
    );
  }

  /** Once the new memberships are saved, of all members of a transaction at a time: a roster has thousands. */
  private readonly scheduleReviews = async (tx: Transaction, personIds: readonly string[]): Promise<void> => {
    const found = await this.registrations.withFutureActivities(tx, personIds);
    await scheduleAll(
      tx,
      found.map((key) => ({ kind: membershipDue, key, at: tx.now })),
    );
  };

  async reviewPerson(tx: Transaction, personId: string): Promise<void> {
    const member = await this.references.member(tx, personId);
    for (const activityId of await this.registrations.futureActivityIds(tx, personId)) {
      const activity = await this.activities.lockById(tx, activityId);
      if (activity === null || !isAhead(activity, tx.now)) continue;
      if (!isMemberOn(member, shanghaiDate(activity.startsAt))) await this.release(tx, activityId, personId);
    }
  }

  /** The activity moved to another day: its registrations are reviewed as if made for that day. */
  async reviewActivity(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null || !isAhead(activity, tx.now)) return;
    const date = shanghaiDate(activity.startsAt);
    const personIds = await this.registrations.noMembersOn(tx, activityId, date, releasedPerStep);
    for (const personId of personIds) await this.release(tx, activityId, personId);
    if (personIds.length === releasedPerStep) {
      await schedule(tx, { kind: movedDue, key: activityId, at: tx.now });
    }
  }

  private async release(tx: Transaction, activityId: string, personId: string): Promise<void> {
    const row = await this.registrations.findOfPerson(tx, activityId, personId);
    // A redeemed coupon was handed out while the person was a member: they keep the seat.
    if (row && isActive(row.state) && !(await isRedeemed(tx, row))) await this.work.release(tx, row, null);
  }
}

/** Checked under the lock: a cancelled or started activity is left as it is. */
export function isAhead({ state, startsAt }: ActivityRow, now: Date): boolean {
  return state === 'published' && now < startsAt;
}
