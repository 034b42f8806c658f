import {
  membershipEvents,
  type PartyState,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { newId, type RoleName, rootPath } from '@gongxiang/domain';
import { eventually, type ServiceFixture, startService, unionState } from '@gongxiang/testing';
import { migrations } from './migrations/index.js';
import { PartyRef, RoleRef, UnionRef } from './reference/reference.entity.js';
import { SettlementModule } from './settlement.module.js';

/** This service, for its own integration tests. */
export function startSettlement(options: { readonly replicas?: number } = {}): Promise<ServiceFixture> {
  return startService({
    name: 'settlement',
    migrations,
    module: (config, clock) => SettlementModule.with(config, clock),
    ...options,
  });
}

/** Publishes a union, as membership would, and waits until the copy has arrived. */
export async function knownUnion(
  settlement: ServiceFixture,
  path: string,
  name = `工会 ${path}`,
): Promise<UnionState> {
  const union = unionState(path, { name });
  await settlement.emit(membershipEvents.unionChanged, union);
  await eventually(
    async () => void (await settlement.dataSource.manager.findOneByOrFail(UnionRef, { id: union.id })),
  );
  return union;
}

/** Publishes a party that is not a union, as membership would, and waits until the copy has arrived. */
export async function knownParty(
  settlement: ServiceFixture,
  party: Pick<PartyState, 'kind' | 'name' | 'unionId'>,
): Promise<PartyState> {
  const state = { id: newId(), version: 1, uscc: null, sizeClass: null, active: true, ...party };
  await settlement.emit(membershipEvents.partyChanged, state);
  await eventually(
    async () => void (await settlement.dataSource.manager.findOneByOrFail(PartyRef, { id: state.id })),
  );
  return state;
}

/** The root of the network, with the given number of officers. */
export async function knownRoot(settlement: ServiceFixture, officers = 2): Promise<UnionState> {
  const root = await knownUnion(settlement, rootPath, '区总工会');
  await grantOfficers(settlement, root.id, officers);
  return root;
}

export async function grantOfficers(
  settlement: ServiceFixture,
  unionId: string,
  count: number,
): Promise<void> {
  const ids = Array.from({ length: count }, () => newId());
  for (const id of ids) {
    const grant = { id, version: 1, personId: newId(), unionId, role: 'officer' as const, revokedAt: null };
    await settlement.emit(membershipEvents.roleChanged, grant);
  }
  await eventually(async () => {
    for (const id of ids) await settlement.dataSource.manager.findOneByOrFail(RoleRef, { id });
  });
}

/** Publishes a role granted at a union, as membership would, and waits until the copy has arrived. */
export async function knownRole(
  settlement: ServiceFixture,
  role: RoleName,
  unionId: string,
  personId: string = newId(),
): Promise<string> {
  const id = newId();
  const grant = { id, version: 1, personId, unionId, role, revokedAt: null };
  await settlement.emit(membershipEvents.roleChanged, grant);
  await eventually(async () => void (await settlement.dataSource.manager.findOneByOrFail(RoleRef, { id })));
  return personId;
}
