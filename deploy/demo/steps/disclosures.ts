import type { BulletinSummary, BulletinView } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type {
  DisclosureBoardLine,
  DisclosureItemContent,
  DisclosureItemView,
} from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { daysAfter, shanghaiDate } from '@gongxiang/domain';
import { isRefused } from '../tools/client.js';
import { type Account, officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';

const rule = '《企业民主管理规定》';
const enterprise = { owedBy: 'enterprise', basis: rule, rhythm: 'once' } as const;

/** Two enterprises and the federation itself plan what they disclose: one thing is missing, one came late, two came in time. */
export async function planDisclosures(world: World): Promise<void> {
  await world.report.step('厂务公开：列计划、公开、逾期、缺 / What has to be disclosed', async () => {
    const today = shanghaiDate(new Date());
    const past = daysAfter(today, -10);
    const zhonggong = officerOf(world, 'zhonggong');
    await planOnce(world, 'zhonggong', {
      ...enterprise,
      title: '劳动安全卫生投入和隐患整改情况',
      department: '安全环保部',
      firstDueOn: past,
    });
    const late = {
      ...enterprise,
      title: '职工教育经费提取和使用情况',
      department: '人力资源部',
      firstDueOn: past,
    };
    await discloseOnce(world, 'zhonggong', late);
    await discloseOnce(world, 'baiyun', {
      ...enterprise,
      title: '职工福利费使用情况',
      department: '财务部',
      rhythm: 'quarterly',
      firstDueOn: today,
    });
    await discloseOnce(world, 'federation', {
      title: '工会经费收支情况',
      owedBy: 'union',
      basis: '《中华人民共和国工会法》',
      rhythm: 'yearly',
      firstDueOn: today,
    });
    const federation = officerOf(world, 'officer');
    const year = past.slice(0, 4);
    const board = await federation.client.get<Page<DisclosureBoardLine>>(
      `/disclosure-board?unionId=${unionOf(world, 'federation').id}&year=${year}&limit=200`,
    );
    const line = board.items.find(({ unionId }) => unionId === unionOf(world, 'zhonggong').id);
    world.report.figure('missing', line?.missing ?? 0);
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const own = await worker.client.get<Page<DisclosureItemView>>(`/me/disclosure-items?year=${year}`);
    world.report.prove(
      'the federation sees what is missing and what came late, and a worker what their own union discloses',
      (line?.missing ?? 0) >= 1 &&
        (line?.metLate ?? 0) >= 1 &&
        own.items.every((item) => !item.changeable) &&
        (await isRefused(
          () => zhonggong.client.get(`/disclosure-items?unionId=${unionOf(world, 'baiyun').id}`),
          'NOT_FOUND',
        )),
    );
  });
}

function writerOf(world: World, key: string): Account {
  return officerOf(world, key === 'federation' ? 'officer' : key);
}

/** What an earlier run has planned is planned still. */
async function planOnce(
  world: World,
  key: string,
  content: DisclosureItemContent,
): Promise<DisclosureItemView> {
  const { client } = writerOf(world, key);
  const { id: unionId } = unionOf(world, key);
  const known = await client.get<Page<DisclosureItemView>>(`/disclosure-items?unionId=${unionId}&limit=200`);
  return (
    known.items.find(({ title }) => title === content.title) ??
    client.post<DisclosureItemView>('/disclosure-items', { ...content, unionId })
  );
}

/** Plans it, publishes a bulletin that discloses it, and links the two; once each. */
async function discloseOnce(world: World, key: string, content: DisclosureItemContent): Promise<void> {
  const item = await planOnce(world, key, content);
  const { client } = writerOf(world, key);
  const title = `${content.title}公开`;
  const search = `state=published&kind=disclosure&unionId=${item.unionId}&q=${encodeURIComponent(title)}`;
  const known = await client.get<Page<BulletinSummary>>(`/bulletins?${search}`);
  if (known.items.length > 0) return;
  const made = await client.post<BulletinView>('/bulletins', {
    title,
    text: '本期情况如下，有疑问请到工会办公室或责任部门查询：\n\n- 提取和使用数额已经审核\n- 明细在公开栏同时张贴',
    kind: 'disclosure',
    audience: 'members',
    mustRead: false,
    pinned: false,
    unionId: item.unionId,
  });
  await client.post(`/bulletins/${made.id}/publish`, {}, { ifMatch: made.version });
  const path = `/disclosure-items/${item.id}/occasions/${item.firstDueOn}/meet`;
  await client.post<DisclosureItemView>(path, { bulletinId: made.id });
}
