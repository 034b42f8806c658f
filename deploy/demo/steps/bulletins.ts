import type {
  BulletinDefinition,
  BulletinReadingView,
  BulletinSummary,
  BulletinView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type Account, officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';

const plain = { source: null, mustRead: false, pinned: false, from: null, until: null } as const;

const heat: BulletinDefinition = {
  ...plain,
  title: '冬季用火用电安全提示',
  text: '入冬以来用电增多，请各班组：\n\n- **下班断电**，不在宿舍使用大功率电器\n- 通道不堆放物品\n- 每周查一次灭火器\n\n请读后确认。',
  kind: 'news',
  audience: 'members',
  mustRead: true,
  pinned: true,
};

const policy: BulletinDefinition = {
  ...plain,
  title: '职工互助保障参保办法问答',
  text: '## 谁可以参加\n\n在职会员都可以，由所在工会统一办理。\n\n## 什么时候办\n\n每年 12 月办理下一年度的。',
  kind: 'policy',
  audience: 'public',
};

const cited: BulletinDefinition = {
  ...plain,
  title: '我市新增三个户外劳动者驿站',
  text: '三个驿站分别在江滩、火车站和东湖新区，提供**饮水、热饭、充电和休息**。',
  kind: 'news',
  source: { name: '江城日报' },
  audience: 'public',
};

/** The federation publishes three bulletins; one must be read, and two confirm that they have. */
export async function publishBulletins(world: World): Promise<void> {
  await world.report.step('信息：发布、必读、回执 / Bulletins and who has read them', async () => {
    const federation = officerOf(world, 'officer');
    const unionId = unionOf(world, 'federation').id;
    const { id } = await publishOnce(federation, unionId, heat);
    await publishOnce(federation, unionId, policy);
    await publishOnce(federation, unionId, cited);
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    for (const reader of [worker, officerOf(world, 'zhonggong')])
      await reader.client.post(`/bulletins/${id}/confirm`);
    const reading = await federation.client.get<BulletinReadingView>(
      `/bulletins/${id}/reading?unionId=${unionId}`,
    );
    world.report.figure('read', `${reading.confirmed} / ${reading.members}`);
    const open = await world.nobody.get<Page<BulletinSummary>>('/public/bulletins');
    world.report.prove(
      'two have confirmed what must be read, and nobody without an account sees it',
      reading.confirmed >= 2 && open.items.length >= 2 && open.items.every((one) => one.id !== id),
    );
  });
}

/** What an earlier run has published is there still. */
async function publishOnce(
  officer: Account,
  unionId: string,
  definition: BulletinDefinition,
): Promise<{ readonly id: string }> {
  const known = await officer.client.get<Page<BulletinSummary>>(
    `/bulletins?state=published&q=${encodeURIComponent(definition.title)}`,
  );
  if (known.items[0] !== undefined) return known.items[0];
  const made = await officer.client.post<BulletinView>('/bulletins', { ...definition, unionId });
  return officer.client.post<BulletinView>(`/bulletins/${made.id}/publish`, {}, { ifMatch: made.version });
}
