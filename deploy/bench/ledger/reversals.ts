// Entries that are taken back through the REST interface, all of them at once.
import { randomUUID } from 'node:crypto';
import { renewed } from '../../proofs/fixtures.js';
import { cpuOf } from '../../proofs/cpu.js';
import { runLoad } from '../load.js';
import { each } from '../measure.js';
import { run } from '../sql.js';
import type { LoadRequest } from '../subject.js';
import type { World } from './world.js';

/** What some entries took until the last answer. */
export interface Taken {
  readonly seconds: number;
  /** Microseconds of processor for each entry, by process. */
  readonly cpu: Readonly<Record<string, number>>;
}

/** @throws where one of them was not taken back, or a posting is not there */
export async function takeBack(
  world: World,
  ids: readonly string[],
  { postings, connections }: { readonly postings: number; readonly connections: number },
): Promise<Taken> {
  const { platform, approver } = world;
  const headers = { authorization: `Bearer ${renewed(platform, approver).token}` };
  const requests = ids.map((id) => reversalOf(id, headers));
  // The connections are open before the clock runs, as those of the baseline are.
  const warmUp = Array.from({ length: connections }, (): LoadRequest => {
    return { method: 'GET', path: '/api/v1/me', headers };
  });
  const processes = pidsOf(world);
  const before = cpuOf(processes);
  const { seconds, counts } = await runLoad([platform.gatewayUrl], connections, requests, warmUp);
  const cpu = each(cpuOf(processes), before, ids.length);
  if (counts['201'] !== ids.length) throw new Error(`not all were taken back: ${JSON.stringify(counts)}`);
  const [found] = await run<{ count: number }>(
    platform.databaseUrl,
    `SELECT count(*)::int AS count FROM settlement.posting p JOIN settlement.entry e ON e.id = p.entry_id
     WHERE e.reversal_of = ANY($1::uuid[])`,
    [ids],
  );
  if (found?.count !== postings) throw new Error(`${found?.count} postings instead of ${postings}`);
  return { seconds, cpu };
}

function reversalOf(id: string, headers: Readonly<Record<string, string>>): LoadRequest {
  return {
    method: 'POST',
    path: `/api/v1/ledger/entries/${id}/reverse`,
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ reason: '活动取消' }),
  };
}

function pidsOf({ platform, postgresPid }: World): Record<string, number> {
  const services = (['gateway', 'settlement'] as const).flatMap((service) =>
    platform.replicas(service).map(({ pid }): [string, number] => [service, pid]),
  );
  return { ...Object.fromEntries(services), PostgreSQL: postgresPid };
}
