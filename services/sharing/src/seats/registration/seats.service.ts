import { Injectable } from '@nestjs/common';
import {
  type ChangePoolRequest,
  type ListPoolsRequest,
  poolContract,
  type PoolsView,
  type PoolView,
} from '@gongxiang/contracts/sharing/activities/pool.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, Transactions } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions } from '../actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { PoolRow } from '../../activities/pool/pool.entity.js';
import { requirePoolTimes } from '../../activities/pool/pool.model.js';
import { instantOf } from '../../activities/pool/pool.view.js';
import { requireNotStarted } from './eligibility.model.js';
import { PoolSeats } from './pool-seats.js';
import { sumOfSeats } from './seats.model.js';

/** The seats of pools: how many there are, and how they are used. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly seats: PoolSeats,
  ) {}

  /**
   * Changes a capacity or the terms. Raising it promotes the waitlist before anybody new can sign up; lowering it
   * displaces the last in.
   */
  @Handles(poolContract.change)
  change(request: ChangePoolRequest, call: CallContext): Promise<Outcome<PoolView>> {
    return this.transactions.command(call, poolContract.change, request, async (tx) => {
      const activity = await this.activities.lock(tx, request.activityId);
      await this.access.manage(tx, activity, activitiesActions.managePools);
      const before = await this.seats.findPool(tx, activity.id, request.poolId);
      if (before === null) throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      // A draft has no registrations; its capacity may change freely.
      if (activity.state !== 'draft') requireNotStarted(activity, tx.now);
      const row = { ...before, ...changesOf(request), version: before.version + 1 };
      requirePoolTimes(row, activity);
      requireUnreleased(before, row);
      const held = await this.seats.heldIn(tx, before);
      if (row.capacity < held)
        throw new DomainError('SEATS_OFFERED', { pointer: '/capacity', params: { held } });
      tx.audit({ noun: 'pool', id: row.id, before: rulesOf(before), after: rulesOf(row) });
      return this.seats.save(tx, row, before);
    });
  }

  @Handles(poolContract.list)
  list(request: ListPoolsRequest, call: CallContext): Promise<PoolsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePools, {});
      const activity = await this.seats.findActivity(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, activity);
      const items = await this.seats.ofActivity(tx, activity.id);
      return { items, nextCursor: null, total: sumOfSeats(items.map((pool) => pool.seats)) };
    });
  }
}

/** The fields named by the request; null clears all but the capacity. */
function changesOf(request: ChangePoolRequest): Partial<PoolRow> {
  const { capacity, opensAt, releasesAt, offerHours, promotionUntil } = request;
  return {
    ...(capacity === undefined || capacity === null ? {} : { capacity }),
    ...(opensAt === undefined ? {} : { opensAt: instantOf(opensAt) }),
    ...(releasesAt === undefined ? {} : { releasesAt: instantOf(releasesAt) }),
    ...(offerHours === undefined ? {} : { offerHours }),
    ...(promotionUntil === undefined ? {} : { promotionUntil: instantOf(promotionUntil) }),
  };
}

/** A release cannot be undone, and a released pool takes no more seats: they would be passed on at once. */
function requireUnreleased(before: PoolRow, after: PoolRow): void {
  if (before.releasedAt === null) return;
  const isOtherTime = after.releasesAt?.getTime() !== before.releasesAt?.getTime();
  if (after.capacity > before.capacity || isOtherTime)
    throw new DomainError('POOL_RELEASED', { pointer: isOtherTime ? '/releasesAt' : '/capacity' });
}

function rulesOf(row: PoolRow): Record<string, unknown> {
  const { capacity, opensAt, releasesAt, offerHours, promotionUntil } = row;
  return { capacity, opensAt, releasesAt, offerHours, promotionUntil };
}
