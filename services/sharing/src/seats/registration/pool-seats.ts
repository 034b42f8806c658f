import { Injectable } from '@nestjs/common';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { scheduleSeatsOffer } from '../../activities/activity/offer.due.js';
import type { PoolRow } from '../../activities/pool/pool.entity.js';
import { replanReminders } from '../../reference/notice/activity-change.due.js';
import { scheduleRelease } from '../../activities/pool/pool-release.due.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { poolViewOf } from '../../activities/pool/pool.view.js';
import { CapacityRepository } from './capacity.repository.js';
import { boundBy, type Capacity, quotaOf } from './seating.model.js';
import { SeatingService } from './seating.service.js';
import { seatsOf } from './seats.model.js';

/** Pools together with their registrations. */
@Injectable()
export class PoolSeats {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly pools: PoolRepository,
    private readonly capacities: CapacityRepository,
    private readonly seating: SeatingService,
  ) {}

  findActivity(tx: Transaction, id: string): Promise<ActivityRow | null> {
    return this.activities.findById(tx, id);
  }

  findPool(tx: Transaction, activityId: string, id: string): Promise<PoolRow | null> {
    return this.pools.findById(tx, activityId, id);
  }

  /** Saves a pool with changed capacity or terms, and promotes or displaces accordingly. */
  async save(tx: Transaction, row: PoolRow, before: PoolRow): Promise<PoolView> {
    await this.pools.update(tx, row);
    await scheduleSeatsOffer(tx, [row.activityId]);
    if (row.releasesAt?.getTime() !== before.releasesAt?.getTime()) await scheduleRelease(tx, row);
    if (row.opensAt?.getTime() !== before.opensAt?.getTime()) await replanReminders(tx, row.activityId);
    const pool = { activityId: row.activityId, id: row.id };
    if (row.capacity < before.capacity) await this.seating.displaceExcess(tx, pool);
    await this.seating.promoteWaitlist(tx, pool);
    const capacity = await this.capacities.load(tx, row.activityId, [row.id]);
    return viewOf(row, capacity);
  }

  /** Heads of the pool whose seat is reserved by an offer. */
  async heldIn(tx: Transaction, { activityId, id }: PoolRow): Promise<number> {
    return quotaOf(await this.capacities.load(tx, activityId, [id]), id).held;
  }

  async ofActivity(tx: Transaction, activityId: string): Promise<PoolView[]> {
    const rows = await this.pools.rowsOf(tx, activityId);
    const capacity = await this.capacities.load(tx, activityId);
    return rows.map((row) => viewOf(row, capacity));
  }
}

function viewOf(row: PoolRow, capacity: Capacity): PoolView {
  return poolViewOf(row, seatsOf(quotaOf(capacity, row.id)), boundBy(capacity, row.id));
}
