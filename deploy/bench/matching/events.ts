import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { cpuOf } from '../../proofs/cpu.js';
import { run } from '../sql.js';
import { forgetStatements, statementsMs } from '../statements.js';
import { drained } from './due.js';
import { offerSort, placeAt, seekSort, sortAt, type World } from './world.js';

export const eventNames = ['new offer', 'changed offer', 'new need'] as const;
export type EventName = (typeof eventNames)[number];

/** Of one event on the average, in milliseconds. */
export interface Cost {
  /** From the first request to the last match, with the answers to the requests. */
  readonly took: number;
  /** What the processor of the sharing service was at. */
  readonly processor: number;
  /** What PostgreSQL was at. */
  readonly statements: number;
}

/** Makes so many events of a kind, one after the other, and waits until every list says what they changed. */
export async function costOf(
  world: World,
  name: EventName,
  { count, first }: { readonly count: number; readonly first: number },
): Promise<Cost> {
  const { platform, serverUrl, database } = world;
  const { databaseUrl } = platform;
  const ids = name === 'changed offer' ? await someOffers(databaseUrl, count) : [];
  const pids = { sharing: platform.replicas('sharing')[0]?.pid ?? 0 };
  await forgetStatements(serverUrl);
  const cpuBefore = cpuOf(pids)['sharing'] ?? Number.NaN;
  const began = performance.now();
  for (let number = first; number < first + count; number += 1) {
    if (name === 'new offer') await offerSort(world, sortAt(number), placeAt(number));
    else if (name === 'new need') await seekSort(world, sortAt(number), placeAt(number));
    else await changeOffer(world, ids[number - first] ?? '', number);
  }
  await drained(databaseUrl);
  const took = performance.now() - began;
  const processor = ((cpuOf(pids)['sharing'] ?? Number.NaN) - cpuBefore) * 1_000;
  const statements = await statementsMs(serverUrl, database);
  return { took: took / count, processor: processor / count, statements: statements / count };
}

/** Some of those that were there before. */
async function someOffers(databaseUrl: string, count: number): Promise<string[]> {
  const rows = await run<{ id: string }>(
    databaseUrl,
    `SELECT id FROM sharing.resource WHERE district LIKE '县%' ORDER BY random() LIMIT ${count}`,
  );
  return rows.map(({ id }) => id);
}

async function changeOffer({ owner }: World, id: string, number: number): Promise<void> {
  const { version } = await owner.client.get<ResourceView>(`/resources/${id}`);
  const changes = { capacity: 20 + (number % 300), description: `可停车 ${number} 辆` };
  await owner.client.patch(`/resources/${id}`, changes, { ifMatch: version });
}

/**
 * What the same costs at the least: the newest that stand under one key, read by one statement.
 * @returns milliseconds of PostgreSQL for each
 */
export async function bareLookup({ platform, serverUrl, database }: World, times: number): Promise<number> {
  const { databaseUrl } = platform;
  const keys = await run<{ key: string }>(
    databaseUrl,
    `SELECT key FROM (SELECT DISTINCT key FROM sharing.offer_key WHERE key LIKE 'resource/%/d:县%') AS k
     ORDER BY random() LIMIT ${times}`,
  );
  await forgetStatements(serverUrl);
  for (const { key } of keys)
    await run(
      databaseUrl,
      `SELECT r.* FROM sharing.offer_key k JOIN sharing.resource r ON r.id = k.offer_id
       WHERE k.key = $1 ORDER BY k.offer_id DESC LIMIT 120`,
      [key],
    );
  return (await statementsMs(serverUrl, database)) / keys.length;
}
