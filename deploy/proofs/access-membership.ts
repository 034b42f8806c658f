import { join } from 'node:path';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import type { ActivateRequest } from '@gongxiang/contracts/membership/members/activation.contract';
import type { EntryCodeView } from '@gongxiang/contracts/membership/members/entry-code.contract';
import type { MemberImportView } from '@gongxiang/contracts/membership/members/member-import.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { RoleGrantView } from '@gongxiang/contracts/membership/unions/role.contract';
import { codeIn } from '../demo/tools/mailbox.js';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { grantRole, memberPassword, newResident, printCode, roleIdOf } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const ofUnion = [401, 403, 403, 200] as const;
const hidden = [401, 404, 404, 200] as const;
const made = [401, 403, 403, 201] as const;
const forAll = [200, 200, 200, 200] as const;
const open = [201, 201, 201, 201] as const;

const near = (world: AccessWorld): string => world.network.near.id;
/** A code whose check character is wrong is kept and reviewed: what it says does not matter here. */
const uscc = '91420106MA4PRTTF0X';

async function signIn(world: AccessWorld, account: string): Promise<SignInView> {
  const body = { account, password: memberPassword };
  return world.people.operator.client.post<SignInView>('/auth/sessions', body);
}

/** Somebody of a roster, and what they activate their account by. */
async function newMember(
  world: AccessWorld,
): Promise<{ readonly id: string; readonly activation: ActivateRequest & { readonly account: string } }> {
  const { client } = world.people.operator;
  const person = newResident();
  const { id } = await client.post<MemberView>('/members', { unionId: near(world), ...person });
  const account = `active${person.residentNumber.slice(-4).toLowerCase()}`;
  const code = await printCode(client, id);
  return { id, activation: { ...person, code, account, password: memberPassword } };
}

/** What another password is set by: a code of an officer that somebody above has confirmed. */
async function confirmedReset(world: AccessWorld): Promise<object> {
  const { keeper, operator } = world.people;
  const { id, activation } = await newMember(world);
  await operator.client.post('/auth/activations', activation);
  const purpose = { purpose: 'passwordReset' };
  const issued = await keeper.client.post<EntryCodeView>(`/members/${id}/entry-codes`, purpose);
  await operator.client.post(`/pending-changes/${issued.pendingChangeId}/confirm`);
  return { account: activation.account, code: issued.code, newPassword: memberPassword };
}

let phones = 0;

/** Somebody with a phone, and the code that signs them in by it. */
async function codeToSignIn(world: AccessWorld): Promise<object> {
  const { client } = world.people.operator;
  phones += 1;
  const account = `1390002${1000 + phones}`;
  const person = newResident();
  const member = { unionId: near(world), ...person, phone: account };
  const { id } = await client.post<MemberView>('/members', member);
  const code = await printCode(client, id);
  await client.post('/auth/activations', { ...person, code, password: memberPassword });
  await client.post('/auth/codes', { purpose: 'signIn', account });
  return { account, code: await codeIn(join(world.platform.home, 'mailbox'), account) };
}

/** Sign-in is open to all; what people have signed in with is their own. */
export const signInRows: readonly AccessRow[] = [
  {
    route: 'POST /auth/activations',
    expected: open,
    request: async (world) => ({ body: (await newMember(world)).activation }),
  },
  {
    route: 'POST /auth/codes',
    expected: [202, 202, 202, 202],
    request: () => ({ body: { purpose: 'activation', ...newResident() } }),
  },
  {
    route: 'POST /auth/password-resets',
    expected: forAll,
    request: async (world) => ({ body: await confirmedReset(world) }),
  },
  {
    route: 'POST /auth/sessions',
    expected: open,
    request: (world) => ({ body: { account: world.people.keeper.account, password: memberPassword } }),
  },
  {
    route: 'POST /auth/sessions/code',
    expected: open,
    request: async (world) => ({ body: await codeToSignIn(world) }),
  },
  {
    route: 'POST /auth/sessions/refresh',
    expected: open,
    request: async (world) => {
      const { refreshToken } = await signIn(world, world.people.keeper.account);
      return { body: { refreshToken } };
    },
  },
  {
    route: 'GET /auth/sessions',
    expected: signedIn,
    after: (world, { items }) => world.ids.set('sessionId', items?.[0]?.id ?? ''),
  },
  { route: 'DELETE /auth/sessions/{sessionId}', expected: hidden },
  { route: 'DELETE /auth/sessions', expected: signedIn, request: () => ({ query: 'which=others' }) },
  { route: 'GET /me', expected: signedIn },
  { route: 'GET /me/membership', expected: signedIn },
  // With a version that nobody has seen: whoever leaves here is missing from what follows.
  {
    route: 'POST /me/membership/leave',
    expected: [401, 412, 412, 412],
    why: 'A stale version: nobody of this world may leave',
    request: () => ({ ifMatch: 1_000_000 }),
  },
  {
    route: 'POST /me/membership/return',
    expected: [401, 412, 412, 412],
    why: 'A stale version, and nobody has left',
    request: () => ({ ifMatch: 1_000_000 }),
  },
  { route: 'PATCH /me', expected: signedIn, request: () => ({ body: { locale: 'zh-CN' } }) },
  {
    route: 'POST /api-keys',
    expected: [401, 201, 201, 201],
    request: () => ({
      body: {
        name: '人事系统',
        scopes: ['read'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        password: memberPassword,
      },
    }),
    keep: 'apiKeyId',
  },
  { route: 'GET /api-keys', expected: signedIn },
  { route: 'DELETE /api-keys/{apiKeyId}', expected: hidden },
];

/** Unions and whoever else may be a party. */
export const unionRows: readonly AccessRow[] = [
  {
    route: 'POST /unions',
    expected: made,
    request: (world) => ({ body: { parentId: near(world), name: '一车间分会' } }),
    keep: 'unionId',
  },
  // The keeper is in charge of it from above, and holds no office in it.
  {
    route: 'POST /unions/{unionId}/hand-up',
    expected: [401, 403, 403, 404],
    why: 'The officer holds the office above, and has none at this union to hand up',
  },
  { route: 'GET /unions', expected: signedIn },
  { route: 'GET /unions/{unionId}', expected: signedIn },
  { route: 'GET /public/unions/{unionId}', expected: forAll },
  { route: 'GET /public/network', expected: forAll },
  {
    route: 'GET /census',
    expected: ofUnion,
    request: (world) => ({ query: `by=sex&union=${near(world)}` }),
  },
  { route: 'GET /unions/{unionId}/statistics', expected: ofUnion },
  {
    route: 'POST /me/card',
    expected: [401, 200, 200, 200],
    request: () => ({ body: { publicKey: 'B'.padEnd(87, 'A') } }),
    after: (world, { id }) => world.ids.set('cardId', id ?? ''),
  },
  { route: 'GET /me/cards', expected: signedIn },
  { route: 'POST /me/cards/{cardId}/revoke', expected: hidden },
  { route: 'GET /public/card-keys', expected: forAll },
  {
    route: 'POST /contact-points',
    expected: made,
    request: (world) => ({ body: { unionId: near(world), name: '职工服务中心' } }),
    after: (world, { id }) => world.ids.set('contactPointId', id ?? ''),
  },
  { route: 'GET /contact-points', expected: signedIn },
  { route: 'GET /contact-points/{contactPointId}', expected: signedIn },
  {
    route: 'PUT /contact-points/{contactPointId}',
    expected: ofUnion,
    request: async (world) => ({
      body: { name: '职工服务中心', active: true },
      ifMatch: await versionAt(world, `/contact-points/${idOf(world, 'contactPointId')}`),
    }),
  },
  { route: 'GET /public/unions/{unionId}/contact-points', expected: forAll },
  {
    route: 'PATCH /unions/{unionId}',
    expected: ofUnion,
    request: async (world) => ({
      body: { name: '一车间工会' },
      ifMatch: await versionAt(world, `/unions/${idOf(world, 'unionId')}`),
    }),
  },
  {
    route: 'POST /unions/{unionId}/roles',
    expected: made,
    request: (world) => ({ body: { personId: world.people.approver.personId, role: 'organiser' } }),
  },
  { route: 'GET /unions/{unionId}/roles', expected: ofUnion },
  // Each sees those of their own unions, and a plain member nobody.
  { route: 'GET /me/colleagues', expected: signedIn },
  {
    route: 'PUT /unions/{unionId}/roles/{roleId}/end',
    expected: ofUnion,
    before: holdRole,
    request: () => ({ body: { validTo: `${String(new Date().getFullYear() + 1)}-12-31` }, ifMatch: 1 }),
  },
  { route: 'DELETE /unions/{unionId}/roles/{roleId}', expected: ofUnion, before: holdRole },
  {
    route: 'GET /pending-changes',
    expected: [401, 403, 200, 200],
    right: 'operator',
    before: proposeRole,
  },
  { route: 'GET /pending-changes/{pendingChangeId}', expected: hidden, right: 'operator' },
  {
    route: 'POST /pending-changes/{pendingChangeId}/withdraw',
    expected: hidden,
    before: proposeRole,
  },
  {
    route: 'POST /pending-changes/{pendingChangeId}/refuse',
    expected: hidden,
    right: 'operator',
    before: proposeRole,
    request: () => ({ body: { reason: '身份未核实' } }),
  },
  {
    route: 'POST /pending-changes/{pendingChangeId}/confirm',
    expected: hidden,
    right: 'operator',
    before: proposeRole,
  },
  {
    route: 'POST /enterprises',
    expected: made,
    request: (world) => ({ body: { name: '江城重工集团有限公司', uscc, keeperUnionId: near(world) } }),
    keep: 'enterpriseId',
  },
  { route: 'GET /enterprises', expected: signedIn },
  { route: 'GET /enterprises/{enterpriseId}', expected: signedIn },
  {
    route: 'PATCH /enterprises/{enterpriseId}',
    expected: ofUnion,
    request: async (world) => ({
      body: { name: '江城重工股份有限公司' },
      ifMatch: await versionAt(world, `/enterprises/${idOf(world, 'enterpriseId')}`),
    }),
  },
  {
    route: 'POST /organisations',
    expected: made,
    request: (world) => ({ body: { name: '市体育局', unionId: near(world) } }),
    keep: 'organisationId',
  },
  { route: 'GET /organisations', expected: signedIn },
  { route: 'GET /organisations/{organisationId}', expected: signedIn },
  { route: 'GET /organisations/{organisationId}/closing', expected: ofUnion },
  {
    route: 'POST /organisations/{organisationId}/close',
    expected: ofUnion,
    request: () => ({ body: { reason: '合作已结束' } }),
  },
  { route: 'POST /organisations/{organisationId}/reopen', expected: ofUnion },
  {
    route: 'POST /clubs',
    expected: made,
    request: (world) => ({ body: { name: '职工羽毛球俱乐部', unionId: near(world) } }),
    keep: 'clubId',
  },
  { route: 'GET /clubs', expected: signedIn },
  { route: 'GET /clubs/{clubId}', expected: signedIn },
];

async function holdRole(world: AccessWorld): Promise<void> {
  const { network, people, ids } = world;
  const unionId = idOf(world, 'unionId');
  const held = { unionId, personId: people.approver.personId, role: 'organiser' } as const;
  await grantRole(network, { id: unionId }, held.personId, held.role);
  ids.set('roleId', await roleIdOf(network.operator.client, held));
}

/** The only officer of a union alone appoints nobody who approves: it waits for the district. */
async function proposeRole(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { personId } = world.people.judge;
  const proposed = await client.post<RoleGrantView>(`/unions/${near(world)}/roles`, {
    personId,
    role: 'approver',
  });
  world.ids.set('pendingChangeId', proposed.pendingChangeId ?? '');
}

async function importIn(world: AccessWorld, state: MemberImportView['state']): Promise<void> {
  await until(async () => {
    const job = await world.people.keeper.client.get<MemberImportView>(
      `/member-imports/${idOf(world, 'importId')}`,
    );
    return job.state === state;
  }, `an import that is ${state}`);
}

/** Members, and the rosters by which they come. */
export const memberRows: readonly AccessRow[] = [
  {
    route: 'POST /members',
    expected: made,
    request: (world) => ({ body: { unionId: near(world), ...newResident() } }),
    keep: 'memberId',
  },
  { route: 'GET /members', expected: ofUnion, request: (world) => ({ query: `union=${near(world)}` }) },
  {
    route: 'POST /members/matches',
    expected: [401, 403, 403, 200],
    request: (world) => ({ body: { union: near(world), lines: ['张三'] } }),
  },
  {
    route: 'POST /members/registration-forms',
    expected: hidden,
    request: (world) => ({ body: { memberIds: [idOf(world, 'memberId')], reason: 'filing' } }),
  },
  {
    // Whose name the caller may not see is left out.
    route: 'POST /members/names',
    expected: signedIn,
    request: () => ({ body: { personIds: ['019a0000-0000-7000-8000-000000000021'] } }),
  },
  { route: 'GET /members/{memberId}', expected: hidden },
  {
    route: 'PATCH /members/{memberId}',
    expected: hidden,
    request: async (world) => ({
      body: { employmentKind: 'dispatched' },
      ifMatch: await versionAt(world, `/members/${idOf(world, 'memberId')}`),
    }),
  },
  {
    route: 'POST /members/{memberId}/entry-codes',
    expected: [401, 404, 404, 201],
    request: () => ({ body: { purpose: 'activation' } }),
  },
  {
    route: 'POST /members/{memberId}/employments',
    expected: [401, 404, 404, 201],
    request: () => ({ body: { kind: 'regular', employerName: '青山化工', validFrom: '2026-09-01' } }),
    keep: 'employmentId',
  },
  { route: 'GET /members/{memberId}/employments', expected: hidden },
  {
    route: 'POST /members/{memberId}/employments/{employmentId}/end',
    expected: hidden,
    request: () => ({ body: {}, ifMatch: 1 }),
  },
  { route: 'GET /me/employments', expected: signedIn },
  {
    route: 'POST /unions/{unionId}/groups',
    expected: [401, 403, 403, 201],
    request: (world) => ({ params: { unionId: near(world) }, body: { name: '装配一班' } }),
    keep: 'groupId',
  },
  {
    route: 'GET /unions/{unionId}/groups',
    expected: ofUnion,
    request: (world) => ({ params: { unionId: near(world) } }),
  },
  { route: 'GET /me/groups', expected: signedIn },
  { route: 'GET /groups/{groupId}', expected: [401, 404, 404, 200] },
  {
    route: 'PUT /groups/{groupId}',
    expected: [401, 404, 404, 200],
    request: () => ({ body: { name: '装配二班', active: true }, ifMatch: 1 }),
  },
  {
    route: 'POST /groups/{groupId}/members',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: { personId: world.people.member.personId } }),
    keep: 'groupMemberId',
  },
  { route: 'GET /groups/{groupId}/members', expected: [401, 404, 404, 200] },
  {
    route: 'POST /groups/{groupId}/members/{groupMemberId}/end',
    expected: [401, 404, 404, 200],
    request: () => ({ body: {}, ifMatch: 1 }),
  },
  {
    route: 'GET /served-members',
    expected: ofUnion,
    request: (world) => ({ query: `union=${near(world)}` }),
  },
  {
    route: 'POST /members/{memberId}/retain',
    expected: hidden,
    request: () => ({ body: { reason: 'unemployed' } }),
  },
  { route: 'POST /members/{memberId}/make-full', expected: hidden },
  { route: 'POST /members/{memberId}/end', expected: hidden, request: () => ({ body: {} }) },
  {
    route: 'POST /member-imports',
    expected: [401, 403, 403, 202],
    before: async (world) => {
      const { name, residentNumber } = newResident();
      const file = await world.people.keeper.client.upload(
        'roster.csv',
        `姓名,证件号码\n${name},${residentNumber}\n`,
        'text/csv',
      );
      world.ids.set('fileKey', file.key);
    },
    request: (world) => ({ body: { unionId: near(world), fileKey: idOf(world, 'fileKey'), dryRun: true } }),
    keep: 'importId',
  },
  {
    route: 'POST /member-imports/previews',
    expected: [401, 403, 403, 200],
    request: (world) => ({ body: { unionId: near(world), fileKey: idOf(world, 'fileKey') } }),
  },
  {
    route: 'PUT /roster-entries',
    expected: [401, 403, 403, 200],
    request: (world) => ({
      body: { unionId: near(world), entries: [{ key: 'access', ...newResident() }] },
    }),
  },
  {
    route: 'GET /member-imports',
    expected: ofUnion,
    request: (world) => ({ query: `union=${near(world)}` }),
  },
  { route: 'GET /member-imports/{importId}', expected: hidden },
  {
    route: 'GET /member-imports/{importId}/rows',
    expected: hidden,
    before: (world) => importIn(world, 'checked'),
  },
  {
    route: 'GET /jobs/{service}/{jobId}',
    expected: hidden,
    request: (world) => ({ params: { service: 'membership', jobId: idOf(world, 'importId') } }),
  },
  {
    route: 'POST /member-imports/{importId}/choices',
    expected: [401, 404, 404, 409],
    why: 'the one row of the file is about somebody new, and needs no choice',
    request: () => ({ body: { choices: [{ row: 2, choice: 'skip' }] } }),
  },
  { route: 'GET /member-imports/{importId}/leaving', expected: hidden },
  {
    route: 'PUT /member-imports/{importId}/leaving/{memberId}',
    expected: hidden,
    sees: '/member-imports/{importId}',
    request: () => ({ body: { ends: false } }),
  },
  { route: 'GET /member-imports/{importId}/file', expected: hidden },
  { route: 'POST /member-imports/{importId}/commit', expected: [401, 404, 404, 202] },
  {
    route: 'POST /member-imports/{importId}/undo',
    expected: hidden,
    before: (world) => importIn(world, 'done'),
  },
];
