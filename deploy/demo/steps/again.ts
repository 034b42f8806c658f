import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolsView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { ActivityCopyView, ChecklistView } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { idOf, officerOf, type World } from '../tools/world.js';
import { seatsInAll } from './agreement.js';

const title = '第二届亲子工厂游与手工下午';

/** What went well is planned once more: a draft for next year, which an earlier run may have made already. */
export async function planItAgain(world: World): Promise<void> {
  await world.report.step('照此再办一次：明年的草稿 / The same again: a draft for next year', async () => {
    const { client } = officerOf(world, 'zhonggong');
    const drafts = await client.get<Page<ActivityView>>(
      `/activities?state=draft&q=${encodeURIComponent(title)}`,
    );
    if (drafts.items.length > 0) return world.report.figure('kept', title);
    const copy = await client.post<ActivityCopyView>(`/activities/${idOf(world, 'familyDay')}/copy`, {
      title,
    });
    const { activity, moved, holidaysUnknown, invite } = copy;
    world.report.figure('next time', `${activity.title}，${activity.startsAt.slice(0, 10)}`);
    if (moved.length > 0) world.report.figure('moved off', moved[0]?.from.slice(0, 10) ?? '');
    if (holidaysUnknown !== null) world.report.figure('holidays not announced yet', holidaysUnknown);
    world.report.figure('to be invited anew', invite.map(({ name }) => name).join('、'));
    const pools = await client.get<PoolsView>(`/activities/${activity.id}/pools`);
    const { missing } = await client.get<ChecklistView>(`/activities/${activity.id}/checklist`);
    world.report.prove(
      'the copy has all seats and nobody in them, and lacks nothing before it is published',
      pools.total.capacity === seatsInAll && pools.total.confirmed === 0 && missing === 0,
    );
  });
}
