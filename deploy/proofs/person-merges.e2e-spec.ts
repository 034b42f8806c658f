import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  MemberMergeView,
  MergePreviewView,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  MyRegistrationView,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { PersonPlace } from '@gongxiang/persistence';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootAbove } from '../root.js';
import { makeNetwork, makePerson, type Network, type Person, publishActivity, renewed } from './fixtures.js';
import { rowsOf } from './rows.js';
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

const placesOf: Readonly<Record<string, string>> = {
  membership: 'services/membership/dist/members/merge/person-places.js',
  sharing: 'services/sharing/dist/persons/person-places.js',
  settlement: 'services/settlement/dist/persons/person-places.js',
  evaluation: 'services/evaluation/dist/persons/person-places.js',
};

let platform: TestPlatform;
let network: Network;
let officer: Person;
let places: readonly (PersonPlace & { readonly schema: string })[];

beforeAll(async () => {
  platform = await sharedPlatform();
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  const all = Object.entries(placesOf).map(async ([schema, file]) => {
    const { personPlaces } = (await import(join(rootAbove(fileURLToPath(import.meta.url)), file))) as {
      personPlaces: readonly PersonPlace[];
    };
    return personPlaces.map((place) => ({ ...place, schema }));
  });
  places = (await Promise.all(all)).flat();
});

afterAll(() => platform?.stop());

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

/** Every column of every service that can contain an id, in any form. */
function columns(): Promise<Column[]> {
  return rowsOf<Column & Record<string, unknown>>(
    platform,
    `SELECT n.nspname AS schema, c.relname AS "table", a.attname AS "column" FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname = ANY($1) AND c.relkind = 'r'
       AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype, 'text'::regtype, 'json'::regtype, 'jsonb'::regtype)`,
    [Object.keys(placesOf)],
  );
}

/** The columns in which one of these people occurs, in any row. */
async function columnsWith(ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { schema, table, column } of await columns()) {
    const rows = await rowsOf(
      platform,
      `SELECT 1 FROM ${schema}.${table} t WHERE t.${column}::text ~ $1 LIMIT 1`,
      [ids.join('|')],
    );
    if (rows.length > 0) found.push(`${schema}.${table}.${column}`);
  }
  return found;
}

/** Rows that should have moved and still name a merged record, apart from those of which the journal says why. */
async function orphans(): Promise<string[]> {
  const found: string[] = [];
  for (const { schema, table, column, where = 'true', treatment, isList } of places) {
    if (treatment !== 'moves' || isList === true) continue;
    const condition = where
      .replaceAll(':now', 'now()')
      .replaceAll(/\b(FROM|JOIN) (?!\()(\w+)/g, `$1 ${schema}.$2`);
    const rows = await rowsOf(
      platform,
      `SELECT 1 FROM ${schema}.${table} t JOIN ${schema}.person_alias p ON p.from_id = t.${column}
       WHERE (${condition}) AND p.from_id <> p.merge_id AND NOT EXISTS (
         SELECT FROM ${schema}.person_merge_journal j WHERE j.merge_id = p.merge_id AND j.stays
           AND j.table_name = '${table}' AND j.column_name = '${column}')`,
    );
    if (rows.length > 0) found.push(`${schema}.${table}.${column}: ${rows.length}`);
  }
  return found;
}

async function merge(survivor: Person, merged: Person): Promise<MemberMergeView> {
  const proposed = await officer.client.post<MemberMergeView>('/member-merges', {
    survivorId: survivor.personId,
    mergedId: merged.personId,
    name: 'survivor',
    residentNumber: 'survivor',
    phone: 'survivor',
    reason: '本人到场核对',
  });
  await network.operator.client.decide<MemberMergeView>(`/member-merges/${proposed.id}/approve`);
  return eventually(async () => {
    const view = await officer.client.get<MemberMergeView>(`/member-merges/${proposed.id}`);
    expect(view.state).toBe('applied');
    return view;
  });
}

describe('merging two records of one person', () => {
  it('E97: leaves no orphan, whatever signs up meanwhile, and is undone', async () => {
    const [survivor, merged] = [
      await makePerson(platform, network, network.near),
      await makePerson(platform, network, network.near),
    ];
    const activities = [];
    for (let index = 0; index < 3; index += 1) {
      activities.push(await publishActivity(officer.client, network.near, 5));
    }
    const [first, both, later] = activities;
    if (first === undefined || both === undefined || later === undefined) throw new Error('three activities');
    const signUp = (person: Person, activity: { readonly id: string }) =>
      person.client.post<RegistrationView>(`/activities/${activity.id}/registrations`, {});
    await eventually(() => signUp(merged, first));
    await signUp(merged, both);
    await signUp(survivor, both);
    const pair = `survivorId=${survivor.personId}&mergedId=${merged.personId}`;
    const preview = await officer.client.get<MergePreviewView>(`/member-merges/preview?${pair}`);
    expect(preview.complete).toBe(true);
    const shared = preview.services.find(({ service }) => service === 'sharing');
    expect(shared?.counts).toContainEqual({ kind: 'registrations', moving: 1, resolving: 0, clashing: 1 });
    expect(shared?.warnings).toContainEqual({ warning: 'twoSeats', count: 1 });
    // A sign-up of the merged record that races with the merge is either refused or that of the survivor.
    const racing = signUp(merged, later).catch(() => null);
    const done = await merge(survivor, merged);
    await racing;
    expect(done.progress.every(({ doneAt }) => doneAt !== null)).toBe(true);
    await eventually(async () => expect(await orphans()).toEqual([]));
    const own = await renewed(platform, survivor).client.get<Page<MyRegistrationView>>('/me/registrations');
    const seats = own.items.filter(({ state }) => state === 'confirmed').map(({ activityId }) => activityId);
    expect(seats).toEqual(expect.arrayContaining([first.id, both.id]));
    expect(seats.filter((id) => id === both.id)).toHaveLength(1);
    await network.operator.client.decide<MemberMergeView>(`/member-merges/${done.id}/undo`, {
      reason: '是两个人',
    });
    await eventually(async () => {
      expect((await officer.client.get<MemberMergeView>(`/member-merges/${done.id}`)).state).toBe('undone');
    });
    const back = await rowsOf<{ person_id: string }>(
      platform,
      'SELECT person_id FROM sharing.registration WHERE activity_id = $1',
      [first.id],
    );
    expect(back.map(({ person_id: id }) => id)).toEqual([merged.personId]);
  });

  it('E97: every column in which a person occurs says what a merge does with it', async () => {
    const people = await rowsOf<{ id: string }>(platform, 'SELECT id FROM membership.person LIMIT 200');
    const declared = new Set(places.map(({ schema, table, column }) => `${schema}.${table}.${column}`));
    const found = await columnsWith(people.map(({ id }) => id));
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((name) => !declared.has(name))).toEqual([]);
  });

  it('E95: records of two unions are no candidates for the officer of one', async () => {
    const { personId } = await network.operator.client
      .post<MemberView>('/members', {
        unionId: network.far.id,
        name: '王重名',
        residentNumber: '11010119900307803X',
      })
      .catch(() => ({ personId: '' }));
    const page =
      await officer.client.get<Page<{ readonly second: { readonly personId: string } }>>(
        '/member-merges/candidates',
      );
    expect(page.items.every(({ second }) => second.personId !== personId)).toBe(true);
  });
});
