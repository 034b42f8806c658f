import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { AgreementView } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { money } from '../tools/client.js';
import { idOf, officerOf, unionOf, unionParty, until, type World } from '../tools/world.js';
import { comingSaturday } from './need.js';

/** Who hosts together, how many seats each has, and with how many heads its members sign up. */
export const hosts = [
  { key: 'zhonggong', seats: 120, applicants: 232, heads: 2 },
  { key: 'lvyuan', seats: 40, applicants: 92, heads: 2 },
  { key: 'hengda', seats: 25, applicants: 52, heads: 1 },
  { key: 'shuxiang', seats: 15, applicants: 24, heads: 1 },
] as const;

export const seatsInAll = hosts.reduce((sum, host) => sum + host.seats, 0);

export interface PlannedActivity {
  readonly name: string;
  readonly organiser: string;
  readonly coHosts: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly kind: string;
  readonly rule: (world: World) => object;
  readonly seats: readonly { readonly key: string; readonly seats: number }[];
  readonly companionsMax: number;
  readonly expenseCode: string;
}

const familyDay: PlannedActivity = {
  name: 'familyDay',
  organiser: 'zhonggong',
  coHosts: ['lvyuan', 'hengda', 'shuxiang'],
  title: '亲子工厂游与手工下午',
  description: '上午走进重型机械车间，听劳模讲解；下午和孩子一起做手工。四家工会合办，费用共担。',
  kind: 'diy',
  rule: (world) => ({
    kind: 'subsidyFirst',
    source: `union:${unionOf(world, 'federation').id}`,
    percent: '30',
    upTo: money(500_000),
    rest: { kind: 'headcount' },
  }),
  seats: hosts,
  companionsMax: 2,
  expenseCode: '1.2',
};

/** Four unions plan an activity, agree on what each brings and pays, and publish it. */
export async function agreeAndPublish(world: World): Promise<void> {
  await world.report.step(
    '四家合办：邀请、同意、协议、签署 / Four unions co-host: invited, agreed, signed',
    async () => {
      const activity = await planActivity(world, familyDay);
      world.report.figure('activity', activity.title);
      world.report.figure(
        'hosts',
        [activity.organiser, ...activity.coHosts].map((host) => host.name).join('、'),
      );
      world.report.figure('seats', hosts.map((host) => host.seats).join(' / '));
      world.report.figure('cost rule', '市总补助 30 %，不超过 5,000.00 元；其余按到场人头');
      world.report.prove(
        'the activity is published under an agreement that all four have signed',
        activity.state === 'published' && activity.agreementId !== null,
      );
    },
  );
}

/** From draft to published: invitation, consent, agreement, settlement's verdict, signatures, pools. */
export async function planActivity(world: World, plan: PlannedActivity): Promise<ActivityView> {
  const organiser = officerOf(world, plan.organiser).client;
  const { from, to } = comingSaturday(new Date());
  const draft = await organiser.post<ActivityView>('/activities', {
    organiser: unionParty(world, plan.organiser),
    title: plan.title,
    description: plan.description,
    kind: plan.kind,
    function: 'facility',
    business: 'culture',
    venue: '江城重工职工文体中心',
    startsAt: from,
    endsAt: to,
    companionsMax: plan.companionsMax,
    ...(plan.name === 'familyDay' ? { resourceId: idOf(world, 'hall'), loanId: idOf(world, 'loan') } : {}),
  });
  world.ids.set(plan.name, draft.id);
  for (const key of plan.coHosts) {
    const invitation = await organiser.post<CoHostView>(`/activities/${draft.id}/co-hosts`, {
      party: unionParty(world, key),
      message: '一起办，名额和费用共担',
    });
    await officerOf(world, key).client.decide<CoHostView>(`/co-host-invitations/${invitation.id}/accept`);
  }
  await signAgreement(world, plan, draft.id);
  for (const { key, seats } of plan.seats) {
    const pool = await organiser.post<PoolView>(`/activities/${draft.id}/pools`, {
      name: unionOf(world, key).name,
      unionId: unionOf(world, key).id,
      capacity: seats,
    });
    world.ids.set(`${plan.name}:${key}`, pool.id);
  }
  return organiser.decide<ActivityView>(`/activities/${draft.id}/publish`);
}

async function signAgreement(world: World, plan: PlannedActivity, activityId: string): Promise<void> {
  const organiser = officerOf(world, plan.organiser).client;
  const tasks = [plan.organiser, ...plan.coHosts].map((key, index) => ({
    party: `union:${unionOf(world, key).id}`,
    title: ['场地、讲解与安全', '午餐与饮水', '手工材料采购', '报名咨询与签到'][index] ?? '协助',
  }));
  const proposed = await organiser.post<AgreementView>(`/activities/${activityId}/agreements`, {
    tasks,
    rule: plan.rule(world),
    fundCategory: 'allotment',
    expenseCode: plan.expenseCode,
  });
  const judged = await until(async () => {
    const now = await organiser.get<AgreementView>(`/agreements/${proposed.id}`);
    if (now.state === 'refused')
      throw new Error(`Settlement refuses the agreement: ${JSON.stringify(now.problems)}`);
    return now.state === 'open' ? now : null;
  }, "settlement's verdict");
  for (const key of [plan.organiser, ...plan.coHosts]) {
    await officerOf(world, key).client.post<AgreementView>(`/agreements/${judged.id}/sign`, {
      hash: judged.hash,
      party: unionParty(world, key),
    });
  }
}
