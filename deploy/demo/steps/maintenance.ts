import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  MaintenancePlanView,
  MaintenanceTaskView,
} from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { officerOf, type World } from '../tools/world.js';
import { projectorTitle } from './stock.js';

const dayMs = 86_400_000;
const chinaMs = 8 * 3_600_000;

/** `YYYY-MM-DD` in China, so many days from now. */
function dayIn(days: number): string {
  return new Date(Date.now() + chinaMs + days * dayMs).toISOString().slice(0, 10);
}

/** What keeps the projectors in order: a plan that takes their time, and one by the number of loans. */
export async function maintainThings(world: World): Promise<void> {
  await world.report.step('资源保养：到期提醒、停用、登记 / Maintenance of what is lent', async () => {
    const { client } = officerOf(world, 'zhonggong');
    const query = `q=${encodeURIComponent(projectorTitle)}`;
    const { items } = await client.get<Page<ResourceView>>(`/resources?${query}`);
    const [projectors] = items;
    if (projectors === undefined) return;
    const plans = `/resources/${projectors.id}/maintenance-plans`;
    const known = await client.get<Page<MaintenancePlanView>>(plans);
    if (known.items.length > 0) return world.report.figure('planned since an earlier run', projectorTitle);
    const dusting = await client.post<MaintenancePlanView>(plans, {
      title: '清洗滤网',
      every: 3,
      unit: 'month',
      firstOn: dayIn(20),
      byWhom: '设备科 王师傅',
      blockHours: 4,
      blockFrom: '09:00',
    });
    await client.post(plans, { title: '检查灯泡', every: 20, unit: 'loan' });
    const task = `/maintenance-tasks/${dusting.next?.id ?? ''}`;
    const done = await client.decide<MaintenanceTaskView>(`${task}/complete`, {
      note: '滤网已换，运行正常',
      cost: { amount: '12000', currency: 'CNY' },
    });
    const after = await client.get<Page<MaintenancePlanView>>(plans);
    world.report.prove(
      'what is done early keeps its rhythm: the next time is three months after the day that was planned',
      done.state === 'done' && (after.items[0]?.next?.dueOn ?? '') > dayIn(100),
    );
  });
}
