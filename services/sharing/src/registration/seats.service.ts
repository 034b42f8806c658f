import { Injectable } from '@nestjs/common';
import {
  type ChangePoolRequest,
  type ListPoolsRequest,
  poolContract,
  type PoolsView,
  type PoolView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity.access.js';
import { ActivityChanges } from '../activity/activity.changes.js';
import { ActivityTurns } from './activity-turns.js';
import { requireNotStarted } from './eligibility.model.js';
import { PoolSeats } from './pool-seats.js';
import { sumOfSeats } from './seating.model.js';

/** The seats of pools: how many there are, and where they are. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly turns: ActivityTurns,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly seats: PoolSeats,
  ) {}

  /** Changes a capacity. Raised, it serves the waitlist before anybody new can come; lowered, the last in lose their seats. */
  change(request: ChangePoolRequest, call: CallContext): Promise<Outcome<PoolView>> {
    return this.turns.take(request.activityId, () =>
      this.transactions.command(call, poolContract.change, request, async (tx) => {
        const activity = await this.activities.lock(tx, request.activityId);
        await this.access.manage(tx, activity, actions.managePools);
        const before = await this.seats.findPool(tx, activity.id, request.poolId);
        if (before === null) throw new DomainError('NOT_FOUND');
        requireVersion(tx, before.version);
        // Nobody is registered in a draft; there the capacity may change freely.
        if (activity.state !== 'draft') requireNotStarted(activity, tx.now);
        const row = { ...before, capacity: request.capacity, version: before.version + 1 };
        tx.audit({
          noun: 'pool',
          id: row.id,
          before: { capacity: before.capacity },
          after: { capacity: row.capacity },
        });
        return this.seats.save(tx, row, before.capacity);
      }),
    );
  }

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
