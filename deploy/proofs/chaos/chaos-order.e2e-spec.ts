import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASE_SERVICES } from '../../local/services.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { BY_THE_CLOCK, rowsThatCount } from '../by-the-clock.js';
import { eventViolations, type Listener, listenersOf, settled, toldViolations } from './chaos-checks.js';
import { rowsOf } from '../rows.js';
import { liveSome } from './chaos-life.js';
import { seeded } from './chaos-wave.js';
import { connectAsAdmin } from '../streams.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

const rounds = Number(process.env['GONGXIANG_CHAOS_ORDER_ROUNDS'] ?? '2');
const seed = Number(process.env['GONGXIANG_CHAOS_SEED'] ?? '20261120');
const startUpMs = 240_000;
const roundMs = 240_000;
/** What a service keeps of others is made by their events alone: every `…_ref`, and these. It is emptied and made again. */
const madeBeside = [
  'settlement.activity_close',
  'settlement.attendance_fact',
  'settlement.loan_damage',
  'evaluation.activity_close',
  'evaluation.cost_reversal',
  'sharing.activity_score',
];
/** What every service writes of its own work, more of it with every event: no state of the domain. */
const ownWork = [
  'outbox',
  'inbox',
  'idempotency',
  'audit_record',
  'migration',
  'unsealed_table',
  ...BY_THE_CLOCK,
];
/** What only the night brings, or the midnight at which a notice ends. */
const nightly = [
  'evt.sharing.attendance.totalled.v1',
  'evt.evaluation.recognition.granted.v1',
  'evt.evaluation.recognition.revoked.v1',
];
/** Only an upgrade moves what the release before kept; `notice-move.int-spec.ts` and `complaint-move.int-spec.ts` have it. */
const ofUpgrade = [
  'evt.sharing.notice.moved.v1',
  'evt.membership.complaint.moved.v1',
  'evt.affairs.complaint.kept.v1',
];
/**
 * Settlement reminds of deadlines, and membership tells of roles that end, which are days away; `money-calls.int-spec.ts` and
 * `role-end.int-spec.ts` have them.
 */
const ofDeadlines = ['evt.settlement.notice.raised.v1', 'evt.membership.notice.raised.v1'];
/** A secret vote is open for a minute at least; `vote.int-spec.ts` and `matter-step.int-spec.ts` have what follows from it. */
const ofVotes = ['evt.evaluation.motion.counted.v1'];
/** Messages about factors of signing in need an authenticator; `second-factor.int-spec.ts` has them. */
const ofFactors = ['evt.membership.text.raised.v1'];
/** `person-merges.e2e-spec.ts` merges and unmerges, also with events that come late. */
const ofMerges = /^evt\.membership\.person\.(un)?merged\.|^evt\.\w+\.person-merge\./;
/** `erasure.e2e-spec.ts` erases somebody. */
const ofErasures = /^evt\.membership\.person\.erased\.|^evt\.\w+\.person-erasure\./;
/** `consent.int-spec.ts` and `mutual-interest.int-spec.ts` have consents, also those that come in another order. */
const ofConsents = /^evt\.\w+\.consent(-text)?\./;
/** Of so many events in a hundred the second copy comes when everything else has been heard. */
const latePercent = 20;

let platform: TestPlatform;
let world: AccessWorld;
let listeners: Listener[];

beforeAll(async () => {
  platform = await startTestPlatform();
  world = await makeAccessWorld(platform);
  listeners = await listenersOf(platform);
  await liveSome(world);
  expect(await settled(() => toldViolations(platform, listeners))).toEqual([]);
}, startUpMs);

afterAll(() => platform?.stop(), startUpMs);

/** A digest of every table of the four services: what was made by events, and what events may have changed besides. */
async function stateOf(): Promise<Map<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    platform,
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname = ANY($1) AND tablename <> ALL($2) ORDER BY 1`,
    [DATABASE_SERVICES, ownWork],
  );
  const digests = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS digest FROM ${name} t${rowsThatCount(name)}`,
  );
  const rows = await rowsOf<{ name: string; digest: string }>(platform, digests.join(' UNION ALL '));
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

interface Recorded {
  readonly subject: string;
  readonly envelope: object;
}

async function recorded(): Promise<Recorded[]> {
  const text = DATABASE_SERVICES.map((owner) => `SELECT subject, envelope FROM ${owner}.outbox`);
  return rowsOf(platform, text.join(' UNION ALL '));
}

/** Everything that was made by events is gone, and no service knows that it has heard any. */
async function forget(): Promise<void> {
  const emptied = await rowsOf<{ name: string }>(
    platform,
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname = ANY($1) AND (tablename LIKE '%\\_ref' OR tablename = 'inbox')`,
    [DATABASE_SERVICES],
  );
  // With what is derived from a copy: the titles by which it is found.
  const tables = [...emptied.map(({ name }) => name), ...madeBeside];
  await rowsOf(platform, `TRUNCATE ${tables.join(', ')} CASCADE`);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Without their message ids, so that JetStream's own window of duplicates cannot hide a second copy. */
async function tell(events: readonly Recorded[]): Promise<void> {
  const nats = await connectAsAdmin(platform);
  try {
    for (const { subject, envelope } of events) await nats.request(subject, JSON.stringify(envelope));
  } finally {
    await nats.close();
  }
  const allIsQuiet = await settled(async () =>
    (await eventViolations(platform, listeners)).filter((one) => one.startsWith('late')),
  );
  expect(allIsQuiet).toEqual([]);
}

/** Changes of memberships that are not in the totals of the census yet. */
async function uncounted(): Promise<string[]> {
  const changes = await rowsOf<{ id: string }>(platform, 'SELECT id::text FROM membership.census_change');
  return changes.map(({ id }) => `uncounted: ${id}`);
}

/** Titles that cannot be found yet: they are read a moment after they were written. */
async function unread(): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    platform,
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname = ANY($1) AND tablename LIKE '%\\_title' ORDER BY 1`,
    [DATABASE_SERVICES],
  );
  const parts = tables.map(({ name }) => `SELECT '${name} ' || id AS id FROM ${name} WHERE heading IS NULL`);
  const rows = await rowsOf<{ id: string }>(platform, parts.join(' UNION ALL '));
  return rows.map(({ id }) => `unread: ${id}`);
}

/** Work for a moment later, which events note, is done as well. */
async function workViolations(before: Map<string, string>): Promise<string[]> {
  const now = await stateOf();
  return [...now]
    .filter(([name, digest]) => before.get(name) !== digest)
    .map(([name, digest]) => `unlike: ${name} was ${before.get(name)} and is ${digest}`);
}

const schedule = Array.from({ length: rounds }, (_one, index) => ({ round: index + 1 }));

describe(`all events of a life, seed ${seed}`, () => {
  it('are events of every kind that somebody listens to', async () => {
    const awaited = new Set(listeners.flatMap((one) => one.subjects));
    const elsewhere = (subject: string): boolean =>
      ofMerges.test(subject) ||
      ofErasures.test(subject) ||
      ofConsents.test(subject) ||
      ofFactors.includes(subject) ||
      ofUpgrade.includes(subject) ||
      ofDeadlines.includes(subject) ||
      ofVotes.includes(subject) ||
      nightly.includes(subject);
    const missing = async (): Promise<string[]> => {
      const kinds = new Set((await recorded()).map((event) => event.subject));
      return [...awaited].filter((subject) => !kinds.has(subject) && !elsewhere(subject));
    };
    // What waits is told a moment later.
    expect(await settled(missing)).toEqual([]);
  });

  it.each(schedule)(
    'round $round: delivered twice, late and in another order they make the same state',
    async ({ round }) => {
      const random = seeded(seed + round);
      // Changes of memberships are added to the totals of the census a moment later; titles become findable then.
      expect(await settled(uncounted)).toEqual([]);
      expect(await settled(unread)).toEqual([]);
      const before = await stateOf();
      const events = await recorded();
      await forget();
      const [first, late] = [shuffled(events, random), shuffled(events, random)];
      const cut = Math.floor((late.length * latePercent) / 100);
      await tell(shuffled([...first, ...late.slice(cut)], random));
      await tell(late.slice(0, cut));
      expect(await settled(() => workViolations(before))).toEqual([]);
    },
    roundMs,
  );
});
