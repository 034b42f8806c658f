// A network as it is some years old: unions all over a province, what they offer, and what they seek. One of each sort is made
// through the REST interface; the others are copies of it with an owner, a place and times of their own.
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { NeedView } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '@gongxiang/contracts/sharing/sharing-events';
import { inDays, makeNetwork, makePerson, type Network, type Person } from '../../proofs/fixtures.js';
import { startTestPlatform, type TestPlatform } from '../../proofs/test-platform.js';
import { createDatabase, run } from '../sql.js';
import { drained } from './due.js';

const unions = 200;
const copiedName = '工会 ';
/** Some 33 km from one to the next. */
const counties = 100;
const daysAhead = 60;
const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };

export interface World {
  /** Where the statements of all databases are counted. */
  readonly serverUrl: string;
  readonly database: string;
  readonly platform: TestPlatform;
  readonly network: Network;
  /** Keeps what all unions offer. */
  readonly owner: Person;
  readonly seeker: Person;
}

export interface Place {
  readonly district: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Where the sorts stand; their copies stand elsewhere. */
const here: Place = { district: '原区', latitude: 30.55, longitude: 114.35 };

/** Somewhere among the copies. */
export function placeAt(number: number): Place {
  const county = (number * 37) % counties;
  return {
    district: `县${county}`,
    latitude: 28 + (county % 10) * 0.3,
    longitude: 110 + Math.floor(county / 10) * 0.3,
  };
}

const titles: Readonly<Record<ResourceFunction, string>> = {
  information: '章程范本',
  facility: '多功能厅',
  management: '管理课程',
  service: '法律咨询',
  people: '瑜伽教练',
};
/** What is asked for in words. */
const skills: Readonly<Partial<Record<ResourceFunction, string>>> = {
  service: '法律咨询',
  people: '瑜伽教练',
};
/** The same of each function; of two sorts one asks for any business. */
const sorts = resourceFunctions.flatMap((ofFunction) =>
  unionBusinesses.map((business, place) => ({ function: ofFunction, business, place })),
);

/** @param copies of the sharing service */
export async function startWorld(serverUrl: string, database: string, copies = 1): Promise<World> {
  const databaseUrl = await createDatabase(serverUrl, database);
  const services = { settlement: 0, evaluation: 0, sharing: copies };
  const platform = await startTestPlatform(services, limits, { url: databaseUrl });
  try {
    const network = await makeNetwork(platform);
    const owner = await makePerson(platform, network, network.root, ['officer']);
    const seeker = await makePerson(platform, network, network.near, ['officer']);
    const world = { serverUrl, database, platform, network, owner, seeker };
    await addUnions(world);
    for (const sort of sorts) await offerSort(world, sort, here);
    await drained(databaseUrl);
    return world;
  } catch (error) {
    // Nobody is given anything to stop.
    await platform.stop();
    throw error;
  }
}

interface Sort {
  readonly function: ResourceFunction;
  readonly business: UnionBusiness;
  readonly place: number;
}

/** A new offer of a sort. @returns its id */
export async function offerSort(
  { owner, network }: World,
  { function: ofFunction, business }: Pick<Sort, 'function' | 'business'>,
  at: Place,
): Promise<string> {
  const { id } = await owner.client.post<ResourceView>('/resources', {
    owner: { kind: 'union', id: network.far.id },
    title: titles[ofFunction],
    description: '可停车',
    function: ofFunction,
    businesses: [business],
    capacity: 100,
    ...at,
  });
  await owner.client.post<GrantView>(`/resources/${id}/grants`, {
    to: { kind: 'everyone' },
    from: inDays(-1),
    until: inDays(400),
    approval: 'automatic',
    price: { kind: 'free' },
  });
  return id;
}

/** A new need for something of a sort. @returns its id */
export async function seekSort(
  { seeker, network }: World,
  { function: ofFunction, business, place }: Sort,
  at: Place,
): Promise<string> {
  const skill = skills[ofFunction];
  const want = {
    function: ofFunction,
    ...(place % 3 === 2 ? {} : { business }),
    ...(skill === undefined ? {} : { skill }),
  };
  const { id } = await seeker.client.post<NeedView>('/needs', {
    party: { kind: 'union', id: network.near.id },
    title: `找${titles[ofFunction]}`,
    wants: [want],
    windows: [{ from: inDays(10), to: inDays(10.1) }],
    headcount: 60,
    ...at,
  });
  return id;
}

export function sortAt(number: number): Sort {
  const sort = sorts[number % sorts.length];
  if (sort === undefined) throw new Error('there are sorts');
  return sort;
}

/** As membership tells of them, without sign-ins of their own. */
async function addUnions({ platform, network }: World): Promise<void> {
  await run(
    platform.databaseUrl,
    `INSERT INTO sharing.union_ref SELECT copied.* FROM sharing.union_ref u CROSS JOIN generate_series(1, ${unions}) AS n
     CROSS JOIN LATERAL jsonb_populate_record(NULL::sharing.union_ref, to_jsonb(u) || jsonb_build_object(
       'id', gen_random_uuid(), 'path', '${network.root.path}' || 'copy' || n || '.', 'name', '${copiedName}' || n)) AS copied
     WHERE u.id = '${network.near.id}'`,
  );
}

/** A table of copies: for each a sort, a union, a county, a place in it, and a day. @param sorts where the ids of the sorts are */
const copiesOf = (sorts: string, count: string): string => `
  CREATE TEMP TABLE copy AS
  SELECT uuidv7() AS id, sort.ids[1 + n % cardinality(sort.ids)] AS of, known.ids[1 + floor(random() * ${unions})::int] AS union_id,
    '县' || county AS district, 28 + (county % 10) * 0.3 + (random() - 0.5) * 0.1 AS latitude,
    110 + (county / 10) * 0.3 + (random() - 0.5) * 0.1 AS longitude,
    date_trunc('day', now()) + (2 + floor(random() * ${daysAhead})) * interval '1 day' AS day
  FROM (SELECT n, floor(random() * ${counties})::int AS county FROM generate_series(1, ${count}) AS n OFFSET 0) AS placed
  CROSS JOIN (SELECT array_agg(id ORDER BY id) AS ids FROM ${sorts}) AS sort
  CROSS JOIN (SELECT array_agg(id) AS ids FROM union_ref WHERE name LIKE '${copiedName}%') AS known;`;

/** So many offers in all, each taken on some of the coming days, and found under the keys of its own place. */
export async function offerUpTo({ platform }: World, count: number): Promise<void> {
  await run(
    platform.databaseUrl,
    `SET search_path = sharing, public;
     ${copiesOf(`resource WHERE district = '${here.district}'`, `(SELECT greatest(0, ${count} - count(*)) FROM resource)`)}
     INSERT INTO resource SELECT copied.* FROM copy c JOIN resource r ON r.id = c.of
       CROSS JOIN LATERAL jsonb_populate_record(NULL::resource, to_jsonb(r) || to_jsonb(c) || jsonb_build_object(
         'owner_id', c.union_id, 'owner_union_id', c.union_id, 'capacity', 20 + floor(random() * 300))) AS copied;
     INSERT INTO right_of_use SELECT copied.* FROM copy c JOIN right_of_use g ON g.resource_id = c.of
       CROSS JOIN LATERAL jsonb_populate_record(NULL::right_of_use, to_jsonb(g) || jsonb_build_object('resource_id', c.id)) AS copied;
     INSERT INTO offer_key SELECT replace(replace(k.key, 'd:${here.district}', 'd:' || c.district),
         'c:${cellOf(here)}', 'c:' || floor(c.latitude * 10) || ':' || floor(c.longitude * 10)), c.id, c.union_id
       FROM copy c JOIN offer_key k ON k.offer_id = c.of;
     INSERT INTO booking SELECT id, gen_random_uuid(), 'loan', day + interval '8 hours', day + interval '18 hours'
       FROM (SELECT c.id, date_trunc('day', now()) + (20 * third + floor(random() * 20)) * interval '1 day' AS day
         FROM copy c CROSS JOIN generate_series(0, 2) AS third) AS taken`,
  );
  // As it stands some minutes later: what was written last is in the indexes, and counted.
  await run(platform.databaseUrl, 'VACUUM ANALYZE');
}

function cellOf({ latitude, longitude }: Place): string {
  return `${Math.floor(latitude * 10)}:${Math.floor(longitude * 10)}`;
}

/** So many standing needs; each is matched as due work, as one that was just posted. */
export async function seek(world: World, count: number): Promise<void> {
  const { databaseUrl } = world.platform;
  for (const sort of sorts) await seekSort(world, sort, here);
  await drained(databaseUrl);
  const at = (hours: number): string =>
    `to_char((c.day + interval '${hours} hours') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  await run(
    databaseUrl,
    `SET search_path = sharing, public;
     ${copiesOf('need', `${count}`)}
     INSERT INTO need SELECT copied.* FROM copy c JOIN need n ON n.id = c.of
       CROSS JOIN LATERAL jsonb_populate_record(NULL::need, to_jsonb(n) || to_jsonb(c) || jsonb_build_object(
         'party_id', c.union_id, 'headcount', 10 + floor(random() * 200), 'matches_computed_at', NULL,
         'windows', jsonb_build_array(jsonb_build_object('from', ${at(9)}, 'to', ${at(12)})),
         'expires_at', c.day + interval '12 hours')) AS copied;
     ANALYZE need;
     INSERT INTO due (kind, key, due_at) SELECT 'match-need', id::text, now() FROM copy`,
  );
}
