import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { BrandStatisticsView, BrandView } from '@gongxiang/contracts/sharing/organising/brand.contract';
import type { ActivityCopyView } from '@gongxiang/contracts/sharing/organising/draft.contract';
import type { WaitingProposalView } from '@gongxiang/contracts/sharing/organising/proposal.contract';
import type { Client } from '../tools/client.js';
import { officerOf, passwords, signIn, unionParty, type World } from '../tools/world.js';
import { checkIn, close, scanOf } from './door.js';

const dayMs = 86_400_000;
const name = '亲子工厂开放日';
const proposed = '周末一起修自行车';

/** Who held which edition, so many days ago, and how many came. */
const later = [
  { key: 'lvyuan', daysAgo: 350, heads: 14 },
  { key: 'shuxiang', daysAgo: 170, heads: 22 },
] as const;

/** A success that other unions have held too: three editions over two years. */
export async function makeABrand(world: World): Promise<void> {
  await world.report.step('活动品牌：三届开放日 / A brand: an open day in three editions', async () => {
    const { client } = officerOf(world, 'zhonggong');
    const known = await client.get<Page<BrandView>>(`/brands?q=${encodeURIComponent(name)}`);
    if (known.items.length > 0) return world.report.figure('kept', name);
    const brand = await firstEdition(world, client);
    for (const { key, daysAgo, heads } of later) {
      const union = officerOf(world, key).client;
      const { activity } = await union.post<ActivityCopyView>(`/brands/${brand.id}/adopt`, {
        organiser: unionParty(world, key),
        startsAt: inDays(60),
        venue: '本厂一号车间',
      });
      await hold(world, union, activity.id, { daysAgo, heads });
    }
    const { years, unions } = await client.get<BrandStatisticsView>(`/brands/${brand.id}/statistics`);
    world.report.figure('years', years.map(({ year, heads }) => `${year}: ${heads}`).join('、'));
    world.report.prove(
      'three editions of three unions are counted',
      years.reduce((sum, { editions }) => sum + editions, 0) === 3 && unions === 3,
    );
  });
}

/** What a worker would like to do with others; the worker's union has yet to decide. */
export async function proposeAsAWorker(world: World): Promise<void> {
  await world.report.step('职工提议一个活动 / A worker proposes an activity', async () => {
    const { client } = officerOf(world, 'officer');
    const path = '/activity-proposals?waitingForMe=true&limit=200';
    const waiting = await client.get<Page<WaitingProposalView>>(path);
    if (waiting.items.some(({ title }) => title === proposed)) return world.report.figure('kept', proposed);
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    await worker.client.post<ActivityView>('/activity-proposals', {
      title: proposed,
      what: '带上家里的旧自行车，车间师傅教大家调刹车、补胎、上油。',
      startsAt: inDays(25),
      heads: 20,
      needed: '一块空地、两套工具，茶水若干',
      venue: '厂区北门空地',
    });
    const { items } = await client.get<Page<WaitingProposalView>>(path);
    world.report.prove(
      'the proposal waits for the officers',
      items.some(({ title }) => title === proposed),
    );
  });
}

async function firstEdition(world: World, client: Client): Promise<BrandView> {
  const draft = await client.post<ActivityView>('/activities', {
    organiser: unionParty(world, 'zhonggong'),
    title: name,
    description: '带孩子看看爸爸妈妈上班的地方，动手装一个小零件。',
    kind: 'parentChild',
    function: 'facility',
    business: 'culture',
    venue: '江城重工一号车间',
    startsAt: inDays(60),
    endsAt: inDays(60 + 5 / 24),
    companionsMax: 2,
  });
  await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '公共名额', capacity: 40 });
  await hold(world, client, draft.id, { daysAgo: 540, heads: 9 });
  const brand = await client.post<BrandView>('/brands', {
    activityId: draft.id,
    name,
    story: '起初只是车间里的半天开放。家长排班讲解，孩子戴着小安全帽走一圈，回家后更懂爸爸妈妈的工作。',
  });
  const tasks = ['安排讲解员', '准备儿童安全帽', '布置动手体验台'];
  await client.patch<BrandView>(`/brands/${brand.id}`, { tasks }, { ifMatch: brand.version });
  return client.decide<BrandView>(`/brands/${brand.id}/publish`);
}

/** Publishes an edition and lets the door see it: the demo cannot wait for years, nor go back to when it was planned. */
async function hold(
  world: World,
  client: Client,
  activityId: string,
  { daysAgo, heads }: { readonly daysAgo: number; readonly heads: number },
): Promise<void> {
  const { version } = await client.decide<ActivityView>(`/activities/${activityId}/publish`);
  const times = {
    signUpOpensAt: inDays(-daysAgo - 14),
    signUpClosesAt: inDays(-daysAgo - 1),
    startsAt: inDays(-daysAgo),
    endsAt: inDays(-daysAgo + 5 / 24),
  };
  await client.patch<ActivityView>(`/activities/${activityId}`, times, { ifMatch: version });
  const people = [...world.members.values()].flat().slice(0, heads);
  const scans = people.map(({ personId }) => scanOf({ personId, walkIn: true, confirm: true }));
  await checkIn(client, activityId, scans);
  await close(client, activityId);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString();
}
