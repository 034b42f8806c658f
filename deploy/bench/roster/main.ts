// npm run bench -- roster: a roster is loaded through the REST interface, with checks, encryption, report, trail and events: as
// .xlsx beside a library that reads the file and the same encryption bare, as .csv beside COPY of the same rows.
//   --rounds=3 --rows=100000   --statements  says what the costliest statements of the last round took in PostgreSQL
//   --standing=500000   so many members each union has before its roster is loaded
//   --profile=<directory>   keeps CPU profiles of membership and sharing there, one for each load
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type { MemberImportView } from '@gongxiang/contracts/membership/members/member-import.contract';
import { SERVICE_NAMES } from '../../local/services.js';
import { makeNetwork, makePerson, type Network } from '../../proofs/fixtures.js';
import { startTestPlatform, type TestPlatform } from '../../proofs/test-platform.js';
import { type CpuSeconds, cpuOf } from '../../proofs/cpu.js';
import { spread } from '../figures.js';
import { exitOnSignals } from '../signals.js';
import { createDatabase, run } from '../sql.js';
import { startCounting } from '../start.js';
import { costliest, forgetStatements } from '../statements.js';
import { copied, readAndSealed } from './bare.js';
import { csvOf, rosterRows, xlsxOf } from './rows.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '100000' },
    standing: { type: 'string', default: '0' },
    statements: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const count = Number(values.rows);
const standing = Number(values.standing);
const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
const profiler = new URL('../../../bench/profile.mjs', import.meta.url).href;
const profiling: Readonly<Record<string, string>> =
  values.profile === undefined
    ? {}
    : { NODE_OPTIONS: `--import ${profiler}`, PROFILE_DIRECTORY: values.profile };
const pollMs = 100;
const standingAtOnce = 50_000;
const kbPerMb = 1_024;

interface Loaded {
  readonly seconds: number;
  readonly bare: number;
  readonly cpu: CpuSeconds;
}

let rosters = 0;

/** Members as membership itself would leave them, but for sealed values and what is derived from them later. */
async function addStanding({ databaseUrl }: TestPlatform, unionId: string): Promise<void> {
  for (let first = 0; first < standing; first += standingAtOnce)
    await run(
      databaseUrl,
      `BEGIN;
       CREATE TEMPORARY TABLE made ON COMMIT DROP AS SELECT gen_random_uuid() AS id, encode(sha256(random()::text::bytea), 'base64') AS hash
         FROM generate_series(1, ${Math.min(standingAtOnce, standing - first)});
       INSERT INTO membership.person
         (id, version, name, name_hash, masked_name, resident_number, resident_number_hash, phone, phone_hash, locale, created_at)
       SELECT id, 1, repeat('n', 100), left(hash, 40), '会*', repeat('r', 100), 'r' || hash, repeat('p', 100), 'p' || hash, 'zh-CN', now()
       FROM made;
       INSERT INTO membership.union_membership (id, person_id, union_id, state, valid_from, created_at)
       SELECT gen_random_uuid(), id, '${unionId}', 'imported', current_date - floor(random() * 700)::int, now() FROM made;
       UPDATE membership.person_pinyin SET hashes = '{}' WHERE id IN (SELECT id FROM made);
       DELETE FROM membership.census_change;
       COMMIT`,
    );
  if (standing > 0) await run(databaseUrl, 'ANALYZE');
}

/** Loads a roster into a union of its own: from the request to the last row. */
async function load(
  platform: TestPlatform,
  network: Network,
  file: { readonly name: string; readonly type: string; readonly bytes: Buffer },
): Promise<Omit<Loaded, 'bare'>> {
  const body = { parentId: network.districts[0].id, name: `导入工会${(rosters += 1)}` };
  const union = await network.operator.client.post<UnionView>('/unions', body);
  await addStanding(platform, union.id);
  const { client } = await makePerson(platform, network, union, ['officer']);
  const { key: fileKey } = await client.upload(file.name, file.bytes, file.type);
  const cpuBefore = cpuOf(pidsOf(platform));
  toggleProfile(platform);
  const began = performance.now();
  let view = await client.post<MemberImportView>('/member-imports', { unionId: union.id, fileKey });
  while (view.finishedAt === null) {
    await setTimeout(pollMs);
    view = await client.get<MemberImportView>(`/member-imports/${view.id}`);
  }
  const seconds = (performance.now() - began) / 1_000;
  toggleProfile(platform);
  const used = Object.entries(cpuOf(pidsOf(platform))).map(
    ([name, at]) => [name, at - (cpuBefore[name] ?? 0)] as const,
  );
  const [members] = await run<{ count: number }>(
    platform.databaseUrl,
    `SELECT count(*)::int AS count FROM membership.union_membership WHERE union_id = $1 AND admitted_by IS NOT NULL`,
    [union.id],
  );
  if (view.failure !== null || (members?.count ?? 0) < count)
    throw new Error(`of ${count} rows ${members?.count} were loaded: ${JSON.stringify(view)}`);
  return { seconds, cpu: Object.fromEntries(used) };
}

function pidsOf(platform: TestPlatform): Readonly<Record<string, number>> {
  const services = SERVICE_NAMES.flatMap((name) =>
    platform.replicas(name).map(({ pid }) => [name, pid] as const),
  );
  return { ...Object.fromEntries(services), postgres: postgres.pid() };
}

function toggleProfile(platform: TestPlatform): void {
  if (values.profile === undefined) return;
  for (const service of ['membership', 'sharing'] as const)
    for (const { pid } of platform.replicas(service)) process.kill(pid, 'SIGWINCH');
}

/** The most memory that membership has had at a time, in MB (Linux only). */
function peakMb(platform: TestPlatform): number {
  const [first] = platform.replicas('membership');
  const status = readFileSync(`/proc/${first?.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / kbPerMb;
}

async function xlsx(platform: TestPlatform, network: Network, roster: number): Promise<Loaded> {
  const bytes = await xlsxOf(rosterRows(count, roster));
  const bare = await readAndSealed(bytes);
  return { ...(await load(platform, network, { name: 'roster.xlsx', type: xlsxType, bytes })), bare };
}

async function csv(platform: TestPlatform, network: Network, roster: number): Promise<Loaded> {
  const rows = rosterRows(count, roster);
  const bare = await copied(platform.databaseUrl, rows);
  const file = { name: 'roster.csv', type: 'text/csv', bytes: csvOf(rows) };
  return { ...(await load(platform, network, file)), bare };
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function say(what: string, against: string, found: readonly Loaded[]): void {
  const seconds = found.map((one) => one.seconds);
  const perSecond = seconds.map((one) => count / one);
  const ratios = found.map((one) => one.seconds / one.bare);
  const bare = found.map((one) => one.bare);
  process.stdout.write(
    `${what}, ${count} rows: ${spread(seconds, 1)} s, ${spread(perSecond)} rows a second; ` +
      `${against}: ${spread(bare, 2)} s; ratio ${spread(ratios, 1)}\n`,
  );
  const names = Object.keys(found[0]?.cpu ?? {});
  const used = names.map(
    (name) =>
      `${name} ${spread(
        found.map(({ cpu }) => cpu[name] ?? 0),
        1,
      )}`,
  );
  process.stdout.write(`  seconds of processor meanwhile: ${used.join(', ')}\n`);
}

exitOnSignals();
const postgres = await startCounting(values.statements);
try {
  const databaseUrl = await createDatabase(postgres.url, 'roster');
  const platform = await startTestPlatform(
    { evaluation: 0, settlement: 0 },
    { ...limits, ...profiling },
    { url: databaseUrl },
  );
  try {
    const network = await makeNetwork(platform);
    const found: { xlsx: Loaded[]; csv: Loaded[] } = { xlsx: [], csv: [] };
    for (let round = 0; round < rounds; round += 1) {
      if (values.statements) await forgetStatements(postgres.url);
      found.xlsx.push(await xlsx(platform, network, 2 * round));
      found.csv.push(await csv(platform, network, 2 * round + 1));
    }
    say('.xlsx', 'read-excel-file and the same encryption', found.xlsx);
    say('.csv', 'COPY without checks and encryption', found.csv);
    process.stdout.write(`membership's memory at its most: ${peakMb(platform).toFixed(0)} MB\n`);
    if (values.statements) process.stdout.write(`${await costliest(postgres.url)}\n`);
  } finally {
    await platform.stop();
  }
} finally {
  await postgres.stop();
}
