import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  ContactPointView,
  CreateContactPoint,
} from '@gongxiang/contracts/membership/unions/contact-point.contract';
import type { ClubView, OrganisationView } from '@gongxiang/contracts/membership/clubs/organisation.contract';
import type {
  MemberImportRowView,
  MemberImportView,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { EnterpriseView } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import type { RoleGrantView } from '@gongxiang/contracts/membership/unions/role.contract';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { type RoleName, syntheticResidentNumber } from '@gongxiang/domain';
import { appoint } from '../tools/appoint.js';
import { type Client, isRefused } from '../tools/client.js';
import { codeIn } from '../tools/mailbox.js';
import { club, type DemoUnion, merchant, unions } from '../tools/network.js';
import {
  activate,
  forEachLimit,
  officerOf,
  passwords,
  type Roster,
  signInOrActivate,
  unionOf,
  until,
  type World,
} from '../tools/world.js';

/** Of a union that has no roster of its own: officers there are entered one by one. */
interface Officer {
  readonly login: 'officer' | 'approver' | 'baiyun';
  readonly union: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly RoleName[];
}

const officers: readonly Officer[] = [
  {
    login: 'officer',
    union: 'federation',
    name: '江雨晨',
    password: passwords.officer,
    roles: ['officer', 'organiser', 'finance', 'evaluator', 'auditor'],
  },
  {
    login: 'approver',
    union: 'federation',
    name: '林思远',
    password: passwords.approver,
    roles: ['officer', 'approver', 'evaluator'],
  },
  {
    login: 'baiyun',
    union: 'baiyun',
    name: '何海宁',
    password: passwords.union,
    roles: ['officer', 'finance'],
  },
];

/** Where people turn to. */
const offices: readonly (Omit<CreateContactPoint, 'unionId'> & { readonly union: string })[] = [
  {
    union: 'federation',
    name: '职工服务中心',
    about: '入会、困难帮扶、法律咨询、职工之家场地',
    phone: '12351',
    address: '青山区和平大道 1010 号一楼',
    hours: '周一至周五 8:30–17:00',
  },
  {
    union: 'baiyun',
    name: '街道工会联络站',
    about: '小微企业建会、活动报名',
    hours: '周一至周五 9:00–17:00',
  },
];

/** The unions of the story whose officers act in it, each by the first member of its roster, who is entered before it is imported. */
const unionLogins = ['zhonggong', 'lvyuan', 'hengda', 'shuxiang'];
const unionRoles: readonly RoleName[] = ['officer', 'organiser', 'finance'];

/** Builds the tree, adds enterprises, and loads the rosters; what an earlier run has built is found again. */
export async function loadNetwork(world: World): Promise<void> {
  await world.report.step(
    '建网：联合体、区、街道、企业工会 / The network: a federation and the unions below it',
    async () => {
      const { client } = world.operator;
      const root = await findRoot(world);
      world.unions.set('federation', { id: root.id, path: root.path, name: root.name });
      const known = new Map<string, UnionView>();
      for (const union of unions) {
        if (union.parent !== null) await ensureUnion(world, union, known);
      }
      await ensureParty(world, '/clubs', club.name, unionOf(world, club.union).id, 'club');
      await ensureParty(
        world,
        '/organisations',
        merchant.name,
        unionOf(world, merchant.union).id,
        'merchant',
      );
      for (const { union, ...office } of offices) await ensureOffice(world, unionOf(world, union).id, office);
      const enterprises = await client.get<Page<EnterpriseView>>('/enterprises?limit=200');
      world.report.figure('unions', world.unions.size);
      world.report.figure('enterprises', enterprises.items.length);
      const classes = enterprises.items.map((one) => one.sizeClass);
      for (const name of ['large', 'medium', 'small', 'micro']) {
        world.report.figure(`  ${name}`, classes.filter((one) => one === name).length);
      }
    },
  );
  for (const union of withRoster()) world.rosters.set(union.key, readRoster(rosterOf(union)));
  await world.report.step('账号与角色 / Accounts and roles', () => makeOfficers(world));
  await world.report.step('名册导入：逐行报告 / Rosters: every row is reported', () => importRosters(world));
}

async function findRoot(world: World): Promise<UnionView> {
  const { client } = world.operator;
  const me = await client.get<{ unionId: string }>('/me');
  const root = await client.get<UnionView>(`/unions/${me.unionId}`);
  const wanted = unions[0]?.name ?? root.name;
  if (root.name === wanted) return root;
  const { tier } = unions[0] ?? {};
  return client.patch<UnionView>(`/unions/${root.id}`, { name: wanted, tier }, { ifMatch: root.version });
}

async function ensureUnion(world: World, union: DemoUnion, known: Map<string, UnionView>): Promise<void> {
  const { client } = world.operator;
  const parent = unionOf(world, union.parent ?? 'federation');
  const siblings = await client.get<Page<UnionView>>(`/unions?parent=${parent.id}&limit=200`);
  const found = siblings.items.find((one) => one.name === union.name);
  const enterpriseId = found === undefined && union.enterprise ? await addEnterprise(world, union) : null;
  const made =
    found ??
    (await client.post<UnionView>('/unions', {
      parentId: parent.id,
      name: union.name,
      enterpriseId,
      tier: union.tier,
      place: union.at && { longitude: union.at[0], latitude: union.at[1] },
    }));
  known.set(union.key, made);
  world.unions.set(union.key, { id: made.id, path: made.path, name: made.name });
}

async function addEnterprise(world: World, union: DemoUnion): Promise<string | null> {
  if (union.enterprise === undefined) return null;
  const keeper = unionOf(world, union.parent ?? 'federation');
  const made = await world.operator.client.post<EnterpriseView>('/enterprises', {
    ...union.enterprise,
    uscc: syntheticUscc(unions.indexOf(union)),
    keeperUnionId: keeper.id,
  });
  return made.id;
}

async function ensureParty(
  world: World,
  path: string,
  name: string,
  unionId: string,
  id: string,
): Promise<void> {
  const { client } = world.operator;
  const found = await client.get<Page<ClubView | OrganisationView>>(`${path}?q=${encodeURIComponent(name)}`);
  const made = found.items[0] ?? (await client.post<ClubView | OrganisationView>(path, { name, unionId }));
  world.ids.set(id, made.id);
}

async function ensureOffice(
  world: World,
  unionId: string,
  office: Omit<CreateContactPoint, 'unionId'>,
): Promise<void> {
  const { client } = world.operator;
  const { items } = await client.get<Page<ContactPointView>>(`/contact-points?union=${unionId}`);
  if (!items.some(({ name }) => name === office.name))
    await client.post('/contact-points', { unionId, ...office });
}

function withRoster(): DemoUnion[] {
  return unions.filter((union) => union.members !== undefined);
}

function rosterOf({ key }: DemoUnion): Buffer {
  return readFileSync(fileURLToPath(new URL(`../../../demo/data/${key}.csv`, import.meta.url)));
}

/** Each union's officer imports its own: surveys warn where one person has admitted nearly everybody who could answer. */
async function importRosters(world: World): Promise<void> {
  let created = 0;
  let unchanged = 0;
  const rejected: MemberImportRowView[] = [];
  const startedAt = performance.now();
  for (const union of withRoster()) {
    const { client } = world.officers.get(union.key) ?? world.operator;
    const file = await client.upload(`${union.key}.csv`, rosterOf(union), 'text/csv');
    const started = await client.post<MemberImportView>('/member-imports', {
      unionId: unionOf(world, union.key).id,
      fileKey: file.key,
      dryRun: false,
    });
    const job = await until(async () => {
      const now = await client.get<MemberImportView>(`/member-imports/${started.id}`);
      return now.state === 'done' || now.state === 'failed' ? now : null;
    }, `the import of ${union.name}`);
    if (job.state === 'failed')
      throw new Error(`The roster of ${union.name} could not be read: ${job.failure}`);
    created += job.progress.created + job.progress.updated;
    unchanged += job.progress.unchanged;
    const rows = await client.get<Page<MemberImportRowView>>(
      `/member-imports/${job.id}/rows?state=rejected&limit=200`,
    );
    rejected.push(...rows.items);
  }
  const { report } = world;
  report.figure('files', withRoster().length);
  report.figure('members loaded', created + unchanged);
  report.figure(
    'rows a second',
    Math.round((created + unchanged) / ((performance.now() - startedAt) / 1_000)),
  );
  report.figure('rows rejected', rejected.map((row) => `${row.field ?? ''} ${row.code}`).join(' · '));
  report.prove(
    '2,000 members are loaded, and the twelve bad rows are reported and not loaded',
    created + unchanged === 2_000 && rejected.length === 12,
  );
  const worker = world.rosters.get('zhonggong')?.[1];
  if (worker) await activateByPhone(world, worker, { account: 'worker', password: passwords.member });
}

/** The good rows; the demo's bad ones all have a phone from 139 0000 00…, or none. */
function readRoster(content: Buffer): Roster[] {
  const lines = content
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(1);
  return lines
    .map((line) => line.split(','))
    .map(([name = '', residentNumber = '', phone = '']) => ({ name, residentNumber, phone }))
    .filter((row) => /^1391/.test(row.phone));
}

async function makeOfficers(world: World): Promise<void> {
  for (const [index, { login, union, name, password }] of officers.entries()) {
    const residentNumber = syntheticResidentNumber({
      area: '420106',
      birthDate: '1980-06-01',
      sequence: 11 + index,
    });
    await ensureMember(world, union, { name, residentNumber });
    const account = await signInOrActivate(
      world,
      { name, residentNumber, phone: login },
      { account: login, password },
    );
    world.officers.set(login, account);
  }
  // The two of the federation first: each confirms what the operator grants to the other.
  for (const { login, union } of officers)
    if (union === 'federation') await grant(world, union, officerOf(world, login).personId, ['officer']);
  for (const { login, union, roles } of officers)
    await grant(world, union, officerOf(world, login).personId, roles);
  await forEachLimit(unionLogins, 2, async (key) => {
    const first = world.rosters.get(key)?.[0];
    if (first === undefined) throw new Error(`${key} has no roster`);
    await ensureMember(world, key, first);
    const account = await signInOrActivate(world, first, { account: key, password: passwords.union });
    world.officers.set(key, account);
    await grant(world, key, account.personId, unionRoles);
  });
  world.report.figure('officer accounts', [...world.officers.keys()].join(', '));
  world.report.prove('someone without a role is refused', await isStrangerRefused(world));
}

/** As members do by themselves; where text messages do not come to this machine, the union prints the code. */
async function activateByPhone(
  world: World,
  person: Roster,
  login: { readonly account: string; readonly password: string },
): Promise<void> {
  const mailbox = process.env['MAILBOX_DIRECTORY'];
  const { items } = await world.operator.client.get<Page<MemberView>>(`/members?q=${person.residentNumber}`);
  if (!mailbox || items[0]?.state !== 'imported') {
    await signInOrActivate(world, person, login);
    return;
  }
  const { name, residentNumber, phone } = person;
  await world.nobody.post('/auth/codes', { purpose: 'activation', name, residentNumber });
  await activate(world.nobody, person, { ...login, code: await codeIn(mailbox, phone) });
  world.report.prove('a code in a text message activates the account', true);
}

async function ensureMember(
  world: World,
  key: string,
  person: { readonly name: string; readonly residentNumber: string; readonly phone?: string },
): Promise<void> {
  const { client } = world.operator;
  const found = await client.get<Page<MemberView>>(`/members?q=${person.residentNumber}`);
  if (found.items.length > 0) return;
  await client.post<MemberView>('/members', { unionId: unionOf(world, key).id, ...person });
}

/** The other officer of the federation confirms what the operator may not grant alone, and whoever is to hold it accepts it. */
async function grant(world: World, key: string, personId: string, roles: readonly RoleName[]): Promise<void> {
  const { client } = world.operator;
  const { id } = unionOf(world, key);
  const held = await client.get<Page<RoleGrantView>>(`/unions/${id}/roles?limit=200`);
  for (const role of roles) {
    if (held.items.some((one) => one.personId === personId && one.role === role)) continue;
    await appoint(
      client,
      { unionId: id, personId, role },
      { confirmer: () => confirmerFor(world, personId), person: () => clientOf(world, personId) },
    );
  }
}

function clientOf(world: World, personId: string): Client {
  const account = [...world.officers.values()].find((one) => one.personId === personId);
  if (account === undefined) throw new Error(`nobody has signed in as ${personId}`);
  return account.client;
}

function confirmerFor(world: World, personId: string): Client {
  const officer = officerOf(world, 'officer');
  return (officer.personId === personId ? officerOf(world, 'approver') : officer).client;
}

function isStrangerRefused(world: World): Promise<boolean> {
  const { client } = officerOf(world, 'shuxiang');
  const union = { parentId: unionOf(world, 'federation').id, name: '越权工会' };
  return isRefused(() => client.post('/unions', union), 'NOT_PERMITTED');
}

/** A code of an invented company whose check character is right. */
function syntheticUscc(number: number): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = `91420106MAGX${String(number).padStart(4, '0')}X`;
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(body[index] ?? '0'),
    0,
  );
  return `${body}${alphabet[(31 - (sum % 31)) % 31]}`;
}
