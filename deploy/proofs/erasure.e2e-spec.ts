import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type {
  ErasurePreviewView,
  ErasureReceiptView,
  ErasureView,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { ConfirmationSummaryView } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { LedgerSealView } from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { dataCipher, type SealedPlace } from '@gongxiang/persistence';
import { shanghaiDate } from '@gongxiang/domain';
import { complaintServiceId } from '@gongxiang/domain/complaints';
import { eventually } from '@gongxiang/testing';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { rootAbove } from '../root.js';
import { appoint } from '../demo/tools/appoint.js';
import { Client } from '../demo/tools/client.js';
import { DATABASE_SERVICES, SERVICE_NAMES } from '../local/services.js';
import { foundEmployer, vacancy } from './access-listings.js';
import { browserKeys } from './access-notices.js';
import { callOf } from './access-works.js';
import { ask, type Answer } from './ask.js';
import { columnsOf } from './columns-of.js';
import {
  inDays,
  makeNetwork,
  makePerson,
  memberPassword,
  type Network,
  newResident,
  type Person,
  printCode,
  publishActivity,
} from './fixtures.js';
import { eraseNow } from './erase-now.js';
import { filesBelow } from './heap-pages.js';
import { findPlanted, type Haystack, type Planted } from './planted.js';
import { rowsOf } from './rows.js';
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

const { residentNumber } = newResident();
const paper = Buffer.from('canary-paper-20261126-5529');
/** Where the platform keeps values of people. No other person has any of them. */
const canaries: Planted[] = [
  // Its first character stands in the masked name as well.
  { what: 'the name', value: '猋' },
  { what: 'the resident number', value: residentNumber },
  { what: 'the phone', value: '13786320197' },
  { what: 'the account', value: 'canary-acct-7731' },
  { what: 'a companion', value: '骉小友' },
  { what: 'an answer at sign-up', value: '对花粉过敏需靠窗' },
  { what: 'a question about an activity', value: '能否推婴儿车入场' },
  { what: 'a complaint', value: '宿舍热水总是断供' },
  { what: 'the answer to the complaint', value: '已约物业下周检修' },
  { what: 'a correction', value: '户口本上是这个字' },
  { what: 'an employer', value: '蜃楼快递站点' },
  { what: 'the name of a calendar', value: '骉家日历' },
  { what: 'what they lend', value: '骉氏太极陪练' },
  { what: 'what they need', value: '骉氏寻找龙舟鼓手' },
  { what: 'why they need it', value: '老父耳背想学打鼓' },
  { what: 'what they propose', value: '骉氏空竹下班教学' },
  { what: 'what would be done there', value: '自带空竹从抖杆学起' },
  { what: 'a post in a circle', value: '江滩拍日出缺三脚架' },
  { what: 'a comment in a circle', value: '镜头发霉怎么清理呢' },
  { what: 'a report of a post', value: '这帖子像是拉人头的' },
  { what: 'the title of a work', value: '炉前守夜三十年记' },
  { what: 'a work', value: '凌晨四点车间雾气蒸腾' },
  { what: 'interest in a vacancy', value: '曾在船厂开过龙门吊' },
  { what: 'the phone for a vacancy', value: '027-5550 7319' },
  { what: 'a record', value: '骉氏古琴修复技艺' },
  { what: 'the number of a record', value: 'CANARY20267731' },
  { what: 'the address of a browser', value: 'https://push.example.invalid/canary-7731' },
  { what: 'what a browser is called', value: '骉家客厅的平板' },
  { what: 'the picture of a paper', value: paper.toString() },
];
const valueOf = (what: string): string => canaries.find((one) => one.what === what)?.value ?? '';

const sealedPlacesOf = {
  membership: 'services/membership/dist/access/key-rotation/sealed-places.js',
  sharing: 'services/sharing/dist/files/key-rotation/sealed-places.js',
  affairs: 'services/affairs/dist/persons/sealed-places.js',
  notification: 'services/notification/dist/sending/sealed-places.js',
} as const;

let platform: TestPlatform;
let network: Network;
let officer: Person;

beforeAll(async () => {
  platform = await sharedPlatform();
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer', 'organiser']);
});

afterAll(() => platform?.stop());

async function put(
  method: string,
  path: string,
  token: string,
  body?: unknown,
  ifMatch?: number,
): Promise<Answer> {
  const answer = await eventually(async () => {
    const one = await ask(platform.gatewayUrl, method, path, {
      token,
      body,
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
    expect(one.body.code).not.toBe('REFERENCE_PENDING');
    return one;
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer;
}

interface Somebody {
  readonly memberId: string;
  readonly personId: string;
  readonly token: string;
  readonly registrationId: string;
  readonly resourceId: string;
  readonly paperKey: string;
  readonly matterPath: string;
  readonly proposalId: string;
}

/** Takes somebody in, who leaves a value in every place that the platform has for one. */
async function liveOn(): Promise<Somebody> {
  const name = `${valueOf('the name')}大山`;
  const member = await officer.client.post<MemberView>('/members', {
    unionId: network.near.id,
    name,
    residentNumber,
    phone: valueOf('the phone'),
    employmentKind: 'newForm',
  });
  // One event tells of them and of somebody else.
  const entries = [
    { key: 'goes', name, residentNumber, validFrom: '2020-01-05' },
    { key: 'stays', ...newResident() },
  ];
  await put('PUT', '/roster-entries', officer.token, { unionId: network.near.id, entries });
  const session = await put('POST', '/auth/activations', '', {
    code: await printCode(officer.client, member.id),
    name,
    residentNumber,
    password: memberPassword,
    account: valueOf('the account'),
  });
  const token = session.body.accessToken ?? '';
  const employment = { kind: 'newForm', employerName: valueOf('an employer'), validFrom: '2026-01-01' };
  await put('POST', `/members/${member.id}/employments`, officer.token, employment);
  const activity = await publishActivity(officer.client, network.near, 9, { companionsMax: 2 });
  const question = { id: 'note', kind: 'shortText', title: '还要告诉我们什么', required: false };
  const form = { questions: [{ ...question, perHead: false, visibleTo: 'organiser' }] };
  await put('PUT', `/activities/${activity.id}/sign-up-form`, officer.token, form, 0);
  const signUp = {
    companions: [{ name: valueOf('a companion') }],
    answers: { note: valueOf('an answer at sign-up') },
  };
  const registration = await eventually(() =>
    put('POST', `/activities/${activity.id}/registrations`, token, signUp),
  );
  const asked = { text: valueOf('a question about an activity') };
  await put('POST', `/activities/${activity.id}/questions`, token, asked);
  const complaint = { kind: 'complaint', text: valueOf('a complaint') };
  const brought = { serviceId: complaintServiceId, answers: complaint, contact: { name } };
  const path = `/matters/${(await put('POST', '/matters', token, brought)).body.id}`;
  await put('POST', `${path}/take`, officer.token, {}, 1);
  const decision = { outcome: 'answered', reasons: valueOf('the answer to the complaint') };
  await put('POST', `${path}/decide`, officer.token, decision, 2);
  await put('POST', '/me/calendar-feeds', token, { name: valueOf('the name of a calendar') });
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const client = new Client(platform.gatewayUrl).as({ accessToken: token });
  const { key: fileKey } = await client.upload('card.png', Buffer.concat([png, paper]), 'image/png');
  const correction = { name: `${name}川`, note: valueOf('a correction'), fileKey };
  await put('POST', '/corrections', token, correction);
  const owner = { kind: 'person', id: member.personId };
  const lent = { owner, title: valueOf('what they lend'), function: 'people', businesses: ['culture'] };
  const resource = await put('POST', '/resources', token, lent);
  await put('POST', '/needs', token, {
    party: owner,
    title: valueOf('what they need'),
    text: valueOf('why they need it'),
    wants: [{ function: 'people', business: 'culture' }],
    windows: [{ from: inDays(3), to: inDays(4) }],
    headcount: 12,
  });
  const proposalId = await askOthers(token, {
    resourceId: resource.body.id ?? '',
    personId: member.personId,
  });
  await speakUp(token);
  await shareBillBy(client, member.personId);
  return {
    memberId: member.id,
    personId: member.personId,
    token,
    registrationId: registration.body.id ?? '',
    resourceId: resource.body.id ?? '',
    paperKey: fileKey,
    matterPath: path,
    proposalId,
  };
}

/** What others hear of from them: what they propose, what somebody asked to borrow, and for whom somebody may act. */
async function askOthers(
  token: string,
  { resourceId, personId }: Pick<Somebody, 'resourceId' | 'personId'>,
): Promise<string> {
  const proposed = {
    title: valueOf('what they propose'),
    what: valueOf('what would be done there'),
    heads: 9,
  };
  const { body } = await put('POST', '/activity-proposals', token, { ...proposed, startsAt: inDays(30) });
  const coHost = await makePerson(platform, network, network.next, ['officer']);
  const grant = { to: { kind: 'everyone' }, from: inDays(-1), until: inDays(300), price: { kind: 'free' } };
  await put('POST', `/resources/${resourceId}/grants`, token, { ...grant, approval: 'custodian' });
  const time = { startsAt: inDays(20), endsAt: inDays(20.1) };
  const asked = { borrowerUnionId: network.next.id, resourceId, ...time, purpose: '工间操教学' };
  const { body: loan } = await put('POST', '/loans', coHost.token, asked);
  await put('POST', `/loans/${loan.id}/refuse`, token, { reason: '那天没有空' }, loan.version);
  const given = { matterKind: 'person', matterId: personId, personId: officer.personId };
  await put('POST', '/delegations', token, given);
  return body.id ?? '';
}

/** What they say in a circle, send in, are interested in, have on record, and where notices reach them. */
async function speakUp(token: string): Promise<void> {
  const { id: unionId } = network.near;
  const named = { unionId, name: '摄影圈', about: '爱拍照的工友', joining: 'open' };
  const circle = `/circles/${(await put('POST', '/circles', officer.token, named)).body.id}`;
  await put('POST', `${circle}/join`, token, {});
  await put('POST', `${circle}/posts`, token, { text: valueOf('a post in a circle') });
  const { body: other } = await put('POST', `${circle}/posts`, officer.token, { text: '周末去哪里拍照？' });
  await put('POST', `/circle-posts/${other.id}/comments`, token, { text: valueOf('a comment in a circle') });
  await put('POST', `/circle-posts/${other.id}/reports`, token, { words: valueOf('a report of a post') });
  const { body: call } = await put('POST', '/works-calls', officer.token, {
    ...callOf({ criteria: [] }),
    unionId,
  });
  await put('POST', `/works-calls/${call.id}/publish`, officer.token, {}, call.version);
  const work = { title: valueOf('the title of a work'), text: valueOf('a work'), showName: true };
  const { body: sent } = await put('POST', `/works-calls/${call.id}/works`, token, work);
  await put('POST', `/works/${sent.id}/admit`, officer.token, {}, sent.version);
  const ids = new Map<string, string>();
  await foundEmployer({ people: { keeper: officer }, network, ids });
  const offered = { ...vacancy(), unionId: ids.get('employerUnionId') };
  const { body: post } = await put('POST', '/vacancies', officer.token, offered);
  await put('POST', `/vacancies/${post.id}/publish`, officer.token, {}, post.version);
  const interest = { words: valueOf('interest in a vacancy'), phone: valueOf('the phone for a vacancy') };
  await put('POST', `/vacancies/${post.id}/interest`, token, interest);
  const record = {
    kind: 'certificate',
    title: valueOf('a record'),
    issuer: '市文旅局',
    issuedOn: '2024-03-01',
  };
  await put('POST', '/records', token, { ...record, number: valueOf('the number of a record'), details: {} });
  const browser = { endpoint: valueOf('the address of a browser'), keys: browserKeys };
  await put('POST', '/me/notice-addresses/push', token, {
    ...browser,
    label: valueOf('what a browser is called'),
  });
}

/** They keep the money of their union for a day: a bill of theirs, posted, stays in the books and names nobody. */
async function shareBillBy(client: Client, personId: string): Promise<void> {
  const { near, next, operator } = network;
  const office = { unionId: near.id, personId, role: 'finance' } as const;
  await appoint(operator.client, office, { confirmer: () => operator.client, person: () => client });
  const [payer, other] = [near, next].map(({ id }) => ({ kind: 'union', id }));
  const bill = {
    title: '联合宣传册印刷',
    amount: { amount: '120000', currency: 'CNY' },
    payer,
    parties: [{ party: payer }, { party: other }],
    incomeKind: 'dues',
    expenseCode: '1.3',
  };
  const { id } = await eventually(() => client.post<CostPoolView>('/shared-bills', bill));
  const approver = await makePerson(platform, network, network.districts[0], ['approver']);
  await eventually(() => approver.client.decide<CostPoolView>(`/cost-pools/${id}/approve`));
  const coHost = await makePerson(platform, network, next, ['finance']);
  await eventually(async () => {
    await confirmOf(client, near.id, id);
    await confirmOf(coHost.client, next.id, id);
    expect((await coHost.client.get<CostPoolView>(`/cost-pools/${id}`)).entryId).not.toBeNull();
  });
}

/** Says yes to the share of one union in a bill, if it is still asked for. */
async function confirmOf(client: Client, unionId: string, costPoolId: string): Promise<void> {
  const query = `costPoolId=${costPoolId}&state=waiting&limit=200`;
  const { items } = await client.get<Page<ConfirmationSummaryView>>(`/confirmations?${query}`);
  for (const { id, party } of items)
    if (party.id === unionId) await client.decide(`/confirmations/${id}/confirm`);
}

/** Every sealed value of the services that seal any of people, opened. */
async function openedValues(): Promise<Haystack[]> {
  const { dataKey, sharingDataKey, affairsDataKey, notificationDataKey } = platform.secrets;
  const keys = {
    membership: dataKey,
    sharing: sharingDataKey,
    affairs: affairsDataKey,
    notification: notificationDataKey,
  };
  const found: Haystack[] = [];
  for (const service of ['membership', 'sharing', 'affairs', 'notification'] as const) {
    const cipher = dataCipher({ dataKey: keys[service] });
    const file = join(rootAbove(fileURLToPath(import.meta.url)), sealedPlacesOf[service]);
    const { sealedPlaces } = (await import(file)) as { sealedPlaces: readonly SealedPlace[] };
    for (const { table, beside = '', contexts } of sealedPlaces)
      for (const [column, context] of Object.entries(contexts)) {
        const rows = await rowsOf<{ sealed: string; context: string }>(
          platform,
          `SELECT t.${column} AS sealed, ${context} AS context FROM ${service}.${table} t
           ${beside.replaceAll(/JOIN (\w+)/g, `JOIN ${service}.$1`)} WHERE t.${column} IS NOT NULL`,
        );
        const text = rows.map((row) => cipher.open(row.sealed, row.context)).join('\n');
        found.push({ where: `${service}.${table}.${column}, opened`, text });
      }
  }
  return found;
}

/** The events as they lie on the disk of NATS, where erasing has written over them, and the files that it hands out. */
async function streamsOf(): Promise<Haystack[]> {
  const events = filesBelow(join(platform.home, 'data', 'nats')).filter(({ path }) => path.includes('evt_'));
  const where = 'the events on disk';
  return [
    { where, text: events.map(({ bytes }) => bytes.toString()).join('\n') },
    { where: 'the files', text: await storedFiles() },
  ];
}

/** Of a file that is deleted its place on the disk is used again later; it is no message any more. */
async function storedFiles(): Promise<string> {
  const pass = platform.secrets.natsPasswords['admin'] ?? '';
  const admin = await connect({ servers: platform.natsUrl, user: 'admin', pass });
  try {
    const { streams } = await jetstreamManager(admin);
    let text = '';
    for await (const { config, state } of streams.list())
      for (
        let seq = Math.max(1, state.first_seq);
        config.name.startsWith('OBJ_') && seq <= state.last_seq;
        seq += 1
      ) {
        const message = await streams.getMessage(config.name, { seq });
        text += message === null ? '' : Buffer.from(message.data).toString();
      }
    return text;
  } finally {
    await admin.close();
  }
}

/** What the services have written since they started, at the level that says most. */
const logsOf = (): Haystack[] =>
  SERVICE_NAMES.map((service) => ({ where: `the log of ${service}`, text: platform.logOf(service) }));

async function places(): Promise<string[]> {
  const found = findPlanted([...(await columnsOf(platform)), ...(await openedValues())], canaries);
  // Stored answers say what was done; they are sealed, and gone after a day.
  return found.filter((place) => !place.includes('idempotency'));
}

/** The events about many members that the outbox has, and in which the person stands. */
async function listsWith(personId: string): Promise<number> {
  const rows = await rowsOf(
    platform,
    `SELECT 1 FROM membership.outbox WHERE subject = $1 AND position($2 in envelope::text) > 0`,
    [membershipEvents.membersChanged.subject, personId],
  );
  return rows.length;
}

/** The files of a person's own copy of their data. */
async function ownCopy(token: string): Promise<Haystack[]> {
  const proof = { password: memberPassword };
  const { body } = await put('POST', '/me/exports', token, { proof });
  const response = await fetch(`${platform.gatewayUrl}/api/v1/me/exports/${body.id}/file`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.entries(files).map(([where, bytes]) => ({ where, text: Buffer.from(bytes).toString() }));
}

/** Gives back a seat, and withdraws what is lent and what is proposed. */
async function endAll({
  token,
  registrationId,
  resourceId,
  matterPath,
  proposalId,
}: Somebody): Promise<void> {
  const seat = (await put('GET', `/registrations/${registrationId}`, token)).body;
  if (seat.state === 'confirmed')
    await put('POST', `/registrations/${registrationId}/cancel`, token, {}, seat.version);
  const { version } = (await put('GET', `/resources/${resourceId}`, token)).body;
  await put('PATCH', `/resources/${resourceId}`, token, { active: false }, version);
  const proposal = (await put('GET', `/activities/${proposalId}`, token)).body;
  await put('POST', `/activities/${proposalId}/cancel`, token, { reason: '不办了' }, proposal.version);
  // Rated, a matter is over.
  await put('POST', `${matterPath}/rate`, token, { stars: 5 }, 3);
}

describe('erasing a person', () => {
  it('E123: leaves nothing of theirs in any table, sealed value, event, log or file of any service', async () => {
    const one = await liveOn();
    // Everything is there before: what is not found afterwards could have been.
    await eventually(async () => {
      const before = (await places()).join('\n');
      expect(canaries.filter(({ what }) => !before.includes(what)).map(({ what }) => what)).toEqual([
        'the picture of a paper',
      ]);
    });
    expect(findPlanted(await streamsOf(), canaries)).toEqual([
      'the name in the events on disk',
      'the picture of a paper in the files',
    ]);
    expect(await listsWith(one.personId)).toBe(1);
    // What is found above is theirs to have, and to read.
    const copied = findPlanted(await ownCopy(one.token), canaries);
    for (const name of ['data.json', 'index.html'])
      expect(
        canaries.filter(({ what }) => !copied.includes(`${what} in ${name}`)).map(({ what }) => what),
      ).toEqual(['the address of a browser', 'the picture of a paper']);
    // Where a browser is reached is its key, by which anybody could send to it; the picture is enclosed, and in nobody else's copy.
    const day = shanghaiDate(new Date());
    expect(copied).toContain(`the picture of a paper in 我上传的文件/信息更正/${day}.png`);
    expect(findPlanted(await ownCopy(officer.token), canaries)).not.toContainEqual(
      expect.stringContaining('the picture of a paper'),
    );
    await new Client(platform.gatewayUrl).as({ accessToken: one.token }).decide('/me/membership/leave');
    const proof = { password: memberPassword };
    const early = await ask(platform.gatewayUrl, 'POST', '/me/erasure', {
      token: one.token,
      body: { proof },
    });
    expect([early.status, early.body.code]).toEqual([409, 'ERASURE_IN_THE_WAY']);
    const preview = await put('GET', '/me/erasure/preview', one.token);
    const { services } = preview.body as unknown as ErasurePreviewView;
    const inTheWay = services.flatMap(({ obstacles }) => obstacles.map(({ obstacle }) => obstacle));
    // The seat was given back with the membership, or is still to be.
    expect(inTheWay.filter((obstacle) => obstacle !== 'registration')).toEqual([
      'activity',
      'lent',
      'matter',
    ]);
    await endAll(one);
    const asked = await put('POST', '/me/erasure', one.token, { proof });
    const { receipt } = asked.body as unknown as ErasureView;
    await eraseNow(platform, one.personId);
    const done = await eventually(async () => {
      const { body } = await ask(platform.gatewayUrl, 'GET', `/public/erasures/${receipt}`);
      expect(body.state).toBe('erased');
      return body as unknown as ErasureReceiptView;
    });
    expect(await listsWith(one.personId)).toBe(0);
    expect(done.progress.every(({ doneAt }) => doneAt !== null)).toBe(true);
    const again = await ask(platform.gatewayUrl, 'GET', '/me/exports', { token: one.token });
    expect(again.status).toBe(401);
    await eventually(async () => expect(await places()).toEqual([]));
    await eventually(async () => expect(findPlanted(await streamsOf(), canaries)).toEqual([]));
    const logs = logsOf();
    expect(logs.filter(({ text }) => !text.includes('"level":')).map(({ where }) => where)).toEqual([]);
    expect(findPlanted(logs, canaries)).toEqual([]);
    // The picture goes first, and then the work that would try again to delete it.
    await eventually(async () => {
      const due = await rowsOf(platform, 'SELECT kind FROM membership.due WHERE key = $1', [one.paperKey]);
      expect(due).toEqual([]);
    });
  });

  it('ends their sign-in, and leaves the chains of the trail and the ledger whole', async () => {
    const account = valueOf('the account');
    const refused = await ask(platform.gatewayUrl, 'POST', '/auth/sessions', {
      body: { account, password: memberPassword },
    });
    expect(refused.status).toBe(401);
    const { client } = network.operator;
    for (const service of DATABASE_SERVICES)
      await eventually(async () => {
        const verdict = await client.get(`/audit/verification?service=${service}`);
        expect(verdict).toMatchObject({ intact: true, broken: null });
      });
    // The entry of their bill is in the chain.
    const auditor = await makePerson(platform, network, network.root, ['auditor']);
    await eventually(async () => {
      const seal = await auditor.client.get<LedgerSealView>('/ledger/seal');
      expect(seal).toMatchObject({ intact: true, broken: null, unsealedEntries: 0 });
      expect(seal.sealedEntries).toBeGreaterThan(0);
    });
  });
});
