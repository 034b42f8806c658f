import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type {
  CreatedSeriesView,
  SeriesLineView,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import type { ExtendedSeriesView } from '@gongxiang/contracts/sharing/organising/series-extension.contract';
import { officerOf, unionParty, type World } from '../tools/world.js';
import { comingSaturday } from './need.js';

const title = '周末工间瑜伽课';
const weeks = 6;
const more = 4;
const ahead = 28 * 86_400_000;

/** A class every week, past public holidays: drafts, which an earlier run may have made already. */
export async function planASeries(world: World): Promise<void> {
  await world.report.step('办成系列：每周一次的瑜伽课 / A series: a class every week', async () => {
    const { client } = officerOf(world, 'zhonggong');
    const known = await client.get<Page<SeriesLineView>>(`/activity-series?q=${encodeURIComponent(title)}`);
    if (known.items.length > 0) return world.report.figure('kept', title);
    const { from, to } = comingSaturday(new Date(Date.now() + ahead));
    const pattern = await client.post<ActivityView>('/activities', {
      organiser: unionParty(world, 'zhonggong'),
      title,
      description: '自带瑜伽垫，零基础可参加。',
      kind: 'sports',
      function: 'facility',
      business: 'culture',
      venue: '江城重工职工文体中心二楼',
      startsAt: from,
      endsAt: to,
    });
    await client.post<PoolView>(`/activities/${pattern.id}/pools`, { name: '公共名额', capacity: 20 });
    const { id, created, skipped } = await client.post<CreatedSeriesView>('/activity-series', {
      activityId: pattern.id,
      rule: `FREQ=WEEKLY;COUNT=${weeks}`,
      holidays: 'skip',
    });
    await goOn(world, id);
    world.report.figure('dates', created.map(({ date }) => date).join('、'));
    if (skipped.length > 0) world.report.figure('left out', skipped.map(({ date }) => date).join('、'));
    world.report.prove(
      'each week of the rule has a class or a reason why it has none',
      created.length + skipped.length === weeks,
    );
  });
}

/** A month more, by the same rule. */
async function goOn(world: World, seriesId: string): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const longer = await client.decide<ExtendedSeriesView>(`/activity-series/${seriesId}/extend`, {
    count: weeks + more,
  });
  world.report.prove(
    'a series that goes on has the days that its rule names next',
    longer.created.length + longer.skipped.length === more,
  );
}
