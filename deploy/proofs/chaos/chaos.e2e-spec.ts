import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { type Listener, listenersOf, settled, toldViolations } from './chaos-checks.js';
import { ledgerViolations, type SeenEntries, unsettledViolations } from './chaos-ledger.js';
import { settle } from './chaos-money.js';
import { submitCosts } from '../costs.js';
import { planWave, waveViolations } from './chaos-signups.js';
import { type Burning, expectAllReady, killAndStart, type Victim } from './chaos-victims.js';
import { againViolations, faultsIn, hurriedMs, ride, seeded } from './chaos-wave.js';
import { insertMembers, type Person, renewed } from '../fixtures.js';
import { startOwnPostgres } from '../own-servers.js';
import { startTestPlatform } from '../test-platform.js';

const rounds = Number(process.env['GONGXIANG_CHAOS_ROUNDS'] ?? '8');
const seed = Number(process.env['GONGXIANG_CHAOS_SEED'] ?? '20261120');
/** What a consumer had fetched when it died comes again after this time; in a deployment, after ten seconds. */
const redeliveryMs = 2_000;
/**
 * The long form waits for that in every round; the short one lets the next rounds begin meanwhile, and looks at
 * everything in the end and now and then.
 */
const settlesEvery = rounds > 20 ? 1 : 10;
const startUpMs = 180_000;
const roundMs = 180_000;
/** Many times what a restart takes: a wave ends by itself. */
const endsWithinMs = 60_000;

const crowdSize = 40;
const capacity = 15;
const others = 4;
const waveMs = 600;
/** From the approval of costs to the money's arrival, on an idle machine: within this time somebody dies. */
const settleMs = 300;

type Scene = 'wave' | 'netting';
/** One after the other. The first eight are the short form: every server and service dies, of sharing one copy of two. */
const scenes: readonly (readonly [Scene, Victim])[] = [
  ['wave', 'gateway'],
  ['wave', 'PostgreSQL'],
  ['netting', 'settlement'],
  ['wave', 'nats-server'],
  ['wave', 'one copy of sharing'],
  ['netting', 'PostgreSQL'],
  ['wave', 'membership'],
  ['wave', 'evaluation'],
  ['netting', 'nats-server'],
  ['wave', 'PostgreSQL'],
  ['netting', 'gateway'],
  ['wave', 'nats-server'],
  ['wave', 'PostgreSQL'],
  ['netting', 'PostgreSQL'],
  ['wave', 'settlement'],
  ['wave', 'nats-server'],
  ['netting', 'membership'],
  ['wave', 'PostgreSQL'],
  ['netting', 'PostgreSQL'],
  ['wave', 'sharing'],
];
/** Without whom nobody can sign up at all: somebody must have had to ask again, or the fire was none. */
const felt: readonly Victim[] = ['gateway', 'PostgreSQL', 'nats-server', 'sharing'];

let burning: Burning;
let world: AccessWorld;
let crowd: readonly Person[];
let listeners: readonly Listener[];
const seen: SeenEntries = new Map();

beforeAll(async () => {
  const postgres = await startOwnPostgres();
  const environment = {
    LIMIT_PER_ADDRESS: '1000000',
    LIMIT_PER_PERSON: '1000000',
    REDELIVERY_MS: String(redeliveryMs),
  };
  const platform = await startTestPlatform({ sharing: 2 }, environment, { url: postgres.url });
  burning = { platform, postgres };
  world = await makeAccessWorld(platform);
  crowd = await insertMembers(platform, world.network, world.network.near, crowdSize);
  listeners = await listenersOf(platform);
}, startUpMs);

afterAll(async () => {
  await burning?.platform.stop();
  await burning?.postgres.stop();
}, startUpMs);

/** Tokens live for ten minutes, and the long form for longer. */
function renewEverybody(): void {
  const { platform } = burning;
  const fresh = (person: Person): Person => renewed(platform, person);
  const people = Object.fromEntries(Object.entries(world.people).map(([who, one]) => [who, fresh(one)]));
  const network = { ...world.network, operator: fresh(world.network.operator) };
  world = { ...world, network, people: people as unknown as AccessWorld['people'] };
  crowd = crowd.map(fresh);
}

interface Round {
  readonly round: number;
  readonly scene: Scene;
  readonly victim: Victim;
  readonly afterMs: number;
}

async function waveRound({ round, victim, afterMs }: Round): Promise<void> {
  const { platform } = burning;
  const random = seeded(seed + round);
  const plan = { name: `第${round}轮`, crowd, capacity, others, lastsMs: waveMs, random };
  const wave = await planWave(world, plan);
  const [told] = await Promise.all([
    ride(platform.gatewayUrl, wave.wishes, endsWithinMs, hurriedMs),
    killAndStart(burning, victim, afterMs),
  ]);

  expect(faultsIn(told)).toEqual([]);
  if (felt.includes(victim)) expect(told.some((one) => one.before.length > 0)).toBe(true);
  expect(await waveViolations(platform, wave, told)).toEqual([]);
  await expectAllReady(platform);
  const some = told.filter((_told, index) => index % 5 === 0);
  expect(await againViolations(platform.gatewayUrl, some)).toEqual([]);
}

async function nettingRound({ victim, afterMs }: Round): Promise<void> {
  const poolId = await submitCosts(world);
  const [violations] = await Promise.all([
    settle(world, poolId, endsWithinMs, hurriedMs),
    killAndStart(burning, victim, afterMs),
  ]);
  expect(violations).toEqual([]);
  await expectAllReady(burning.platform);
}

async function expectBooksLevel(): Promise<void> {
  const { platform } = burning;
  expect(await ledgerViolations(platform, world.network.operator.client, seen)).toEqual([]);
  expect(await unsettledViolations(platform)).toEqual([]);
}

const random = seeded(seed);
const schedule = Array.from({ length: rounds }, (_one, index): Round => {
  const [scene, victim] = scenes[index % scenes.length] ?? ['wave', 'gateway'];
  // Early enough in a wave that enough people are still to come.
  const withinMs = scene === 'wave' ? waveMs * 0.6 : settleMs;
  return { round: index + 1, scene, victim, afterMs: Math.floor(random() * withinMs) };
});

describe(`under fire, seed ${seed}`, () => {
  it.each(schedule)(
    'round $round: nothing that was said is lost and nothing is done twice, when $victim is killed in a $scene after $afterMs ms',
    async (round) => {
      renewEverybody();
      await (round.scene === 'wave' ? waveRound(round) : nettingRound(round));
      await expectBooksLevel();
      if (round.round % settlesEvery === 0 || round.round === rounds)
        expect(await settled(() => toldViolations(burning.platform, listeners))).toEqual([]);
    },
    roundMs,
  );
});
