import type { Page } from '@gongxiang/contracts/core/contract';
import type { MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { NeedView } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { officerOf, unionOf, unionParty, until, type World } from '../tools/world.js';

/** The coming Saturday, 9:00 to 17:00 in Shanghai: the day that the story is about. */
export function comingSaturday(now: Date): { from: string; to: string } {
  const day = new Date(now.getTime() + 8 * 3_600_000);
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7 || 7));
  const date = day.toISOString().slice(0, 10);
  return { from: `${date}T09:00:00+08:00`, to: `${date}T17:00:00+08:00` };
}

/** A micro union needs a hall and a trainer; a large one has both; the platform brings them together. */
export async function meetNeed(world: World): Promise<void> {
  await world.report.step('资源上架与使用权 / What the large union has, and who may use it', () =>
    offerResources(world),
  );
  await world.report.step(
    '小微工会发布需求，平台匹配 / A micro union posts a need; the platform matches',
    () => postNeed(world),
  );
  await world.report.step('借用：申请、批准、交接 / The loan: asked for, approved, handed over', () =>
    borrowHall(world),
  );
}

async function offerResources(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const owner = unionParty(world, 'zhonggong');
  const hall = await client.post<ResourceView>('/resources', {
    owner,
    title: '江城重工职工文体中心多功能厅',
    description: '可容纳 300 人，含舞台、音响与投影',
    function: 'facility',
    businesses: ['culture', 'education'],
    district: '青林区',
    place: '钢桥大道 8 号',
    latitude: 30.62,
    longitude: 114.4,
    capacity: 300,
    turnaroundMinutes: 60,
  });
  const trainer = await client.post<ResourceView>('/resources', {
    owner,
    title: '亲子手工与工厂讲解培训师',
    description: '劳模工匠志愿讲师，可带亲子手工课与工厂参观讲解',
    function: 'people',
    businesses: ['education', 'culture'],
    district: '青林区',
    latitude: 30.62,
    longitude: 114.4,
    capacity: 60,
  });
  const term = {
    from: new Date().toISOString(),
    until: new Date(Date.now() + 180 * 86_400_000).toISOString(),
  };
  const right = { to: { kind: 'everyone' }, ...term, price: { kind: 'free' } };
  for (const resource of [hall, trainer]) {
    await client.post<GrantView>(`/resources/${resource.id}/grants`, { ...right, approval: 'custodian' });
  }
  world.ids.set('hall', hall.id);
  world.ids.set('trainer', trainer.id);
  world.report.figure('offered', `${hall.title}；${trainer.title}`);
}

async function postNeed(world: World): Promise<void> {
  const micro = officerOf(world, 'shuxiang');
  const need = await micro.client.post<NeedView>('/needs', {
    party: unionParty(world, 'shuxiang'),
    title: '周六亲子活动：要一个厅和一位老师',
    text: '本会 24 人，没有场地和讲师，想和大家一起办一场亲子活动',
    wants: [
      { function: 'facility', business: 'culture', capacity: 200 },
      { function: 'people', business: 'education', skill: '亲子手工' },
    ],
    windows: [comingSaturday(new Date())],
    district: '青林区',
    latitude: 30.6,
    longitude: 114.37,
    headcount: 200,
  });
  const matches = await until(async () => {
    const page = await micro.client.get<Page<MatchView>>(`/needs/${need.id}/matches`);
    const ours = page.items.filter((match) =>
      [world.ids.get('hall'), world.ids.get('trainer')].includes(match.offer.id),
    );
    return ours.length >= 2 ? page.items : null;
  }, 'the matches');
  world.ids.set('need', need.id);
  for (const match of matches.slice(0, 4)) {
    const reasons = match.reasons.map((reason) => reason.text).join('，');
    world.report.figure(`  ${match.score} 分 ${match.offer.title}`, reasons);
  }
  const hallMatch = matches.find((match) => match.offer.id === world.ids.get('hall'));
  if (hallMatch === undefined) throw new Error('The hall was not matched.');
  const owner = officerOf(world, 'zhonggong');
  const proposed = await owner.client.decide<MatchView>(`/matches/${hallMatch.id}/propose`);
  const accepted = await micro.client.decide<MatchView>(`/matches/${proposed.id}/accept`);
  world.report.prove(
    'the hall of the large union is matched, each rank with its reasons',
    hallMatch.reasons.length > 0 && accepted.outcome?.kind === 'loanRequest',
  );
}

async function borrowHall(world: World): Promise<void> {
  const micro = officerOf(world, 'shuxiang');
  const owner = officerOf(world, 'zhonggong');
  const { from, to } = comingSaturday(new Date());
  const request = {
    borrowerUnionId: unionOf(world, 'shuxiang').id,
    resourceId: world.ids.get('hall'),
    startsAt: from,
    endsAt: to,
    purpose: '亲子工厂游与手工下午',
    needId: world.ids.get('need'),
  };
  // Three ask for the same hall at the same time: the database lets one have it.
  const asked = await Promise.allSettled([1, 2, 3].map(() => micro.client.post<LoanView>('/loans', request)));
  const got = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const loan = got[0];
  if (loan === undefined) throw (asked[0] as PromiseRejectedResult).reason;
  const approved = await owner.client.decide<LoanView>(`/loans/${loan.id}/approve`);
  const handedOver = await owner.client.decide<LoanView>(`/loans/${approved.id}/hand-over`);
  world.ids.set('loan', loan.id);
  world.report.figure('loan', `${from.slice(0, 16)} – ${to.slice(11, 16)}, ${handedOver.state}`);
  world.report.prove(
    'of three simultaneous requests for the same hours exactly one got the hall',
    got.length === 1,
  );
}

/** After the activity the hall goes back. */
export async function returnHall(world: World): Promise<void> {
  const owner = officerOf(world, 'zhonggong');
  const loan = await owner.client.decide<LoanView>(`/loans/${world.ids.get('loan')}/return`);
  world.report.figure('the hall', loan.state);
}
