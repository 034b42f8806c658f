import { randomUUID } from 'node:crypto';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { NoticePage } from '@gongxiang/contracts/notification/notice.contract';
import type { RegistrationsView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
/** What is published is seen by all, and managed by its organiser. */
const published = [401, 403, 403, 200] as const;
/** That messages leave is no secret; the figures are the network's. */
const ofRoot = [401, 403, 403, 200] as const;

/** Of a browser that nobody has. */
export const browserKeys = {
  p256dh: 'BPuAnQdoQrvDcNS3cPVOZWmwyTvkZ1WBXbvTG7xDgCZSKXr9DApkMrvCIVq1v6rEyKfKCsXaH1A0d9iAyFvq6bo',
  auth: 'tBHItJI5svbpez7KI4CCXg',
};

/** An activity that everybody sees, with a pool that is yet to open and somebody whom the keeper has signed up. */
async function publishOne(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const activity = await client.post<ActivityView>('/activities', {
    organiser: { kind: 'union', id: world.network.near.id },
    title: '周末读书会',
    kind: 'training',
    function: 'facility',
    business: 'culture',
    description: '带一本书来。',
    venue: '职工书屋',
    startsAt: inDays(6),
    endsAt: inDays(6.1),
  });
  const path = `/activities/${activity.id}`;
  await client.post<PoolView>(`${path}/pools`, {
    name: '本会名额',
    unionId: world.network.near.id,
    capacity: 20,
  });
  const later = { name: '通用名额', capacity: 20, opensAt: inDays(2) };
  const { id: poolId } = await client.post<PoolView>(`${path}/pools`, later);
  await client.decide(`${path}/publish`, {});
  const personIds = [world.people.keeper.personId];
  await client.post<RegistrationsView>(`${path}/registrations/group`, { personIds });
  world.ids.set('told', activity.id);
  world.ids.set('laterPoolId', poolId);
}

const ofTold = (world: AccessWorld) => ({ activityId: idOf(world, 'told') });

/** The member is told something, which is nobody else's to read. */
async function tellMember(world: AccessWorld): Promise<void> {
  const { keeper, member } = world.people;
  const path = `/activities/${idOf(world, 'told')}/registrations/group`;
  await keeper.client.post<RegistrationsView>(path, { personIds: [member.personId] });
  await until(async () => {
    const { items } = await member.client.get<NoticePage>('/me/notices');
    const mine = items.find(({ link }) => link === `/activities/${idOf(world, 'told')}`);
    world.ids.set('noticeId', mine?.id ?? '');
    return mine !== undefined;
  }, 'the notice of the member');
}

/** An inbox is its person's alone; what is written to others is the organiser's; questions are everybody's. */
export const noticeRows: readonly AccessRow[] = [
  { route: 'GET /me/notices', expected: signedIn, before: publishOne },
  { route: 'GET /waiting', expected: signedIn },
  {
    route: 'GET /unions/{unionId}/waiting-below',
    expected: [401, 404, 404, 200],
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  { route: 'GET /deliveries', expected: ofRoot, right: 'operator' },
  { route: 'GET /me/notice-addresses', expected: signedIn },
  {
    route: 'POST /me/notice-addresses/push',
    expected: [401, 201, 201, 201],
    request: () => ({
      body: {
        endpoint: `https://push.example.invalid/${randomUUID()}`,
        keys: browserKeys,
        label: 'Firefox, Linux',
      },
    }),
    keep: 'addressId',
  },
  {
    route: 'POST /me/notice-addresses/mail',
    expected: [401, 422, 422, 422],
    request: () => ({ body: { mail: 'lin@example.com' } }),
    why: 'this deployment has no mail server',
  },
  {
    route: 'POST /me/notice-addresses/sms',
    expected: [401, 422, 422, 422],
    request: () => ({ body: { phone: '13800001234' } }),
    why: 'this deployment sends no text messages',
  },
  {
    route: 'POST /me/notice-addresses/wecom',
    expected: [401, 422, 422, 422],
    request: () => ({ body: { userId: 'lin.fang' } }),
    why: 'this deployment has no application in WeCom',
  },
  {
    route: 'POST /me/notice-addresses/wechat',
    expected: [401, 422, 422, 422],
    request: () => ({ body: {} }),
    why: 'this deployment has no service account in WeChat',
  },
  {
    route: 'POST /wechat-returns',
    expected: [422, 422, 422, 422],
    request: () => ({ body: { code: 'none', state: '0'.repeat(96) } }),
    why: 'whoever WeChat has led back may use it: this deployment has no service account there',
  },
  {
    route: 'POST /me/notice-addresses/webhook',
    expected: [401, 422, 422, 422],
    request: () => ({ body: { url: 'https://hooks.example.com/gongxiang' } }),
    why: 'this deployment has no webhooks',
  },
  {
    route: 'POST /me/notice-addresses/{addressId}/prove',
    expected: [401, 404, 404, 200],
    request: () => ({ body: { code: '000000' } }),
    why: 'the address is of whoever was the last to add one, and works already',
  },
  { route: 'POST /me/notice-addresses/{addressId}/test', expected: [401, 404, 404, 200] },
  { route: 'DELETE /me/notice-addresses/{addressId}', expected: [401, 404, 404, 200] },
  { route: 'GET /me/notice-preferences', expected: signedIn },
  {
    route: 'PUT /me/notice-preferences',
    expected: signedIn,
    request: () => ({
      ifMatch: 0,
      body: {
        locale: 'zh-CN',
        quietFrom: null,
        quietTo: null,
        digest: 'none',
        channels: [],
        refusedKinds: [],
      },
    }),
    why: 'each has not set anything yet',
  },
  {
    route: 'GET /acts/{token}',
    expected: [422, 422, 422, 422],
    request: () => ({ params: { token: 'none' } }),
    why: 'whoever has the link may use it: this is none',
  },
  {
    route: 'POST /acts/{token}',
    expected: [422, 422, 422, 422],
    request: () => ({ params: { token: 'none' } }),
    why: 'whoever has the link may use it: this is none',
  },
  {
    route: 'POST /notice-refusals/{token}',
    expected: [422, 422, 422, 422],
    request: () => ({ params: { token: 'none' } }),
    why: 'whoever has the link may use it: this is none',
  },
  {
    route: 'POST /me/notices/{noticeId}/read',
    expected: [401, 200, 404, 404],
    before: tellMember,
    why: 'the notice is the plain member’s, and nobody else’s, whatever roles others hold',
  },
  {
    route: 'POST /me/notices/read-all',
    expected: [401, 200, 404, 404],
    why: 'the notice up to which is read is the plain member’s',
    request: ({ ids }) => ({ body: { upTo: ids.get('noticeId') } }),
  },
  {
    route: 'GET /activities/{activityId}/reminders',
    expected: published,
    request: (world) => ({ params: ofTold(world) }),
  },
  {
    route: 'PUT /activities/{activityId}/reminders',
    expected: published,
    request: async (world) => ({
      params: ofTold(world),
      body: { items: [{ anchor: 'start', minutesBefore: 180 }] },
      ifMatch: await versionAt(world, `/activities/${idOf(world, 'told')}/reminders`),
    }),
  },
  {
    route: 'GET /activities/{activityId}/remind-me',
    expected: signedIn,
    request: (world) => ({ params: ofTold(world) }),
  },
  // The pool of one's own union is open, and the common one is for those of other unions: the other officer waits for it.
  {
    route: 'POST /activities/{activityId}/pools/{poolId}/remind-me',
    expected: [401, 422, 201, 422],
    request: (world) => ({ params: { ...ofTold(world), poolId: idOf(world, 'laterPoolId') } }),
    why: 'the pool that is yet to open is for those of other unions',
  },
  {
    route: 'DELETE /activities/{activityId}/pools/{poolId}/remind-me',
    expected: [401, 404, 200, 404],
    request: (world) => ({ params: { ...ofTold(world), poolId: idOf(world, 'laterPoolId') } }),
    why: 'nobody takes back what another one has asked for',
  },
  {
    route: 'POST /activities/{activityId}/messages/preview',
    expected: published,
    request: (world) => ({ params: ofTold(world), body: { filter: {} } }),
  },
  {
    route: 'POST /activities/{activityId}/messages',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      params: ofTold(world),
      body: { subject: '集合地点', text: '请在东门集合。', filter: {} },
    }),
    keep: 'messageId',
  },
  {
    route: 'GET /activities/{activityId}/messages',
    expected: published,
    request: (world) => ({ params: ofTold(world) }),
  },
  {
    route: 'POST /activities/{activityId}/messages/{messageId}/withdraw',
    expected: published,
    request: (world) => ({ params: ofTold(world) }),
  },
  {
    route: 'POST /activities/{activityId}/questions',
    expected: [401, 201, 201, 201],
    request: (world) => ({ params: ofTold(world), body: { text: '可以带孩子吗？' } }),
    keep: 'questionId',
  },
  {
    route: 'GET /activities/{activityId}/questions',
    expected: signedIn,
    request: (world) => ({ params: ofTold(world) }),
  },
  { route: 'GET /questions', expected: signedIn, request: () => ({ query: 'waitingForMe=true' }) },
  // Nobody but its hosts and who has asked it knows of a question that is open.
  {
    route: 'POST /activities/{activityId}/questions/{questionId}/answer',
    expected: [401, 404, 404, 200],
    request: (world) => ({ params: ofTold(world), body: { answer: '可以。' } }),
  },
  {
    route: 'POST /activities/{activityId}/questions/{questionId}/withdraw',
    expected: [401, 403, 403, 200],
    request: (world) => ({ params: ofTold(world) }),
  },
  {
    route: 'POST /activities/{activityId}/questions/{questionId}/hide',
    expected: [401, 403, 403, 200],
    before: async (world) => {
      const { keeper } = world.people;
      const path = `/activities/${idOf(world, 'told')}/questions`;
      const { id } = await keeper.client.post<{ id: string }>(path, { text: '几点结束？' });
      await keeper.client.decide(`${path}/${id}/answer`, { answer: '中午。' }, { sees: path });
      world.ids.set('questionId', id);
    },
    request: (world) => ({ params: ofTold(world), body: { reason: '与活动无关' } }),
  },
];
