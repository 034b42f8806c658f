import { createHmac } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import type { EntryCodeView } from '@gongxiang/contracts/membership/members/entry-code.contract';
import type { MeView } from '@gongxiang/contracts/membership/members/me.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { RoleGrantView } from '@gongxiang/contracts/membership/unions/role.contract';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type { ConfirmationSummaryView } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { newId, type RoleName, syntheticResidentNumber } from '@gongxiang/domain';
import { dataCipher } from '@gongxiang/persistence';
import pg from 'pg';
import { appoint } from '../demo/tools/appoint.js';
import { Client, money } from '../demo/tools/client.js';
import { until } from '../demo/tools/world.js';
import type { TestPlatform } from './test-platform.js';

/** Somebody who is signed in. */
export interface Person {
  readonly personId: string;
  /** The login, of whoever has one. */
  readonly account: string;
  readonly token: string;
  readonly client: Client;
}

/** A federation with two districts and three enterprise unions: `near` and `next` in one district, `far` in the other. */
export interface Network {
  readonly operator: Person;
  readonly root: UnionView;
  readonly districts: readonly [UnionView, UnionView];
  readonly near: UnionView;
  readonly next: UnionView;
  readonly far: UnionView;
  /** Another officer of the root, who confirms what the operator may not grant alone; made when first asked for. */
  readonly second: () => Promise<Person>;
}

export const memberPassword = 'proof-member-2026';
const accessTokenSeconds = 600;
let residents = 0;

/** Makes the network through REST, as the first operator. */
export async function makeNetwork(platform: TestPlatform): Promise<Network> {
  const nobody = new Client(platform.gatewayUrl);
  const session = await nobody.post<SignInView>('/auth/sessions', {
    account: 'operator',
    password: platform.secrets.operatorPassword,
  });
  const operator = await personOf(nobody, 'operator', session.accessToken);
  const me = await operator.client.get<MeView>('/me');
  const root = await operator.client.get<UnionView>(`/unions/${me.unionId}`);
  const below = (parent: UnionView, name: string): Promise<UnionView> =>
    operator.client.post<UnionView>('/unions', { parentId: parent.id, name });
  const mark = markOfNext(platform);
  const districts = [
    await below(root, `东湖区${mark}总工会`),
    await below(root, `青林区${mark}总工会`),
  ] as const;
  return {
    operator,
    root,
    districts,
    near: await below(districts[0], `江城重工${mark}工会`),
    next: await below(districts[0], `绿源食品${mark}工会`),
    far: await below(districts[1], `书香文具${mark}工会`),
    second: secondOfficer(platform, operator, root),
  };
}

/** How many networks a platform has, by its database: an address is given to the next platform once the last has stopped. */
const networks = new Map<string, number>();

/** What the unions of a second network on a platform are called besides: whoever looks for one by its name finds the right one. */
function markOfNext({ databaseUrl }: TestPlatform): string {
  const before = networks.get(databaseUrl) ?? 0;
  networks.set(databaseUrl, before + 1);
  return before === 0 ? '' : `第${before + 1}`;
}

/** By the database of their platform: networks that share one have the same. */
const seconds = new Map<string, Promise<Person>>();

/** The first appointment beside the only officer of the root holds at once: nobody could confirm it. */
function secondOfficer(platform: TestPlatform, operator: Person, root: UnionView): () => Promise<Person> {
  const make = async (): Promise<Person> => {
    const second = await activate(platform, operator, root);
    const { personId } = second;
    await appointed(operator, { unionId: root.id, personId, role: 'officer' }, () => operator.client);
    return second.signedIn();
  };
  return async () => {
    const { databaseUrl } = platform;
    const made = seconds.get(databaseUrl) ?? make();
    seconds.set(databaseUrl, made);
    return renewed(platform, await made);
  };
}

/** Grants a role as the operator; the second officer of the root confirms it where that is needed, and its person accepts it. */
export async function grantRole(
  { operator, root, second }: Network,
  union: { readonly id: string },
  personId: string,
  role: RoleName,
): Promise<void> {
  // Else this one would be the second officer, by whom nothing else is confirmed.
  if (union.id === root.id && role === 'officer') await second();
  await appointed(operator, { unionId: union.id, personId, role }, async () => (await second()).client);
}

/** Everybody who has been let in here, to accept what they are given. */
const clients = new Map<string, Client>();

async function appointed(
  operator: Person,
  role: Parameters<typeof appoint>[1],
  confirmer: () => Client | Promise<Client>,
): Promise<void> {
  const person = (): Client => {
    const client = clients.get(role.personId);
    if (client === undefined) throw new Error('a role is accepted by somebody who has signed in');
    return client;
  };
  await appoint(operator.client, role, { confirmer, person });
}

/** A member who came in by the roster and has signed in, with whatever roles are given at the union. */
export async function makePerson(
  platform: TestPlatform,
  network: Network,
  union: UnionView,
  roles: readonly RoleName[] = [],
): Promise<Person> {
  const person = await activate(platform, network.operator, union);
  for (const role of roles) await grantRole(network, union, person.personId, role);
  return person.signedIn();
}

/** Takes somebody in who signs in for the first time. */
async function activate(
  platform: TestPlatform,
  operator: Person,
  union: UnionView,
): Promise<{ readonly personId: string; readonly signedIn: () => Promise<Person> }> {
  const { name, residentNumber } = newResident();
  const account = `proof${residents}`;
  const member = { unionId: union.id, name, residentNumber };
  const { id, personId } = await operator.client.post<MemberView>('/members', member);
  const nobody = new Client(platform.gatewayUrl);
  const session = await nobody.post<SignInView>('/auth/activations', {
    code: await printCode(operator.client, id),
    residentNumber,
    name,
    password: memberPassword,
    account,
  });
  clients.set(personId, nobody.as(session));
  return { personId, signedIn: () => personOf(nobody, account, session.accessToken) };
}

/** The id of a role that somebody holds at a union. */
export async function roleIdOf(
  officer: Client,
  held: { readonly unionId: string; readonly personId: string; readonly role: RoleName },
): Promise<string> {
  const { items } = await officer.get<Page<RoleGrantView>>(`/unions/${held.unionId}/roles?limit=200`);
  return items.find(({ personId, role }) => personId === held.personId && role === held.role)?.id ?? '';
}

/** The code that an officer prints, by which a member activates the account. */
export async function printCode(officer: Client, memberId: string): Promise<string> {
  const issued = await officer.post<EntryCodeView>(`/members/${memberId}/entry-codes`, {
    purpose: 'activation',
  });
  return issued.code ?? '';
}

/** Somebody who is in no roster yet. */
export function newResident(): { readonly name: string; readonly residentNumber: string } {
  residents += 1;
  return {
    name: `验证${'甲乙丙丁戊己庚辛壬癸'.charAt(residents % 10)}`,
    residentNumber: syntheticResidentNumber({
      area: '420106',
      birthDate: '1988-03-01',
      sequence: residents,
    }),
  };
}

/** Of however few members; and what each of thousands takes more, on a machine that is busy with much else. */
const copiedWithinMs = 60_000;
const copiedWithinMsEach = 10;

/** Members of one union: see {@link insertCrowds}. */
export async function insertMembers(
  platform: TestPlatform,
  network: Network,
  union: UnionView,
  count: number,
): Promise<Person[]> {
  return (await insertCrowds(platform, network, [union], count)).flat();
}

/**
 * Members who are signed in, hundreds at once. A password costs its hash 40 ms of a core by design, twice per person by
 * REST, which would be most of a proof's time; so the administrator writes people and sessions as membership itself
 * would have left them, and the proof signs their tokens. What they do from then on takes the real way: membership
 * tells of them by a republication, and every session is looked up. Nobody finds them by their names.
 * @param count of each union
 * @returns the members of each union
 */
export async function insertCrowds(
  platform: TestPlatform,
  network: Network,
  unions: readonly UnionView[],
  count: number,
): Promise<Person[][]> {
  const crowds = unions.map((union) => ({
    union,
    people: Array.from({ length: count }, () => ({ personId: newId(), sessionId: newId() })),
  }));
  for (const { union, people } of crowds) await writeMembers(platform, union, people);
  // One for all: each tells of everybody whom membership knows.
  await network.operator.client.post('/republications', { service: 'membership', noun: 'member' });
  const personIds = crowds.flatMap(({ people }) => people.map(({ personId }) => personId));
  await until(
    () =>
      withDatabase(platform, async (sql) => {
        const { rows } = await sql.query<{ known: number }>(
          'SELECT count(*)::int AS known FROM sharing.member_ref WHERE person_id = ANY($1::uuid[])',
          [personIds],
        );
        return rows[0]?.known === personIds.length;
      }),
    'the copy of the members',
    copiedWithinMs + personIds.length * copiedWithinMsEach,
  );
  return crowds.map(({ people }) => people.map((one) => signedIn(platform, one)));
}

interface Written {
  readonly personId: string;
  readonly sessionId: string;
}

function writeMembers(platform: TestPlatform, union: UnionView, people: readonly Written[]): Promise<void> {
  const personIds = people.map(({ personId }) => personId);
  const cipher = dataCipher(platform.secrets);
  const names = personIds.map((id) => cipher.seal('会员', `${id}:name`));
  return withDatabase(platform, async (sql) => {
    // Their hashes are those of no name: before anybody sees them it is said that there is nothing to find them by.
    await sql.query('BEGIN');
    await sql.query(
      `INSERT INTO membership.person (id, version, name, name_hash, masked_name, locale, created_at)
       SELECT id, 1, name, encode(sha256(id::text::bytea), 'hex'), '会*', 'zh-CN', now()
       FROM unnest($1::uuid[], $2::text[]) AS t(id, name)`,
      [personIds, names],
    );
    await sql.query(`UPDATE membership.person_pinyin SET hashes = '{}' WHERE id = ANY($1::uuid[])`, [
      personIds,
    ]);
    await sql.query('COMMIT');
    await sql.query(
      `INSERT INTO membership.union_membership (id, person_id, union_id, state, valid_from, created_at)
       SELECT gen_random_uuid(), id, $2, 'active', current_date - 30, now() FROM unnest($1::uuid[]) AS t(id)`,
      [personIds, union.id],
    );
    await sql.query(
      `INSERT INTO membership.sign_in_session
         (id, person_id, generation, origin, created_at, renewed_at, expires_at)
       SELECT sid, pid, 1, 'proof', now(), now(), now() + interval '1 day'
       FROM unnest($1::uuid[], $2::uuid[]) AS t(sid, pid)`,
      [people.map(({ sessionId }) => sessionId), personIds],
    );
  });
}

function signedIn(platform: TestPlatform, { personId, sessionId }: Written): Person {
  const token = accessToken(platform, personId, sessionId);
  return { personId, account: '', token, client: new Client(platform.gatewayUrl, { accessToken: token }) };
}

/** A published activity of one union, with seats for everybody. */
export async function publishActivity(
  organiser: Client,
  union: { readonly id: string },
  capacity: number,
  more: object = {},
): Promise<ActivityView> {
  const draft = await organiser.post<ActivityView>('/activities', draftOf(union, more));
  await organiser.post<PoolView>(`/activities/${draft.id}/pools`, { name: '公共名额', capacity });
  return organiser.decide<ActivityView>(`/activities/${draft.id}/publish`);
}

/** A hall of 60 seats that every union may ask for, for nothing. */
export async function lendHall(
  owner: Client,
  union: { readonly id: string },
  title: string,
): Promise<string> {
  const { id } = await owner.post<ResourceView>('/resources', {
    owner: { kind: 'union', id: union.id },
    title,
    function: 'facility',
    businesses: ['culture'],
    capacity: 60,
  });
  const right = { to: { kind: 'everyone' }, approval: 'custodian', price: { kind: 'free' } };
  await owner.post<GrantView>(`/resources/${id}/grants`, { ...right, from: inDays(-1), until: inDays(90) });
  return id;
}

export function draftActivity(organiser: Client, union: { readonly id: string }): Promise<ActivityView> {
  return organiser.post<ActivityView>('/activities', draftOf(union));
}

/** What is asked to draft an activity. */
export function draftOf(union: { readonly id: string }, more: object = {}): object {
  return {
    organiser: { kind: 'union', id: union.id },
    title: '职工趣味运动会',
    description: '拔河、跳绳、投篮。',
    venue: '职工文体中心',
    kind: 'sports',
    function: 'facility',
    business: 'culture',
    startsAt: inDays(3),
    endsAt: inDays(4),
    ...more,
  };
}

/** What the union of `billOf` has paid. */
export const billedFen = 100_000;
let invoices = 0;

/** What is asked to enter a bill of 1,000 yuan that a union has paid. */
export function billOf(payer: { readonly id: string }, receipt: { key: string; sha256: string }): object {
  invoices += 1;
  return {
    payer: { kind: 'union', id: payer.id },
    title: '场地租金',
    amount: money(billedFen),
    incomeKind: 'allotment',
    expenseCode: '1.2',
    receipt: {
      fileKey: receipt.key,
      sha256: receipt.sha256,
      invoiceNumber: String(24_422_000_000_000_000_000n + BigInt(invoices)),
    },
  };
}

/** Confirms the shares of all parties of a pool: the person answers for every one of them. */
export async function confirmShares({ client }: Pick<Person, 'client'>, costPoolId: string): Promise<void> {
  const query = `costPoolId=${costPoolId}&state=waiting&limit=200`;
  const { items } = await client.get<Page<ConfirmationSummaryView>>(`/confirmations?${query}`);
  for (const { id } of items) await client.decide(`/confirmations/${id}/confirm`);
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

/** One connection of the administrator: what the proof must see, or break, behind the services' backs. */
export async function withDatabase<T>(
  platform: Pick<TestPlatform, 'databaseUrl'>,
  work: (sql: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: platform.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function personOf(nobody: Client, account: string, token: string): Promise<Person> {
  const client = nobody.as({ accessToken: token });
  const me = await client.get<MeView>('/me');
  return { personId: me.personId, account, token, client };
}

/** What membership would have signed: HS256 over person and session. */
function accessToken(platform: TestPlatform, personId: string, sessionId: string): string {
  const now = Math.floor(Date.now() / 1_000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: personId, sid: sessionId, iat: now, exp: now + accessTokenSeconds };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const mac = createHmac('sha256', platform.secrets.jwtSecret).update(text).digest('base64url');
  return `${text}.${mac}`;
}

/** The same person with a token that is good for another ten minutes: for proofs that last longer than one. */
export function renewed(platform: TestPlatform, person: Person): Person {
  const claims = JSON.parse(Buffer.from(person.token.split('.')[1] ?? '', 'base64url').toString()) as {
    readonly sid: string;
  };
  const token = accessToken(platform, person.personId, claims.sid);
  return { ...person, token, client: new Client(platform.gatewayUrl, { accessToken: token }) };
}
