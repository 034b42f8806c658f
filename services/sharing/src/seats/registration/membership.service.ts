import { Injectable } from '@nestjs/common';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { shanghaiDate } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
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

/** Due work: the future registrations of a person are looked at again. */
export const membershipDue = 'registration-membership';
/** So many registrations of an activity are given up in one step. */
const releasedPerStep = 200;

/** Takes back the seats of those who are no members on the day; whoever waits gets them. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityRepository,
    private readonly registrations: RegistrationRepository,
    private readonly work: CancellationWork,
  ) {}

  /**
   * Keeps the news, and looks at the registrations once it is committed. A sign-up shares the lock of its member's row,
   * so one that rests on the old news is committed before this is: the look afterwards finds it. To take the locks of
   * activities here as well would be the other order than a sign-up's.
   */
  async changed(tx: Transaction, member: MemberState): Promise<void> {
    if (!(await this.references.keepMember(tx, member))) return;
    const ids = await this.registrations.futureActivityIds(tx, member.personId);
    if (ids.length > 0) await schedule(tx, { kind: membershipDue, key: member.personId, at: tx.now });
  }

  async reviewPerson(tx: Transaction, personId: string): Promise<void> {
    const member = await this.references.member(tx, personId);
    for (const activityId of await this.registrations.futureActivityIds(tx, personId)) {
      const activity = await this.activities.lockById(tx, activityId);
      if (activity === null || !isAhead(activity, tx.now)) continue;
      if (!isMemberOn(member, shanghaiDate(activity.startsAt))) await this.release(tx, activityId, personId);
    }
  }

  /** The activity takes place on another day: its registrations are looked at as if they were made for that day. */
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
    // What was redeemed was handed out while he was a member: the seat that it rests on stays his.
    if (row && isActive(row.state) && !(await isRedeemed(tx, row))) await this.work.release(tx, row, null);
  }
}

/** Asked under the lock: what was cancelled or has begun meanwhile is left as it is. */
function isAhead({ state, startsAt }: ActivityRow, now: Date): boolean {
  return state === 'published' && now < startsAt;
}
