import type { MutualInterestView } from '@gongxiang/contracts/sharing/attendance/mutual-interest.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { beginNow, scanOf } from '../demo/steps/door.js';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { publishActivity } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
/** What is published is seen by all, and managed by its organiser. */
const published = [401, 403, 403, 200] as const;
/** A registration belongs to whoever has it, and to the organiser. */
const own = [401, 404, 404, 200] as const;

const questions = [
  { id: 'bus', kind: 'yesNo', title: '坐班车吗', required: false, perHead: false, visibleTo: 'door' },
];

function ofAsked(world: AccessWorld): RowRequest {
  return { params: { activityId: idOf(world, 'askedId') } };
}

async function publishAsked(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  world.ids.set('askedId', (await publishActivity(client, world.network.near, 5)).id);
}

async function signUpKeeper(world: AccessWorld): Promise<void> {
  const path = `/activities/${idOf(world, 'askedId')}/registrations`;
  const { client } = world.people.keeper;
  world.ids.set('askedRegistration', (await client.post<RegistrationView>(path, { answers: {} })).id);
}

function ofRegistration(world: AccessWorld): RowRequest {
  return { params: { registrationId: idOf(world, 'askedRegistration') } };
}

/** Everybody sees what is asked; what was answered is for the person and for those who organise. */
export const signUpFormRows: readonly AccessRow[] = [
  {
    route: 'PUT /activities/{activityId}/sign-up-form',
    expected: published,
    before: publishAsked,
    request: (world) => ({ ...ofAsked(world), body: { questions }, ifMatch: 0 }),
  },
  { route: 'GET /activities/{activityId}/sign-up-form', expected: signedIn, request: ofAsked },
  { route: 'GET /activities/{activityId}/sign-up-form/versions', expected: published, request: ofAsked },
  {
    route: 'GET /registrations/{registrationId}/answers',
    expected: own,
    before: signUpKeeper,
    request: ofRegistration,
  },
  {
    route: 'PUT /registrations/{registrationId}/answers',
    expected: own,
    request: (world) => ({ ...ofRegistration(world), body: { answers: { bus: true } } }),
  },
  { route: 'GET /activities/{activityId}/answers', expected: published, request: ofAsked },
  { route: 'GET /activities/{activityId}/answers/summary', expected: published, request: ofAsked },
];

const card = { tag: '12 号 小林', contact: '微信 lin-12', consentVersion: 1 };

/** An evening at which keeper and approver were. */
async function meet(world: AccessWorld): Promise<void> {
  const { keeper, approver } = world.people;
  const evening = await publishActivity(keeper.client, world.network.near, 5, { kind: 'matchmaking' });
  const path = `/activities/${evening.id}`;
  const seats: RegistrationView[] = [];
  for (const { client } of [keeper, approver])
    seats.push(await client.post<RegistrationView>(`${path}/registrations`, {}));
  await beginNow(keeper.client, evening.id);
  const items = seats.map(({ id }) => scanOf({ registrationId: id }));
  await keeper.client.post(`${path}/check-ins`, { items });
  await approver.client.put(`${path}/mutual-interest/me`, card);
  world.ids.set('eveningId', evening.id);
}

function ofEvening(world: AccessWorld): RowRequest {
  return { params: { activityId: idOf(world, 'eveningId') } };
}

async function theOther(world: AccessWorld): Promise<void> {
  const path = `/activities/${idOf(world, 'eveningId')}/mutual-interest`;
  const { participants } = await world.people.keeper.client.get<MutualInterestView>(path);
  world.ids.set('participantId', participants[0]?.id ?? '');
}

/** Whoever was not there sees that there is such a step, and nobody in it. Taking back what one never said changes nothing. */
export const matchmakingRows: readonly AccessRow[] = [
  {
    route: 'GET /activities/{activityId}/mutual-interest',
    expected: signedIn,
    before: meet,
    request: ofEvening,
  },
  {
    route: 'PUT /activities/{activityId}/mutual-interest/me',
    expected: published,
    request: (world) => ({ ...ofEvening(world), body: card }),
  },
  {
    route: 'PUT /activities/{activityId}/mutual-interest/choices/{participantId}',
    expected: published,
    before: theOther,
    request: (world) => ({
      params: { activityId: idOf(world, 'eveningId'), participantId: idOf(world, 'participantId') },
    }),
  },
  {
    route: 'DELETE /activities/{activityId}/mutual-interest/choices/{participantId}',
    expected: signedIn,
    request: (world) => ({
      params: { activityId: idOf(world, 'eveningId'), participantId: idOf(world, 'participantId') },
    }),
  },
  { route: 'DELETE /activities/{activityId}/mutual-interest/me', expected: signedIn, request: ofEvening },
];
