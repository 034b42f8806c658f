import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { birthDateOf } from '@gongxiang/domain';
import { complaintServiceId } from '@gongxiang/domain/complaints';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeIn } from '../demo/tools/mailbox.js';
import { SERVICE_NAMES } from '../local/services.js';
import { indicatorNodes } from './access-evaluation.js';
import { type Answer, ask, type Question } from './ask.js';
import {
  inDays,
  makeNetwork,
  makePerson,
  type Network,
  newResident,
  type Person,
  withDatabase,
  publishActivity,
} from './fixtures.js';
import { listen, type Listener, startTalkativePostgres, type TalkativePostgres } from './overheard.js';
import { filesBelow } from './heap-pages.js';
import { columnsOf } from './columns-of.js';
import { findPlanted, type Haystack, type Planted } from './planted.js';
import { type SpanReceiver, startSpanReceiver } from './span-receiver.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const startUpMs = 180_000;
const { residentNumber } = newResident();

/** Kept as a hash or encrypted, so that not even the database is told them. */
const secret: Planted[] = [
  { what: 'the resident number', value: residentNumber },
  { what: 'the phone', value: '13986127354' },
  { what: 'the password', value: 'planted-Kq83-password' },
  { what: 'a wrong password', value: 'planted-wrong-Zr71' },
  { what: 'the name', value: '欧阳未泄' },
  { what: 'the complaint', value: '食堂第三窗口的账目有问题请勿外传' },
  { what: 'the answer to the complaint', value: '已转纪检组核查此事请放心' },
  { what: 'a companion', value: '欧阳小未' },
  { what: 'an answer at sign-up', value: '孩子对花生过敏请留意' },
  { what: 'an emergency contact', value: '13771264589' },
];
/** Kept as they are, for those who may see them; nowhere else. */
const personal: Planted[] = [
  // Told to sharing, which judges by it who may come.
  { what: 'the birth date', value: birthDateOf(residentNumber) ?? '' },
  { what: 'an answer to a survey', value: '主管当场训斥了我们班组' },
  { what: 'a question about an activity', value: '轮椅能进展厅吗请告知' },
  { what: 'a message to those who take part', value: '请带好水杯东门集合勿迟' },
  { what: 'why somebody gets a seat beyond the capacity', value: '孕晚期需要陪同特批一位' },
];
/** The columns in which a value stands in clear, each for a reason; every other column is searched as well. */
const inClear: Readonly<Record<string, string>> = {
  'the birth date in sharing.member_ref.birth_date':
    'by it sharing judges who may come, without asking membership',
  'the birth date in membership.census_total.value':
    'how many members of a union were born on it, so that age bands follow the calendar; of nobody by id or name',
  'the birth date in membership.outbox.envelope': 'so sharing is told, and anew after a restore: for 31 days',
  'a question about an activity in sharing.question.text':
    'it is written for everybody who reads of the activity',
  'a message to those who take part in sharing.message.text': 'it is told to all of them',
  'a message to those who take part in notification.notice_text.text':
    'it stands in the inbox of all of them',
  'a message to those who take part in sharing.outbox.envelope':
    'so notification is told, and anew after a restore: for 31 days',
  'why somebody gets a seat beyond the capacity in sharing.registration.override_reason':
    'whoever gives it is told that it is kept for auditors',
  'why somebody gets a seat beyond the capacity in sharing.audit_record.after':
    'the trail is what auditors read',
};
/** What the platform itself hands out, added as it comes. */
const issued: Planted[] = [];

let postgres: TalkativePostgres;
let collector: SpanReceiver;
let platform: TestPlatform;
let network: Network;
let officer: Person;
let listener: Listener;
/** Answers to somebody who had no business to see anything of it. */
const refused: Haystack[] = [];

beforeAll(async () => {
  postgres = await startTalkativePostgres();
  collector = await startSpanReceiver();
  platform = await startTestPlatform(
    {},
    { LOG_LEVEL: 'trace', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: '1' },
    { url: postgres.url },
  );
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer', 'evaluator']);
  listener = await listen(platform);
}, startUpMs);

afterAll(async () => {
  await listener?.stop();
  await platform?.stop();
  await collector?.stop();
  await postgres?.stop();
}, startUpMs);

const valueOf = (what: string): string =>
  [...secret, ...personal, ...issued].find((one) => one.what === what)?.value ?? '';

/** What another service has made a moment ago may be on its way: whoever hears so asks again. */
async function put(method: string, path: string, question: Question, status: number): Promise<Answer> {
  const answer = await eventually(async () => {
    const one = await ask(platform.gatewayUrl, method, path, question);
    expect(one.body.code).not.toBe('REFERENCE_PENDING');
    return one;
  });
  if (answer.status !== status)
    throw new Error(`${method} ${path}: ${answer.status} ${answer.body.code ?? ''}`);
  return answer;
}

function keep(what: string, value: string | null | undefined): string {
  if (!value) throw new Error(`${what} was not handed out`);
  issued.push({ what, value });
  return value;
}

/** Asks what must be refused, and keeps the refusal. */
async function misuse(method: string, path: string, question: Question = {}): Promise<void> {
  const { status, text, headers } = await ask(platform.gatewayUrl, method, path, question);
  if (status < 400) throw new Error(`${method} ${path} was not refused`);
  refused.push({
    where: `the refusal of ${method} (${status})`,
    text: `${text} ${JSON.stringify([...headers])}`,
  });
}

/** Somebody enters the roster, signs in, writes to the union, signs up, and is looked for. */
async function liveOn(): Promise<{ token: string; activityId: string }> {
  const who = { name: valueOf('the name'), residentNumber };
  const phone = valueOf('the phone');
  const password = valueOf('the password');
  const entered = await put(
    'POST',
    '/members',
    { token: officer.token, body: { unionId: network.near.id, ...who, phone } },
    201,
  );
  const purpose = 'activation';
  await put('POST', '/auth/codes', { body: { purpose, ...who } }, 202);
  keep('the code of a text message', await codeIn(join(platform.home, 'mailbox'), phone));
  const printed = { token: officer.token, body: { purpose } };
  const issued = await put('POST', `/members/${entered.body.id}/entry-codes`, printed, 201);
  const code = keep('the printed code', issued.body.code);
  const first = await put('POST', '/auth/activations', { body: { ...who, code, password } }, 201);
  keep('the first access token', first.body.accessToken);
  keep('the first refresh token', first.body.refreshToken);
  const session = await put('POST', '/auth/sessions', { body: { account: phone, password } }, 201);
  const token = keep('the access token', session.body.accessToken);
  const refreshToken = keep('the refresh token', session.body.refreshToken);
  const renewed = await put('POST', '/auth/sessions/refresh', { body: { refreshToken } }, 201);
  keep('the next refresh token', renewed.body.refreshToken);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const made = await put(
    'POST',
    '/api-keys',
    { token, body: { name: '验证', scopes: ['read'], expiresAt, password } },
    201,
  );
  const key = keep('the API key', made.body.key);
  await put('GET', '/me', { token: key }, 200);
  for (const term of [who.name, residentNumber, phone])
    await put('GET', `/members?q=${encodeURIComponent(term)}`, { token: officer.token }, 200);
  const { body: matter } = await put('POST', '/matters', { token, body: complaintOf(who.name) }, 201);
  const path = `/matters/${matter.id}`;
  await put('POST', `${path}/take`, { token: officer.token, body: {}, ifMatch: 1 }, 200);
  const decision = { outcome: 'answered', reasons: valueOf('the answer to the complaint') };
  await put('POST', `${path}/decide`, { token: officer.token, body: decision, ifMatch: 2 }, 200);
  await put('GET', path, { token }, 200);
  const activity = await publishFor(network.near.id);
  const note = { id: 'note', kind: 'shortText', title: '还要告诉我们什么', required: false };
  const call = { ...note, id: 'call', kind: 'phone', title: '紧急联系电话' };
  const shown = { perHead: false, visibleTo: 'organiser' };
  const form = { questions: [note, call].map((one) => ({ ...one, ...shown })) };
  await put(
    'PUT',
    `/activities/${activity.id}/sign-up-form`,
    { token: officer.token, body: form, ifMatch: 0 },
    200,
  );
  const companions = [{ name: valueOf('a companion') }];
  const answers = { note: valueOf('an answer at sign-up'), call: valueOf('an emergency contact') };
  await eventually(() =>
    put('POST', `/activities/${activity.id}/registrations`, { token, body: { companions, answers } }, 201),
  );
  await speak(activity.id, token);
  const feed = await put('POST', '/me/calendar-feeds', { token, body: { name: '手机' } }, 201);
  const address = /^\/calendars\/(.+)\.ics$/.exec(feed.body.address ?? '');
  keep('the token of a calendar', address?.[1]);
  await put('GET', calendar(), {}, 200);
  await redeemOne(token, activity.id);
  await judgeOnce();
  return { token, activityId: activity.id };
}

/** What people write for others, or about others, beside what is sealed. */
async function speak(activityId: string, token: string): Promise<void> {
  const path = `/activities/${activityId}`;
  const question = { text: valueOf('a question about an activity') };
  await put('POST', `${path}/questions`, { token, body: question }, 201);
  const message = { filter: {}, subject: '集合地点', text: valueOf('a message to those who take part') };
  await put('POST', `${path}/messages`, { token: officer.token, body: message }, 201);
  const { personId } = await makePerson(platform, network, network.near, []);
  const reason = valueOf('why somebody gets a seat beyond the capacity');
  const body = { personId, override: { reason }, answers: {} };
  await put('POST', `${path}/registrations`, { token: officer.token, body }, 201);
}

/** What was signed up for gives something away, and a counter of the merchant redeems it. */
async function redeemOne(token: string, activityId: string): Promise<void> {
  const { token: officerToken } = officer;
  const [redeemFrom, redeemUntil] = [inDays(-1), inDays(9)];
  const terms = {
    title: '电影通兑券',
    merchantName: '星光影城',
    howTo: '到柜台换票',
    redeemFrom,
    redeemUntil,
  };
  const path = `/activities/${activityId}`;
  await put('PUT', `${path}/give-away`, { token: officerToken, body: terms, ifMatch: 0 }, 200);
  const point = { token: officerToken, body: { name: '一号柜台' } };
  const { body } = await put('POST', `${path}/redeeming-points`, point, 201);
  const redeemToken = keep('the token of a counter', body.address?.replace('/redeem/', ''));
  const code = await eventually(async () => {
    const { body: coupons } = await put('GET', '/me/coupons', { token }, 200);
    const [coupon] = coupons.items ?? [];
    if (!coupon?.code) throw new Error('there is no coupon yet');
    return coupon.code;
  });
  keep('the code of a coupon', code);
  await put('GET', `/redeeming/${redeemToken}`, {}, 200);
  const scan = { body: { operationId: randomUUID(), code } };
  await put('POST', `/redeeming/${redeemToken}/redemptions`, scan, 201);
}

/** An expert judges by a link, without an account. */
async function judgeOnce(): Promise<void> {
  const { token } = officer;
  const system = { unionId: network.near.id, name: '专家赋权', nodes: indicatorNodes };
  const { body: made } = await put('POST', '/indicator-systems', { token, body: system }, 201);
  const reviewer = await makePerson(platform, network, network.near, ['evaluator']);
  const review = { token: reviewer.token, body: {}, ifMatch: 1 };
  await put('POST', `/indicator-systems/${made.id}/review`, review, 200);
  await put('POST', `/indicator-systems/${made.id}/publish`, { token, ifMatch: 2 }, 200);
  const asked = { indicatorSystemId: made.id, name: '专家赋权', closesAt: inDays(7) };
  const { body: round } = await put('POST', '/judgement-rounds', { token, body: asked }, 201);
  const invited = { token, body: { name: '王工' } };
  const { body } = await put('POST', `/judgement-rounds/${round.id}/judges`, invited, 201);
  const judgeToken = keep('the token of a judge', body.address?.replace('/judge/', ''));
  await put('GET', `/judgements/${judgeToken}`, {}, 200);
  const judged = { body: { groups: [{ parentKey: null, upper: [['3']] }] } };
  await put('PUT', `/judgements/${judgeToken}`, judged, 200);
}

/** The address that somebody's calendar asks. */
function calendar(): string {
  return `/calendars/${valueOf('the token of a calendar')}.ics`;
}

/** An activity to which a child may be brought. */
function publishFor(unionId: string): Promise<ActivityView> {
  return publishActivity(officer.client, { id: unionId }, 9, { companionsMax: 2 });
}

/** Every value where none belongs: in paths, queries, headers, broken and foreign bodies. */
async function misplace(token: string): Promise<void> {
  const base64 = (bytes: number): string => randomBytes(bytes).toString('base64');
  const wrong = valueOf('a wrong password');
  for (const account of ['nobody', valueOf('the phone'), residentNumber])
    await misuse('POST', '/auth/sessions', { body: { account, password: wrong } });
  for (const { value } of [...secret, ...personal, ...issued]) {
    const encoded = encodeURIComponent(value);
    await misuse('GET', `/unions/${encoded}`, { token });
    await misuse('GET', `/nowhere/${encoded}`, { token });
    await misuse('GET', `/calendars/x${encoded}.ics`);
    await misuse('GET', `/unions?limit=${encoded}`, { token });
    await misuse('GET', `/unions?cursor=${encoded}`, { token });
    const ascii = encoded.slice(0, 180);
    await misuse('GET', '/me', { headers: { Authorization: `Bearer x${ascii}`, 'X-Request-Id': ascii } });
    await misuse('GET', '/me', {
      headers: { traceparent: ascii, 'Accept-Language': ascii, Cookie: `a=${ascii}` },
    });
    await misuse('POST', '/unions', { token, body: `{ "name": "${value}", "parentId": `, key: ascii });
    await misuse('POST', '/unions', { token, body: value, headers: { 'Content-Type': `text/${ascii}` } });
    await misuse('POST', '/unions', { token, body: { name: { value }, parentId: value } });
    await misuse('POST', '/auth/sessions', { body: { account: [value], password: { value } } });
    await misuse('POST', '/auth/sessions/refresh', { body: { refreshToken: `x${value}` } });
    const answers = { words: value };
    const response = { token: base64(32), signature: base64(256), receipt: base64(32), answers };
    await misuse('POST', `/surveys/${network.near.id}/responses`, { body: response });
  }
}

/**
 * Each service fails in the midst of its work: what it says of that is written for us, and must not repeat the work.
 * PostgreSQL tells of a row that breaks a rule what was in it, and our driver hands that on with the error.
 */
async function failInside(token: string, activityId: string): Promise<void> {
  const tables = ['membership.person', 'membership.sign_in_session', 'affairs.matter'];
  const who = { name: valueOf('the name'), residentNumber: newResident().residentNumber };
  issued.push({ what: 'another resident number', value: who.residentNumber });
  await withDatabase(platform, async (sql) => {
    for (const table of [...tables, 'sharing.registration'])
      await sql.query(`ALTER TABLE ${table} ADD CONSTRAINT never CHECK (false) NOT VALID`);
    await sql.query('ALTER TABLE evaluation.survey RENAME TO out_of_the_way');
    await sql.query('ALTER TABLE sharing.calendar_feed RENAME TO out_of_the_way');
  });
  const body = { account: valueOf('the phone'), password: valueOf('the password') };
  const companions = [{ name: valueOf('a companion') }];
  const answers = { note: valueOf('an answer at sign-up') };
  await fail('/members', { token: officer.token, body: { unionId: network.near.id, ...who } });
  await fail('/auth/sessions', { body });
  await fail('/matters', { token, body: complaintOf(who.name) });
  await fail(`/activities/${activityId}/registrations`, {
    token: officer.token,
    body: { companions, answers },
  });
  await fail(`/surveys/${network.near.id}/responses`, {
    body: {
      token: 'AAAA',
      signature: 'AAAA',
      receipt: 'AAAA',
      answers: { words: valueOf('an answer to a survey') },
    },
  });
  await misuse('GET', calendar());
  expect(refused.at(-1)?.where).toBe('the refusal of GET (500)');
}

function complaintOf(name: string): object {
  const answers = { kind: 'complaint', text: valueOf('the complaint') };
  return { serviceId: complaintServiceId, answers, contact: { name, phone: valueOf('the phone') } };
}

async function fail(path: string, question: Question): Promise<void> {
  await misuse('POST', path, question);
  expect([path, refused.at(-1)?.where]).toEqual([path, 'the refusal of POST (500)']);
}

async function metricsOf(): Promise<Haystack[]> {
  return Promise.all(
    SERVICE_NAMES.map(async (service) => ({
      where: `the metrics of ${service}`,
      text: await (await fetch(platform.metricsUrl(service))).text(),
    })),
  );
}

describe('what somebody has told the platform in confidence', () => {
  it('is found in no log, metric, trace, subject, statement or refusal, wherever it was put', async () => {
    const { token, activityId } = await liveOn();
    await misplace(token);
    const metrics = await metricsOf();
    await failInside(token, activityId);
    // The line of a request is written after its answer, and spans leave once a second.
    await eventually(() => {
      expect(platform.logOf('gateway')).toContain('"status":500');
      expect(collector.raw()).toContain('POST /api/v1/matters');
    });
    const all = [...secret, ...personal, ...issued];
    const overheard: Haystack[] = [
      ...SERVICE_NAMES.map((service) => ({ where: `the log of ${service}`, text: platform.logOf(service) })),
      ...metrics,
      { where: 'the traces', text: collector.raw() },
      { where: 'the subjects of NATS', text: listener.subjects() },
      { where: 'what the database is at', text: listener.running() },
      { where: "the database's log of statements", text: postgres.statements() },
    ];
    expect(overheard.filter(({ text }) => text.length < 200).map(({ where }) => where)).toEqual([]);
    expect(findPlanted([...overheard, ...refused], all)).toEqual([]);
    const bound = [{ where: 'what was bound to statements', text: postgres.parameters() }];
    expect(findPlanted(bound, [...secret, ...issued])).toEqual([]);
  });

  it('stands in clear in no column of any table and in no file of the streams, but where it is told for a reason', async () => {
    const columns = await columnsOf(platform);
    expect(columns.length).toBeGreaterThan(1_000);
    const found = findPlanted(columns, [...secret, ...personal, ...issued]);
    expect(found.sort()).toEqual(Object.keys(inClear).sort());
    const files = filesBelow(join(platform.home, 'data', 'nats'));
    const streams = [{ where: 'the streams', text: files.map(({ bytes }) => bytes.toString()).join('\n') }];
    // Told to sharing and to notification, as above.
    expect(findPlanted(streams, [...secret, ...personal]).sort()).toEqual([
      'a message to those who take part in the streams',
      'the birth date in the streams',
    ]);
  });

  it('would have been found there: what is no secret is', () => {
    const open = [{ what: 'a union', value: network.near.name }];
    expect(findPlanted([{ where: 'bound', text: postgres.parameters() }], open)).toEqual([
      'a union in bound',
    ]);
    const logs = SERVICE_NAMES.map((service) => ({ where: service, text: platform.logOf(service) }));
    expect(findPlanted(logs, [{ what: 'a field of every line', value: '"level":' }])).toHaveLength(
      SERVICE_NAMES.length,
    );
    const told = [{ where: 'subjects', text: listener.subjects() }];
    expect(findPlanted(told, [{ what: 'an event', value: 'evt.sharing.' }])).toHaveLength(1);
  });
});

describe('the search for planted values', () => {
  const planted = [{ what: 'a name', value: '欧阳"未' }];
  const forms: readonly (readonly [string, string])[] = [
    ['as it is', '…欧阳"未…'],
    ['in JSON', JSON.stringify({ name: '欧阳"未' })],
    ['in JSON of ASCII alone', '{"name":"\\u6b27\\u9633"\\u672a"}'],
    ['in an address', `/members?q=${encodeURIComponent('欧阳"未')}`],
    ['as bytes', `\\x${Buffer.from('欧阳"未').toString('hex').toUpperCase()}`],
    ['in base64', Buffer.from('欧阳"未').toString('base64')],
  ];

  it.each(forms)('finds one %s, and does not repeat it', (where, text) => {
    expect(findPlanted([{ where, text }], planted)).toEqual([`a name in ${where}`]);
  });

  it('finds nothing where only a part of it stands', () => {
    expect(findPlanted([{ where: 'a masked list', text: '欧**' }], planted)).toEqual([]);
  });
});
