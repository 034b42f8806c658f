import type { HardshipKindsView } from '@gongxiang/contracts/affairs/matters/hardship-kind.contract';
import type { MatterLine, MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { isRefused } from '../tools/client.js';
import { type Account, officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';
import { bringOnce, offerOnce } from './matters.js';
import { templateOf } from './matter-steps.js';

const deep = '深度困难职工';
const situation = '爱人住院三个月，两个孩子上学，一份工资难以支撑。';
const answers = { cause: 'illness', adults: 2, situation };
const joins = { text: '重工工会的计划已包括助学金，绿源工会结对走访。', joins: true };
const plan: StepWords = {
  text: '申请医疗互助和两个孩子的助学金；爱人康复后介绍就近就业。',
  responsible: '重工工会刘主席',
  helper: '第二总装车间周书记',
};

/** Husband and wife work at two enterprises and both ask for help: the household has one plan, which the second matter joins. */
export async function helpHousehold(world: World): Promise<void> {
  await world.report.step(
    '困难帮扶：一户一策，夫妻两处申请并为一个计划 / Hardship: one household, one plan',
    async () => {
      const federation = officerOf(world, 'officer');
      await stateLimit(federation);
      const service = await offerOnce(
        federation,
        unionOf(world, 'federation').id,
        await withoutNotice(federation),
      );
      const husband = await signIn(world.nobody, 'worker', passwords.member);
      const wife = world.members.get('lvyuan')?.[2];
      if (wife === undefined) throw new Error('nobody is there who is married to the worker');
      const first = await bringOnce(husband, service, answers);
      if (first.matter.state === 'sent') await agree(officerOf(world, 'zhonggong'), federation, first.matter);
      const second = await bringOnce(wife, service, answers);
      // An earlier run has done it already.
      const isRefusedASecond =
        second.matter.state !== 'sent' || (await join(world, second.matter, husband.personId));
      const { household } = await federation.client.get<MatterView>(`/matters/${second.matter.id}`);
      world.report.prove(
        'a household has one plan: a second one is refused, and its matter joins the plan that is there',
        isRefusedASecond && household?.plan?.own === false && household.plan.matterId === null,
      );
    },
  );
}

/** The federation has entered the limit of the year for the first kind of its table. */
async function stateLimit(federation: Account): Promise<void> {
  const { items } = await federation.client.get<HardshipKindsView>('/hardship-kinds');
  const kind = items.find(({ label }) => label === deep);
  if (kind === undefined || kind.incomeMax !== null) return;
  const { id, version, label, validFrom } = kind;
  const source = '江城市总工会关于困难职工建档标准的通知（演示）';
  const body = { label, validFrom, source, incomeMax: { amount: '106500', currency: 'CNY' } };
  await federation.client.put(`/hardship-kinds/${id}`, body, { ifMatch: version });
}

async function deepHardship({ client }: Account): Promise<string> {
  const { items } = await client.get<HardshipKindsView>('/hardship-kinds');
  const kind = items.find(({ label, validUntil }) => label === deep && validUntil === null);
  if (kind === undefined) throw new Error(`${deep} is not in the table of hardship`);
  return kind.id;
}

/** The template with one visitor and without the days of notice, which nobody can wait for here. */
async function withoutNotice(officer: Account): Promise<ServiceDefinition> {
  const template = await templateOf(officer, 'hardship');
  const { steps = [], outcomes } = template;
  return {
    ...template,
    name: '困难职工建档帮扶',
    steps: steps
      .filter(({ id }) => id !== 'notice')
      .map((step) => (step.id === 'visit' ? { ...step, people: 1 } : step)),
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      ...(outcome.needs ? { needs: outcome.needs.filter((id) => id !== 'notice') } : {}),
    })),
  };
}

type Write = (path: string, body: object) => Promise<MatterView>;

/** Acts one after the other, each on what the one before has left. */
async function actsOn({ client }: Account, { id }: { readonly id: string }, version: number): Promise<Write> {
  let last = await client.post<MatterView>(`/matters/${id}/take`, {}, { ifMatch: version });
  return async (path, body) => {
    last = await client.post<MatterView>(`/matters/${id}/${path}`, body, { ifMatch: last.version });
    return last;
  };
}

const signatures = { signed: ['魏建国', '林秀兰'] };
const judged = {
  agrees: true,
  text: '核对两人工资单、低保和医疗票据。',
  income: { amount: '86000', currency: 'CNY' as const },
};
const visited = { agrees: true, text: '入户核实，情况属实。' };

async function agree(officer: Account, second: Account, matter: MatterLine): Promise<void> {
  const write = await actsOn(officer, matter, matter.version);
  await write('steps/authority', signatures);
  await write('steps/visit', visited);
  await write('steps/kind', { ...judged, hardshipKindId: await deepHardship(officer) });
  await write('steps/plan', plan);
  const { version } = await write('steps/plan', {
    ...plan,
    helper: '第二总装车间林师傅',
    reason: '周书记调离车间，结对帮扶人换人',
  });
  // The template lets two decide, so that two amend.
  await second.client.post(`/matters/${matter.id}/confirm`, {}, { ifMatch: version });
}

/**
 * The wife's union passes her matter to the federation, which sees the members of both unions.
 * @returns whether a second plan for the household was refused
 */
async function join(world: World, matter: MatterLine, husbandId: string): Promise<boolean> {
  const federation = officerOf(world, 'officer');
  const forward = await actsOn(officerOf(world, 'lvyuan'), matter, matter.version);
  const { version } = await forward('forward', {
    unionId: unionOf(world, 'federation').id,
    reason: '爱人在另一家单位，请总工会一并核对。',
  });
  const write = await actsOn(federation, matter, version);
  await write('household-persons', { personId: husbandId });
  await write('steps/authority', signatures);
  await write('steps/visit', visited);
  await write('steps/kind', { ...judged, hardshipKindId: await deepHardship(federation) });
  const isRefusedASecond = await isRefused(() => write('steps/plan', plan), 'HOUSEHOLD_HAS_PLAN');
  await write('steps/plan', joins);
  return isRefusedASecond;
}
