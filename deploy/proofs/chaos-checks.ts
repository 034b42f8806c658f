import { eventually } from '@gongxiang/testing';
import { expect } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type pg from 'pg';
import type { ServiceName } from '../local/services.js';
import { withDatabase } from './fixtures.js';
import type { TestPlatform } from './test-platform.js';

const owners = ['membership', 'sharing', 'settlement', 'evaluation'] as const;
const arriveWithinMs = 30_000;

interface ConsumerInfo {
  readonly name: string;
  readonly num_pending: number;
  readonly num_ack_pending: number;
  readonly config: { readonly filter_subject?: string; readonly filter_subjects?: readonly string[] };
}

export async function rowsOf<Row extends pg.QueryResultRow>(
  platform: TestPlatform,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return withDatabase(platform, async (sql) => (await sql.query<Row>(text, [...values])).rows);
}

/** Everything that was recorded is told, whoever hears it has handled it once, and every copy is as its owner has it. */
export async function expectEverythingTold(platform: TestPlatform): Promise<void> {
  await eventually(async () => {
    for (const owner of owners) {
      const [left] = await rowsOf<{ left: number }>(
        platform,
        `SELECT count(*)::int AS left FROM ${owner}.outbox WHERE published_at IS NULL`,
      );
      expect([owner, left?.left]).toEqual([owner, 0]);
    }
    for (const owner of owners) await expectHandledOnce(platform, owner);
  }, arriveWithinMs);
  for (const owner of owners)
    expect(await rowsOf(platform, `SELECT consumer, reason FROM ${owner}.dead_letter`)).toEqual([]);
  await expectCopies(platform);
}

/** As JetStream says it who hears what: each event of those subjects stands in the inbox of each consumer, and no other. */
async function expectHandledOnce(platform: TestPlatform, owner: string): Promise<void> {
  for (const consumer of await consumersOf(platform, owner)) {
    const subjects = consumer.config.filter_subjects ?? [consumer.config.filter_subject ?? ''];
    const reader = consumer.name.split('-')[0] ?? '';
    const [counts] = await rowsOf<{ told: number; seen: number; rows: number }>(
      platform,
      `SELECT count(*)::int AS told, count(i.message_id)::int AS seen,
              (SELECT count(*)::int FROM ${reader}.inbox WHERE consumer = $1) AS rows
       FROM ${owner}.outbox o LEFT JOIN ${reader}.inbox i ON i.consumer = $1 AND i.message_id = o.id
       WHERE o.subject = ANY($2)`,
      [consumer.name, subjects],
    );
    const told = counts?.told;
    expect({ consumer: consumer.name, ...counts }).toEqual({
      consumer: consumer.name,
      ...{ told, seen: told, rows: told },
    });
    expect([consumer.name, consumer.num_pending, consumer.num_ack_pending]).toEqual([consumer.name, 0, 0]);
  }
}

async function consumersOf(platform: TestPlatform, owner: string): Promise<readonly ConsumerInfo[]> {
  const nats = await connect({
    servers: platform.natsUrl,
    user: 'admin',
    pass: platform.secrets.natsPasswords['admin'] ?? '',
  });
  try {
    const reply = await nats.request(`$JS.API.CONSUMER.LIST.evt_${owner}`, '{}');
    const { consumers } = reply.json<{ consumers?: readonly ConsumerInfo[] }>();
    return (consumers ?? []).filter((one) => one.name.endsWith(`-of-${owner}`));
  } finally {
    await nats.close();
  }
}

async function expectCopies(platform: TestPlatform): Promise<void> {
  const activities = 'id, version, title, state, union_id';
  const unions = 'id, version, path, name, active';
  const copies = [
    ...['settlement', 'evaluation'].map((reader) => [
      'sharing.activity',
      `${reader}.activity_ref`,
      activities,
    ]),
    ...['sharing', 'settlement', 'evaluation'].map((reader) => [
      'membership.labour_union',
      `${reader}.union_ref`,
      unions,
    ]),
  ] as [own: string, copy: string, columns: string][];
  for (const [own, copy, columns] of copies) {
    const all = (table: string): Promise<object[]> =>
      rowsOf(platform, `SELECT ${columns} FROM ${table} ORDER BY id`);
    expect([copy, await all(copy)]).toEqual([copy, await all(own)]);
  }
}

/** What a service says of its readiness: 200, 503, or 0 where nobody listens. */
export async function readiness(platform: TestPlatform, service: ServiceName): Promise<number> {
  try {
    return (await fetch(platform.healthUrl(service), { signal: AbortSignal.timeout(3_000) })).status;
  } catch {
    return 0; // nobody listens
  }
}
