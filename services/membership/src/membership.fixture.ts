import { randomBytes } from 'node:crypto';
import {
  entryCodeContract,
  type EntryCodeView,
} from '@gongxiang/contracts/membership/members/entry-code.contract';
import type { EntryPurpose } from '@gongxiang/contracts/membership/membership-events';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { type NoticeRaised, noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { pendingChangeContract } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { roleContract } from '@gongxiang/contracts/membership/unions/role.contract';
import { type Actor, newId, rootPath, syntheticResidentNumber } from '@gongxiang/domain';
import { actorWith, type ServiceFixture, startService } from '@gongxiang/testing';
import { testTextPublicKey } from './access/text-message/text-message.fixture.js';
import type { MembershipConfig } from './config/config.js';
import { PersonalData } from './persons/crypto/personal-data.js';
import { MembershipModule } from './membership.module.js';
import { migrations } from './migrations/index.js';
import { PersonRow } from './persons/person/person.entity.js';
import { RoleGrantRow } from './unions/role/role.entity.js';
import { hashPassword } from './access/password/passwords.js';
import { SessionRow } from './access/session/session.entity.js';
import { UnionRow } from './unions/union/union.entity.js';

export interface MembershipFixtureOptions {
  readonly replicas?: number;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Starts this service for its own integration tests. */
export async function startMembership(options: MembershipFixtureOptions = {}): Promise<ServiceFixture> {
  return startService({
    name: 'membership',
    migrations,
    module: (config, clock) => MembershipModule.with(config as MembershipConfig, clock),
    replicas: options.replicas ?? 1,
    config: {
      federationName: '工会联合体',
      jwtSecret: randomBytes(32).toString('hex'),
      dataKey: randomBytes(32).toString('base64'),
      lookupKey: randomBytes(32).toString('base64'),
      textPublicKey: await testTextPublicKey(),
      ...options.config,
    },
  });
}

/** Inserts a tree of a root and two unions below it, bypassing all rules. */
export async function plantUnions(
  membership: ServiceFixture,
): Promise<{ root: UnionRow; left: UnionRow; right: UnionRow }> {
  const root = unionAt(null, rootPath, '工会联合体', membership.clock.now());
  const left = unionAt(root.id, '1.1.', '青山区总工会', membership.clock.now());
  const right = unionAt(root.id, '1.2.', '江岸区总工会', membership.clock.now());
  await membership.dataSource.manager.insert(UnionRow, [{ ...root, nextChild: 3 }, left, right]);
  return { root, left, right };
}

function unionAt(parentId: string | null, path: string, name: string, createdAt: Date): UnionRow {
  return {
    id: newId(),
    version: 1,
    parentId,
    path,
    nextChild: 1,
    name,
    uscc: null,
    usccCheck: null,
    enterpriseId: null,
    active: true,
    closedAt: null,
    closingGround: null,
    successorUnionId: null,
    createdAt,
    tier: null,
    longitude: null,
    latitude: null,
    address: null,
  };
}

/** Inserts a person, so that actions and grants can refer to them. */
export async function plantPerson(membership: ServiceFixture): Promise<string> {
  const id = newId();
  const name = '张三';
  const personalData = membership.app.get(PersonalData);
  await membership.dataSource.manager.insert(PersonRow, {
    id,
    version: 1,
    account: null,
    passwordHash: null,
    name: personalData.seal(id, 'name', name),
    nameHash: personalData.hash('name', name),
    maskedName: '张*',
    residentNumber: null,
    residentNumberHash: null,
    phone: null,
    phoneHash: null,
    locale: 'zh-CN',
    createdAt: membership.clock.now(),
    erasedAt: null,
  });
  return id;
}

/** Gives a person a password. @returns the password */
export async function plantPassword(membership: ServiceFixture, personId: string): Promise<string> {
  const password = 'a password for tests only';
  await membership.dataSource.manager.update(
    PersonRow,
    { id: personId },
    { passwordHash: await hashPassword(password) },
  );
  return password;
}

type Held = Pick<RoleGrantRow, 'personId' | 'unionId' | 'role'> & { readonly validTo?: string };

/** Inserts a role grant, bypassing all rules. @returns its id */
export async function plantRole(membership: ServiceFixture, held: Held): Promise<string> {
  const row = { id: newId(), version: 1, grantedBy: null, validTo: null, revokedAt: null, ...held };
  await membership.dataSource.manager.insert(RoleGrantRow, { ...row, grantedAt: membership.clock.now() });
  return row.id;
}

/** Grants a role, which its person accepts. */
export async function appoint(membership: ServiceFixture, by: Actor, held: Held): Promise<void> {
  const { pendingChangeId } = await membership.ask(roleContract.grant, held, by);
  if (pendingChangeId === null) return;
  const person = actorWith({ personId: held.personId });
  await membership.ask(pendingChangeContract.confirm, { pendingChangeId }, person);
}

/** Inserts an active session. @returns its id */
export async function plantSession(membership: ServiceFixture, personId: string): Promise<string> {
  const now = membership.clock.now();
  const id = newId();
  await membership.dataSource.manager.insert(SessionRow, {
    id,
    personId,
    generation: 1,
    origin: '127.0.0.1',
    createdAt: now,
    renewedAt: now,
    revokedAt: null,
    expiresAt: new Date(now.getTime() + 1_000_000),
  });
  return id;
}

/** Prints a code for a member as an officer. */
export function printCode(
  membership: ServiceFixture,
  memberId: string,
  officer: Actor,
  purpose: EntryPurpose = 'activation',
): Promise<EntryCodeView> {
  return membership.ask(entryCodeContract.issue, { memberId, purpose }, officer);
}

/** What a person was told in notices of a kind, oldest first. */
export async function noticesTo(
  membership: ServiceFixture,
  personId: string,
  kind: NoticeKind,
): Promise<NoticeRaised[]> {
  const raised = await membership.recorded(noticeRaisedEvents.membership);
  return raised.filter((notice) => notice.kind === kind && notice.personIds.includes(personId));
}

/** The callers of all access tables: a member, an officer elsewhere, and the officer in charge. */
export function callersOf(trees: {
  left: UnionRow;
  right: UnionRow;
}): Record<'member' | 'stranger' | 'officer', Actor> {
  const { left, right } = trees;
  return {
    member: actorWith({ unionId: left.id, unionPath: left.path }),
    stranger: actorWith({
      unionId: right.id,
      unionPath: right.path,
      roles: [['officer', right.id, right.path]],
    }),
    officer: actorWith({ unionId: left.id, unionPath: left.path, roles: [['officer', left.id, left.path]] }),
  };
}

/** The n-th of many valid resident numbers that belong to nobody. */
export function residentNumber(n: number): string {
  const year = 1960 + Math.floor(n / 1_000);
  return syntheticResidentNumber({ area: '420106', birthDate: `${year}-03-09`, sequence: n % 1_000 });
}
