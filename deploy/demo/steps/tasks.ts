import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityTaskView } from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import { idOf, officerOf, until, type World } from '../tools/world.js';
import { hosts } from './agreement.js';

/** What each host has promised becomes its task; one is done, and the organiser adds one of its own. */
export async function shareTheWork(world: World): Promise<void> {
  await world.report.step(
    '任务：协议生效后各方认领，办妥一项，自加一项 / Tasks of the hosts: one done, one added',
    async () => {
      const path = `/activities/${idOf(world, 'familyDay')}/tasks`;
      const organiser = officerOf(world, 'zhonggong').client;
      const live = await until(async () => {
        const { items } = await organiser.get<Page<ActivityTaskView>>(path);
        return items.length === hosts.length ? items : null;
      }, 'the tasks of the agreement');
      const lunch = live.find(({ title }) => title === '午餐与饮水');
      const done = await officerOf(world, 'lvyuan').client.post<ActivityTaskView>(
        `${path}/${lunch?.id ?? ''}/done`,
        { note: '已订 300 份盒饭，含素食 20 份' },
      );
      await organiser.post<ActivityTaskView>(path, { title: '准备急救箱', note: '放在一号车间门口' });
      const { items } = await organiser.get<Page<ActivityTaskView>>(path);
      world.report.figure('tasks', items.map(({ title }) => title).join('、'));
      world.report.prove(
        'each host has its task, one of which is done, and the organiser one more of its own',
        done.state === 'done' && items.length === hosts.length + 1,
      );
    },
  );
}
