import { Injectable } from '@nestjs/common';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { noteSeatsOffer } from '../../activities/activity/offer.due.js';
import type { PoolRow } from '../../activities/pool/pool.entity.js';
import { lookAtRemindersAnew } from '../../reference/notice/activity-news.due.js';
import { scheduleRelease } from '../../activities/pool/pool-release.due.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { poolViewOf } from '../../activities/pool/pool.view.js';
import { LineRepository } from './line.repository.js';
import { boundBy, type Hall, lineOf } from './seating.model.js';
import { SeatingService } from './seating.service.js';
import { seatsOf } from './seats.model.js';

/** Pools together with the people in their lines. */
@Injectable()
export class PoolSeats {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly pools: PoolRepository,
    private readonly lines: LineRepository,
    private readonly seating: SeatingService,
  ) {}

  findActivity(tx: Transaction, id: string): Promise<ActivityRow | null> {
    return this.activities.findById(tx, id);
  }

  findPool(tx: Transaction, activityId: string, id: string): Promise<PoolRow | null> {
    return this.pools.findById(tx, activityId, id);
  }

  /** Saves a pool whose capacity or terms have changed, and moves people along its line. */
  async save(tx: Transaction, row: PoolRow, before: PoolRow): Promise<PoolView> {
    await this.pools.update(tx, row);
    await noteSeatsOffer(tx, [row.activityId]);
    if (row.releasesAt?.getTime() !== before.releasesAt?.getTime()) await scheduleRelease(tx, row);
    if (row.opensAt?.getTime() !== before.opensAt?.getTime()) await lookAtRemindersAnew(tx, row.activityId);
    const pool = { activityId: row.activityId, id: row.id };
    if (row.capacity < before.capacity) await this.seating.withdraw(tx, pool);
    await this.seating.serve(tx, pool);
    const hall = await this.lines.hall(tx, row.activityId, [row.id]);
    return viewOf(row, hall);
  }

  /** Heads for whom a seat of the pool is kept by an offer. */
  async heldIn(tx: Transaction, { activityId, id }: PoolRow): Promise<number> {
    return lineOf(await this.lines.hall(tx, activityId, [id]), id).held;
  }

  async ofActivity(tx: Transaction, activityId: string): Promise<PoolView[]> {
    const rows = await this.pools.rowsOf(tx, activityId);
    const hall = await this.lines.hall(tx, activityId);
    return rows.map((row) => viewOf(row, hall));
  }
}

function viewOf(row: PoolRow, hall: Hall): PoolView {
  return poolViewOf(row, seatsOf(lineOf(hall, row.id)), boundBy(hall, row.id));
}
