import { Injectable } from '@nestjs/common';
import type { PoolView } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import type { PoolRow } from '../pool/pool.entity.js';
import { PoolRepository } from '../pool/pool.repository.js';
import { LineRepository } from './line.repository.js';
import { type Line, seatsOf } from './seating.model.js';
import { SeatingService } from './seating.service.js';

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

  /** Saves a pool whose capacity has changed, and moves people along its line. */
  async save(tx: Transaction, row: PoolRow, capacityBefore: number): Promise<PoolView> {
    await this.pools.update(tx, row);
    const pool = { activityId: row.activityId, id: row.id };
    if (row.capacity < capacityBefore) await this.seating.withdraw(tx, pool);
    await this.seating.serve(tx, pool);
    const line = (await this.lines.ofPools(tx, row.activityId, [row.id])).get(row.id);
    if (line === undefined) throw new DomainError('NOT_FOUND');
    return viewOf(row, line);
  }

  async ofActivity(tx: Transaction, activityId: string): Promise<PoolView[]> {
    const rows = await this.pools.rowsOf(tx, activityId);
    const lines = await this.lines.ofPools(tx, activityId);
    return rows.flatMap((row) => {
      const line = lines.get(row.id);
      return line === undefined ? [] : [viewOf(row, line)];
    });
  }
}

function viewOf(row: PoolRow, line: Line): PoolView {
  const { id, version, activityId, name, unionId } = row;
  return { id, version, activityId, name, unionId, seats: seatsOf(line) };
}
