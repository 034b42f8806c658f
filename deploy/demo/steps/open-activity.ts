import type { Page } from '@gongxiang/contracts/core/contract';
import type { PictureView } from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { FamilyView, RelativeView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Client } from '../tools/client.js';
import { courtPicture } from '../tools/court-picture.js';
import { officerOf, passwords, signIn, unionParty, type World } from '../tools/world.js';
import { comingSaturday } from './need.js';

export const openTitle = '周六职工羽毛球友谊赛';

/** One activity stays open, for whoever looks around to sign up. */
export async function leaveSomethingOpen(world: World): Promise<void> {
  await world.report.step('留一场开放报名的活动 / One activity stays open for you to try', async () => {
    const { client } = officerOf(world, 'officer');
    const found = await client.get<Page<ActivityView>>(
      `/activities?state=published&q=${encodeURIComponent(openTitle)}`,
    );
    const { from, to } = comingSaturday(new Date());
    if (found.items.length === 0) {
      const draft = await client.post<ActivityView>('/activities', {
        organiser: unionParty(world, 'federation'),
        title: openTitle,
        description: [
          '双打为主，水平不限，**球拍可借**。带家属也欢迎。',
          '# 请带好',
          '- 室内运动鞋\n- 饮用水',
        ].join('\n\n'),
        kind: 'sports',
        function: 'facility',
        business: 'culture',
        venue: '江城重工职工文体中心',
        startsAt: from,
        endsAt: to,
        companionsMax: 2,
        waitlistFairShareDays: 90,
      });
      await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '全市名额', capacity: 40 });
      await showIt(client, draft.id);
      await client.decide<ActivityView>(`/activities/${draft.id}/publish`);
    }
    await keepFamily(world);
    world.report.figure('open', `${openTitle}，${from.slice(0, 10)}`);
  });
}

/** The worker has a child to bring along by one tap. */
async function keepFamily(world: World): Promise<void> {
  const { client } = await signIn(world.nobody, 'worker', passwords.member);
  const { items } = await client.get<FamilyView>('/me/companions');
  if (items.some(({ id }) => id !== null)) return;
  const child = { name: '小满', ageBand: 'child7to13', guardianConsent: true };
  await client.post<RelativeView>('/me/companions', child);
}

/** A cover, so that a list with pictures can be seen. */
async function showIt(client: Client, activityId: string): Promise<void> {
  const { key: fileKey } = await client.upload('court.png', courtPicture(), 'image/png');
  const words = { alt: '羽毛球场俯视图：绿色场地，白色边线', caption: '文体中心 2 号场' };
  await client.post<PictureView>(`/activities/${activityId}/pictures`, { fileKey, ...words });
}
