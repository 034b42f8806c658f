import { Injectable } from '@nestjs/common';
import type { CreateSeatCapRequest, SeatCapView } from '@gongxiang/contracts/sharing/seats/seat-cap.contract';
import { DomainError, newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { scheduleSeatsOffer } from '../../activities/activity/offer.due.js';
import type { SeatCapRow } from '../../activities/pool/pool.entity.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { CapacityRepository } from './capacity.repository.js';
import { freeOfCap } from './seating.model.js';
import { SeatingService } from './seating.service.js';

const capsMax = 20;

/** Caps together with the seats under them. */
@Injectable()
export class SeatCaps {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly pools: PoolRepository,
    private readonly references: ReferenceRepository,
    private readonly capacities: CapacityRepository,
    private readonly seating: SeatingService,
  ) {}

  findActivity(tx: Transaction, id: string): Promise<ActivityRow | null> {
    return this.activities.findById(tx, id);
  }

  /** @throws DomainError `TOO_MANY_CAPS`, `CAP_BELOW_TAKEN` */
  async add(tx: Transaction, activityId: string, request: CreateSeatCapRequest): Promise<SeatCapView> {
    const unionId = request.unionId ?? null;
    if (unionId !== null) await this.references.union(tx, unionId, '/unionId');
    const existing = await this.pools.capsOf(tx, activityId);
    if (existing.length >= capsMax) throw new DomainError('TOO_MANY_CAPS', { params: { max: capsMax } });
    const { name, capacity } = request;
    const row: SeatCapRow = { activityId, id: newId(), name, unionId, capacity, createdAt: tx.now };
    await this.pools.insertCap(tx, row);
    await scheduleSeatsOffer(tx, [activityId]);
    tx.audit({ noun: 'seatCap', id: row.id, after: { activityId, name, unionId, capacity } });
    const view = (await this.ofActivity(tx, activityId)).find(({ id }) => id === row.id);
    if (view === undefined) throw new Error('a cap that was added is there');
    if (view.taken > capacity)
      throw new DomainError('CAP_BELOW_TAKEN', { pointer: '/capacity', params: { taken: view.taken } });
    return view;
  }

  /** @throws DomainError `NOT_FOUND` */
  async remove(tx: Transaction, activityId: string, capId: string): Promise<void> {
    const row = await this.pools.findCap(tx, activityId, capId);
    if (row === null) throw new DomainError('NOT_FOUND');
    const poolIds = (await this.pools.capsOf(tx, activityId)).find(({ id }) => id === capId)?.poolIds ?? [];
    await this.pools.removeCap(tx, row);
    await scheduleSeatsOffer(tx, [activityId]);
    const { name, unionId, capacity } = row;
    tx.audit({ noun: 'seatCap', id: capId, before: { activityId, name, unionId, capacity }, after: null });
    await this.seating.promoteWaitlists(tx, activityId, poolIds);
  }

  /** In order of creation. */
  async ofActivity(tx: Transaction, activityId: string): Promise<SeatCapView[]> {
    const placed = await this.pools.capsOf(tx, activityId);
    const { quotas: capacities } = await this.capacities.load(tx, activityId);
    return placed.map(({ id, name, unionId, capacity, poolIds }) => {
      const taken = poolIds.reduce((sum, poolId) => {
        const quota = capacities.get(poolId);
        return sum + (quota === undefined ? 0 : quota.confirmed + quota.held);
      }, 0);
      return { id, activityId, name, unionId, capacity, taken, free: freeOfCap({ capacity, taken }) };
    });
  }
}
