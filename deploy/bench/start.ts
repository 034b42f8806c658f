import { randomUUID } from 'node:crypto';
import type { ActivityView, PoolView, UnionView } from '@gongxiang/contracts';
import { draftOf, insertMembers, makeNetwork, makePerson, type Person, renewed } from '../proofs/fixtures.js';
import { type Restartable, startOwnPostgres } from '../proofs/own-servers.js';
import { startTestPlatform, type TestPlatform } from '../proofs/test-platform.js';
import { startBaseline } from './baseline.js';
import { countedIn, run } from './sql.js';
import { poolsPerActivity, type Rush, type Subject } from './subject.js';

const profiler = new URL('../../bench/profile.mjs', import.meta.url).href;

export interface Bench {
  readonly platform: Subject;
  readonly baseline: Subject;
  readonly noop: Subject;
  /** The process of PostgreSQL, whose children work for all. */
  readonly postgresPid: number;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

export interface BenchOptions {
  /** Where the CPU profile of each process is kept. */
  readonly profileDirectory: string | undefined;
  /** Counts what each statement costs, which costs a little itself. */
  readonly statements: boolean;
  /** Copies of sharing. */
  readonly replicas: number;
}

/** Everything on one PostgreSQL that keeps its promises in a crash, as it is deployed. */
export async function startBench(people: number, options: BenchOptions): Promise<Bench> {
  const settings = options.statements ? { settings: { shared_preload_libraries: 'pg_stat_statements' } } : {};
  const postgres = await startOwnPostgres(settings);
  try {
    if (options.statements) await run(postgres.url, 'CREATE EXTENSION pg_stat_statements');
    return await startOn(postgres, people, options);
  } catch (error) {
    // Nobody is given anything to stop.
    await postgres.stop();
    throw error;
  }
}

async function startOn(
  postgres: Restartable,
  people: number,
  { profileDirectory, replicas }: BenchOptions,
): Promise<Bench> {
  const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
  const profile: Readonly<Record<string, string>> =
    profileDirectory === undefined
      ? {}
      : { NODE_OPTIONS: `--import ${profiler}`, PROFILE_DIRECTORY: profileDirectory };
  const own = { url: postgres.url };
  const platform = await startTestPlatform(
    { settlement: 0, evaluation: 0, sharing: replicas },
    { ...limits, ...profile },
    own,
  );
  const bare = await startBaseline(postgres.url);
  const network = await makeNetwork(platform);
  const organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  const unions = [network.near, network.next, network.far, network.districts[1]].slice(0, poolsPerActivity);
  const crowds = [];
  for (const union of unions) {
    crowds.push(await insertMembers(platform, network, union, Math.ceil(people / unions.length)));
  }
  const crowd = { unions, people: inTurn(crowds) };
  return {
    platform: platformSubject(platform, organiser, crowd),
    baseline: bare.subject,
    noop: bare.noop,
    postgresPid: postgres.pid(),
    databaseUrl: postgres.url,
    stop: async () => {
      bare.stop();
      await platform.stop();
      await postgres.stop();
    },
  };
}

/** One of each in turn: the pools of all unions are wanted at the same time. */
function inTurn(crowds: readonly (readonly Person[])[]): Person[] {
  const [first = []] = crowds;
  return first.flatMap((_one, index) => crowds.flatMap((crowd) => crowd[index] ?? []));
}

interface Crowd {
  /** Each has a pool of its own in every activity. */
  readonly unions: readonly UnionView[];
  readonly people: readonly Person[];
}

/** Activities with a pool for each union. @returns their ids */
async function publishAll({ client }: Person, { unions }: Crowd, rush: Rush): Promise<string[]> {
  const [host] = unions;
  const capacity = Math.ceil(rush.seats / unions.length / rush.activities);
  const ids: string[] = [];
  for (let number = 1; number <= rush.activities; number += 1) {
    const { id } = await client.post<ActivityView>('/activities', draftOf({ id: host?.id ?? '' }));
    for (const { id: unionId, name } of unions)
      await client.post<PoolView>(`/activities/${id}/pools`, { name, unionId, capacity });
    await client.post(`/activities/${id}/publish`);
    ids.push(id);
  }
  return ids;
}

function platformSubject(platform: TestPlatform, organiser: Person, crowd: Crowd): Subject {
  let activityIds: string[] = [];
  return {
    ...{ kind: 'platform', name: 'platform' },
    url: platform.gatewayUrl,
    prepare: async (rush) => {
      activityIds = await publishAll(renewed(platform, organiser), crowd, rush);
      const people = crowd.people.slice(0, rush.people).map((person) => renewed(platform, person));
      return {
        warmUp: people.map(({ token }) => ({
          ...{ method: 'GET', path: '/api/v1/me' },
          headers: { authorization: `Bearer ${token}` },
        })),
        requests: people.map(({ token }, index) => ({
          method: 'POST',
          path: `/api/v1/activities/${activityIds[index % rush.activities]}/registrations`,
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': randomUUID(),
          },
          body: '{}',
        })),
      };
    },
    count: () =>
      countedIn(
        platform.databaseUrl,
        `SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
                count(*) FILTER (WHERE state = 'waitlisted')::int AS waitlisted,
                (SELECT coalesce(sum(greatest(0, seated - capacity)), 0)::int FROM (
                   SELECT p.capacity, (SELECT count(*) FROM sharing.registration s
                                       WHERE s.pool_id = p.id AND s.state = 'confirmed') AS seated
                   FROM sharing.pool p WHERE p.activity_id = ANY($1)) AS pools) AS oversold
         FROM sharing.registration WHERE activity_id = ANY($1)`,
        [activityIds],
      ),
    pids: () =>
      Object.fromEntries(
        (['gateway', 'sharing', 'membership'] as const).flatMap((name) =>
          platform.replicas(name).map(({ pid }, index) => [`${name}${index === 0 ? '' : index + 1}`, pid]),
        ),
      ),
  };
}
