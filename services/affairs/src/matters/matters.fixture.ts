import {
  matterContract,
  type MatterReceipt,
  type MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import {
  type ServiceDefinition,
  serviceItemContract,
  type ServiceItemView,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, unionState } from '@gongxiang/testing';
import { definitionOf } from './service-item/service-item.fixture.js';

/** A federation with two unions below it. */
export interface Tree {
  readonly root: UnionState;
  readonly left: UnionState;
  readonly right: UnionState;
}

export async function plantTree(affairs: ServiceFixture): Promise<Tree> {
  const root = unionState('1.', { name: '江城市总工会' });
  const left = unionState('1.4.', { name: '江城重工工会', parentId: root.id });
  const right = unionState('1.5.', { name: '绿源食品工会', parentId: root.id });
  for (const union of [root, left, right]) await affairs.emit(membershipEvents.unionChanged, union);
  await untilRows(affairs, 'union_ref', 3);
  return { root, left, right };
}

/** Somebody who belongs to a union, and holds an office there if it is said. */
export async function plantPerson(
  affairs: ServiceFixture,
  union: UnionState,
  role: 'officer' | 'finance' | null = null,
): Promise<Actor> {
  const personId = newId();
  await affairs.emit(membershipEvents.memberChanged, {
    personId,
    version: 1,
    maskedName: '张*',
    unionId: union.id,
    state: 'active',
    validFrom: '2020-01-01',
    validTo: null,
  });
  if (role !== null)
    await affairs.emit(membershipEvents.roleChanged, {
      id: newId(),
      version: 1,
      personId,
      unionId: union.id,
      role,
      revokedAt: null,
    });
  const table = role === null ? 'member_ref' : 'role_ref';
  await eventually(async () => {
    const rows: unknown[] = await affairs.dataSource.query(`SELECT 1 FROM ${table} WHERE person_id = $1`, [
      personId,
    ]);
    if (rows.length === 0) throw new Error('not there yet');
  });
  const roles = role === null ? [] : ([[role, union.id, union.path]] as const);
  return actorWith({ personId, unionId: union.id, unionPath: union.path, roles });
}

/** A service that is open. */
export async function plantService(
  affairs: ServiceFixture,
  unionId: string,
  officer: Actor,
  changes: Partial<ServiceDefinition> = {},
): Promise<ServiceItemView> {
  const request = { ...definitionOf(changes), unionId };
  const made = await affairs.ask(serviceItemContract.create, request, officer);
  return affairs.ask(serviceItemContract.open, { serviceId: made.id }, officer, { ifMatch: made.version });
}

export function sendMatter(
  affairs: ServiceFixture,
  serviceId: string,
  actor: Actor | null,
  answers: Record<string, unknown> = { pickup: '图书室' },
): Promise<MatterReceipt> {
  const contact = { name: '张小三', phone: '13800001234' };
  return affairs.ask(matterContract.send, { serviceId, answers, contact }, actor);
}

export function readMatter(
  affairs: ServiceFixture,
  matterId: string,
  actor: Actor | null,
): Promise<MatterView> {
  return affairs.ask(matterContract.get, { matterId }, actor);
}

export async function untilRows(affairs: ServiceFixture, table: string, count: number): Promise<void> {
  await eventually(async () => {
    const rows: unknown[] = await affairs.dataSource.query(`SELECT 1 FROM ${table}`);
    if (rows.length < count) throw new Error(`${rows.length} of ${count} rows`);
  });
}
