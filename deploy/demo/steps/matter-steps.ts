import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  MatterLine,
  MatterReceipt,
  MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import type { PublicNoticeView } from '@gongxiang/contracts/affairs/matters/matter-step.contract';
import type {
  ServiceDefinition,
  ServiceTemplatesView,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { daysAfter, shanghaiDate } from '@gongxiang/domain';
import { isRefused } from '../tools/client.js';
import { type Account, officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';
import { bringOnce, offerOnce } from './matters.js';

const notice =
  '拟推荐江城重工第二总装车间钳工李建新为市劳动模范。公示期内如有不同意见，请到工会办公室反映，电话 027-5550 1158。';

/** Services from templates, each walked as far as its own rule. */
export async function walkSteps(world: World): Promise<void> {
  await recommendAndMediate(world);
  await claimMutualAid(world);
  await bargain(world);
}

export async function templateOf(officer: Account, id: string): Promise<ServiceDefinition> {
  const { items } = await officer.client.get<ServiceTemplatesView>('/service-templates');
  const found = items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no template ${id}`);
  return found.definition;
}

/** A model worker is recommended up to the public notice, and a dispute is written down. */
async function recommendAndMediate(world: World): Promise<void> {
  await world.report.step(
    '办事步骤：推荐劳模、调解争议 / Steps of a recommendation and a dispute',
    async () => {
      const federation = officerOf(world, 'officer');
      const root = unionOf(world, 'federation').id;
      const honour = await offerOnce(federation, root, await templateOf(federation, 'honour'));
      const dispute = await offerOnce(federation, root, await templateOf(federation, 'dispute'));
      const worker = await signIn(world.nobody, 'worker', passwords.member);
      const officer = officerOf(world, 'zhonggong');
      const { matter } = await bringOnce(worker, honour, {
        who: '李建新',
        title: '市劳动模范',
        deeds: '改进装配工装十一项，带出技师六名，连续八年无质量事故。',
      });
      if (matter.state === 'sent') await recommend(officer, matter);
      await enterDispute(federation, root, dispute.id);
      const { version } = await officer.client.get<MatterView>(`/matters/${matter.id}`);
      const decision = { outcome: 'recommended', reasons: '各步均已通过。' };
      const decide = () =>
        officer.client.post<MatterView>(`/matters/${matter.id}/decide`, decision, { ifMatch: version });
      const shown = await world.nobody.get<Page<PublicNoticeView>>('/public/public-notices');
      world.report.prove(
        'nobody is recommended before the public notice is over, and anybody can read it',
        (await isRefused(decide, 'MATTER_STEP_NEEDED')) && shown.items.some(({ text }) => text === notice),
      );
    },
  );
}

/** A worker claims for a stay in hospital: the union forwards the papers, and the mutual-aid organisation pays. */
async function claimMutualAid(world: World): Promise<void> {
  await world.report.step(
    '互助保障理赔：工会转交，互助保障组织裁定 / A mutual-aid claim that another body decides',
    async () => {
      const federation = officerOf(world, 'officer');
      const template = await templateOf(federation, 'mutual-aid');
      const service = await offerOnce(federation, unionOf(world, 'federation').id, template);
      const worker = await signIn(world.nobody, 'worker', passwords.member);
      const officer = officerOf(world, 'zhonggong');
      const { matter } = await bringOnce(worker, service, {
        event: 'hospital',
        on: daysAfter(shanghaiDate(new Date()), -30),
        what: '阑尾炎手术住院六天，医保结算后自付 3,860 元。',
      });
      // An earlier run has walked it already.
      const isBound = matter.state !== 'sent' || (await forwardClaim(officer, matter));
      const { outcome, steps } = await worker.client.get<MatterView>(`/matters/${matter.id}`);
      const ruling = steps.find((step) => step.id === 'ruling')?.outside;
      world.report.prove(
        'a claim ends as the mutual-aid organisation has decided, and its person sees who decided, when and what is paid',
        isBound && outcome === '已赔付' && ruling?.granted === true && ruling.amount?.amount === '120000',
      );
    },
  );
}

/** A collective contract is bargained for, carried and filed: it holds for two years, and the next one is due before that. */
async function bargain(world: World): Promise<void> {
  await world.report.step(
    '集体协商：集体合同生效，期满前启动下一次 / A collective contract, and when the next one is due',
    async () => {
      const federation = officerOf(world, 'officer');
      const template = await templateOf(federation, 'bargaining');
      const service = await offerOnce(federation, unionOf(world, 'federation').id, template);
      const worker = await signIn(world.nobody, 'worker', passwords.member);
      const officer = officerOf(world, 'zhonggong');
      const { matter } = await bringOnce(worker, service, {
        subject: '2027—2028 年度工资增长、夜班津贴和高温劳动保护。',
        aim: '平均工资增长不低于百分之五，夜班津贴每班 40 元。',
      });
      if (matter.state === 'sent') await agreeOnContract(officer, federation, matter);
      const path = '/matters?desk=followUps&limit=200';
      const { items } = await officer.client.get<Page<MatterLine>>(path);
      const followUp = items.find(({ id }) => id === matter.id)?.followUp;
      world.report.prove(
        'a collective contract stands on the desk with its last day, and the next one is due three months before',
        followUp != null && followUp.nextDueOn < followUp.holdsUntil && !followUp.due,
      );
    },
  );
}

async function agreeOnContract(officer: Account, above: Account, { id, version }: MatterLine): Promise<void> {
  const path = `/matters/${id}`;
  let last = await officer.client.post<MatterView>(`${path}/take`, {}, { ifMatch: version });
  const write = async (stepId: string, words: StepWords): Promise<void> => {
    last = await officer.client.post<MatterView>(`${path}/steps/${stepId}`, words, { ifMatch: last.version });
  };
  const today = shanghaiDate(new Date());
  await write('offer', { text: '要约书已送达公司，请在二十日内书面回应。', on: daysAfter(today, 20) });
  const offered = last.steps.find((step) => step.id === 'offer')?.marks[0];
  await write('offer', { found: offered?.id ?? null, agrees: true, text: '公司书面回应，同意协商。' });
  await write('rounds', { text: '三轮协商，就十一条达成一致。' });
  await write('vote', { entitled: 45, present: 43, yes: 38, no: 3 });
  await write('filed', { text: '已报送区人力资源和社会保障局，十五日内没有异议。' });
  const decision = {
    outcome: 'in-force',
    reasons: '集体合同自今日起生效，文本张贴在职工书屋。',
    holdsUntil: daysAfter(today, 730),
  };
  const proposed = await officer.client.post<MatterView>(`${path}/decide`, decision, {
    ifMatch: last.version,
  });
  await above.client.post(`${path}/confirm`, {}, { ifMatch: proposed.version });
}

/** @returns whether it could not be closed as refused although it was granted */
async function forwardClaim(officer: Account, { id, version }: MatterLine): Promise<boolean> {
  const path = `/matters/${id}`;
  let last = await officer.client.post<MatterView>(`${path}/take`, {}, { ifMatch: version });
  const write = async (stepId: string, words: StepWords): Promise<void> => {
    last = await officer.client.post<MatterView>(`${path}/steps/${stepId}`, words, { ifMatch: last.version });
  };
  const decide = (outcome: string) => (): Promise<MatterView> => {
    const reasons = '互助会办事处已裁定，互助金由其汇入本人账户。';
    return officer.client.post(`${path}/decide`, { outcome, reasons }, { ifMatch: last.version });
  };
  const today = shanghaiDate(new Date());
  await write('check', { text: '凭证、出院小结、结算单齐全。' });
  await write('ruling', { on: daysAfter(today, -9), number: '互保受〔2026〕0311' });
  await write('ruling', {
    on: today,
    number: '互保裁〔2026〕0288',
    agrees: true,
    text: '符合住院医疗保障条款，按计划给付。',
    amount: { amount: '120000', currency: 'CNY' },
  });
  const isBound = await isRefused(decide('refused'), 'MATTER_OUTCOME_CONTRARY');
  await decide('paid')();
  return isBound;
}

/** The vote of the staff, that of the deputies, the opinions, and the notice that begins today. */
async function recommend(officer: Account, { id, version }: MatterLine): Promise<void> {
  let last = await officer.client.post<MatterView>(`/matters/${id}/take`, {}, { ifMatch: version });
  const write = async (stepId: string, words: StepWords): Promise<void> => {
    const path = `/matters/${id}/steps/${stepId}`;
    last = await officer.client.post<MatterView>(path, words, { ifMatch: last.version });
  };
  await write('nomination', { entitled: 142, present: 131, yes: 118, no: 6 });
  await write('assembly', { entitled: 45, present: 43, yes: 41, no: 0 });
  const { bodies = [] } = last.steps.find((step) => step.id === 'opinions') ?? {};
  for (const body of bodies) await write('opinions', { body, agrees: true });
  await write('own-notice', { text: notice, on: shanghaiDate(new Date()) });
}

/** Somebody comes to the federation with a dispute; its officer has it in hand. */
async function enterDispute(officer: Account, unionId: string, serviceId: string): Promise<void> {
  const mine = await officer.client.get<Page<MatterLine>>('/matters?desk=mine&limit=200');
  if (mine.items.some((one) => one.serviceId === serviceId)) return;
  const body = {
    serviceId,
    answers: {
      since: '2026-09-15',
      facts: '九月起没有按约定支付夜班津贴，和班组长谈过两次没有结果。',
      claim: '补发九月、十月的夜班津贴。',
    },
    contact: { name: '何师傅', phone: '13800003311' },
    unionId,
    source: 'counter',
  };
  const { id } = await officer.client.post<MatterReceipt>('/entered-matters', body);
  await officer.client.post(`/matters/${id}/take`, {}, { ifMatch: 1 });
}
