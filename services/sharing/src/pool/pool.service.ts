import { Injectable } from '@nestjs/common';
import { type CreatePoolRequest, poolContract, type PoolView } from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity.access.js';
import { ActivityChanges } from '../activity/activity.changes.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { PoolRow } from './pool.entity.js';
import { PoolRepository } from './pool.repository.js';

const poolsMax = 200;

@Injectable()
export class PoolService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly pools: PoolRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Adds a pool. Who is registered in the common pool already keeps his seat there. */
  create(request: CreatePoolRequest, call: CallContext): Promise<Outcome<PoolView>> {
    return this.transactions.command(call, poolContract.create, request, async (tx) => {
      // The activity's lock keeps out a sign-up that is just choosing among the pools.
      const activity = await this.activities.lock(tx, request.activityId);
      await this.access.manage(tx, activity, actions.managePools);
      if (activity.state !== 'draft' && activity.state !== 'published')
        throw new DomainError('ACTIVITY_NOT_OPEN');
      if (tx.now >= activity.startsAt) throw new DomainError('ACTIVITY_STARTED');
      await this.requireRoom(tx, request);
      const row: PoolRow = {
        activityId: activity.id,
        id: newId(),
        version: 1,
        name: request.name,
        unionId: request.unionId ?? null,
        capacity: request.capacity,
        createdAt: tx.now,
      };
      await this.pools.insert(tx, row);
      tx.audit({ noun: 'pool', id: row.id, after: { ...row } });
      return viewOfEmpty(row);
    });
  }

  private async requireRoom(tx: Transaction, request: CreatePoolRequest): Promise<void> {
    const unionId = request.unionId ?? null;
    if (unionId !== null) await this.references.union(tx, unionId, '/unionId');
    const pools = await this.pools.ofActivity(tx, request.activityId);
    if (pools.some((pool) => pool.unionId === unionId))
      throw new DomainError('POOL_EXISTS', { pointer: '/unionId' });
    if (pools.length >= poolsMax) throw new DomainError('TOO_MANY_POOLS', { params: { max: poolsMax } });
  }
}

function viewOfEmpty(row: PoolRow): PoolView {
  const { id, version, activityId, name, unionId, capacity } = row;
  const seats = { capacity, confirmed: 0, held: 0, free: capacity, over: 0, waiting: 0, waitingParties: 0 };
  return { id, version, activityId, name, unionId, seats };
}
