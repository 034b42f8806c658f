import { randomUUID } from 'node:crypto';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { ServiceName } from '../local/services.js';
import { draftOf, insertCrowds, makeNetwork, makePerson, type Person, renewed } from '../proofs/fixtures.js';
import { startTestPlatform, type TestPlatform } from '../proofs/test-platform.js';
import { poolsOf, poolsPerActivity, type Rush } from './rush.js';
import { countedIn } from './sql.js';
import type { LoadRequest, Subject } from './subject.js';

const profiler = new URL('../../bench/profile.mjs', import.meta.url).href;
const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };

export interface MeasuredOptions {
  readonly name: string;
  /** Copies of sharing, and of the gateway. */
  readonly replicas?: number;
  /** Where the CPU profile of each process is kept. */
  readonly profileDirectory?: string | undefined;
  /** For all services, beside what each has anyway. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A platform with a network, and a crowd that is signed in. */
export interface MeasuredPlatform {
  readonly platform: TestPlatform;
  readonly subject: Subject;
  /** Of the last rush that was prepared. */
  readonly activityIds: () => readonly string[];
  readonly crowd: Crowd;
}

/** Everything on, as it is deployed, on a database of its own. @param people how many the largest rush has */
export async function startMeasured(
  databaseUrl: string,
  people: number,
  { name, replicas = 1, profileDirectory, environment = {} }: MeasuredOptions,
): Promise<MeasuredPlatform> {
  const profile: Readonly<Record<string, string>> =
    profileDirectory === undefined
      ? {}
      : { NODE_OPTIONS: `--import ${profiler}`, PROFILE_DIRECTORY: profileDirectory };
  const copies = { settlement: 0, evaluation: 0, sharing: replicas, gateway: replicas };
  const platform = await startTestPlatform(
    copies,
    { ...limits, ...profile, ...environment },
    { url: databaseUrl },
  );
  try {
    return measured(platform, name, await crowdOf(platform, people));
  } catch (error) {
    // Nobody is given anything to stop.
    await platform.stop();
    throw error;
  }
}

export interface Crowd {
  readonly organiser: Person;
  /** Each has a pool of its own in every activity. */
  readonly unions: readonly UnionView[];
  /** One of each union in turn. */
  readonly people: readonly Person[];
}

async function crowdOf(platform: TestPlatform, people: number): Promise<Crowd> {
  const network = await makeNetwork(platform);
  const organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  const unions = [network.near, network.next, network.far, network.districts[1]].slice(0, poolsPerActivity);
  const crowds = await insertCrowds(platform, network, unions, Math.ceil(people / unions.length));
  const [first = []] = crowds;
  const inTurn = first.flatMap((_one, index) => crowds.flatMap((crowd) => crowd[index] ?? []));
  return { organiser, unions, people: inTurn };
}

function measured(platform: TestPlatform, name: string, crowd: Crowd): MeasuredPlatform {
  let activityIds: readonly string[] = [];
  const subject: Subject = {
    kind: 'platform',
    name,
    urls: platform
      .replicas('gateway')
      .map((_one, slot) => new URL(platform.healthUrl('gateway', slot)).origin),
    prepare: async (rush) => {
      activityIds = await publishAll(renewed(platform, crowd.organiser).client, crowd.unions, rush);
      const tokens = crowd.people.slice(0, rush.people).map((person) => renewed(platform, person).token);
      const pools = poolsOf(rush);
      return {
        warmUp: tokens.map((token) => ({
          method: 'GET',
          path: '/api/v1/me',
          headers: { authorization: `Bearer ${token}` },
        })),
        requests: tokens.map((token, index) =>
          signUpOf(activityIds[pools[index % pools.length]?.activity ?? 0] ?? '', token),
        ),
      };
    },
    count: () => countedIn(platform.databaseUrl, 'sharing', activityIds),
    pids: () =>
      Object.fromEntries(
        (['gateway', 'sharing', 'membership'] as const).flatMap((service) => pidsOf(platform, service)),
      ),
  };
  return { platform, subject, activityIds: () => activityIds, crowd };
}

function signUpOf(activityId: string, token: string): LoadRequest {
  return {
    method: 'POST',
    path: `/api/v1/activities/${activityId}/registrations`,
    body: '{}',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
    },
  };
}

/** Activities with a pool for each union. @returns their ids */
async function publishAll(
  client: Person['client'],
  unions: readonly UnionView[],
  rush: Rush,
): Promise<string[]> {
  const [host] = unions;
  const pools = poolsOf(rush);
  const ids: string[] = [];
  for (let number = 0; number < rush.activities; number += 1) {
    const { id } = await client.post<ActivityView>('/activities', draftOf({ id: host?.id ?? '' }));
    for (const { union, capacity } of pools.filter(({ activity }) => activity === number)) {
      const { id: unionId = '', name = '' } = unions[union] ?? {};
      await client.post<PoolView>(`/activities/${id}/pools`, { name, unionId, capacity });
    }
    await client.decide(`/activities/${id}/publish`);
    ids.push(id);
  }
  return ids;
}

function pidsOf(platform: TestPlatform, service: ServiceName): [string, number][] {
  return platform
    .replicas(service)
    .map(({ pid }, index) => [`${service}${index === 0 ? '' : index + 1}`, pid]);
}
