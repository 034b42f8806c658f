import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListRegistrationsRequest,
  type MyRegistrationsRequest,
  type MyRegistrationView,
  registrationContract,
  type RegistrationLineView,
  type RegistrationIdRequest,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type ActionRule, type CallContext, DomainError, mayDo } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { authoriseMatter, mayInMatter } from '../../reference/delegation/delegated.js';
import { mattersOf } from '../../reference/delegation/delegation.model.js';
import { mandatesFor, placesFor } from '../../reference/mandate/acting.js';
import { type PlacedPool, PoolRepository } from '../../activities/pool/pool.repository.js';
import { CapacityRepository } from './capacity.repository.js';
import type { RegistrationRow } from './registration.entity.js';
import { RegistrationRepository } from './registration.repository.js';
import { lineViewOf, ownViewOf, viewOf } from './registration.view.js';

/** Reads registrations: one's own, or those of pools one is responsible for. */
@Injectable()
export class RegistrationReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly pools: PoolRepository,
    private readonly registrations: RegistrationRepository,
    private readonly capacities: CapacityRepository,
  ) {}

  @Handles(registrationContract.get)
  get(request: RegistrationIdRequest, call: CallContext): Promise<RegistrationView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.registrations.findById(tx, request.registrationId);
      const activity = row && (await this.activities.findById(tx, row.activityId));
      if (!row || !activity) return notThere(tx);
      return this.authorisedView(tx, activity, row);
    });
  }

  /** By pool, then in waitlist order; an officer of a pool's union sees that pool. */
  @Handles(registrationContract.list)
  list(request: ListRegistrationsRequest, call: CallContext): Promise<Page<RegistrationLineView>> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) return notThere(tx);
      const poolIds = await this.poolsOfCaller(tx, activity);
      const rows = await this.registrations.list(tx, { ...request, poolIds });
      const page = toPage(rows, {
        limit: request.limit,
        cursorOf: (row) => [row.poolId, row.came, row.rank],
      });
      return { items: page.items.map(lineViewOf), nextCursor: page.nextCursor };
    });
  }

  @Handles(registrationContract.mine)
  mine(request: MyRegistrationsRequest, call: CallContext): Promise<Page<MyRegistrationView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnRegistrations, {});
      const rows = await this.registrations.ofPerson(tx, tx.personId, request);
      const cursorOf = (row: { registeredAt: Date; id: string }): string[] => [
        row.registeredAt.toISOString(),
        row.id,
      ];
      const page = toPage(rows, { limit: request.limit, cursorOf });
      return { items: page.items.map(ownViewOf), nextCursor: page.nextCursor };
    });
  }

  /** @throws DomainError `NOT_SIGNED_IN`, `NOT_FOUND` */
  async rowOf(tx: Transaction, registrationId: string): Promise<RegistrationRow> {
    return (await this.registrations.findById(tx, registrationId)) ?? notThere(tx);
  }

  /** The view of a person's current registration in an activity. */
  async currentView(
    tx: Transaction,
    activity: ActivityRow,
    registrationId: string,
  ): Promise<RegistrationView> {
    const row = await this.registrations.findById(tx, registrationId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return this.authorisedView(tx, activity, row);
  }

  /** The current registrations of several people in an activity, in a few statements plus one per pool. */
  async currentViews(
    tx: Transaction,
    activity: ActivityRow,
    ids: readonly string[],
  ): Promise<RegistrationView[]> {
    if (ids.length === 0) return [];
    const rows = await this.registrations.findByIds(tx, ids);
    const poolIds = [...new Set(rows.map(({ poolId }) => poolId))];
    const pools = (await this.pools.ofActivity(tx, activity.id)).filter(({ id }) => poolIds.includes(id));
    const placesOfPool = new Map<string, string[]>();
    for (const pool of pools) placesOfPool.set(pool.id, await this.placesOf(tx, pool, false));
    const persons = rows.map(({ personId }) => personId);
    const companions = await this.registrations.companionsOf(tx, activity.id, persons);
    const waitlistPlaces = await this.capacities.placesIn(tx, activity.id, poolIds);
    const capacity = await this.capacities.load(tx, activity.id, poolIds);
    return rows.map((row) => {
      const pool = pools.find(({ id }) => id === row.poolId);
      if (pool === undefined) throw new DomainError('NOT_FOUND');
      const paths = [activity.unionPath, ...(placesOfPool.get(pool.id) ?? [])];
      const visible = tx.personId === row.personId;
      tx.authorise(actions.seeRegistration, { paths, personId: row.personId, visible });
      return viewOf(row, {
        poolName: pool.name,
        companions: companions.get(row.personId) ?? [],
        waitlistPlace: waitlistPlaces.get(row.personId) ?? null,
        capacity,
        viewerId: tx.personId,
        now: tx.now,
      });
    });
  }

  /** The view of a registration for everybody who may see it. @throws DomainError `NOT_FOUND` for everybody else */
  async authorisedView(
    tx: Transaction,
    activity: ActivityRow,
    row: RegistrationRow,
  ): Promise<RegistrationView> {
    const pool = await this.authorisedPool(tx, activity, row, actions.seeRegistration);
    return this.view(tx, row, pool);
  }

  /** Refuses callers who may not do this to a registration. @returns its pool */
  async authorisedPool(
    tx: Transaction,
    activity: ActivityRow,
    row: RegistrationRow,
    rule: ActionRule,
  ): Promise<PlacedPool> {
    const pools = await this.pools.ofActivity(tx, activity.id);
    const pool = pools.find(({ id }) => id === row.poolId);
    if (pool === undefined) throw new DomainError('NOT_FOUND');
    const visible = tx.call.actor?.personId === row.personId;
    const paths = [activity.unionPath, ...(await this.placesOf(tx, pool, visible))];
    const subject = { paths, personId: row.personId, visible, matters: mattersOf(activity) };
    await authoriseMatter(tx, rule, subject);
    return pool;
  }

  /** The union that owns the seats and those mandated to sign up for it; one's own registration needs neither. */
  private async placesOf(tx: Transaction, { unionPath }: PlacedPool, isOwn: boolean): Promise<string[]> {
    if (unionPath === null) return [];
    if (isOwn) return [unionPath];
    return placesFor(unionPath, await mandatesFor(tx, { scope: 'signUp', forPaths: [unionPath] }));
  }

  async view(tx: Transaction, row: RegistrationRow, pool: PlacedPool): Promise<RegistrationView> {
    const companions = await this.registrations.companions(tx, row);
    const waitlistPlace = await this.capacities.placeOf(tx, row);
    const capacity = await this.capacities.load(tx, row.activityId, [row.poolId]);
    const surroundings = { companions, waitlistPlace, capacity, viewerId: tx.personId, now: tx.now };
    return viewOf(row, { poolName: pool.name, ...surroundings });
  }

  private async poolsOfCaller(tx: Transaction, activity: ActivityRow): Promise<string[]> {
    const pools = await this.pools.ofActivity(tx, activity.id);
    const paths = [activity.unionPath, ...pools.flatMap(({ unionPath }) => unionPath ?? [])];
    const matters = mattersOf(activity);
    const visible = activity.publishedAt !== null;
    await authoriseMatter(tx, actions.listRegistrations, { paths, visible, matters });
    const { actor } = tx.call;
    const answersFor = (path: string | null): boolean =>
      actor !== null && path !== null && mayDo(actor, actions.listRegistrations, { paths: [path] });
    if (await mayInMatter(tx, actions.listRegistrations, { paths: [activity.unionPath], matters }))
      return pools.map(({ id }) => id);
    return pools.filter(({ unionPath }) => answersFor(unionPath)).map(({ id }) => id);
  }
}

/** 401 before 404. */
function notThere(tx: Transaction): never {
  tx.authorise(actions.seeOwnRegistrations, {});
  throw new DomainError('NOT_FOUND');
}
