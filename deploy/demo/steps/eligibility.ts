import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { EligibilityView } from '@gongxiang/contracts/sharing/activities/eligibility.contract';
import type { NoShowLineView } from '@gongxiang/contracts/sharing/activities/no-show.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { idOf, officerOf, unionParty, until, type World } from '../tools/world.js';
import { comingSaturday } from './need.js';

const title = '青年职工夜校：手机摄影';
const ahead = 14 * 86_400_000;
const rules = {
  unionIds: [],
  sizeClasses: [],
  ageFrom: 18,
  ageTo: 35,
  noShow: { effect: 'blocked', countFrom: 2, withinDays: 180, blockedDays: 30 },
};
/** So many members are asked what the page would tell them. */
const askedMax = 30;

/** Who may come, told to each before anything is pressed; and who had a seat and did not come. */
export async function sayWhoMayCome(world: World): Promise<void> {
  await world.report.step('谁可以参加；谁没有来 / Who may come, and who did not', async () => {
    const { client } = officerOf(world, 'zhonggong');
    const activity = await publishForTheYoung(world);
    const path = `/activities/${activity.id}/eligibility`;
    const answers: EligibilityView['mine'][] = [];
    for (const account of (world.members.get('zhonggong') ?? []).slice(0, askedMax))
      answers.push((await account.client.get<EligibilityView>(path)).mine);
    const welcome = answers.filter(({ eligible }) => eligible).length;
    world.report.figure('aged 18 to 35', `${welcome} of ${answers.length} who asked may come`);
    world.report.prove(
      'whoever may not come is told that it is for their age, and nothing else',
      // Somebody misses the family day of each walk, and from the second one on they are told of that, too.
      answers.every(({ eligible, unmet }) => {
        const reasons = unmet.filter((one) => one !== 'NO_SHOW_BLOCKED');
        return eligible
          ? unmet.length === 0
          : unmet.length > 0 && reasons.every((one) => one === 'AGE_OUTSIDE');
      }),
    );
    const closed = `/activities/${idOf(world, 'familyDay')}/no-shows`;
    await until(
      async () => (await client.get<Page<NoShowLineView>>(closed)).items.length > 0,
      'the no-shows of the family day',
    );
    const { items } = await client.get<Page<NoShowLineView>>(closed);
    world.report.prove('the one no-show of the family day is written down', items.length === 1);
  });
}

async function publishForTheYoung(world: World): Promise<ActivityView> {
  const { client } = officerOf(world, 'zhonggong');
  const known = await client.get<Page<ActivityView>>(
    `/activities?state=published&q=${encodeURIComponent(title)}`,
  );
  const [found] = known.items;
  if (found !== undefined) return found;
  const { from, to } = comingSaturday(new Date(Date.now() + ahead));
  const draft = await client.post<ActivityView>('/activities', {
    organiser: unionParty(world, 'zhonggong'),
    title,
    description: '用手机拍好车间和家人，零基础可参加。',
    kind: 'training',
    function: 'facility',
    business: 'education',
    venue: '江城重工职工文体中心三楼',
    startsAt: from,
    endsAt: to,
  });
  await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '公共名额', capacity: 20 });
  const kept = { name: '小微企业职工名额', capacity: 10, sizeClasses: ['small', 'micro'] };
  await client.post<PoolView>(`/activities/${draft.id}/pools`, kept);
  await client.put<EligibilityView>(`/activities/${draft.id}/eligibility`, rules, { ifMatch: draft.version });
  return client.decide<ActivityView>(`/activities/${draft.id}/publish`);
}
