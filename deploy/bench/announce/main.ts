// npm run bench -- announce: a union writes to very many people, while others sign up.
//   --recipients=100000 --rounds=3 --people=5000 --seats=1250 --connections=256 --addresses=20
//   --kill                  in the last round sharing and the service of the inboxes die once the first mail has left
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { NoticeAddressView } from '@gongxiang/contracts/notification/notice-address.contract';
import type { AnnouncementView } from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { until } from '../../demo/tools/world.js';
import { renewed } from '../../proofs/fixtures.js';
import { spread } from '../figures.js';
import { measure } from '../measure.js';
import { type MeasuredPlatform, startMeasured } from '../platform.js';
import { requireRush } from '../rush.js';
import { exitOnSignals } from '../signals.js';
import { run } from '../sql.js';
import { startCounting } from '../start.js';
import { Mails } from './mails.js';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    people: { type: 'string', default: '5000' },
    seats: { type: 'string', default: '1250' },
    connections: { type: 'string', default: '256' },
    addresses: { type: 'string', default: '20' },
    kill: { type: 'boolean', default: false },
  },
});
const recipients = Number(values.recipients);
const rounds = Number(values.rounds);
const rush = requireRush({ people: Number(values.people), seats: Number(values.seats), activities: 1 });
const connections = Number(values.connections);
const pollMs = 100;
const withinMs = 1_800_000;
const dying = ['sharing', 'notification'] as const;
/** Mails that are on their way at a time: `pace` of `delivery-sender.ts`. Whoever dies sends so many once more at most. */
const mailsAtOnce = 5;

/** Members as sharing has copied them: nobody of them signs in. */
async function addMembers({ platform, crowd }: MeasuredPlatform): Promise<void> {
  await run(
    platform.databaseUrl,
    `INSERT INTO sharing.member_ref (person_id, version, masked_name, union_id, state, valid_from)
     SELECT gen_random_uuid(), 1, '会*', $1, 'active', current_date - 30 FROM generate_series(1, $2::int)`,
    [crowd.unions[0]?.id, recipients],
  );
  await run(platform.databaseUrl, 'VACUUM ANALYZE sharing.member_ref');
}

/** Some of the crowd prove a mail address, and want nothing to wait for the morning. @returns a test of one of them, see {@link Tools} */
async function addAddresses(one: MeasuredPlatform, mails: Mails): Promise<() => Promise<number>> {
  const inUnion = one.crowd.people.filter((_person, index) => index % one.crowd.unions.length === 0);
  let test = (): Promise<number> => Promise.reject(new Error('--addresses is at least 1'));
  for (const [index, person] of inUnion.slice(0, Number(values.addresses)).entries()) {
    const { client } = renewed(one.platform, person);
    const mail = `bench${index}@example.com`;
    const preferences = await client.get<Preferences>('/me/notice-preferences');
    const { version: ifMatch, kinds: _kinds, ...known } = preferences;
    await client.put('/me/notice-preferences', { ...known, quietFrom: null, quietTo: null }, { ifMatch });
    const { id } = await client.post<NoticeAddressView>('/me/notice-addresses/mail', { mail });
    await until(() => Promise.resolve(mails.codeTo(mail) !== undefined), 'a code by mail');
    await client.post(`/me/notice-addresses/${id}/prove`, { code: mails.codeTo(mail) });
    test = async () => {
      const before = mails.arrived.length;
      const began = Date.now();
      await renewed(one.platform, person).client.post(`/me/notice-addresses/${id}/test`, {});
      const arrived = (): number | undefined =>
        mails.arrived.slice(before).find(({ to, at }) => to === mail && at >= began)?.at;
      await until(() => Promise.resolve(arrived() !== undefined), 'a test by mail');
      return (arrived() ?? Number.NaN) - began;
    };
  }
  return test;
}

interface Preferences {
  readonly version: number;
  readonly kinds: unknown;
}

interface Round {
  readonly alone: number;
  readonly beside: number;
  readonly firstMs: number;
  readonly allMs: number;
  readonly urgentMs: number;
  readonly mailsTwice: number;
}

async function measureRound(one: MeasuredPlatform, tools: Tools, isKilled: boolean): Promise<Round> {
  const p99 = async (): Promise<number> =>
    (await measure(one.subject, { rush, connections, postgresPid: tools.postgresPid })).report.p99;
  const alone = await p99();
  const { client } = renewed(one.platform, one.crowd.organiser);
  const mailsBefore = tools.mails.arrived.length;
  const began = Date.now();
  const unionId = one.crowd.unions[0]?.id ?? '';
  const { id } = await client.post<AnnouncementView>('/announcements', {
    unionId,
    audience: { kind: 'union', id: unionId },
    title: '公告',
    text: '请到工会登记。',
    urgency: 'soon',
    release: 'now',
  });
  await until(() => Promise.resolve(tools.mails.arrived.length > mailsBefore), 'the first mail', withinMs);
  const firstMs = (tools.mails.arrived[mailsBefore]?.at ?? Number.NaN) - began;
  // Others are on their way now, and most inboxes do not have it yet.
  if (isKilled) await kill(one);
  const urgentMs = await tools.test();
  const beside = await p99();
  const all = await untilInInboxes(one, id);
  const mailsTwice = await untilMailed(tools, mailsBefore, isKilled);
  return { alone, beside, firstMs, urgentMs, allMs: all - began, mailsTwice };
}

async function kill({ platform }: MeasuredPlatform): Promise<void> {
  for (const service of dying) {
    await platform.kill(service);
    await platform.start(service);
  }
}

/** @returns when everybody had it. @throws Error where somebody has it twice or not at all */
async function untilInInboxes({ platform }: MeasuredPlatform, id: string): Promise<number> {
  for (;;) {
    const [counts] = await run<{ state: string; recipients: number; inboxes: number; people: number }>(
      platform.databaseUrl,
      `SELECT a.state, a.recipients, n.inboxes, n.people FROM sharing.announcement a CROSS JOIN (
         SELECT count(*)::int AS inboxes, count(DISTINCT person_id)::int AS people
         FROM notification.notice WHERE text_id = $1) AS n WHERE a.id = $1`,
      [id],
    );
    if (counts === undefined) throw new Error('the announcement is not there');
    if (counts.inboxes !== counts.people) throw new Error(`${counts.inboxes} notices of ${counts.people}`);
    if (counts.state === 'sent' && counts.inboxes >= counts.recipients) return Date.now();
    await setTimeout(pollMs * 10);
  }
}

/** @returns how many mails came twice. @throws Error where that is more than were on their way when their sender died */
async function untilMailed({ mails }: Tools, from: number, isKilled: boolean): Promise<number> {
  const addresses = Number(values.addresses);
  await until(() => Promise.resolve(mails.since(from).to.size >= addresses), 'a mail to everybody', withinMs);
  const { twice } = mails.since(from);
  if (twice > (isKilled ? mailsAtOnce : 0)) throw new Error(`${twice} mails came twice`);
  return twice;
}

interface Tools {
  readonly mails: Mails;
  readonly postgresPid: number;
  /** Sends one urgent mail. @returns how long it took, in ms */
  readonly test: () => Promise<number>;
}

function say(found: readonly Round[]): void {
  const of = (read: (one: Round) => number, digits = 0): string => spread(found.map(read), digits);
  const lines = [
    `${recipients} recipients: the first mail left after ${of(({ firstMs }) => firstMs)} ms`,
    `all inboxes had it after ${of(({ allMs }) => allMs / 1_000, 1)} s, with ${rush.people} sign-ups in between`,
    `an urgent mail beside it took ${of(({ urgentMs }) => urgentMs)} ms`,
    `p99 of sign-ups alone ${of(({ alone }) => alone, 1)} ms, beside it ${of(({ beside }) => beside, 1)} ms`,
    `beside : alone ${of(({ alone, beside }) => beside / alone, 2)}`,
    `left out 0; twice: inboxes 0, mails ${Math.max(...found.map(({ mailsTwice }) => mailsTwice))}`,
  ];
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

exitOnSignals();
const mails = await Mails.start();
const postgres = await startCounting(false);
try {
  const environment = { MAIL_URL: mails.url, MAIL_FROM: 'bench <bench@example.com>' };
  const one = await startMeasured(postgres.url, rush.people, { name: 'platform', environment });
  try {
    const test = await addAddresses(one, mails);
    await addMembers(one);
    const tools = { mails, postgresPid: postgres.pid(), test };
    const found: Round[] = [];
    // One round that does not count: what runs for the first time is slower.
    for (let round = 0; round <= rounds; round += 1) {
      const measured = await measureRound(one, tools, values.kill && round === rounds);
      if (round > 0) found.push(measured);
      process.stdout.write(`${round === 0 ? 'warm-up' : `round ${round}`} ${JSON.stringify(measured)}\n`);
    }
    say(found);
  } finally {
    await one.platform.stop();
  }
} finally {
  mails.stop();
  await postgres.stop();
}
