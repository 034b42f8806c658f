import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { CancellationEffectView } from '@gongxiang/contracts/sharing/organising/cancellation.contract';
import { idOf, officerOf, unionParty, until, type World } from '../tools/world.js';

const dayMs = 86_400_000;
const title = '江边健步走（因暴雨取消）';
const walkers = 3;

/** What was paid for is settled; what the weather spoils is cancelled, with all that follows seen before, and put away. */
export async function bringToAnEnd(world: World): Promise<void> {
  await world.report.step(
    '活动的结局：结算、取消前先看影响、归档 / How activities end: settled, cancelled, archived',
    async () => {
      const { client } = officerOf(world, 'zhonggong');
      const familyDay = `/activities/${idOf(world, 'familyDay')}`;
      await until(
        async () => (await client.get<ActivityView>(familyDay)).phase === 'settled',
        'the settlement of the family day',
      );
      const archived = `/activities?phase=archived&q=${encodeURIComponent(title)}`;
      const kept = await client.get<Page<ActivityView>>(archived);
      if (kept.items.length > 0) return world.report.figure('kept', title);
      const path = await walkWithPeople(world);
      const effect = await client.get<CancellationEffectView>(`${path}/cancellation-effect`);
      world.report.figure('would be told', effect.notices.participants);
      await client.decide<ActivityView>(`${path}/cancel`, { reason: '气象台发布暴雨橙色预警' });
      const away = await client.decide<ActivityView>(`${path}/archive`);
      const listed = await client.get<Page<ActivityView>>(`/activities?q=${encodeURIComponent(title)}`);
      world.report.prove(
        'who would be told was counted beforehand, and what is archived is out of the list',
        effect.notices.participants === walkers && away.phase === 'archived' && listed.items.length === 0,
      );
    },
  );
}

/** A published walk, for which some have signed up. @returns its address */
async function walkWithPeople(world: World): Promise<string> {
  const { client } = officerOf(world, 'zhonggong');
  const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();
  const { id } = await client.post<ActivityView>('/activities', {
    organiser: unionParty(world, 'zhonggong'),
    title,
    description: '沿江堤走八公里，中途有补给。',
    kind: 'sports',
    function: 'service',
    business: 'culture',
    venue: '江堤东口',
    startsAt: inDays(20),
    endsAt: inDays(20.1),
  });
  const path = `/activities/${id}`;
  await client.post<PoolView>(`${path}/pools`, { name: '公共名额', capacity: 40 });
  await client.decide<ActivityView>(`${path}/publish`);
  const people = (world.members.get('zhonggong') ?? []).slice(0, walkers);
  await client.post(`${path}/registrations/group`, { personIds: people.map(({ personId }) => personId) });
  return path;
}
