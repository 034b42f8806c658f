import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import pg from 'pg';
import { SERVICES } from '../local/services.js';
import { ask } from './ask.js';
import { cpuOf } from './cpu.js';
import {
  draftActivity,
  makeNetwork,
  makePerson,
  type Network,
  type Person,
  publishActivity,
  withDatabase,
} from './fixtures.js';
import { allHeard, connectAsAdmin } from './streams.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** The gateway, which has every route, takes 2.9 times as much as reading the framework, the others 1.2 to 2.1. */
const STARTS_MAX = 4;

let platform: TestPlatform;
let network: Network;
let organiser: Person;
let nats: NatsConnection;

beforeAll(async () => {
  platform = await startTestPlatform();
  network = await makeNetwork(platform);
  organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  nats = await connectAsAdmin(platform);
});

afterAll(async () => {
  await nats?.close();
  await platform?.stop();
});

async function rowsOf<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return withDatabase(platform, async (sql) => (await sql.query<Row>(text, [...values])).rows);
}

describe('an idempotency key', () => {
  it('gets the first answer again after gateway and service were killed and came back', async () => {
    const key = randomUUID();
    const create = (name: string): ReturnType<typeof ask> =>
      ask(platform.gatewayUrl, 'POST', '/unions', {
        token: network.operator.token,
        key,
        body: { parentId: network.districts[0].id, name },
      });
    const first = await create('重启前的工会');
    await Promise.all([platform.kill('gateway'), platform.kill('membership')]);
    await Promise.all([platform.start('membership'), platform.start('gateway')]);
    const again = await create('重启前的工会');
    const other = await create('另一个工会');

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.headers.get('idempotency-hit')).toBeNull();
    expect(again.headers.get('idempotency-hit')).toBe('true');
    // The kept answer went through JSON in the database, which orders fields in its own way.
    expect(again.body).toEqual(first.body);
    expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(
      await rowsOf('SELECT id FROM membership.labour_union WHERE name = $1', ['重启前的工会']),
    ).toHaveLength(1);
  });

  it('makes one registration when the service is killed while the answer is on its way', async () => {
    const activity = await publishActivity(organiser.client, network.near, 5);
    const member = await makePerson(platform, network, network.near);
    const key = randomUUID();
    const path = `/activities/${activity.id}/registrations`;
    const lost = member.client.post<RegistrationView>(path, {}, { key });
    await platform.kill('sharing');
    await platform.start('sharing');
    // The client asks again with its key until somebody answers, as a phone in a lift does.
    const answer = await lost;
    const again = await member.client.post<RegistrationView>(path, {}, { key });
    expect(again.id).toBe(answer.id);
    const rows = await rowsOf('SELECT id FROM sharing.registration WHERE activity_id = $1', [activity.id]);
    expect(rows).toEqual([{ id: answer.id }]);
  });
});

interface Recorded extends pg.QueryResultRow {
  readonly id: string;
  readonly subject: string;
  readonly envelope: { readonly id: string };
  readonly published: boolean;
}

const outboxOf = (activityId: string): Promise<Recorded[]> =>
  rowsOf<Recorded>(
    `SELECT id, subject, envelope, published_at IS NOT NULL AS published FROM sharing.outbox
     WHERE envelope->>'subject' = $1 ORDER BY position`,
    [activityId],
  );

/** The row of a copy with the transaction that wrote it last, which tells a handler that ran twice. */
const copyIn = (service: string, activityId: string): Promise<{ state: string; xmin: string }[]> =>
  rowsOf(`SELECT state, xmin::text AS xmin FROM ${service}.activity_ref WHERE id = $1`, [activityId]);

const readers = ['settlement', 'evaluation'];

describe('an event whose service dies between commit and publish', () => {
  it('still arrives, and once in effect, also when it is published twice', async () => {
    const draft = await draftActivity(organiser.client, network.near);
    await organiser.client.post(`/activities/${draft.id}/pools`, { name: '公共名额', capacity: 5 });
    await eventually(async () => {
      for (const reader of readers)
        expect(await copyIn(reader, draft.id)).toMatchObject([{ state: 'draft' }]);
    });

    // The relay's own lock, held by somebody else: what is committed now stays unpublished for certain.
    const blocker = new pg.Client({ connectionString: platform.databaseUrl });
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query(`SELECT pg_advisory_xact_lock(hashtextextended('sharing.outbox', 0))`);
    await organiser.client.decide<ActivityView>(`/activities/${draft.id}/publish`);
    const last = (await outboxOf(draft.id)).at(-1);
    expect(last?.published).toBe(false);
    await platform.kill('sharing');
    await blocker.query('ROLLBACK');
    await blocker.end();
    for (const reader of readers) expect(await copyIn(reader, draft.id)).toMatchObject([{ state: 'draft' }]);

    await platform.start('sharing');
    await eventually(async () => {
      for (const reader of readers)
        expect(await copyIn(reader, draft.id)).toMatchObject([{ state: 'published' }]);
    });
    await eventually(async () => {
      expect((await outboxOf(draft.id)).every((event) => event.published)).toBe(true);
    });

    const before = await Promise.all(readers.map((reader) => copyIn(reader, draft.id)));
    // Without its message id, so that JetStream's own window of duplicates cannot hide the second copy.
    for (let copies = 0; copies < 2; copies += 1) {
      await nats.request(last?.subject ?? '', JSON.stringify(last?.envelope));
    }
    await eventually(() => allHeard(platform, nats, 'sharing'));
    expect(await Promise.all(readers.map((reader) => copyIn(reader, draft.id)))).toEqual(before);
    for (const reader of readers) {
      const marks = await rowsOf<{ times: number }>(
        `SELECT consumer, count(*)::int AS times FROM ${reader}.inbox WHERE message_id = $1 GROUP BY consumer`,
        [last?.id],
      );
      expect(marks.length).toBeGreaterThan(0);
      expect(marks.every((mark) => mark.times === 1)).toBe(true);
    }
  });
});

describe('a read copy', () => {
  const ownUnions = `SELECT md5(string_agg(concat_ws('|', id, version, path, name, active), ',' ORDER BY id)) AS hash
    FROM membership.labour_union`;
  const copiedUnions = (service: string): string =>
    `SELECT md5(string_agg(concat_ws('|', id, version, path, name, active), ',' ORDER BY id)) AS hash
     FROM ${service}.union_ref`;

  it.each(['sharing', 'settlement', 'evaluation', 'notification', 'affairs'])(
    'of the unions in %s is rebuilt by a republication after it was dropped',
    async (service) => {
      await rowsOf(`TRUNCATE ${service}.union_ref`);
      await network.operator.client.post('/republications', { service: 'membership', noun: 'union' });
      const expected = await rowsOf(ownUnions);
      await eventually(async () => expect(await rowsOf(copiedUnions(service))).toEqual(expected));
      expect(expected).toHaveLength(1);
    },
  );

  it('of the members is rebuilt, so that somebody can sign up again', async () => {
    const activity = await publishActivity(organiser.client, network.near, 5);
    const member = await makePerson(platform, network, network.near);
    await eventually(() => allHeard(platform, nats, 'membership')); // else the news of the member would come after the truncation
    await rowsOf('TRUNCATE sharing.member_ref');
    const path = `/activities/${activity.id}/registrations`;
    const early = await ask(platform.gatewayUrl, 'POST', path, { token: member.token });
    expect([early.status, early.body.code, early.headers.get('retry-after')]).toEqual([
      409,
      'REFERENCE_PENDING',
      '1',
    ]);
    await network.operator.client.post('/republications', { service: 'membership', noun: 'member' });
    const answer = await member.client.post<RegistrationView>(path);
    expect(answer.state).toBe('confirmed');
    await eventually(async () => {
      const [people] = await rowsOf<{ own: number; copied: number }>(
        `SELECT (SELECT count(DISTINCT person_id)::int FROM membership.union_membership) AS own,
                (SELECT count(*)::int FROM sharing.member_ref) AS copied`,
      );
      expect(people?.copied).toBe(people?.own);
    });
  });

  it.each(readers)('of the activities in %s is rebuilt by a republication', async (service) => {
    await publishActivity(organiser.client, network.near, 5);
    const own = `SELECT md5(string_agg(concat_ws('|', id, version, title, state, union_id), ',' ORDER BY id)) AS hash
      FROM sharing.activity`;
    await rowsOf(`TRUNCATE ${service}.activity_ref CASCADE`);
    await network.operator.client.post('/republications', { service: 'sharing', noun: 'activity' });
    const expected = await rowsOf(own);
    await eventually(async () =>
      expect(await rowsOf(own.replace('sharing.activity', `${service}.activity_ref`))).toEqual(expected),
    );
  });
});

/** What Node takes to read what every service is built of, and nothing else, in seconds of processor. */
function readingTheFramework(): number {
  const script = `
    await Promise.all(['@nestjs/core', 'typeorm', '@nats-io/jetstream', 'class-validator'].map((name) => import(name)));
    const { user, system } = process.cpuUsage();
    process.stdout.write(String((user + system) / 1e6));`;
  const from = join(import.meta.dirname, '../../libs/messaging');
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: from }));
}

// However busy the machine is, whoever is killed is away for as long as the processor takes to get through this.
describe('a service that was killed', () => {
  it.each(SERVICES.map(({ name }) => name))(
    '%s is back for little more than reading the framework costs, so that a busy machine has it back soon',
    async (name) => {
      await platform.kill(name);
      const { pid } = await platform.start(name);
      const { [name]: seconds = 0 } = cpuOf({ [name]: pid });
      expect(seconds).toBeLessThan(STARTS_MAX * readingTheFramework());
    },
  );
});

describe('readiness', () => {
  it('tells that the database is gone and that it came back, and nothing is lost meanwhile', async () => {
    const name = new URL(platform.databaseUrl).pathname.slice(1);
    const server = new URL(platform.databaseUrl);
    server.pathname = '/postgres';
    const admin = new pg.Client({ connectionString: server.href });
    await admin.connect();
    const ready = async (): Promise<number> => (await fetch(platform.healthUrl('membership'))).status;
    await eventually(async () => expect(await ready()).toBe(200));
    try {
      await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
      // Waits for each of them to be gone: one that lives a moment longer could still answer below.
      await admin.query('SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1', [
        name,
      ]);
      await eventually(async () => expect(await ready()).toBe(503));
      const refused = await ask(platform.gatewayUrl, 'GET', '/unions', { token: network.operator.token });
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).not.toBeNull();
    } finally {
      await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    await eventually(async () => expect(await ready()).toBe(200));
    const { id } = await network.operator.client.post<{ id: string }>('/unions', {
      parentId: network.districts[1].id,
      name: '断线之后的工会',
    });
    await eventually(async () =>
      expect(await rowsOf('SELECT name FROM sharing.union_ref WHERE id = $1', [id])).toHaveLength(1),
    );
  });
});
