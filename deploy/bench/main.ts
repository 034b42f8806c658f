// npm run bench: how many sign-ups a second, beside the bare baseline, in the same run.
//   --rounds=5 --people=20000 --seats=5000 --activities=1 --connections=256
//   --replicas=2            a second platform, with so many copies of sharing and of the gateway, beside that with one of each
//   --only=platform         leaves out what it is compared with: noop, baseline
//   --statements            says what the costliest statements of the last round took in PostgreSQL
//   --profile=<directory>   keeps a CPU profile of each process there, to be opened in Chromium's or an editor's tools
import { parseArgs } from 'node:util';
import { spread } from './figures.js';
import type { LoadReport } from './load.js';
import { linesOf, measure, type Measured } from './measure.js';
import { requireRush } from './rush.js';
import { exitOnSignals } from './signals.js';
import { type Bench, startBench } from './start.js';
import { costliest, forgetStatements } from './statements.js';
import type { Subject } from './subject.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    people: { type: 'string', default: '20000' },
    seats: { type: 'string', default: '5000' },
    activities: { type: 'string', default: '1' },
    connections: { type: 'string', default: '256' },
    replicas: { type: 'string', default: '1' },
    only: { type: 'string', default: 'noop,baseline,platform' },
    statements: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const rush = requireRush({
  people: Number(values.people),
  seats: Number(values.seats),
  activities: Number(values.activities),
});

function measureOne(bench: Bench, subject: Subject): Promise<Measured> {
  const { postgresPid } = bench;
  const around = async (load: () => Promise<LoadReport>): Promise<LoadReport> => {
    if (values.statements) await forgetStatements(bench.databaseUrl);
    toggleProfiles(subject);
    const report = await load();
    toggleProfiles(subject);
    return report;
  };
  return measure(subject, { rush, connections: Number(values.connections), postgresPid, around });
}

function toggleProfiles(subject: Subject): void {
  if (values.profile === undefined || subject.kind !== 'platform') return;
  for (const pid of Object.values(subject.pids())) process.kill(pid, 'SIGWINCH');
}

type Found = ReadonlyMap<Subject, readonly Measured[]>;

/** One after the other in each round, so that all of them meet the same moods of the machine. */
async function measureAll(bench: Bench): Promise<void> {
  const wanted = values.only.split(',');
  const subjects = [bench.noop, bench.baseline, ...bench.platforms].filter(({ kind }) =>
    wanted.includes(kind),
  );
  const found = new Map<Subject, Measured[]>(subjects.map((subject) => [subject, []]));
  // One round that does not count: what runs for the first time is slower.
  for (let round = 0; round <= rounds; round += 1) {
    for (const subject of subjects) {
      const measured = await measureOne(bench, subject);
      if (round > 0) found.get(subject)?.push(measured);
      process.stdout.write(
        `${round === 0 ? 'warm-up' : `round ${round}`} ${subject.name} ${measured.perSecond.toFixed(0)} /s\n`,
      );
    }
  }
  for (const [{ name }, all] of found) process.stdout.write(`${linesOf(name, all).join('\n')}\n`);
  sayRatios(bench, found);
}

/** Of each platform to what it is compared with, round by round: that with several copies also to that with one. */
function sayRatios({ platforms, baseline, noop }: Bench, found: Found): void {
  const [single] = platforms;
  for (const own of platforms) {
    const others = own === single ? [baseline, noop] : [single, baseline, noop];
    for (const over of others) sayRatio(found, own, over);
  }
}

function sayRatio(found: Found, own: Subject, over: Subject | undefined): void {
  const theirs = over && found.get(over);
  const ours = found.get(own);
  if (over === undefined || theirs === undefined || ours === undefined) return;
  const ratios = ours.map(({ perSecond }, index) => perSecond / (theirs[index]?.perSecond ?? Number.NaN));
  process.stdout.write(`\n${own.name} : ${over.name} ${spread(ratios, 2)}\n`);
}

exitOnSignals();
const bench = await startBench(rush.people, {
  profileDirectory: values.profile,
  statements: values.statements,
  replicas: Number(values.replicas),
});
try {
  await measureAll(bench);
  if (values.statements) process.stdout.write(`\n${await costliest(bench.databaseUrl)}\n`);
} finally {
  await bench.stop();
}
