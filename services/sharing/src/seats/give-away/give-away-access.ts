import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as activitiesActions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { RoleHints } from '../../reference/role-hints.js';

/** Loads the activity of a give-away for those who may see or manage it, and sends hints about changes. */
@Injectable()
export class GiveAwayAccess {
  constructor(
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly hints: RoleHints,
    private readonly push: Push,
  ) {}

  /** @throws DomainError `NOT_SIGNED_IN`, `NOT_FOUND` */
  async seen(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.found(tx, activityId);
    await this.access.see(tx, activity);
    return activity;
  }

  /** @throws DomainError `NOT_SIGNED_IN`, `NOT_FOUND`, `NOT_PERMITTED` */
  async managed(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.found(tx, activityId);
    await this.access.manage(tx, activity, actions.manageGiveAway);
    return activity;
  }

  /** The same under the lock of the activity, which every change of seats or coupons takes first. */
  async lockManaged(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const activity = await this.activities.lock(tx, activityId);
    await this.access.manage(tx, activity, actions.manageGiveAway);
    return activity;
  }

  /** Hints to the officers that coupons or counters have changed, and to these persons that theirs have. */
  async hint(tx: Transaction, activity: ActivityRow, personIds: readonly string[] = []): Promise<void> {
    const hint = { resource: 'coupon', id: activity.id, version: activity.version };
    if (personIds.length > 0) this.push.hint(tx, [...new Set(personIds)], hint);
    await this.hints.send(tx, hint, { rule: actions.manageGiveAway, unionIds: [activity.unionId] });
  }

  private async found(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const activity = await this.activities.find(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    return activity;
  }
}
