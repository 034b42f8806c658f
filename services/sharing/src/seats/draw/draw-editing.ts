import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions } from '../actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { DrawChanges } from './draw-changes.js';
import type { DrawEntryRow, DrawRow } from './draw.entity.js';
import { DrawEntryRepository } from './draw-entry.repository.js';
import { DrawRepository } from './draw.repository.js';

export interface LockedDraw {
  readonly activity: ActivityRow;
  readonly draw: DrawRow;
}

/** Finds draws with their activities, under the lock of the activity where something is to change. */
@Injectable()
export class DrawEditing {
  constructor(
    readonly access: ActivityAccess,
    readonly changes: DrawChanges,
    private readonly activities: ActivityRepository,
    private readonly draws: DrawRepository,
    private readonly entries: DrawEntryRepository,
  ) {}

  /** @throws DomainError `NOT_SIGNED_IN`, `NOT_FOUND`, `NOT_PERMITTED` */
  async lockManaged(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    await this.access.manage(tx, activity, actions.manageDraws);
    return activity;
  }

  /**
   * Reads the draw again under the lock: it may have been closed since. @throws DomainError `NOT_SIGNED_IN`,
   * `NOT_FOUND`
   */
  async lockDraw(tx: Transaction, drawId: string): Promise<LockedDraw> {
    tx.authorise(activitiesActions.seeActivity, {});
    const found = await this.lock(tx, drawId);
    if (found === null) throw new DomainError('NOT_FOUND');
    return found;
  }

  /** The same for background work; null if there is no such draw. */
  async lock(tx: Transaction, drawId: string): Promise<LockedDraw | null> {
    const before = await this.draws.findById(tx, drawId);
    const activity = before && (await this.activities.lockById(tx, before.activityId));
    const draw = activity && (await this.draws.findById(tx, drawId));
    return draw && { activity, draw };
  }

  /** Ends a draw that is not drawn. @param reason null if no person decided it */
  async cancel(
    tx: Transaction,
    activity: ActivityRow,
    { draw, reason }: { readonly draw: DrawRow; readonly reason: string | null },
  ): Promise<{ readonly row: DrawRow; readonly activity: ActivityRow }> {
    await this.entries.forgetSignUps(tx, draw.id, null);
    const changes = { state: 'cancelled', cancelledAt: tx.now, cancelReason: reason } as const;
    return this.changes.save(tx, activity, { before: draw, changes });
  }

  /** The caller's own entry. */
  mine(tx: Transaction, drawId: string): Promise<DrawEntryRow | null> {
    return this.entries.find(tx, drawId, tx.personId);
  }
}
