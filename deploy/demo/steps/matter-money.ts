import type { RequestMatterPayment } from '@gongxiang/contracts/affairs/matters/matter-payment.contract';
import type { MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { MatterPaymentView } from '@gongxiang/contracts/settlement/funding/matter-payment.contract';
import { daysAfter, shanghaiDate, toWire } from '@gongxiang/domain';
import { type Account, officerOf, passwords, signIn, unionOf, until, type World } from '../tools/world.js';
import { bringOnce, offerOnce, working } from './matters.js';

const visit: ServiceDefinition = {
  name: '住院慰问',
  category: 'benefit',
  summary: '会员生病住院的，工会上门看望并发放慰问金。',
  guidance: '慰问标准按所在工会的规定执行。',
  applicants: 'members',
  anonymous: false,
  questions: [{ id: 'where', kind: 'shortText', title: '住在哪家医院、哪个病区', required: true }],
  handledAt: 'own',
  acceptWithin: working(1),
  decideWithin: working(5),
  secondPerson: false,
  outcomes: [
    { id: 'granted', label: '给予慰问' },
    { id: 'refused', label: '不符合条件' },
  ],
  pays: { expenseCode: '2.5', most: toWire(100_000n) },
};

const suggestion: ServiceDefinition = {
  name: '合理化建议',
  category: 'suggestion',
  summary: '对生产、安全、管理的改进建议；采纳见效的，奖励提出人和实施人。',
  guidance: '奖金按提出人六成、实施人四成分配。',
  applicants: 'members',
  anonymous: false,
  questions: [{ id: 'idea', kind: 'longText', title: '您的建议', required: true }],
  handledAt: 'own',
  acceptWithin: working(3),
  decideWithin: working(20),
  secondPerson: false,
  outcomes: [
    { id: 'granted', label: '采纳并奖励' },
    { id: 'refused', label: '未采纳' },
  ],
  pays: {
    expenseCode: '3.4',
    most: null,
    split: [
      { label: '提出人', weight: 60 },
      { label: '实施人', weight: 40 },
    ],
  },
};

/** 学费 in three: the first is paid today, the others are asked for by themselves on their days. */
const schooling: ServiceDefinition = {
  name: '金秋助学',
  category: 'benefit',
  summary: '困难会员的子女上学，工会按学期资助，分期发放。',
  guidance: '每学期开学前发放一期。',
  applicants: 'members',
  anonymous: false,
  questions: [{ id: 'school', kind: 'shortText', title: '孩子在哪里上学', required: true }],
  handledAt: 'own',
  acceptWithin: working(3),
  decideWithin: working(15),
  secondPerson: false,
  outcomes: [
    { id: 'granted', label: '给予助学' },
    { id: 'refused', label: '不符合条件' },
  ],
  pays: { expenseCode: '2.5', most: toWire(500_000n) },
};

interface Case {
  readonly service: ServiceDefinition;
  readonly answers: Record<string, unknown>;
  readonly reasons: string;
  readonly request: Omit<RequestMatterPayment, 'matterId'>;
}

const hospital: Case = {
  service: visit,
  answers: { where: '江城市第一医院骨科二病区' },
  reasons: '已上门看望，按标准发放慰问金。',
  request: {
    amount: toWire(50_000n),
    payees: [{ label: '收款人', name: '魏建国', account: '工商银行 6222020200012345678' }],
  },
};

const idea: Case = {
  service: suggestion,
  answers: { idea: '三号线换模用定位销，每次可少停机二十分钟。' },
  reasons: '试行一个月有效，予以采纳。',
  request: {
    amount: toWire(100_001n),
    payees: [
      { label: '提出人', name: '魏建国', account: '工商银行 6222020200012345678' },
      { label: '实施人', name: '罗志强', account: '建设银行 6217000200087654321' },
    ],
  },
};

const inDays = (days: number): string => daysAfter(shanghaiDate(new Date()), days);

const tuition: Case = {
  service: schooling,
  answers: { school: '江城职业技术学院' },
  reasons: '符合助学条件，三个学期每学期一千元。',
  request: {
    amount: toWire(300_000n),
    instalments: [0, 90, 270].map((days) => ({ dueOn: inDays(days), amount: toWire(100_000n) })),
    payees: [{ label: '收款人', name: '魏建国', account: '工商银行 6222020200012345678' }],
  },
};

/** A visit is paid 500.00, tuition of 3,000.00 in three, and the reward for a suggestion is split 60/40; finance learns numbers and amounts alone. */
export async function payForMatters(world: World): Promise<void> {
  await world.report.step('办件付款：慰问金和建议奖励 / Money that follows a matter', async () => {
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const [visited, paid] = await payOnce(world, worker, hospital);
    const [, reward] = await payOnce(world, worker, idea);
    const [taught] = await payOnce(world, worker, tuition);
    world.report.prove(
      'the person of a matter sees that 500.00 were paid for it, and the union that pays sees no name',
      visited.payment?.amount.amount === '50000' && !JSON.stringify(paid).includes('魏建国'),
    );
    world.report.prove(
      'of 3,000.00 in three the first thousand is paid, and the others wait for their days',
      taught.instalments.map(({ state }) => state).join(' ') === 'paid planned planned',
    );
    world.report.prove(
      '1,000.01 split 60/40 are 600.01 and 400.00',
      reward.parts.map(({ amount }) => amount.amount).join(' ') === '60001 40000',
    );
  });
}

/** What an earlier run has brought, asked for or paid is not done again. */
async function payOnce(
  world: World,
  worker: Account,
  { service, answers, reasons, request }: Case,
): Promise<readonly [MatterView, MatterPaymentView]> {
  const federation = officerOf(world, 'officer');
  const officer = officerOf(world, 'zhonggong');
  const offered = await offerOnce(federation, unionOf(world, 'federation').id, service);
  const { matter } = await bringOnce(worker, offered, answers);
  const path = `/matters/${matter.id}`;
  if (matter.state === 'sent') {
    const taken = await officer.client.post<MatterView>(`${path}/take`, {}, { ifMatch: matter.version });
    const decision = { outcome: 'granted', reasons };
    await officer.client.post(`${path}/decide`, decision, { ifMatch: taken.version });
  }
  const { payment, version } = await officer.client.get<MatterView>(path);
  if (payment === null) await officer.client.post(`${path}/payment-requests`, request, { ifMatch: version });
  await settle(world, matter.number);
  const seen = await until(async () => {
    const view = await worker.client.get<MatterView>(path);
    return view.payment?.state === 'paid' ? view : null;
  }, 'a matter that says that it is paid');
  return [seen, await paymentOf(officer, matter.number)];
}

/** The approver of the federation approves it, and the finance of the union pays it. */
async function settle(world: World, number: string): Promise<void> {
  const officer = officerOf(world, 'zhonggong');
  const { id, state } = await paymentOf(officer, number);
  const path = `/matter-payments/${id}`;
  if (state === 'asked') await officerOf(world, 'approver').client.decide(`${path}/approve`);
  if (state === 'paid') return;
  const paidOn = shanghaiDate(new Date());
  await officer.client.decide(`${path}/paid`, { incomeKind: 'allotment', bankReference: number, paidOn });
}

function paymentOf(officer: Account, number: string): Promise<MatterPaymentView> {
  return until(async () => {
    const { items } = await officer.client.get<Page<MatterPaymentView>>(`/matter-payments?q=${number}`);
    return items[0];
  }, `the payment for ${number}`);
}
