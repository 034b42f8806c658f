// npm run bench -- --kill: in the middle of the rush one process dies as in a power cut and is started again; beside it, in
// each round, the same rush of the same patient people undisturbed.
//   --kill=sharing          or gateway, nats, postgres; several with commas, each in a rush of its own
//   --rounds=5 --people=20000 --seats=5000 --activities=1 --connections=256
import { parseArgs } from 'node:util';
import { until } from '../demo/tools/world.js';
import { type Restartable, startOwnPostgres } from '../proofs/own-servers.js';
import type { TestPlatform } from '../proofs/test-platform.js';
import { faultsOf, lostOf, type SignedUp } from './exactness.js';
import { spread } from './figures.js';
import { runLoad } from './load.js';
import { recoveryMs, runPatiently } from './patient.js';
import type { PatientReport } from './patient-load.js';
import { type MeasuredPlatform, startMeasured } from './platform.js';
import { requireRush } from './rush.js';
import { exitOnSignals } from './signals.js';
import { run } from './sql.js';

const { values } = parseArgs({
  options: {
    kill: { type: 'string', default: 'sharing' },
    rounds: { type: 'string', default: '5' },
    people: { type: 'string', default: '20000' },
    seats: { type: 'string', default: '5000' },
    activities: { type: 'string', default: '1' },
    connections: { type: 'string', default: '256' },
  },
});
const rounds = Number(values.rounds);
const connections = Number(values.connections);
const rush = requireRush({
  people: Number(values.people),
  seats: Number(values.seats),
  activities: Number(values.activities),
});

type Handle = Pick<Restartable, 'kill' | 'start'>;

const readyServices = ['gateway', 'sharing', 'membership'] as const;
const readyWithinMs = 120_000;

/** Everybody who may die, by the name that the command knows. */
function victimsOf(platform: TestPlatform, postgres: Restartable): Map<string, Handle> {
  const service = (name: 'sharing' | 'gateway'): Handle => ({
    kill: () => platform.kill(name),
    start: async () => void (await platform.start(name)),
  });
  return new Map<string, Handle>([
    ['sharing', service('sharing')],
    ['gateway', service('gateway')],
    ['nats', platform.natsServer],
    ['postgres', postgres],
  ]);
}

interface Death {
  readonly killedAt: number;
  /** From the death until the process was there again. */
  readonly startMs: number;
}

interface Survived extends PatientReport {
  readonly death: Death | null;
}

async function killAndStart({ kill, start }: Handle): Promise<Death> {
  const killedAt = Date.now();
  await kill();
  await start();
  return { killedAt, startMs: Date.now() - killedAt };
}

/** One rush, in whose middle somebody dies, or nobody. @throws Error where anything acknowledged is lost, or any seat given twice */
async function survive(one: MeasuredPlatform, victim: Handle | null): Promise<Survived> {
  const { subject, platform } = one;
  await allReady(platform);
  const { requests, warmUp = [] } = await subject.prepare(rush);
  await runLoad(subject.urls, connections, warmUp);
  let dying: Promise<Death> | null = null;
  const onHalf = (): void => {
    if (victim === null) return;
    dying = killAndStart(victim);
    dying.catch(() => undefined); // it is told below, when the people have been waited for
  };
  const patient = runPatiently(platform.gatewayUrl, connections, requests, onHalf);
  await patient.catch(() => undefined);
  // Whatever comes of the people, no process is left on its way back.
  const death = await (dying as Promise<Death> | null);
  const report = await patient;
  if (victim !== null && death === null) throw new Error('nobody has died: --people is at least 2');
  await allReady(platform);
  await requireExact(one, report);
  return { ...report, death };
}

async function allReady(platform: TestPlatform): Promise<void> {
  for (const service of readyServices) {
    const isReady = (): Promise<boolean> =>
      fetch(platform.healthUrl(service), { signal: AbortSignal.timeout(2_000) }).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(isReady, `the readiness of ${service}`, readyWithinMs);
  }
}

async function requireExact(one: MeasuredPlatform, { counts, told }: PatientReport): Promise<void> {
  const kept = await run<SignedUp & { id: string }>(
    one.platform.databaseUrl,
    'SELECT id, state FROM sharing.registration WHERE activity_id = ANY($1)',
    [one.activityIds()],
  );
  const faults = [...faultsOf(rush, counts, await one.subject.count()), ...lostOf(told, kept)];
  if (faults.length > 0) throw new Error(`the rush is not exact: ${faults.join('; ')}`);
}

const undisturbed = 'undisturbed';

async function measureAll(one: MeasuredPlatform, victims: ReadonlyMap<string, Handle | null>): Promise<void> {
  const found = new Map<string, Survived[]>([...victims.keys()].map((name) => [name, []]));
  // One rush that does not count, in which nobody dies: what runs for the first time is slower.
  await survive(one, null);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, victim] of victims) {
      const survived = await survive(one, victim);
      found.get(name)?.push(survived);
      process.stdout.write(`round ${round} ${name} ${survived.seconds.toFixed(1)} s\n`);
    }
  }
  for (const [name, all] of found) say(name, all, found.get(undisturbed) ?? []);
}

function say(name: string, all: readonly Survived[], baseline: readonly Survived[]): void {
  const seconds = all.map((one) => one.seconds);
  process.stdout.write(`\n${name}: ${spread(seconds, 1)} s for ${rush.people} people\n`);
  if (name === undisturbed) return;
  const more = seconds.map((taken, index) => taken - (baseline[index]?.seconds ?? Number.NaN));
  const deaths = all.flatMap(({ death, moments }) => (death === null ? [] : [{ death, moments }]));
  const again = all.map(({ before }) => Object.values(before).reduce((sum, count) => sum + count, 0));
  const lines = [
    `took ${spread(more, 1)} s longer than undisturbed`,
    `answered again ${spread(deaths.map(({ death, moments }) => recoveryMs(death.killedAt, moments)))} ms after the death`,
    `was started again within ${spread(deaths.map(({ death }) => death.startMs))} ms of it`,
    `people asked again ${spread(again)} times`,
    'oversold 0, lost 0, double 0',
  ];
  process.stdout.write(lines.map((line) => `  ${line}\n`).join(''));
}

const names = values.kill.split(',');
exitOnSignals();
const postgres = await startOwnPostgres();
try {
  const one = await startMeasured(postgres.url, rush.people, { name: 'platform' });
  try {
    const known = victimsOf(one.platform, postgres);
    const chosen = names.map((name): [string, Handle] => {
      const handle = known.get(name);
      if (handle === undefined)
        throw new Error(`--kill is ${[...known.keys()].join(', ')}, or several of them.`);
      return [name, handle];
    });
    await measureAll(one, new Map<string, Handle | null>([[undisturbed, null], ...chosen]));
  } finally {
    await one.platform.stop();
  }
} finally {
  await postgres.stop();
}
