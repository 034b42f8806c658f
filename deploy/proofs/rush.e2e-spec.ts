import { randomUUID } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { PoolsView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { AttendancePage, CheckInView } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type {
  RegistrationLineView,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal } from '../demo/tools/client.js';
import { confirmedOf } from '../demo/steps/door.js';
import { ask } from './ask.js';
import {
  inDays,
  insertMembers,
  makeNetwork,
  makePerson,
  type Network,
  type Person,
  publishActivity,
  withDatabase,
} from './fixtures.js';
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

let platform: TestPlatform;
let network: Network;
let organiser: Person;
let crowd: Person[];

beforeAll(async () => {
  platform = await sharedPlatform();
  // A second copy of sharing: seats are safe across processes, not by a mutex in one of them.
  await platform.start('sharing');
  network = await makeNetwork(platform);
  organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  crowd = await insertMembers(platform, network, network.near, 500);
});

afterAll(() => platform?.stop());

const signUp = (person: Person, activityId: string): Promise<RegistrationView> =>
  person.client.post<RegistrationView>(`/activities/${activityId}/registrations`, {});

/** 1, 2, …, n. */
const counted = (n: number): number[] => Array.from({ length: n }, (_one, index) => index + 1);

function placesOf(lines: readonly { readonly waitlistPlace: number | null }[]): number[] {
  return lines.flatMap((line) => line.waitlistPlace ?? []).sort((a, b) => a - b);
}

async function waitlistOf(activityId: string): Promise<RegistrationLineView[]> {
  const lines: RegistrationLineView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = `state=waitlisted&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page: Page<RegistrationLineView> = await organiser.client.get(
      `/activities/${activityId}/registrations?${query}`,
    );
    lines.push(...page.items);
    cursor = page.nextCursor;
  }
  return lines;
}

describe('a rush of sign-ups on two replicas', () => {
  it.each([
    // 50 want 1 seat: 1 confirmed, 49 wait. 500 want 40 seats: 40 confirmed, 460 wait.
    { people: 50, seats: 1 },
    { people: 500, seats: 40 },
  ])(
    'E01: of $people simultaneous sign-ups for $seats seats exactly $seats are confirmed, the others wait in one line',
    async ({ people, seats }) => {
      const activity = await publishActivity(organiser.client, network.near, seats);
      const answers = await Promise.all(crowd.slice(0, people).map((person) => signUp(person, activity.id)));

      expect(answers).toHaveLength(people);
      expect(new Set(answers.map((answer) => answer.id)).size).toBe(people);
      expect(answers.filter((answer) => answer.state === 'confirmed')).toHaveLength(seats);
      expect(answers.filter((answer) => answer.state === 'waitlisted')).toHaveLength(people - seats);
      expect(placesOf(answers)).toEqual(counted(people - seats));

      const pools = await organiser.client.get<PoolsView>(`/activities/${activity.id}/pools`);
      expect(pools.total).toMatchObject({ capacity: seats, confirmed: seats, free: 0, over: 0 });
      expect(pools.total.waitingParties).toBe(people - seats);
      const line = await waitlistOf(activity.id);
      expect(line.map((one) => one.waitlistPlace)).toEqual(counted(people - seats));
    },
  );

  it('E01: seats that are given back at the same time go to the first in the line, and to nobody else', async () => {
    const activity = await publishActivity(organiser.client, network.near, 10);
    const people = crowd.slice(0, 30);
    const first = await Promise.all(people.map((person) => signUp(person, activity.id)));
    const seated = people.flatMap((person, index) => {
      const one = first[index];
      return one?.state === 'confirmed' ? [{ person, id: one.id }] : [];
    });
    await Promise.all(seated.map(({ person, id }) => person.client.post(`/registrations/${id}/cancel`)));

    // 10 seats, 30 − 10 = 20 waited: places 1 to 10 move up, 20 − 10 = 10 still wait.
    const confirmed = await confirmedOf(organiser.client, activity.id);
    const movedUp = first.flatMap((one) => ((one.waitlistPlace ?? 99) <= 10 ? [one.id] : []));
    expect(confirmed.map((line) => line.id).sort()).toEqual([...movedUp].sort());
    expect(placesOf(await waitlistOf(activity.id))).toEqual(counted(10));
  });

  it.each(['the same key', 'different keys'])(
    'E18: a double click with %s makes one registration, and both clicks see it',
    async (keys) => {
      const activity = await publishActivity(organiser.client, network.near, 5);
      const [person] = crowd as [Person];
      const key = randomUUID();
      const click = (): Promise<RegistrationView> =>
        person.client.post<RegistrationView>(
          `/activities/${activity.id}/registrations`,
          {},
          keys === 'the same key' ? { key } : {},
        );
      const clicks = await Promise.all([click(), click(), click()]);

      expect(new Set(clicks.map((one) => one.id)).size).toBe(1);
      expect(clicks.every((one) => one.state === 'confirmed')).toBe(true);
      const rows = await withDatabase(platform, (sql) =>
        sql.query<{ rows: number }>(
          'SELECT count(*)::int AS rows FROM sharing.registration WHERE activity_id = $1',
          [activity.id],
        ),
      );
      expect(rows.rows[0]?.rows).toBe(1);
    },
  );

  it('E18: the second of two clicks answers 200 without a key of its own, and the replay of a key says so', async () => {
    const activity = await publishActivity(organiser.client, network.near, 5);
    const [, person] = crowd as [Person, Person];
    const path = `/activities/${activity.id}/registrations`;
    const key = randomUUID();
    const first = await ask(platform.gatewayUrl, 'POST', path, { token: person.token, key });
    const replay = await ask(platform.gatewayUrl, 'POST', path, { token: person.token, key });
    const second = await ask(platform.gatewayUrl, 'POST', path, { token: person.token });

    expect([first.status, replay.status, second.status]).toEqual([201, 201, 200]);
    expect([first, replay, second].map((one) => one.headers.get('idempotency-hit'))).toEqual([
      null,
      'true',
      null,
    ]);
    expect(replay.text).toBe(first.text);
    expect(second.body.id).toBe(first.body.id);
  });
});

describe('the door', () => {
  it('E33: queues of two entrances, sent twice and at once, admit everybody once', async () => {
    const activity = await publishActivity(organiser.client, network.near, 100);
    const guests = crowd.slice(0, 40);
    const seats = await Promise.all(guests.map((person) => signUp(person, activity.id)));
    const scan = (registrationId: string): { operationId: string; registrationId: string; at: string } => ({
      operationId: randomUUID(),
      registrationId,
      at: new Date().toISOString(),
    });
    // 25 at the east door and 25 at the west: the middle 10 showed their code at both.
    const east = seats.slice(0, 25).map((seat) => scan(seat.id));
    const west = seats.slice(15, 40).map((seat) => scan(seat.id));
    const send = (items: readonly object[]): Promise<CheckInView> =>
      organiser.client.post<CheckInView>(`/activities/${activity.id}/check-ins`, { items });

    const [eastFirst, westFirst, eastAgain, westAgain] = await Promise.all([
      send(east),
      send(west),
      send(east),
      send(west),
    ]);
    const later = await send([...east, ...west]);

    expect(eastAgain).toEqual(eastFirst);
    expect(westAgain).toEqual(westFirst);
    expect(later.items).toEqual([...(eastFirst?.items ?? []), ...(westFirst?.items ?? [])]);
    const results = later.items.map((item) => item.result);
    // 40 people came in; the 10 who were scanned at both doors are told `already` at one of them.
    expect(results.filter((result) => result === 'checkedIn')).toHaveLength(40);
    expect(results.filter((result) => result === 'already')).toHaveLength(10);
    const attendance = await organiser.client.get<AttendancePage>(
      `/activities/${activity.id}/attendance?limit=1`,
    );
    expect(attendance.totals).toMatchObject({ parties: 40, heads: 40, inside: 40, scans: 50, missing: 0 });
  });

  it('E33: an operation keeps its answer, whatever the repeated one says', async () => {
    const activity = await publishActivity(organiser.client, network.near, 5);
    const [person] = crowd as [Person];
    const seat = await signUp(person, activity.id);
    const at = new Date().toISOString();
    const operationId = randomUUID();
    const send = (item: object): Promise<CheckInView> =>
      organiser.client.post<CheckInView>(`/activities/${activity.id}/check-ins`, { items: [item] });
    const first = await send({ operationId, registrationId: seat.id, at });
    const changed = await send({ operationId, code: 'UNKNOWN', at });
    expect(first.items).toEqual([{ operationId, result: 'checkedIn', code: null }]);
    expect(changed.items).toEqual(first.items);
  });
});

describe('a hall', () => {
  it('E46: of fifty simultaneous requests for one hall exactly one gets it', async () => {
    const hall = await organiser.client.post<ResourceView>('/resources', {
      owner: { kind: 'union', id: network.near.id },
      title: '多功能厅',
      function: 'facility',
      businesses: ['culture'],
      turnaroundMinutes: 30,
    });
    await organiser.client.post(`/resources/${hall.id}/grants`, {
      to: { kind: 'everyone' },
      from: inDays(-1),
      until: inDays(60),
      approval: 'automatic',
      price: { kind: 'free' },
    });
    const borrowers = await Promise.all(
      [network.next, network.far].map(async (union) => {
        const { client } = await makePerson(platform, network, union, ['officer']);
        return { client, borrowerUnionId: union.id };
      }),
    );
    const startsAt = inDays(5);
    const endsAt = inDays(5.2);
    const requests = await Promise.allSettled(
      Array.from({ length: 25 }, () => borrowers)
        .flat()
        .map(({ client, borrowerUnionId }, index) =>
          client.post<LoanView>('/loans', {
            borrowerUnionId,
            resourceId: hall.id,
            startsAt,
            endsAt,
            purpose: `第 ${index + 1} 份申请`,
          }),
        ),
    );
    const got = requests.filter((one) => one.status === 'fulfilled');
    const refused = requests.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(got).toHaveLength(1);
    expect(refused.every((error) => error instanceof Refusal && error.status === 409)).toBe(true);
  });
});
