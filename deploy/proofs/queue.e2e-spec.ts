import { createHash, createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolsView, PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { QueuePlaceView, QueueView } from '@gongxiang/contracts/sharing/seats/queue.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Refusal } from '../demo/tools/client.js';
import { draftOf, insertMembers, makeNetwork, makePerson, type Network, type Person } from './fixtures.js';
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

const seats = 150;
const people = 200;
/** 50 a second: the turn of the last of 200 comes 4 seconds after the opening. */
const perMinute = 3_000;
const hourMs = 3_600_000;
const soonMs = 3_000;

let platform: TestPlatform;
let network: Network;
let organiser: Person;
let crowd: Person[];

beforeAll(async () => {
  platform = await sharedPlatform();
  await platform.start('sharing');
  network = await makeNetwork(platform);
  organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  crowd = await insertMembers(platform, network, network.near, people);
});

afterAll(() => platform?.stop());

/** Opens in an hour; the queue may be joined at once. */
async function announced(): Promise<string> {
  const { client } = organiser;
  const signUpOpensAt = new Date(Date.now() + hourMs).toISOString();
  const draft = await client.post<ActivityView>('/activities', draftOf(network.near, { signUpOpensAt }));
  await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '公共名额', capacity: seats });
  const { id, version } = await client.decide<ActivityView>(`/activities/${draft.id}/publish`);
  const terms = { joinFrom: new Date().toISOString(), perMinute };
  await client.put<QueueView>(`/activities/${id}/queue`, terms, { ifMatch: version });
  return id;
}

/** Has it open as soon as all are there, however long they took. @returns when */
async function opensSoon(activityId: string): Promise<number> {
  const path = `/activities/${activityId}`;
  const { version } = await organiser.client.get<ActivityView>(path);
  const signUpOpensAt = new Date(Date.now() + soonMs).toISOString();
  await organiser.client.patch<ActivityView>(path, { signUpOpensAt }, { ifMatch: version });
  return Date.parse(signUpOpensAt);
}

const signUp = ({ client }: Person, activityId: string): Promise<RegistrationView> =>
  client.post<RegistrationView>(`/activities/${activityId}/registrations`, {});

interface Came {
  readonly person: Person;
  readonly place: QueuePlaceView;
  readonly registration: RegistrationView;
}

/** As the page does it: asks when it is told to, and signs up at the turn, which it tries once too early. */
async function waitAndSignUp(person: Person, activityId: string): Promise<Came> {
  const early = await signUp(person, activityId).catch((error: unknown) => error);
  // Those whose turn has come by then, such as the very first, have their seats.
  if (!(early instanceof Refusal))
    return { person, place: await placeOf(person, activityId), registration: early as RegistrationView };
  expect([early.status, early.code]).toEqual([409, 'QUEUE_TURN_NOT_YET']);
  for (;;) {
    const place = await placeOf(person, activityId);
    if (place.state === 'turn') return { person, place, registration: await signUp(person, activityId) };
    const turn = place.turnAt === null ? 200 : Date.parse(place.turnAt) - Date.parse(place.askedAt);
    await sleep(Math.min(Math.max(turn, 50), place.pollAfter * 1_000));
  }
}

const placeOf = ({ client }: Person, activityId: string): Promise<QueuePlaceView> =>
  client.get<QueuePlaceView>(`/activities/${activityId}/queue-places/mine`);

it('E26: 200 wait for an opening at which a copy of the service dies; all sign up at their turns, and no seat is lost', async () => {
  const id = await announced();
  await Promise.all(crowd.map(({ client }) => client.post(`/activities/${id}/queue-places`, {})));
  const [first] = crowd as [Person];
  await expect(signUp(first, id)).rejects.toMatchObject({ status: 409, code: 'NOT_OPEN_YET' });
  const before = await organiser.client.get<QueueView>(`/activities/${id}/queue`);
  expect(before).toMatchObject({ joined: people, secret: null, early: null });

  const opensAt = await opensSoon(id);
  await sleep(Math.max(0, opensAt - Date.now()));
  const [came] = await Promise.all([
    Promise.all(crowd.map((person) => waitAndSignUp(person, id))),
    platform.kill('sharing', 0),
  ]);

  const after = await organiser.client.get<QueueView>(`/activities/${id}/queue`);
  const secret = Buffer.from(after.secret ?? '', 'hex');
  expect(createHash('sha256').update(secret).digest('hex')).toBe(before.commitment);
  const keyOf = ({ personId }: Person): string => createHmac('sha256', secret).update(personId).digest('hex');
  const byKey = [...crowd].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const byPlace = [...came].sort((left, right) => (left.place.place ?? 0) - (right.place.place ?? 0));
  expect(byPlace.map(({ person }) => person.personId)).toEqual(byKey.map(({ personId }) => personId));
  expect(byPlace.map(({ place }) => place.place)).toEqual(crowd.map((_person, index) => index + 1));
  for (const { place, registration } of came)
    expect(registration.registeredAt >= (place.turnAt ?? '')).toBe(true);

  // 200 people, 150 seats.
  expect(came.filter(({ registration }) => registration.state === 'confirmed')).toHaveLength(seats);
  const { total } = await organiser.client.get<PoolsView>(`/activities/${id}/pools`);
  expect(total).toMatchObject({ confirmed: seats, free: 0, over: 0, waiting: people - seats });
});
