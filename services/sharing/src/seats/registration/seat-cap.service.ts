import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  type CreateSeatCapRequest,
  type ListSeatCapsRequest,
  seatCapContract,
  type SeatCapIdRequest,
  type SeatCapsView,
  type SeatCapView,
} from '@gongxiang/contracts/sharing/seats/seat-cap.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as activitiesActions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { requireNotStarted } from './eligibility.model.js';
import { SeatCaps } from './seat-caps.js';

/** Limits over several pools (E09). */
@Injectable()
export class SeatCapService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly caps: SeatCaps,
  ) {}

  /** Creates a cap. It displaces nobody: if more have seats already, the pools must be lowered first. */
  @Handles(seatCapContract.create)
  create(request: CreateSeatCapRequest, call: CallContext): Promise<Outcome<SeatCapView>> {
    return this.transactions.command(call, seatCapContract.create, request, async (tx) => {
      const activity = await this.lock(tx, request.activityId);
      return this.caps.add(tx, activity.id, request);
    });
  }

  /** Removes a cap; people who waited only because of it get seats at once. */
  @Handles(seatCapContract.remove)
  remove(request: SeatCapIdRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, seatCapContract.remove, request, async (tx) => {
      const activity = await this.lock(tx, request.activityId);
      await this.caps.remove(tx, activity.id, request.capId);
      return new Done();
    });
  }

  @Handles(seatCapContract.list)
  list(request: ListSeatCapsRequest, call: CallContext): Promise<SeatCapsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePools, {});
      const activity = await this.caps.findActivity(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, activity);
      return { items: await this.caps.ofActivity(tx, activity.id), nextCursor: null };
    });
  }

  private async lock(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.lock(tx, activityId);
    await this.access.manage(tx, activity, activitiesActions.managePools);
    if (activity.state !== 'draft') requireNotStarted(activity, tx.now);
    return activity;
  }
}
