import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { QueueView } from '@gongxiang/contracts/sharing/seats/queue.contract';
import { forEachLimit, officerOf, unionParty, type World } from '../tools/world.js';
import { comingSaturday } from './need.js';

/** By this the pages of the portal find it. */
export const queuedTitle = '江城新年音乐会赠票';

const dayMs = 86_400_000;
const startsIn = 35 * dayMs;
const opensIn = 3 * dayMs;
const seats = 800;
const waiting = 8;

/** An announced opening that lies ahead: whoever looks around can wait for it in the queue. */
export async function leaveAQueueOpen(world: World): Promise<void> {
  const title = '留一个可以排队的报名 / A queue before an announced opening';
  await world.report.step(title, async () => {
    const { client } = officerOf(world, 'officer');
    const activity = await findOrMake(world);
    if (activity.queue === null) {
      const terms = { joinFrom: new Date().toISOString(), perMinute: 300 };
      await client.put(`/activities/${activity.id}/queue`, terms, { ifMatch: activity.version });
    }
    const members = (world.members.get('hengda') ?? []).slice(1, 1 + waiting);
    await forEachLimit(members, 4, ({ client: own }) =>
      own.post(`/activities/${activity.id}/queue-places`, {}),
    );
    const queue = await client.get<QueueView>(`/activities/${activity.id}/queue`);
    world.report.figure('announced', queuedTitle);
    world.report.figure('waiting', queue.joined);
    world.report.figure('commitment', queue.commitment);
  });
}

/** An earlier run may have made it already. */
async function findOrMake(world: World): Promise<ActivityView> {
  const { client } = officerOf(world, 'officer');
  const query = `state=published&q=${encodeURIComponent(queuedTitle)}`;
  const [found] = (await client.get<Page<ActivityView>>(`/activities?${query}`)).items;
  if (found !== undefined) return found;
  const { from, to } = comingSaturday(new Date(Date.now() + startsIn));
  const draft = await client.post<ActivityView>('/activities', {
    organiser: unionParty(world, 'federation'),
    title: queuedTitle,
    description: '报名时间早已公布，想来的人很多：先进来排队，到点以后按随机的次序报名，不用抢。',
    kind: 'welfare',
    function: 'service',
    business: 'culture',
    venue: '江城大剧院',
    startsAt: from,
    endsAt: to,
    signUpOpensAt: new Date(Date.now() + opensIn).toISOString(),
  });
  await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '全市名额', capacity: seats });
  return client.decide<ActivityView>(`/activities/${draft.id}/publish`);
}
