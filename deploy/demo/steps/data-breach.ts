import type { Page } from '@gongxiang/contracts/core/contract';
import type { DataBreachView } from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import { officerOf, unionOf, type World } from '../tools/world.js';

const notifiedWithinMs = 20_000;
const askEveryMs = 200;

/** A file was open to others for a night: the people of one union are told, after a second person has checked it. */
export async function tellOfBreach(world: World): Promise<void> {
  await world.report.step(
    '个人信息泄露：登记、另一人确认、通知本人 / A breach of personal information is told to those it concerns',
    async () => {
      const { client } = officerOf(world, 'officer');
      const { items } = await client.get<Page<DataBreachView>>('/data-breaches');
      const breach = items[0] ?? (await recordAndConfirm(world));
      if (breach.handovers.length === 0 && breach.acts.includes('handOver')) await handOver(world, breach);
      world.report.prove(
        'everybody whose data it was has been notified, once',
        breach.state === 'notified' && breach.notified > 0 && breach.notified === breach.affected,
      );
    },
  );
}

/** The report went to the authority by hand, and its number came back. */
async function handOver(world: World, { id }: DataBreachView): Promise<void> {
  await officerOf(world, 'officer').client.decide(`/data-breaches/${id}/handovers`, {
    handedOverAt: new Date(Date.now() - 1_800_000).toISOString(),
    authority: '市网信办',
    handedOverBy: '联合体网络工作部',
    reference: '网信收〔2026〕118号',
    changes: null,
  });
}

async function recordAndConfirm(world: World): Promise<DataBreachView> {
  const { client } = officerOf(world, 'officer');
  const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
  const recorded = await client.post<DataBreachView>('/data-breaches', {
    noticedAt: hoursAgo(3),
    happenedAt: hoursAgo(15),
    kinds: ['record', 'registrations'],
    cause: '春节活动报名名单被误传到公开网盘，一夜后发现',
    harm: '可能收到冒充工会的电话或短信',
    measures: '已删除公开链接，联系网盘清除缓存，并停用了公开分享',
    advice: '工会不会来电索要验证码；接到可疑电话请挂断，再拨下面的电话核实',
    contactName: '联合体网络工作部',
    contactPhone: '027-85770057',
    audience: 'union',
    unionId: unionOf(world, 'zhonggong').id,
    isTold: true,
    notToldReason: null,
    correctsId: null,
    changes: null,
    personIds: [],
  });
  const path = `/data-breaches/${recorded.id}`;
  await world.operator.client.decide(`${path}/confirm`);
  const until = Date.now() + notifiedWithinMs;
  for (;;) {
    const view = await client.get<DataBreachView>(path);
    if (view.state === 'notified' || Date.now() > until) return view;
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}
