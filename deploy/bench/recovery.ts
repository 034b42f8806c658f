// npm run bench -- recovery: how long a service that was killed is away, on a machine where others compute and without them,
// beside an empty Node process that starts meanwhile.   --rounds=3 --busy=12
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type ServiceName, SERVICES } from '../local/services.js';
import { startTestPlatform, type TestPlatform } from '../proofs/test-platform.js';
import { spread } from './figures.js';
import { exitOnSignals } from './signals.js';
import { createDatabase } from './sql.js';
import { startCounting } from './start.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, busy: { type: 'string', default: '12' } },
});
const rounds = Number(values.rounds);
const busy = Number(values.busy);
const goalMs = 10_000;
/** The others have their share of the processors by then. */
const settleMs = 2_000;

/** Processes that do nothing but compute. */
function startOthers(count: number): ChildProcess[] {
  return Array.from({ length: count }, () =>
    spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
  );
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** What any Node process takes to start and end just now. */
const bareStart = (): Promise<number> => timed(() => once(spawn(process.execPath, ['--eval', '0']), 'exit'));

interface Recovery {
  readonly ms: number;
  readonly bareMs: number;
}

/** From the kill until the copy in its place is ready for requests. */
async function recovered(platform: TestPlatform, service: ServiceName): Promise<Recovery> {
  await platform.kill(service);
  const [ms, bareMs] = await Promise.all([timed(() => platform.start(service)), bareStart()]);
  return { ms, bareMs };
}

/** @returns the longest that it took beside the others */
async function measure(platform: TestPlatform, service: ServiceName): Promise<number> {
  const alone: Recovery[] = [];
  const beside: Recovery[] = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await recovered(platform, service));
    const others = startOthers(busy);
    try {
      await setTimeout(settleMs);
      beside.push(await recovered(platform, service));
    } finally {
      for (const other of others) other.kill('SIGKILL');
    }
  }
  const secondsOf = (found: readonly Recovery[]): string =>
    spread(
      found.map(({ ms }) => ms / 1_000),
      1,
    );
  const toBare = spread(beside.map(({ ms, bareMs }) => ms / bareMs));
  process.stdout.write(
    `${service}: alone ${secondsOf(alone)} s, beside ${busy} others ${secondsOf(beside)} s; to an empty process ${toBare}\n`,
  );
  return Math.max(...beside.map(({ ms }) => ms));
}

exitOnSignals();
const postgres = await startCounting(false);
try {
  const platform = await startTestPlatform({}, {}, { url: await createDatabase(postgres.url, 'recovery') });
  try {
    const longest: number[] = [];
    for (const { name } of SERVICES) longest.push(await measure(platform, name));
    const [most, goal] = [Math.max(...longest), goalMs / 1_000];
    process.stdout.write(`the longest took ${(most / goalMs).toFixed(2)} of the goal of ${goal} s\n`);
  } finally {
    await platform.stop();
  }
} finally {
  await postgres.stop();
}
