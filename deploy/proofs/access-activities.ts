import type { Page } from '@gongxiang/contracts/core/contract';
import type { AgreementView } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { RegistrationLineView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { beginNow, scanOf } from '../demo/steps/door.js';
import { until } from '../demo/tools/world.js';
import { doorRows } from './access-door.js';
import { type AccessRow, type AccessWorld, idOf, type RowRequest, versionAt } from './access-world.js';
import { inDays, publishActivity } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const forAll = [200, 200, 200, 200] as const;
/** A draft exists for those alone who prepare it. */
const draft = [401, 404, 404, 200] as const;
const draftMade = [401, 404, 404, 201] as const;
/** What is published is seen by all, and managed by its organiser. */
const published = [401, 403, 403, 200] as const;

const union = (id: string): object => ({ kind: 'union', id });

async function invite(world: AccessWorld, unionId: string): Promise<void> {
  const path = `/activities/${idOf(world, 'activityId')}/co-hosts`;
  const invitation = await world.people.keeper.client.post<CoHostView>(path, { party: union(unionId) });
  world.ids.set('invitationId', invitation.id);
}

const terms = { rule: { kind: 'equal' }, fundCategory: 'allotment', expenseCode: '1.2' };

async function proposeAgreement(world: AccessWorld): Promise<void> {
  const path = `/activities/${idOf(world, 'activityId')}/agreements`;
  const proposed = await world.people.keeper.client.post<AgreementView>(path, terms);
  world.ids.set('agreementId', proposed.id);
}

async function agreementIsOpen(world: AccessWorld): Promise<void> {
  const path = `/agreements/${idOf(world, 'agreementId')}`;
  await until(
    async () => (await world.people.keeper.client.get<AgreementView>(path)).state === 'open',
    'the verdict on the agreement',
  );
}

async function signature(world: AccessWorld, unionId: string): Promise<RowRequest> {
  const { hash } = await world.people.keeper.client.get<AgreementView>(
    `/agreements/${idOf(world, 'agreementId')}`,
  );
  return { body: { hash, party: union(unionId) } };
}

/** From the draft to the day before: co-hosts, agreement, seats, publication. */
export const activityRows: readonly AccessRow[] = [
  {
    route: 'POST /activities',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: {
        organiser: union(world.network.near.id),
        title: '亲子工厂一日游',
        kind: 'tour',
        function: 'facility',
        business: 'culture',
        description: '上午参观，下午动手做。',
        startsAt: inDays(3),
        endsAt: inDays(4),
        companionsMax: 2,
      },
    }),
    keep: 'activityId',
  },
  { route: 'GET /activities', expected: signedIn },
  { route: 'GET /activities/{activityId}', expected: draft },
  {
    route: 'PATCH /activities/{activityId}',
    expected: draft,
    request: async (world) => ({
      body: { venue: '一号车间' },
      ifMatch: await versionAt(world, `/activities/${idOf(world, 'activityId')}`),
    }),
  },
  {
    route: 'POST /activities/{activityId}/pools',
    expected: draftMade,
    request: () => ({ body: { name: '公共名额', capacity: 20 } }),
    keep: 'poolId',
  },
  { route: 'GET /activities/{activityId}/pools', expected: draft },
  {
    route: 'PATCH /activities/{activityId}/pools/{poolId}',
    expected: draft,
    request: () => ({ body: { capacity: 30 }, ifMatch: 1 }),
  },
  {
    route: 'POST /activities/{activityId}/caps',
    expected: draftMade,
    request: () => ({ body: { name: '车间限员', capacity: 100 } }),
    keep: 'capId',
  },
  { route: 'GET /activities/{activityId}/caps', expected: draft },
  { route: 'DELETE /activities/{activityId}/caps/{capId}', expected: draft },
  {
    route: 'POST /activities/{activityId}/co-hosts',
    expected: draftMade,
    request: (world) => ({ body: { party: union(world.network.next.id) } }),
    keep: 'invitationId',
  },
  { route: 'GET /activities/{activityId}/co-hosts', expected: draft },
  { route: 'GET /co-host-invitations', expected: signedIn, right: 'coHost' },
  { route: 'GET /co-host-invitations/{invitationId}', expected: draft, right: 'coHost' },
  { route: 'POST /co-host-invitations/{invitationId}/accept', expected: draft, right: 'coHost' },
  {
    route: 'POST /co-host-invitations/{invitationId}/decline',
    expected: draft,
    right: 'operator',
    before: (world) => invite(world, world.network.districts[0].id),
    request: () => ({ body: { reason: '当天本会另有安排' } }),
  },
  {
    route: 'POST /co-host-invitations/{invitationId}/withdraw',
    expected: draft,
    before: (world) => invite(world, world.network.root.id),
  },
  {
    route: 'POST /activities/{activityId}/agreements',
    expected: draftMade,
    request: () => ({ body: terms }),
    keep: 'agreementId',
  },
  { route: 'GET /activities/{activityId}/agreements', expected: draft },
  { route: 'GET /agreements/{agreementId}', expected: draft },
  { route: 'GET /agreements/{agreementId}/paper', expected: draft },
  { route: 'GET /agreements', expected: signedIn, request: () => ({ query: 'waitingForMe=true' }) },
  { route: 'POST /agreements/{agreementId}/withdraw', expected: draft, before: agreementIsOpen },
  {
    route: 'POST /agreements/{agreementId}/sign',
    expected: draft,
    before: async (world) => {
      await proposeAgreement(world);
      await agreementIsOpen(world);
    },
    request: (world) => signature(world, world.network.near.id),
  },
  {
    route: 'POST /agreements/{agreementId}/sign',
    expected: draft,
    right: 'coHost',
    request: (world) => signature(world, world.network.next.id),
  },
  { route: 'GET /activities/{activityId}/checklist', expected: draft },
  { route: 'GET /activities/{activityId}/copy', expected: draft },
  { route: 'POST /activities/{activityId}/copy', expected: draftMade },
  { route: 'POST /activities/{activityId}/publish', expected: draft },
  { route: 'GET /activities/{activityId}', expected: signedIn },
  { route: 'GET /public/activities/{activityId}', expected: forAll },
  {
    route: 'GET /public/unions/{unionId}/activities',
    expected: forAll,
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  { route: 'GET /activities/{activityId}/pools', expected: signedIn },
  {
    route: 'PATCH /activities/{activityId}/pools/{poolId}',
    expected: published,
    request: () => ({ body: { capacity: 40 }, ifMatch: 2 }),
  },
  {
    route: 'POST /activities/{activityId}/cancel',
    expected: published,
    before: async (world) => {
      world.ids.set('family', idOf(world, 'activityId'));
      const { client } = world.people.keeper;
      world.ids.set('activityId', (await publishActivity(client, world.network.near, 5)).id);
    },
    request: () => ({ body: { reason: '场地临时检修' } }),
    after: (world) => world.ids.set('activityId', idOf(world, 'family')),
  },
];

async function lines(world: AccessWorld): Promise<readonly RegistrationLineView[]> {
  const path = `/activities/${idOf(world, 'activityId')}/registrations?state=confirmed&limit=200`;
  return (await world.people.keeper.client.get<Page<RegistrationLineView>>(path)).items;
}

/** A registration belongs to whoever has it, and to the organiser. */
export const attendanceRows: readonly AccessRow[] = [
  // All sign up for themselves, so nobody is refused who is somebody.
  {
    route: 'POST /activities/{activityId}/registrations',
    expected: [401, 201, 201, 201],
    request: () => ({ body: { companions: [{ name: '小明' }] } }),
    keep: 'registrationId',
  },
  { route: 'GET /registrations/{registrationId}', expected: [401, 404, 404, 200] },
  {
    route: 'POST /registrations/{registrationId}/companions',
    expected: [401, 404, 404, 200],
    request: () => ({ body: { companions: [{ name: '小红' }] } }),
  },
  // The keeper has a seat already, which is all that these two have to say.
  { route: 'POST /registrations/{registrationId}/accept-offer', expected: [401, 404, 404, 200] },
  { route: 'POST /registrations/{registrationId}/promote', expected: [401, 404, 404, 200] },
  { route: 'GET /me/registrations', expected: signedIn },
  { route: 'GET /me/companions', expected: signedIn },
  // Everybody keeps their own family; the ids of others' name nothing.
  {
    route: 'POST /me/companions',
    expected: [401, 201, 201, 201],
    request: () => ({ body: { name: '小明', ageBand: 'child7to13', guardianConsent: true } }),
    keep: 'relativeId',
  },
  {
    route: 'PUT /me/companions/{relativeId}',
    expected: [401, 404, 404, 200],
    request: () => ({ body: { name: '小明', ageBand: 'youth14to17' } }),
  },
  {
    route: 'POST /me/companions/dismiss',
    expected: [401, 422, 422, 422],
    request: () => ({ body: { name: '没有这个人' } }),
    why: 'nobody of that name has come along with any of them',
  },
  { route: 'DELETE /me/companions/{relativeId}', expected: [401, 404, 404, 200] },
  // All make addresses of their own calendars; what an address shows is proved in `public`.
  {
    route: 'POST /me/calendar-feeds',
    expected: [401, 201, 201, 201],
    request: () => ({ body: { name: '我的手机' } }),
    keep: 'calendarFeedId',
  },
  { route: 'GET /me/calendar-feeds', expected: signedIn },
  { route: 'DELETE /me/calendar-feeds/{calendarFeedId}', expected: [401, 404, 404, 200] },
  { route: 'GET /activities/{activityId}/registrations', expected: published },
  {
    route: 'POST /activities/{activityId}/registrations/group',
    expected: [401, 403, 403, 201],
    request: (world) => ({ body: { personIds: [world.people.approver.personId] } }),
  },
  {
    route: 'POST /registrations/{registrationId}/cancel',
    expected: [401, 404, 404, 200],
    before: async (world) => {
      const theirs = (await lines(world)).find((line) => line.personId === world.people.approver.personId);
      world.ids.set('registrationId', theirs?.id ?? '');
    },
    request: async (world) => ({
      ifMatch: await versionAt(world, `/registrations/${idOf(world, 'registrationId')}`),
    }),
  },
  {
    route: 'POST /activities/{activityId}/check-ins',
    expected: published,
    before: async (world) => {
      const activityId = idOf(world, 'activityId');
      await world.people.other.client.post(`/activities/${activityId}/registrations`, {});
      await beginNow(world.people.keeper.client, activityId);
    },
    // Only the keeper and the member come: later the survey refuses the one who stayed away.
    request: async (world) => {
      const came = (await lines(world)).filter((line) => line.personId !== world.people.other.personId);
      return { body: { items: came.map((line) => scanOf({ registrationId: line.id })) } };
    },
  },
  { route: 'GET /activities/{activityId}/attendance', expected: published },
  {
    route: 'GET /activities/{activityId}/roster',
    expected: published,
    request: () => ({ query: `key=${'a'.repeat(43)}` }),
  },
  ...doorRows,
  { route: 'POST /activities/{activityId}/close', expected: published },
];
