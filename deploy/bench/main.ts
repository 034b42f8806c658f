// npm run bench: how many sign-ups a second, beside the bare baseline, in the same run.
//   --rounds=5 --people=20000 --seats=5000 --activities=1 --connections=256
//   --replicas=2            copies of sharing behind the one gateway
//   --grow=1000000          measures once more with so many registrations of earlier years in the platform's database
//   --only=platform         leaves out what it is compared with: noop, baseline
//   --statements            says what the costliest statements of the last round took in PostgreSQL
//   --profile=<directory>   keeps a CPU profile of each process there, to be opened in Chromium's or an editor's tools
import { parseArgs } from 'node:util';
import { cpuOf, type CpuSeconds } from './cpu.js';
import { addEarlierRegistrations } from './earlier-years.js';
import { median, spread } from './figures.js';
import { type LoadReport, runLoad } from './load.js';
import { type Bench, startBench } from './start.js';
import { costliest, forgetStatements } from './statements.js';
import type { Rush, Subject } from './subject.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    people: { type: 'string', default: '20000' },
    seats: { type: 'string', default: '5000' },
    activities: { type: 'string', default: '1' },
    connections: { type: 'string', default: '256' },
    replicas: { type: 'string', default: '1' },
    grow: { type: 'string' },
    only: { type: 'string', default: 'noop,baseline,platform' },
    statements: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const connections = Number(values.connections);
const rush: Rush = {
  people: Number(values.people),
  seats: Number(values.seats),
  activities: Number(values.activities),
};

interface Measured {
  readonly perSecond: number;
  readonly report: LoadReport;
  /** Microseconds of processor for each request, by process. */
  readonly cpu: Readonly<Record<string, number>>;
}

async function measure(bench: Bench, subject: Subject): Promise<Measured> {
  const { requests, warmUp } = await subject.prepare(rush);
  if (warmUp !== undefined) await runLoad(subject.url, connections, warmUp);
  const processes = { ...subject.pids(), PostgreSQL: bench.postgresPid };
  if (values.statements) await forgetStatements(bench.databaseUrl);
  const before = cpuOf(processes);
  toggleProfiles(subject);
  const report = await runLoad(subject.url, connections, requests);
  toggleProfiles(subject);
  const after = cpuOf(processes);
  await requireExact(subject, report);
  return {
    perSecond: requests.length / report.seconds,
    report,
    cpu: { ...each(after, before, requests.length), load: (report.cpuSeconds / requests.length) * 1e6 },
  };
}

function toggleProfiles(subject: Subject): void {
  if (values.profile === undefined || subject.kind !== 'platform') return;
  for (const pid of Object.values(subject.pids())) process.kill(pid, 'SIGWINCH');
}

function each(after: CpuSeconds, before: CpuSeconds, count: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([name, seconds]) => [name, ((seconds - (before[name] ?? 0)) / count) * 1e6]),
  );
}

/** Everybody was answered as the rule says, and what was answered is there. @throws Error what is wrong */
async function requireExact(subject: Subject, { counts }: LoadReport): Promise<void> {
  if (subject.kind === 'noop') return;
  const { confirmed, waitlisted, oversold } = await subject.count();
  const wanted = {
    confirmed: Math.min(rush.seats, rush.people),
    waitlisted: Math.max(0, rush.people - rush.seats),
  };
  const said = { confirmed: counts['201 confirmed'] ?? 0, waitlisted: counts['201 waitlisted'] ?? 0 };
  const isExact =
    oversold === 0 &&
    (['confirmed', 'waitlisted'] as const).every(
      (state) => wanted[state] === { confirmed, waitlisted }[state] && wanted[state] === said[state],
    );
  if (!isExact) {
    const found = { wanted, said: counts, there: { confirmed, waitlisted }, oversold };
    throw new Error(`${subject.name} is not exact: ${JSON.stringify(found)}`);
  }
}

function say(name: string, all: readonly Measured[]): void {
  const lines = [
    `${name}: ${spread(all.map(({ perSecond }) => perSecond))} /s`,
    `  p50 ${spread(
      all.map(({ report }) => report.p50),
      1,
    )} ms, p99 ${spread(
      all.map(({ report }) => report.p99),
      1,
    )} ms`,
    ...Object.keys(all[0]?.cpu ?? {}).map(
      (process) => `  ${process} ${spread(all.map(({ cpu }) => cpu[process] ?? 0))} µs a request`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

type Found = ReadonlyMap<Subject, readonly Measured[]>;

/** One after the other in each round, so that all of them meet the same moods of the machine. */
async function measureAll(bench: Bench): Promise<Found> {
  const wanted = values.only.split(',');
  const subjects = [bench.noop, bench.baseline, bench.platform].filter(({ kind }) => wanted.includes(kind));
  const found = new Map<Subject, Measured[]>(subjects.map((subject) => [subject, []]));
  // One round that does not count: what runs for the first time is slower.
  for (let round = 0; round <= rounds; round += 1) {
    for (const subject of subjects) {
      const measured = await measure(bench, subject);
      if (round > 0) found.get(subject)?.push(measured);
      process.stdout.write(
        `${round === 0 ? 'warm-up' : `round ${round}`} ${subject.name} ${measured.perSecond.toFixed(0)} /s\n`,
      );
    }
  }
  for (const [{ name }, all] of found) say(name, all);
  sayRatios(bench, found);
  return found;
}

/** Of the platform to what it is compared with, round by round. */
function sayRatios(bench: Bench, found: Found): void {
  for (const over of [bench.baseline, bench.noop]) {
    const others = found.get(over);
    const own = found.get(bench.platform);
    if (others === undefined || own === undefined) continue;
    const ratios = own.map(({ perSecond }, index) => perSecond / (others[index]?.perSecond ?? Number.NaN));
    process.stdout.write(`\nplatform : ${over.name} ${spread(ratios, 2)}\n`);
  }
}

/** What a sign-up costs the database, in µs of its processor. */
const databaseCost = (bench: Bench, found: Found): number =>
  median((found.get(bench.platform) ?? []).map(({ cpu }) => cpu['PostgreSQL'] ?? Number.NaN));

const bench = await startBench(rush.people, {
  profileDirectory: values.profile,
  statements: values.statements,
  replicas: Number(values.replicas),
});
try {
  const found = await measureAll(bench);
  if (values.statements) process.stdout.write(`\n${await costliest(bench.databaseUrl)}\n`);
  if (values.grow !== undefined) {
    await addEarlierRegistrations(bench.databaseUrl, Number(values.grow));
    process.stdout.write(`\nwith ${values.grow} registrations more\n`);
    const grown = databaseCost(bench, await measureAll(bench)) / databaseCost(bench, found);
    process.stdout.write(`PostgreSQL's work for a sign-up, grown : before ${grown.toFixed(2)}\n`);
  }
} finally {
  await bench.stop();
}
