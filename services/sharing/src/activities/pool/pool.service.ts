import { Injectable } from '@nestjs/common';
import { sizeClasses } from '@gongxiang/contracts/membership/membership-events';
import {
  type CreatePoolRequest,
  poolContract,
  type PoolView,
} from '@gongxiang/contracts/sharing/activities/pool.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import { scheduleActivityOffer } from '../activity/offer.due.js';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import type { PoolRow } from './pool.entity.js';
import { areAlike, requirePoolTimes } from './pool.model.js';
import { type PoolPlan, PoolRepository } from './pool.repository.js';
import { scheduleRelease } from './pool-release.due.js';
import { instantOf, poolViewOf } from './pool.view.js';

const poolsMax = 200;
/** The name of the pool created for released seats if there is none for everybody. */
const commonPoolName = '通用名额';

@Injectable()
export class PoolService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly pools: PoolRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Adds a pool. People registered in the common pool keep their seats there. */
  @Handles(poolContract.create)
  create(request: CreatePoolRequest, call: CallContext): Promise<Outcome<PoolView>> {
    return this.transactions.command(call, poolContract.create, request, async (tx) => {
      // The activity's lock keeps out a sign-up that is choosing among the pools.
      const activity = await this.activities.lock(tx, request.activityId);
      await this.access.manage(tx, activity, actions.managePools);
      if (activity.state !== 'draft' && activity.state !== 'published')
        throw new DomainError('ACTIVITY_NOT_OPEN');
      if (tx.now >= activity.startsAt) throw new DomainError('ACTIVITY_STARTED');
      const plan = planOf(request);
      if (plan.sex !== null && activity.kind !== 'matchmaking')
        throw new DomainError('POOL_OF_SEX_UNFIT', { pointer: '/sex' });
      if (plan.unionId !== null && plan.clubId !== null)
        throw new DomainError('POOL_FOR_ONE', { pointer: '/clubId' });
      requirePoolTimes(plan, activity);
      await this.requireRoom(tx, activity.id, plan);
      return viewOfEmpty(await this.add(tx, activity.id, plan));
    });
  }

  /**
   * Copies the pools and caps of one activity to another that has none yet, with their times relative to its start.
   */
  async copyAll(tx: Transaction, fromId: string, toId: string): Promise<void> {
    for (const plan of await this.pools.movedTo(tx, fromId, toId)) await this.add(tx, toId, plan);
    await this.pools.copyCaps(tx, fromId, toId);
  }

  /** Adds planned pools to an activity that has none yet. */
  async addAll(tx: Transaction, activityId: string, plans: readonly PoolPlan[]): Promise<void> {
    for (const plan of plans) await this.add(tx, activityId, plan);
  }

  /** The pool for everybody; creates one without seats if there is none. */
  async commonOf(tx: Transaction, activityId: string): Promise<PoolRow> {
    const found = await this.pools.findCommon(tx, activityId);
    if (found !== null) return found;
    const times = { opensAt: null, releasesAt: null, offerHours: null, promotionUntil: null };
    return this.add(tx, activityId, {
      name: commonPoolName,
      unionId: null,
      clubId: null,
      sizeClasses: [],
      sex: null,
      capacity: 0,
      ...times,
    });
  }

  private async add(tx: Transaction, activityId: string, plan: PoolPlan): Promise<PoolRow> {
    const row: PoolRow = {
      activityId,
      id: newId(),
      version: 1,
      name: plan.name,
      unionId: plan.unionId,
      clubId: plan.clubId,
      sizeClasses: plan.sizeClasses,
      sex: plan.sex,
      capacity: plan.capacity,
      opensAt: plan.opensAt,
      releasesAt: plan.releasesAt,
      releasedAt: null,
      releasedSeats: 0,
      offerHours: plan.offerHours,
      promotionUntil: plan.promotionUntil,
      createdAt: tx.now,
    };
    await this.pools.insert(tx, row);
    await scheduleRelease(tx, row);
    await scheduleActivityOffer(tx, activityId, row.id);
    tx.audit({ noun: 'pool', id: row.id, after: { ...row } });
    return row;
  }

  private async requireRoom(tx: Transaction, activityId: string, plan: PoolPlan): Promise<void> {
    const { unionId, clubId } = plan;
    if (unionId !== null) requireOpen(await this.references.union(tx, unionId, '/unionId'), '/unionId');
    if (clubId !== null)
      requireOpen(await this.references.party(tx, { kind: 'club', id: clubId }, '/clubId'), '/clubId');
    const pools = await this.pools.ofActivity(tx, activityId);
    if (pools.some((pool) => areAlike(pool, plan)))
      throw new DomainError('POOL_EXISTS', { pointer: clubId === null ? '/unionId' : '/clubId' });
    if (pools.length >= poolsMax) throw new DomainError('TOO_MANY_POOLS', { params: { max: poolsMax } });
  }
}

function planOf(request: CreatePoolRequest): PoolPlan {
  const { name, unionId, clubId, sex, capacity, opensAt, releasesAt, offerHours, promotionUntil } = request;
  return {
    name,
    unionId: unionId ?? null,
    clubId: clubId ?? null,
    sex: sex ?? null,
    // In class order, so that the same sizes are the same pool in whatever order they were named.
    sizeClasses: sizeClasses.filter((one) => request.sizeClasses?.includes(one)),
    capacity,
    offerHours: offerHours ?? null,
    opensAt: instantOf(opensAt),
    releasesAt: instantOf(releasesAt),
    promotionUntil: instantOf(promotionUntil),
  };
}

function viewOfEmpty(row: PoolRow): PoolView {
  const { capacity } = row;
  const seats = { capacity, confirmed: 0, held: 0, free: capacity, over: 0, waiting: 0, waitingParties: 0 };
  return poolViewOf(row, seats, null);
}
