import type { NettingRunView, TrialBalanceView } from '@gongxiang/contracts';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '../local/services.js';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { expectEverythingTold, readiness, rowsOf } from './chaos-checks.js';
import { submitCosts } from './chaos-money.js';
import { askAgain, isCurable, pause, ride, seeded, type Told, type Wish } from './chaos-wave.js';
import { inDays, insertMembers, type Network, type Person, publishActivity } from './fixtures.js';
import { type Restartable, startOwnPostgres } from './own-servers.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const startUpMs = 120_000;
const rounds = Number(process.env['GONGXIANG_CHAOS_ROUNDS'] ?? '6');
const seed = Number(process.env['GONGXIANG_CHAOS_SEED'] ?? '20261120');
const people = 120;
const capacity = 40;
/** Of each kind beside the sign-ups, so that events are on their way when something dies. */
const others = 8;
const waveMs = 1_500;
const waveEndsWithinMs = 30_000;

const services = ['membership', 'sharing', 'settlement', 'evaluation', 'gateway'] as const;
const victims = ['gateway', 'PostgreSQL', 'membership', 'nats-server', 'sharing', 'settlement'] as const;
type Victim = (typeof victims)[number];
/** Whose readiness must say that it is gone. No service waits for another, so nobody's tells of a service. */
const users: Partial<Record<Victim, readonly ServiceName[]>> = {
  PostgreSQL: ['membership', 'sharing', 'settlement', 'evaluation'],
  'nats-server': services,
};

/** Without whom nobody can sign up at all: somebody must have had to ask again, or the fire was none. */
const felt: readonly Victim[] = ['gateway', 'PostgreSQL', 'nats-server', 'sharing'];

let postgres: Restartable;
let platform: TestPlatform;
let world: AccessWorld;
let network: Network;
let organiser: Person;
let crowd: Person[];

beforeAll(async () => {
  postgres = await startOwnPostgres();
  platform = await startTestPlatform({ sharing: 2 }, { LIMIT_PER_ADDRESS: '1000000' }, postgres.url);
  world = await makeAccessWorld(platform);
  network = world.network;
  organiser = world.people.keeper;
  crowd = await insertMembers(platform, network, network.near, people);
}, startUpMs);

afterAll(async () => {
  await platform?.stop();
  await postgres?.stop();
}, startUpMs);

const handleOf = (victim: Victim): Pick<Restartable, 'kill' | 'start'> => {
  if (victim === 'PostgreSQL') return postgres;
  if (victim === 'nats-server') return platform.natsServer;
  const replicas = victim === 'sharing' ? 2 : 1;
  return {
    kill: () => platform.kill(victim),
    start: async () => {
      for (let started = 0; started < replicas; started += 1) await platform.start(victim);
    },
  };
};

/** Kills at its moment, looks who says so, and starts again. */
async function killAndStart(victim: Victim, afterMs: number): Promise<void> {
  const { kill, start } = handleOf(victim);
  await pause(afterMs);
  await kill();
  const hit = users[victim] ?? [];
  await eventually(async () => {
    for (const service of services.filter((one) => one !== victim))
      expect([service, await readiness(platform, service)]).toEqual([
        service,
        hit.includes(service) ? 503 : 200,
      ]);
  });
  await start();
}

const counted = (n: number): number[] => Array.from({ length: n }, (_one, index) => index + 1);

interface Wave {
  readonly activityId: string;
  /** Marks what this round makes. */
  readonly name: string;
  readonly wishes: readonly Wish[];
}

async function plan(round: number, random: () => number): Promise<Wave> {
  const { id: activityId } = await publishActivity(organiser.client, network.near, capacity);
  const name = `第${round}轮`;
  const afterMs = (): number => Math.floor(random() * waveMs);
  const signUps = crowd.map((person) => ({
    ...{ person, path: `/activities/${activityId}/registrations`, body: {}, afterMs: afterMs() },
  }));
  const drafts = counted(others).map((n) => ({
    ...{ person: organiser, path: '/activities', afterMs: afterMs() },
    body: {
      organiser: { kind: 'union', id: network.near.id },
      ...{ title: `${name}活动${n}`, kind: 'sports', function: 'facility', business: 'culture' },
      ...{ startsAt: inDays(3), endsAt: inDays(4) },
    },
  }));
  const unions = counted(others).map((n) => ({
    ...{ person: network.operator, path: '/unions', afterMs: afterMs() },
    body: { parentId: network.far.id, name: `${name}分会${n}` },
  }));
  return { activityId, name, wishes: [...signUps, ...drafts, ...unions] };
}

/** What was said holds: nobody lost, nobody twice, nobody beyond the seats, one line without gaps. */
async function expectKept({ activityId, name }: Wave, told: readonly Told[]): Promise<void> {
  const rows = await rowsOf<{ id: string; person: string; state: string; heads: number; rank: number }>(
    platform,
    `SELECT id, person_id AS person, state, heads, rank FROM sharing.registration WHERE activity_id = $1`,
    [activityId],
  );
  const signUps = told.slice(0, people);
  const stateAndId = (one: { id?: string; state?: string }): string => `${one.id} ${one.state}`;
  expect(rows.map(stateAndId).sort()).toEqual(signUps.map((one) => stateAndId(one.body)).sort());
  expect(new Set(rows.map((row) => row.person)).size).toBe(people);
  const confirmed = rows.filter((row) => row.state === 'confirmed');
  expect(confirmed.reduce((sum, row) => sum + row.heads, 0)).toBe(capacity);
  expect(new Set(rows.map((row) => row.rank)).size).toBe(people);
  const places = signUps.flatMap((one) => one.body.waitlistPlace ?? []);
  expect(places.sort((a, b) => a - b)).toEqual(counted(people - capacity));
  const made = await rowsOf<{ id: string }>(
    platform,
    `SELECT id FROM sharing.activity WHERE starts_with(title, $1)
     UNION ALL SELECT id FROM membership.labour_union WHERE starts_with(name, $1)`,
    [name],
  );
  expect(made.map((row) => row.id).sort()).toEqual(
    told
      .slice(people)
      .map((one) => String(one.body.id))
      .sort(),
  );
}

const random = seeded(seed);
const schedule = Array.from({ length: rounds }, (_one, index) => ({
  round: index + 1,
  victim: victims[index % victims.length] ?? 'gateway',
  afterMs: 150 + Math.floor(random() * (waveMs - 300)),
}));

describe(`a wave of sign-ups under fire, seed ${seed}`, () => {
  it.each(schedule)(
    'round $round: nothing that was said is lost, and nothing is done twice, when $victim is killed after $afterMs ms',
    async ({ round, victim, afterMs }) => {
      const wave = await plan(round, seeded(seed + round));
      const [told] = await Promise.all([
        ride(platform.gatewayUrl, wave.wishes, waveEndsWithinMs),
        killAndStart(victim, afterMs),
      ]);

      expect(
        told.filter((one) => one.status !== 201).map((one) => [one.status, one.body, one.before]),
      ).toEqual([]);
      expect([...new Set(told.flatMap((one) => one.before))].filter((one) => !isCurable(one))).toEqual([]);
      if (felt.includes(victim)) expect(told.some((one) => one.before.length > 0)).toBe(true);
      await eventually(async () => {
        for (const service of services)
          expect([service, await readiness(platform, service)]).toEqual([service, 200]);
      });
      await expectKept(wave, told);
      for (const one of told.filter((_told, index) => index % 10 === 0))
        expect(await askAgain(platform.gatewayUrl, one)).toEqual({ status: one.status, body: one.body });
      await expectEverythingTold(platform);
    },
    120_000,
  );
});

describe(`money under fire, seed ${seed}`, () => {
  const entriesOf = (sourceId: string): Promise<object[]> =>
    rowsOf(platform, 'SELECT kind FROM settlement.entry WHERE source_id = $1', [sourceId]);

  /** The approver says yes while the victim dies. */
  async function approve(path: string, victim: Victim, killAfterMs: number): Promise<void> {
    const wish = { person: world.people.approver, path, body: {}, afterMs: 0 };
    const [[told]] = await Promise.all([
      ride(platform.gatewayUrl, [wish], waveEndsWithinMs),
      killAndStart(victim, killAfterMs),
    ]);
    expect([told?.status, told?.before.filter((one) => !isCurable(one))]).toEqual([200, []]);
  }

  it('costs and their netting are posted once each, and the ledger is level, when settlement and PostgreSQL are killed', async () => {
    const poolId = await submitCosts(world);
    await approve(`/cost-pools/${poolId}/approve`, 'settlement', Math.floor(random() * 40));
    expect(await entriesOf(poolId)).toEqual([{ kind: 'costs' }]);

    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const run = await organiser.client.post<NettingRunView>('/netting-runs', {
      ...{ mode: 'fewest', periodFrom: today, periodTo: today, unionId: network.districts[0].id },
    });
    // Half of 1,000 yuan is what `next` owes `near`: one transfer.
    expect(run.transfers.map((one) => one.amount.amount)).toEqual(['50000']);
    await approve(`/netting-runs/${run.id}/confirm`, 'PostgreSQL', Math.floor(random() * 40));
    expect(await entriesOf(run.id)).toEqual([{ kind: 'netting' }]);

    const trial = await network.operator.client.get<TrialBalanceView>('/ledger/trial-balance');
    expect([trial.balanced, trial.difference.amount]).toEqual([true, '0']);
    expect(trial.debits).toEqual(trial.credits);
    await expectEverythingTold(platform);
  }, 120_000);
});
