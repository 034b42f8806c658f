import {
  membershipEvents,
  type SizeClassName,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { newId, type RoleName } from '@gongxiang/domain';
import {
  eventually,
  type FixtureOptions,
  type ServiceFixture,
  startService,
  unionState,
} from '@gongxiang/testing';
import type { SharingConfig } from './config/config.js';
import { migrations } from './migrations/index.js';
import { MemberRef, RoleRef, UnionRef } from './reference/reference.entity.js';
import { SharingModule } from './sharing.module.js';

/** This service, for its own integration tests. */
export function startSharing(
  options: Pick<FixtureOptions, 'replicas' | 'config'> = {},
): Promise<ServiceFixture> {
  return startService({
    name: 'sharing',
    migrations,
    module: (config, clock) => SharingModule.with(config as SharingConfig, clock),
    ...options,
  });
}

/** Publishes a union, as membership would, and waits until the copy is there. */
export async function knownUnion(
  sharing: ServiceFixture,
  path: string,
  sizeClass: SizeClassName | null = 'small',
): Promise<UnionState> {
  const union = unionState(path, { sizeClass });
  await sharing.emit(membershipEvents.unionChanged, union);
  await eventually(
    async () => void (await sharing.dataSource.manager.findOneByOrFail(UnionRef, { id: union.id })),
  );
  return union;
}

/** Publishes active members of a union, and waits for the last copy. */
export async function knownMembers(
  sharing: ServiceFixture,
  unionId: string,
  count: number,
): Promise<string[]> {
  const personIds = Array.from({ length: count }, () => newId());
  for (const personId of personIds) {
    await sharing.emit(membershipEvents.memberChanged, {
      personId,
      version: 1,
      maskedName: '张*',
      unionId,
      state: 'active',
      validFrom: '2020-01-01',
      validTo: null,
    });
  }
  await eventually(async () => {
    for (const personId of personIds)
      await sharing.dataSource.manager.findOneByOrFail(MemberRef, { personId });
  });
  return personIds;
}

/** Publishes a role at a union, as membership would, and waits until the copy is there. */
export async function knownRole(
  sharing: ServiceFixture,
  role: RoleName,
  unionId: string,
  personId: string = newId(),
): Promise<string> {
  const id = newId();
  const grant = { id, version: 1, personId, unionId, role, revokedAt: null };
  await sharing.emit(membershipEvents.roleChanged, grant);
  await eventually(async () => void (await sharing.dataSource.manager.findOneByOrFail(RoleRef, { id })));
  return personId;
}
