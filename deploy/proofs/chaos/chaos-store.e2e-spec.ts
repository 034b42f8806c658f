import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../demo/tools/world.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { type Listener, listenersOf, settled, toldViolations } from './chaos-checks.js';
import { planWave, type Wave, waveViolations } from './chaos-signups.js';
import {
  copyStore,
  holdBack,
  isAllTold,
  letGo,
  type Loss,
  loseStore,
  losses,
  tellEarlier,
} from './chaos-store.js';
import { expectAllReady } from './chaos-victims.js';
import { faultsIn, ride, seeded, type Told } from './chaos-wave.js';
import { insertMembers, type Person } from '../fixtures.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

const rounds = Number(process.env['GONGXIANG_CHAOS_STORE_ROUNDS'] ?? '4');
const seed = Number(process.env['GONGXIANG_CHAOS_SEED'] ?? '20261120');
const startUpMs = 180_000;
const roundMs = 180_000;
const endsWithinMs = 60_000;
const crowdSize = 10;
const capacity = 4;
const others = 4;
const waveMs = 300;
/** As much as JetStream keeps in memory where nothing else is set. */
const backSecondsMax = 120;
const awayMinutesMax = 120;

let platform: TestPlatform;
let world: AccessWorld;
let crowd: Person[];
let listeners: Listener[];

beforeAll(async () => {
  platform = await startTestPlatform();
  world = await makeAccessWorld(platform);
  crowd = await insertMembers(platform, world.network, world.network.near, crowdSize);
  listeners = await listenersOf(platform);
}, startUpMs);

afterAll(() => platform?.stop(), startUpMs);

interface Round {
  readonly round: number;
  readonly loss: Loss;
  /** How much of what it had acknowledged JetStream has lost. */
  readonly backSeconds: number;
  /** How long it was away then. */
  readonly awayMinutes: number;
}

const allIsHeard = async (): Promise<void> =>
  expect(await settled(() => toldViolations(platform, listeners))).toEqual([]);

/** Half of a wave is heard, half of it only told, when JetStream forgets both. */
async function tellAndForget({ wishes }: Wave, { loss, backSeconds, awayMinutes }: Round): Promise<Told[]> {
  const copy = copyStore(platform);
  const since = new Date();
  const half = wishes.filter((_wish, index) => index % 2 === 0);
  const heard = await ride(platform.gatewayUrl, half, endsWithinMs);
  await allIsHeard();
  await holdBack(platform, listeners);
  const rest = wishes.filter((wish) => !half.includes(wish));
  const told = await ride(platform.gatewayUrl, rest, endsWithinMs);
  await until(() => isAllTold(platform), 'the last event of the wave', endsWithinMs);
  await tellEarlier(platform, since, backSeconds);
  await loseStore(platform, loss, copy);
  await tellEarlier(platform, new Date(0), awayMinutes * 60);
  // In the order in which they were wished.
  return wishes.flatMap((_wish, index) => (index % 2 === 0 ? heard : told)[Math.floor(index / 2)] ?? []);
}

const random = seeded(seed);
const schedule = Array.from({ length: rounds }, (_one, index): Round => ({
  round: index + 1,
  loss: losses[index % losses.length] ?? 'is wiped',
  backSeconds: 1 + Math.floor(random() * backSecondsMax),
  awayMinutes: Math.floor(random() * awayMinutesMax),
}));

describe(`the store of JetStream, seed ${seed}`, () => {
  it.each(schedule)(
    'round $round: every event has its effect once after the store $loss, by $backSeconds s, and was away for $awayMinutes min',
    async (round) => {
      const plan = { name: `第${round.round}轮`, crowd, capacity, others, lastsMs: waveMs };
      const wave = await planWave(world, { ...plan, random: seeded(seed + round.round) });
      const told = await tellAndForget(wave, round);
      await platform.natsServer.start();
      await letGo(platform, listeners);

      expect(faultsIn(told)).toEqual([]);
      await allIsHeard();
      expect(await waveViolations(platform, wave, told)).toEqual([]);
      await expectAllReady(platform);
      const file = await world.people.keeper.client.upload('r.pdf', '%PDF-1.4 after it', 'application/pdf');
      expect(file.key).not.toBe('');
    },
    roundMs,
  );
});
