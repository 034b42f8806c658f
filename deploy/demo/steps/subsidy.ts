import type { SubsidyApplicationView } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import type {
  SubsidyNoticeView,
  SubsidyProgrammeView,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import type { SubsidyView } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { fenOf, money } from '../tools/client.js';
import { idOf, officerOf, unionOf, type World } from '../tools/world.js';

interface Call {
  readonly title: string;
  readonly text: string;
  readonly grades: readonly { readonly name: string; readonly fen: number }[];
  readonly budgetFen: number;
  readonly noticeDays: number;
}

const forHosts: Call = {
  title: '合办文体活动补助',
  text: '补助几家工会合办的文体活动：一家牵头，大家受益。',
  grades: [
    { name: 'A', fen: 500_000 },
    { name: 'B', fen: 200_000 },
  ],
  budgetFen: 2_000_000,
  noticeDays: 0,
};

const forNeighbours: Call = {
  title: '社区共建项目补助',
  text: '补助小微企业工会与社区共建的项目，按方案分档；拟补助名单先公示。',
  grades: [
    { name: 'A', fen: 200_000 },
    { name: 'B', fen: 100_000 },
    { name: 'C', fen: 50_000 },
  ],
  budgetFen: 1_000_000,
  noticeDays: 5,
};

/** Two programmes of the federation: one has given what the family day will draw on, one is in public notice. */
export async function subsidise(world: World): Promise<void> {
  await world.report.step(
    '上级补助：申报、评定、拨付、公示 / Subsidies: applied for, decided, given, in public notice',
    async () => {
      await giveForTheFamilyDay(world);
      await leaveInNotice(world);
    },
  );
}

async function giveForTheFamilyDay(world: World): Promise<void> {
  const programme = await openProgramme(world, forHosts);
  const wish = { title: '亲子工厂游与手工下午', fen: 500_000, plannedFen: 1_865_000 };
  const first = await apply(world, programme, {
    by: 'zhonggong',
    ...wish,
    activityId: idOf(world, 'familyDay'),
  });
  const second = await apply(world, programme, {
    by: 'lvyuan',
    title: '厂区乒乓球赛',
    fen: 300_000,
    plannedFen: 400_000,
  });
  await stop(world, programme);
  await decide(world, first, { outcome: 'award', grade: 'A', reason: '四家合办，亲子参与，费用共担' });
  await decide(world, second, { outcome: 'refuse', reason: '仅本单位参加，不属于合办' });
  await approve(world, programme);
  const { client } = officerOf(world, 'zhonggong');
  const { subsidyId } = await client.get<SubsidyApplicationView>(`/subsidy-applications/${first.id}`);
  const given = await client.decide<SubsidyView>(`/subsidies/${subsidyId}/accept`);
  world.ids.set('familyDay:subsidy', given.id);
  world.report.yuan('given for the family day', fenOf(given.granted));
  world.report.prove('conditions accepted, nothing used yet', fenOf(given.left) === fenOf(given.granted));
}

async function leaveInNotice(world: World): Promise<void> {
  const programme = await openProgramme(world, forNeighbours);
  const reading = await apply(world, programme, {
    by: 'shuxiang',
    title: '社区共读角',
    fen: 150_000,
    plannedFen: 260_000,
  });
  const clinic = await apply(world, programme, {
    by: 'hengda',
    title: '家电义修进社区',
    fen: 80_000,
    plannedFen: 120_000,
  });
  await stop(world, programme);
  await decide(world, reading, { outcome: 'award', grade: 'A', reason: '长期开放，覆盖三个小区' });
  await decide(world, clinic, { outcome: 'award', grade: 'B', reason: '方案可行，按月开展' });
  await approve(world, programme);
  const { client } = officerOf(world, 'lvyuan');
  const notice = await client.get<SubsidyNoticeView>(`/subsidy-programmes/${programme.id}/notice`);
  world.report.yuan('in public notice', fenOf(notice.total));
  world.report.prove('another union reads the notice', notice.lines.length === 2);
}

/** Once the costs are approved: what was drawn of the grant is what the agreement took. */
export async function showDrawn(world: World): Promise<void> {
  await world.report.step('补助使用 / What was drawn of the subsidy', async () => {
    const { client } = officerOf(world, 'zhonggong');
    const subsidy = await client.get<SubsidyView>(`/subsidies/${idOf(world, 'familyDay:subsidy')}`);
    world.report.yuan('drawn', fenOf(subsidy.drawn));
    world.report.yuan('left', fenOf(subsidy.left));
    world.report.prove(
      'drawn + returned + left = given',
      fenOf(subsidy.drawn) + fenOf(subsidy.returned) + fenOf(subsidy.left) === fenOf(subsidy.granted),
    );
  });
}

async function openProgramme(world: World, call: Call): Promise<SubsidyProgrammeView> {
  const { client } = officerOf(world, 'officer');
  const { title, text, noticeDays } = call;
  const draft = await client.post<SubsidyProgrammeView>('/subsidy-programmes', {
    unionId: unionOf(world, 'federation').id,
    title,
    text,
    noticeDays,
    basis: 'graded',
    expenseCodes: ['1.1', '1.2'],
    sizeClasses: [],
    smallFirst: true,
    reportDays: 30,
    budget: money(call.budgetFen),
    grades: call.grades.map(({ name, fen }) => ({ name, amount: money(fen) })),
    conditions: '专款专用；使用期满30日内报告使用情况，结余上缴。',
    needsReceipts: true,
    payment: 'netting',
  });
  return client.decide<SubsidyProgrammeView>(`/subsidy-programmes/${draft.id}/open`);
}

interface Wish {
  readonly by: string;
  readonly title: string;
  readonly fen: number;
  readonly plannedFen: number;
  readonly activityId?: string;
}

async function apply(
  world: World,
  programme: SubsidyProgrammeView,
  { by, title, fen, plannedFen, activityId }: Wish,
): Promise<SubsidyApplicationView> {
  const { client } = officerOf(world, by);
  const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
  const draft = await client.post<SubsidyApplicationView>('/subsidy-applications', {
    programmeId: programme.id,
    unionId: unionOf(world, by).id,
    title,
    useUntil: inAYear,
    files: [],
    plan: '方案、预算和参加人员已在工会内部讨论通过。',
    requested: money(fen),
    planned: money(plannedFen),
    ...(activityId === undefined ? {} : { activityId }),
  });
  return client.decide<SubsidyApplicationView>(`/subsidy-applications/${draft.id}/submit`);
}

async function stop(world: World, programme: SubsidyProgrammeView): Promise<void> {
  await officerOf(world, 'officer').client.decide(`/subsidy-programmes/${programme.id}/stop`);
}

async function decide(world: World, application: SubsidyApplicationView, decision: object): Promise<void> {
  const path = `/subsidy-applications/${application.id}/decide`;
  await officerOf(world, 'officer').client.decide(path, decision);
}

async function approve(world: World, programme: SubsidyProgrammeView): Promise<void> {
  await officerOf(world, 'approver').client.decide(`/subsidy-programmes/${programme.id}/approve`);
}
