import {
  activityContract,
  type ActivityView,
  type CreateActivityRequest,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract, type PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { Actor, RoleName } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { knownUnion } from '../../sharing.fixture.js';

/** A union known to the service, with a role holder. */
export interface TestUnion {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly officer: Actor;
}

export async function unionAt(sharing: ServiceFixture, path: string): Promise<TestUnion> {
  const { id, name } = await knownUnion(sharing, path);
  return { id, path, name, officer: withRole('officer', { id, path }) };
}

export function withRole(role: RoleName, union: { readonly id: string; readonly path: string }): Actor {
  return actorWith({ unionId: union.id, unionPath: union.path, roles: [[role, union.id, union.path]] });
}

export function memberOf(union: { readonly id: string; readonly path: string }): Actor {
  return actorWith({ unionId: union.id, unionPath: union.path });
}

/** A request for a day in the future, seen from the test clock. */
export function activityRequest(
  union: { readonly id: string },
  fields: Partial<CreateActivityRequest> = {},
): CreateActivityRequest {
  return {
    organiser: { kind: 'union', id: union.id },
    title: '亲子工厂一日游',
    kind: 'parentChild',
    function: 'facility',
    business: 'culture',
    description: '参观车间，动手做一件小东西。',
    venue: '一号车间',
    startsAt: '2099-11-21T09:00:00+08:00',
    endsAt: '2099-11-21T16:00:00+08:00',
    ...fields,
  };
}

/** A draft of a union, created by its officer. */
export function draftOf(
  sharing: ServiceFixture,
  union: TestUnion,
  fields: Partial<CreateActivityRequest> = {},
): Promise<ActivityView> {
  return sharing.ask(activityContract.create, activityRequest(union, fields), union.officer);
}

/** Seats for everybody: no activity is published without any. */
export function seatsFor(
  sharing: ServiceFixture,
  union: TestUnion,
  activityId: string,
  capacity = 5,
): Promise<PoolView> {
  return sharing.ask(poolContract.create, { activityId, name: '公共名额', capacity }, union.officer);
}

/** Publishes a draft that only lacks seats. */
export async function publishedWithSeats(
  sharing: ServiceFixture,
  union: TestUnion,
  activityId: string,
): Promise<ActivityView> {
  await seatsFor(sharing, union, activityId);
  return sharing.ask(activityContract.publish, { activityId }, union.officer);
}
