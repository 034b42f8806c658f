import type { AgreementView } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { AccessWorld } from '../access-world.js';
import { rowsOf } from '../rows.js';
import { type Violation } from './chaos-checks.js';
import type { Told, Wish } from './chaos-wave.js';
import { draftActivity, draftOf, type Person, publishActivity } from '../fixtures.js';
import type { TestPlatform } from '../test-platform.js';

/** What many people want of one activity, and what their officers do meanwhile. */
export interface Wave {
  readonly activityId: string;
  /** Marks what this wave makes. */
  readonly name: string;
  readonly people: number;
  readonly capacity: number;
  /** The sign-ups first, then everything that is made. */
  readonly wishes: readonly Wish[];
}

export interface WavePlan {
  readonly name: string;
  readonly crowd: readonly Person[];
  readonly capacity: number;
  /** Of each kind beside the sign-ups, so that events are on their way when something dies. */
  readonly others: number;
  /** How long people keep coming. */
  readonly lastsMs: number;
  readonly random: () => number;
}

const terms = { rule: { kind: 'equal' }, fundCategory: 'allotment', expenseCode: '1.2' };

/** Sign-ups for one activity; drafts, unions and agreements beside them, each at a moment of its own. */
export async function planWave(world: AccessWorld, plan: WavePlan): Promise<Wave> {
  const { network, people } = world;
  const { keeper } = people;
  const { name, crowd, capacity, others, lastsMs, random } = plan;
  const [{ id: activityId }, ...agreed] = await Promise.all([
    publishActivity(keeper.client, network.near, capacity),
    ...counted(others).map(() => draftActivity(keeper.client, network.near)),
  ]);
  const wish = (person: Person, path: string, body: unknown): Wish => ({
    person,
    path,
    body,
    afterMs: Math.floor(random() * lastsMs),
  });
  const signUps = crowd.map((person) => wish(person, `/activities/${activityId}/registrations`, {}));
  const made = counted(others).flatMap((n) => [
    wish(keeper, '/activities', draftOf(network.near, { title: `${name}活动${n}` })),
    wish(network.operator, '/unions', { parentId: network.far.id, name: `${name}分会${n}` }),
    wish(keeper, `/activities/${agreed[n - 1]?.id}/agreements`, terms),
  ]);
  return { activityId, name, capacity, people: crowd.length, wishes: [...signUps, ...made] };
}

/** 1, 2, …, n. */
export function counted(n: number): number[] {
  return Array.from({ length: n }, (_one, index) => index + 1);
}

/** What was said holds: everybody was answered, nobody is lost, nobody twice, nobody beyond the seats, one line without gaps. */
export async function waveViolations(
  platform: TestPlatform,
  wave: Wave,
  told: readonly Told[],
): Promise<Violation[]> {
  const refused = told.filter((one) => one.status !== 201);
  return [
    ...refused.map((one) => `refused: ${one.wish.path} → ${one.status} ${one.body.code}`),
    ...(await seatViolations(platform, wave)),
    ...(await registrationViolations(platform, wave, told.slice(0, wave.people))),
    ...(await madeViolations(platform, wave, told.slice(wave.people))),
  ];
}

/** Seats and line of an activity, whatever anybody was told. */
async function seatViolations(
  platform: TestPlatform,
  { activityId, capacity }: Pick<Wave, 'activityId' | 'capacity'>,
): Promise<Violation[]> {
  const [seats] = await rowsOf<{ heads: number; ranks: number; people: number; rows: number }>(
    platform,
    `SELECT coalesce(sum(heads) FILTER (WHERE state = 'confirmed'), 0)::int AS heads, count(DISTINCT rank)::int AS ranks,
            count(DISTINCT person_id)::int AS people, count(*)::int AS rows
     FROM sharing.registration WHERE activity_id = $1`,
    [activityId],
  );
  const { heads, ranks, people, rows } = seats ?? { heads: 0, ranks: 0, people: 0, rows: 0 };
  return [
    ...(heads > capacity ? [`oversold: ${heads} heads on ${capacity} seats`] : []),
    ...(ranks < rows ? [`twice: ${rows - ranks} places in the line are given more than once`] : []),
    ...(people < rows ? [`twice: ${rows - people} people are registered more than once`] : []),
  ];
}

async function registrationViolations(
  platform: TestPlatform,
  { activityId, people, capacity }: Wave,
  signUps: readonly Told[],
): Promise<Violation[]> {
  const rows = await rowsOf<{ id: string; state: string }>(
    platform,
    'SELECT id, state FROM sharing.registration WHERE activity_id = $1',
    [activityId],
  );
  const kept = new Map(rows.map((row) => [row.id, row.state]));
  const seats = Math.min(people, capacity);
  const confirmed = rows.filter(({ state }) => state === 'confirmed').length;
  const places = signUps.flatMap((one) => one.body.waitlistPlace ?? []).sort((a, b) => a - b);
  const line = counted(Math.max(0, people - capacity));
  return [
    ...signUps.flatMap(({ body: { id = '', state } }) =>
      kept.get(id) === state ? [] : [`lost: registration ${id} was told ${state} and is ${kept.get(id)}`],
    ),
    ...(rows.length > people ? [`twice: ${rows.length} registrations of ${people} people`] : []),
    ...(confirmed < seats ? [`lost: ${seats - confirmed} of ${seats} seats are not given`] : []),
    ...(String(places) === String(line) ? [] : [`wrong: places ${String(places)} of ${line.length}`]),
  ];
}

async function madeViolations(
  platform: TestPlatform,
  { name }: Wave,
  told: readonly Told[],
): Promise<Violation[]> {
  const paths = told.map((one) => /activities\/(.+)\/agreements/.exec(one.wish.path)?.[1] ?? null);
  const rows = await rowsOf<{ id: string }>(
    platform,
    `SELECT id FROM sharing.activity WHERE starts_with(title, $1)
     UNION ALL SELECT id FROM membership.labour_union WHERE starts_with(name, $1)
     UNION ALL SELECT id FROM sharing.agreement WHERE activity_id = ANY($2::uuid[])`,
    [name, paths.filter((id) => id !== null)],
  );
  const kept = new Set(rows.map((row) => row.id));
  const ids = told.map((one) => (one.body as Partial<AgreementView>).id ?? '');
  const unasked = rows.filter((row) => !ids.includes(row.id));
  return [
    ...ids.filter((id) => !kept.has(id)).map((id) => `lost: ${id} was made and is not there`),
    ...unasked.map(({ id }) => `twice: ${id} was made and nobody was told`),
  ];
}
