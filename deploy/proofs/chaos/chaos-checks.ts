import { notifyingServices } from '@gongxiang/contracts/notification/notice-raised';
import { DATABASE_SERVICES, type ServiceName } from '../../local/services.js';
import { pause } from './chaos-wave.js';
import { connectAsAdmin } from '../streams.js';
import { rowsOf } from '../rows.js';
import type { TestPlatform } from '../test-platform.js';

/**
 * What a check has found wrong, in words that begin with its kind: `lost: …`, `twice: …`, `oversold: …`. What may still
 * come right by itself begins with `late: …`. The proofs ask for none; the controls ask for the one that they provoke.
 */
export type Violation = string;

/** Many times what a busy machine needs; what a process that died had fetched comes again after ten seconds. */
const settlesWithinMs = 90_000;
const lookAgainMs = 250;

/** Looks again until nothing is wrong. @returns what still is when the time is up */
export async function settled(look: () => Promise<Violation[]>): Promise<Violation[]> {
  const deadline = Date.now() + settlesWithinMs;
  for (;;) {
    const found = await look();
    if (found.length === 0 || Date.now() > deadline) return found;
    await pause(lookAgainMs);
  }
}

/** One consumer class of a service, and what it hears of another. */
export interface Listener {
  readonly owner: string;
  readonly name: string;
  readonly subjects: readonly string[];
}

interface ConsumerInfo {
  readonly name: string;
  readonly num_pending: number;
  readonly num_ack_pending: number;
  readonly config: { readonly filter_subject?: string; readonly filter_subjects?: readonly string[] };
}

/** Who hears what, as JetStream says while all is well. To be asked before anything is broken. */
export async function listenersOf(platform: TestPlatform): Promise<Listener[]> {
  const lists = await Promise.all(DATABASE_SERVICES.map((owner) => consumersOf(platform, owner)));
  return lists.flatMap((consumers, index) =>
    consumers.map(({ name, config }) => ({
      owner: DATABASE_SERVICES[index] ?? '',
      name,
      subjects: config.filter_subjects ?? [config.filter_subject ?? ''],
    })),
  );
}

async function consumersOf(platform: TestPlatform, owner: string): Promise<readonly ConsumerInfo[]> {
  const nats = await connectAsAdmin(platform);
  try {
    const reply = await nats.request(`$JS.API.CONSUMER.LIST.evt_${owner}`, '{}');
    const { consumers } = reply.json<{ consumers?: readonly ConsumerInfo[] }>();
    return (consumers ?? []).filter((one) => one.name.endsWith(`-of-${owner}`));
  } finally {
    await nats.close();
  }
}

/**
 * Every event of every outbox is told, and each of its listeners has handled it, once. An event counts as lost when all
 * is quiet, nothing is left to publish and nothing to be heard, and a listener has still not seen it.
 */
export async function eventViolations(
  platform: TestPlatform,
  listeners: readonly Listener[],
): Promise<Violation[]> {
  const found = await Promise.all(DATABASE_SERVICES.map((owner) => ofOwner(platform, owner, listeners)));
  const letters = await Promise.all(
    DATABASE_SERVICES.map((owner) =>
      rowsOf<{ consumer: string; reason: string }>(
        platform,
        `SELECT consumer, reason FROM ${owner}.dead_letter`,
      ),
    ),
  );
  const buried = letters.flat().map(({ consumer, reason }) => `buried: ${consumer} says ${reason}`);
  return [...found.flat(), ...buried];
}

async function ofOwner(
  platform: TestPlatform,
  owner: string,
  listeners: readonly Listener[],
): Promise<Violation[]> {
  const [outbox] = await rowsOf<{ left: number; upTo: string }>(
    platform,
    `SELECT count(*) FILTER (WHERE published_at IS NULL)::int AS left, coalesce(max(position), 0)::text AS "upTo"
     FROM ${owner}.outbox`,
  );
  const { left, upTo } = outbox ?? { left: 0, upTo: '0' };
  if (left > 0) return [`late: ${left} events of ${owner} are not told yet`];
  const consumers = await consumersOf(platform, owner).catch(() => []);
  const mine = listeners.filter((one) => one.owner === owner);
  const found = await Promise.all(
    mine.map(async (listener) => {
      const info = consumers.find((one) => one.name === listener.name);
      if (info === undefined) return [`late: nobody listens as ${listener.name}`];
      const waiting = info.num_pending + info.num_ack_pending;
      if (waiting > 0) return [`late: ${waiting} events wait for ${listener.name}`];
      return ofListener(platform, listener, upTo);
    }),
  );
  return found.flat();
}

async function ofListener(
  platform: TestPlatform,
  { owner, name, subjects }: Listener,
  upTo: string,
): Promise<Violation[]> {
  const reader = name.split('-')[0] ?? '';
  const [counts] = await rowsOf<{ told: number; seen: number; marks: number }>(
    platform,
    `SELECT count(DISTINCT o.id)::int AS told, count(DISTINCT i.message_id)::int AS seen, count(i.message_id)::int AS marks
     FROM ${owner}.outbox o LEFT JOIN ${reader}.inbox i ON i.consumer = $1 AND i.message_id = o.id
     WHERE o.subject = ANY($2) AND o.position <= $3::bigint`,
    [name, subjects, upTo],
  );
  const { told, seen, marks } = counts ?? { told: 0, seen: 0, marks: 0 };
  return [
    ...(seen < told ? [`lost: ${name} has heard ${seen} of ${told} events`] : []),
    ...(marks > seen ? [`twice: ${name} has marked ${marks - seen} events more than once`] : []),
  ];
}

/** Copies of what others own: table of the owner, table of the reader, and the columns that both have. */
const copies: readonly (readonly [own: string, copy: string, columns: string])[] = [
  ...['settlement', 'evaluation'].flatMap((reader) => [
    ['sharing.activity', `${reader}.activity_ref`, 'id, version, title, state, union_id'] as const,
  ]),
  ...['sharing', 'settlement', 'evaluation', 'notification', 'affairs'].map(
    (reader) =>
      ['membership.labour_union', `${reader}.union_ref`, 'id, version, path, name, active'] as const,
  ),
  ...['sharing', 'settlement', 'notification', 'affairs'].map(
    (reader) =>
      [
        'membership.role_grant',
        `${reader}.role_ref`,
        'id, version, person_id, union_id, role, revoked_at',
      ] as const,
  ),
  // The versions of these are those of the last course that was told.
  ['affairs.matter', 'evaluation.matter_ref', 'id, union_id, decided_at, escalations, is_reopened, stars'],
  [
    `(SELECT p.* FROM affairs.assignment_part p JOIN affairs.assignment a ON a.id = p.assignment_id AND a.kind = 'task')`,
    'evaluation.assignment_part_ref',
    'id, union_id',
  ],
  [
    `(SELECT v.* FROM evaluation.vote v WHERE kind = 'motion' AND state = 'closed' AND result->>'counts' IS NOT NULL)`,
    'affairs.motion_ref',
    'id, version, union_id, title, entitled, closed_at',
  ],
  [
    'sharing.agreement',
    'settlement.agreement_ref',
    'id, version, activity_id, version_number, hash, state, terms',
  ],
  ...['settlement.attendance_fact', 'evaluation.attendance_ref'].map(
    (copy) =>
      [
        `(SELECT f.* FROM sharing.attendance_fact f JOIN sharing.activity a ON a.id = f.activity_id AND a.state = 'closed')`,
        copy,
        'activity_id, person_id, union_id, heads',
      ] as const,
  ),
];

/** Every copy is as its owner has it. */
async function copyViolations(platform: TestPlatform): Promise<Violation[]> {
  const one = ([own, copy, columns]: (typeof copies)[number]): string =>
    `SELECT '${copy}' AS copy, count(*)::int AS unlike FROM (
       (SELECT ${columns} FROM ${own} AS own EXCEPT SELECT ${columns} FROM ${copy})
       UNION ALL (SELECT ${columns} FROM ${copy} EXCEPT SELECT ${columns} FROM ${own} AS own)) AS unlike`;
  const rows = await rowsOf<{ copy: string; unlike: number }>(platform, copies.map(one).join(' UNION ALL '));
  return rows
    .filter(({ unlike }) => unlike > 0)
    .map(({ copy, unlike }) => `unlike: ${unlike} rows of ${copy} and its owner`);
}

/**
 * What an event brings about that no mark can hide: settlement answers each proposal of an agreement by one verdict,
 * and the verdict opens it.
 */
export async function effectViolations(platform: TestPlatform): Promise<Violation[]> {
  const rows = await rowsOf<{ id: string; state: string; verdicts: number }>(
    platform,
    `SELECT a.id, a.state, (SELECT count(*)::int FROM settlement.outbox o
       WHERE o.subject = 'evt.settlement.agreement.judged.v1' AND o.envelope->>'subject' = a.id::text) AS verdicts
     FROM sharing.agreement a`,
  );
  return rows.flatMap(({ id, state, verdicts }) => [
    ...(verdicts > 1 ? [`twice: agreement ${id} was judged ${verdicts} times`] : []),
    ...(verdicts === 0 || state === 'checking' ? [`late: agreement ${id} waits for its verdict`] : []),
  ]);
}

/** What waits at notification is what each service says that it has open: the same things, each for the same. */
export async function awaitViolations(platform: TestPlatform): Promise<Violation[]> {
  const open = notifyingServices.map(
    (owner) =>
      `SELECT '${owner}' AS service, subject, id::text, a->>'kind' AS kind, a->>'slot' AS slot
       FROM ${owner}.awaited, jsonb_array_elements(awaits) AS t(a)`,
  );
  const rows = await rowsOf<{ service: string; subject: string; missing: number; left: number }>(
    platform,
    `WITH open AS (${open.join(' UNION ALL ')}),
     known AS (SELECT service, subject, thing_id::text AS id, kind, slot FROM notification.awaiting)
     SELECT service, subject, count(*) FILTER (WHERE side = 'open')::int AS missing,
       count(*) FILTER (WHERE side = 'known')::int AS "left"
     FROM (SELECT 'open' AS side, * FROM (TABLE open EXCEPT ALL TABLE known) AS o
       UNION ALL SELECT 'known', * FROM (TABLE known EXCEPT ALL TABLE open) AS k) AS unlike
     GROUP BY service, subject`,
  );
  return rows.map(
    ({ service, subject, missing, left }) =>
      `unlike: notification lacks ${missing} and has ${left} too many of what waits for ${subject} of ${service}`,
  );
}

/** All of the above together. */
export async function toldViolations(
  platform: TestPlatform,
  listeners: readonly Listener[],
): Promise<Violation[]> {
  return [
    ...(await eventViolations(platform, listeners)),
    ...(await copyViolations(platform)),
    ...(await effectViolations(platform)),
    ...(await awaitViolations(platform)),
  ];
}

/** What a copy of a service says of its readiness: 200, 503, or 0 where nobody listens. */
export async function readiness(platform: TestPlatform, service: ServiceName): Promise<number> {
  try {
    return (await fetch(platform.healthUrl(service), { signal: AbortSignal.timeout(3_000) })).status;
  } catch {
    return 0; // nobody listens
  }
}
