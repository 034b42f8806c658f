import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VoteView } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import {
  type AffairsGround,
  type AffairsRound,
  boardViolations,
  liveAffairs,
  matterViolations,
  prepareAffairs,
} from './chaos-affairs.js';
import { castBallots, countedViolations, openVote } from './chaos-ballots.js';
import { type Listener, listenersOf, settled, toldViolations, type Violation } from './chaos-checks.js';
import { ledgerViolations, type SeenEntries, unsettledViolations } from './chaos-ledger.js';
import { settle } from './chaos-money.js';
import { submitCosts } from '../costs.js';
import { planWave, waveViolations } from './chaos-signups.js';
import { keptViolations, Steps } from './chaos-steps.js';
import { type Burning, expectAllReady, killAndStart, type Victim } from './chaos-victims.js';
import { againViolations, faultsIn, hurriedMs, ride, seeded } from './chaos-wave.js';
import { insertMembers, type Person, renewed } from '../fixtures.js';
import { startOwnPostgres } from '../own-servers.js';
import { startTestPlatform } from '../test-platform.js';

const rounds = Number(process.env['GONGXIANG_CHAOS_ROUNDS'] ?? '11');
const seed = Number(process.env['GONGXIANG_CHAOS_SEED'] ?? '20261120');
/** What a consumer had fetched when it died comes again after this time; in a deployment, after ten seconds. */
const redeliveryMs = 2_000;
/** The long form waits for that in every round; the short one lets the next rounds begin meanwhile, and looks in the end. */
const settlesEvery = rounds > 20 ? 1 : rounds + 1;
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

/** Within which everything begins that people and officers want of affairs; each story goes on for some steps. */
const workdayMs = 500;

type Scene = 'wave' | 'netting' | 'workday';
/**
 * One after the other. The first eleven are the short form: every server and service that people ask dies, of sharing one copy of
 * two. In the first workday people vote in secret, for which a minute has to pass before it is counted.
 */
const scenes: readonly (readonly [Scene, Victim])[] = [
  ['wave', 'gateway'],
  ['workday', 'evaluation'],
  ['wave', 'PostgreSQL'],
  ['workday', 'affairs'],
  ['netting', 'settlement'],
  ['workday', 'PostgreSQL'],
  ['wave', 'nats-server'],
  ['wave', 'one copy of sharing'],
  ['netting', 'PostgreSQL'],
  ['wave', 'membership'],
  ['wave', 'evaluation'],
  ['workday', 'settlement'],
  ['netting', 'nats-server'],
  ['workday', 'notification'],
  ['wave', 'PostgreSQL'],
  ['workday', 'nats-server'],
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
/** The same of affairs. */
const feltInAffairs: readonly Victim[] = ['gateway', 'PostgreSQL', 'nats-server', 'affairs'];

let burning: Burning;
let world: AccessWorld;
let crowd: readonly Person[];
let listeners: readonly Listener[];
let ground: AffairsGround;
let vote: VoteView | null = null;
const livedInAffairs: AffairsRound[] = [];
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
  ground = await prepareAffairs(world);
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

async function workdayRound({ round, victim, afterMs }: Round): Promise<void> {
  const { platform } = burning;
  const plan = { name: `第${round}轮`, crowd, lastsMs: workdayMs, random: seeded(seed + round) };
  const isFirst = vote === null;
  vote ??= await openVote(world, crowd);
  const ballots = new Steps(platform.gatewayUrl, endsWithinMs, hurriedMs);
  const [lived] = await Promise.all([
    liveAffairs(world, ground, { ...plan, withinMs: endsWithinMs, patienceMs: hurriedMs }),
    isFirst ? castBallots(ballots, vote, crowd) : null,
    killAndStart(burning, victim, afterMs),
  ]);
  livedInAffairs.push(lived);

  const { violations, told } = lived.steps;
  expect([...violations, ...ballots.violations]).toEqual([]);
  if (feltInAffairs.includes(victim)) expect(told.some((one) => one.before.length > 0)).toBe(true);
  expect(await keptViolations(platform, lived.kept)).toEqual([]);
  await expectAllReady(platform);
  expect(await boardViolations(world, ground, lived)).toEqual([]);
  // What is sent without a name has no key.
  const some = told.filter(({ wish }, index) => wish.person !== null && index % 4 === 0);
  expect(await againViolations(platform.gatewayUrl, some)).toEqual([]);
}

async function expectBooksLevel(): Promise<void> {
  const { platform } = burning;
  expect(await ledgerViolations(platform, world.network.operator.client, seen)).toEqual([]);
  expect(await unsettledViolations(platform)).toEqual([]);
}

/** Everything that is told on, and once that is heard what follows from it. */
async function allViolations(): Promise<Violation[]> {
  const { platform } = burning;
  const told = await toldViolations(platform, listeners);
  if (told.length > 0) return told;
  const matterIds = livedInAffairs.flatMap((one) => one.matterIds);
  const kept = livedInAffairs.flatMap((one) => [...one.kept, ...one.keptLater]);
  return [...(await matterViolations(world, ground, matterIds)), ...(await keptViolations(platform, kept))];
}

const roundOf: Readonly<Record<Scene, (round: Round) => Promise<void>>> = {
  wave: waveRound,
  netting: nettingRound,
  workday: workdayRound,
};

const random = seeded(seed);
const schedule = Array.from({ length: rounds }, (_one, index): Round => {
  const [scene, victim] = scenes[index % scenes.length] ?? ['wave', 'gateway'];
  // Early enough in a wave that enough people are still to come.
  const withinMs = { wave: waveMs * 0.6, netting: settleMs, workday: workdayMs }[scene];
  return { round: index + 1, scene, victim, afterMs: Math.floor(random() * withinMs) };
});

describe(`under fire, seed ${seed}`, () => {
  it.each(schedule)(
    'round $round: nothing that was said is lost and nothing is done twice, when $victim is killed in a $scene after $afterMs ms',
    async (round) => {
      renewEverybody();
      await roundOf[round.scene](round);
      await expectBooksLevel();
      if (round.round % settlesEvery === 0) expect(await settled(allViolations)).toEqual([]);
    },
    roundMs,
  );

  // The second round votes.
  (rounds > 1 ? it : it.skip)(
    'a secret vote that was counted while affairs was dead reaches the step of a matter, with every ballot in it once',
    async () => {
      renewEverybody();
      const [person] = crowd;
      if (vote === null || person === undefined) throw new Error('no round has voted');
      expect(await countedViolations(world, vote, person)).toEqual([]);
      expect(await settled(allViolations)).toEqual([]);
    },
    roundMs,
  );
});
