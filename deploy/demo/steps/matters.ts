import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  MatterLine,
  MatterReceipt,
  MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceHandlerView } from '@gongxiang/contracts/affairs/matters/service-handler.contract';
import type {
  ServiceDefinition,
  ServiceItemSummary,
  ServiceItemView,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { isRefused } from '../tools/client.js';
import { type Account, officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';

const done = { id: 'done', label: '已办好' };
const refused = { id: 'refused', label: '不予办理' };
export const working = (count: number) => ({ count, days: 'working' as const });

const libraryCard: ServiceDefinition = {
  name: '借书证',
  category: 'certificate',
  summary: '凭工会会员证办理，一人一证，可在各工会的职工书屋借书。',
  guidance: '办好后凭会员卡到职工书屋领取；遗失可以补办。',
  applicants: 'members',
  anonymous: false,
  questions: [
    {
      id: 'place',
      kind: 'choice',
      title: '在哪里领',
      required: true,
      options: [
        { id: 'hall', label: '工会服务大厅' },
        { id: 'books', label: '职工书屋' },
      ],
    },
    { id: 'lost', kind: 'yesNo', title: '是遗失补办吗', required: false },
  ],
  handledAt: 'own',
  acceptWithin: working(1),
  decideWithin: working(3),
  secondPerson: false,
  outcomes: [done, refused],
};

const opinionBox: ServiceDefinition = {
  name: '意见箱',
  category: 'appeal',
  summary: '对单位和工会有什么意见，可以不留名。七个工作日内答复。',
  guidance: null,
  applicants: 'everybody',
  anonymous: true,
  questions: [{ id: 'text', kind: 'longText', title: '您的意见', required: true }],
  handledAt: 'own',
  acceptWithin: working(2),
  decideWithin: working(7),
  secondPerson: false,
  outcomes: [
    { id: 'answered', label: '已答复' },
    { id: 'taken', label: '已采纳' },
  ],
  topics: [
    { id: 'wages', label: '工资', words: ['工资', '拖欠', '奖金', '加班费'] },
    { id: 'hours', label: '工时与加班', words: ['加班', '夜班', '倒班', '年休假'] },
    { id: 'insurance', label: '社保与公积金', words: ['社保', '公积金', '医保'] },
    { id: 'living', label: '食堂与宿舍', words: ['食堂', '宿舍', '热饭', '班车'] },
  ],
};

const hardship: ServiceDefinition = {
  name: '临时困难帮扶',
  category: 'hardship',
  summary: '本人或家人突发疾病、意外，一时周转不开的，可以申请一次性帮扶。',
  guidance: '经办人会电话联系并上门了解；办理意见由第二个人复核。内容只有经办人看得到。',
  applicants: 'members',
  anonymous: false,
  questions: [
    { id: 'what', kind: 'longText', title: '遇到了什么困难', required: true },
    { id: 'family', kind: 'number', title: '家庭人口', required: true, min: 1, max: 20, unit: '人' },
  ],
  papers: [
    { id: 'income', title: '家庭收入证明', required: true },
    { id: 'event', title: '住院单据或事故证明', required: false },
  ],
  handledAt: 'own',
  acceptWithin: working(2),
  decideWithin: working(10),
  secondPerson: true,
  outcomes: [{ id: 'helped', label: '给予帮扶' }, { id: 'other', label: '转其他渠道' }, refused],
};

const legalAdvice: ServiceDefinition = {
  name: '法律咨询',
  category: 'consultation',
  summary: '劳动合同、工资、工伤等方面的法律问题，由执业律师解答。七个工作日内答复。',
  guidance: '只由工会指定的律师受理和答复，工会干部和单位都看不到内容。',
  applicants: 'everybody',
  anonymous: true,
  questions: [{ id: 'text', kind: 'longText', title: '想咨询什么', required: true }],
  handledAt: 'offering',
  handledBy: 'named',
  acceptWithin: working(2),
  decideWithin: working(7),
  secondPerson: false,
  outcomes: [
    { id: 'answered', label: '已答复' },
    { id: 'referred', label: '已转法律援助' },
  ],
};

/** The federation offers services; a worker brings two matters: one is decided and rated, one is in somebody's hands. */
export async function bringMatters(world: World): Promise<void> {
  await world.report.step('办事：提交、受理、办结、评价 / Matters from sending to rating', async () => {
    const federation = officerOf(world, 'officer');
    const root = unionOf(world, 'federation').id;
    const card = await offerOnce(federation, root, libraryCard);
    const box = await offerOnce(federation, root, opinionBox);
    await offerOnce(federation, root, hardship);
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const officer = officerOf(world, 'zhonggong');
    const { matter, receipt } = await bringOnce(worker, card, { place: 'books', lost: false });
    if (matter.state === 'sent') await dealWith(officer, worker, matter);
    await bringOnce(worker, box, { text: '三号线食堂夜班没有热饭，希望夜里也能吃上热的。' });
    await enterOnce(federation, root, card);
    const seen = await worker.client.get<MatterView>(`/matters/${matter.id}`);
    world.report.figure('matter', receipt?.number ?? seen.number);
    world.report.prove(
      'a matter is decided and rated, and no officer who does not have it in hand can read it',
      seen.state === 'closed' && (await isHidden(officerOf(world, 'shuxiang'), matter.id)),
    );
  });
  await world.report.step(
    '法律咨询：只有指定的律师看得到 / Legal advice, read by the named lawyer alone',
    () => askALawyer(world),
  );
}

/** The federation names a lawyer, who holds no office; a worker asks, and no officer reads it, not even the one who named them. */
async function askALawyer(world: World): Promise<void> {
  const federation = officerOf(world, 'officer');
  const root = unionOf(world, 'federation').id;
  const advice = await offerOnce(federation, root, legalAdvice);
  const lawyer = world.members.get('lvyuan')?.[1];
  if (lawyer === undefined) throw new Error('nobody is there to be named');
  await nameOnce(federation, lawyer, { serviceId: advice.id, unionId: root });
  const worker = await signIn(world.nobody, 'worker', passwords.member);
  const { matter } = await bringOnce(worker, advice, {
    text: '合同下个月到期，单位口头说不续了，我能要求经济补偿吗？',
  });
  const path = `/matters/${matter.id}`;
  const isRefusedToTake = await isRefused(
    () => federation.client.post(`${path}/take`, {}, { ifMatch: matter.version }),
    'NOT_PERMITTED',
  );
  if (matter.state === 'sent')
    await lawyer.client.post<MatterView>(`${path}/take`, {}, { ifMatch: matter.version });
  const read = await lawyer.client.get<MatterView>(path);
  world.report.prove(
    'what is asked of a lawyer is read by the lawyer alone: the officer who named them may not take it and gets 404',
    isRefusedToTake &&
      read.handlerId === lawyer.personId &&
      (await isHidden(federation, matter.id)) &&
      (await isHidden(officerOf(world, 'zhonggong'), matter.id)),
  );
}

/** Whom an earlier run has named is named still. */
async function nameOnce(
  officer: Account,
  { personId }: Account,
  where: { readonly serviceId: string; readonly unionId: string },
): Promise<void> {
  const named = await officer.client.get<Page<ServiceHandlerView>>(
    `/service-handlers?serviceId=${where.serviceId}`,
  );
  if (named.items.length > 0) return;
  await officer.client.post('/service-handlers', { ...where, personIds: [personId], title: '执业律师' });
}

/** What an earlier run has offered is offered still. */
export async function offerOnce(
  officer: Account,
  unionId: string,
  definition: ServiceDefinition,
): Promise<ServiceItemSummary> {
  /** By the whole name: others may contain it. */
  const find = async (): Promise<ServiceItemSummary | undefined> => {
    const path = `/services?unionId=${unionId}&q=${encodeURIComponent(definition.name)}`;
    const { items } = await officer.client.get<Page<ServiceItemSummary>>(path);
    return items.find(({ name }) => name === definition.name);
  };
  const known = await find();
  if (known !== undefined) return known;
  const made = await officer.client.post<ServiceItemView>('/services', { ...definition, unionId });
  await officer.client.post(`/services/${made.id}/open`, {}, { ifMatch: made.version });
  const opened = await find();
  if (opened === undefined) throw new Error(`${definition.name} is not offered`);
  return opened;
}

interface Brought {
  readonly matter: MatterLine;
  /** Null if an earlier run has brought it. */
  readonly receipt: MatterReceipt | null;
}

export async function bringOnce(
  worker: Account,
  service: ServiceItemSummary,
  answers: Record<string, unknown>,
): Promise<Brought> {
  const find = async (): Promise<MatterLine | undefined> =>
    (await worker.client.get<Page<MatterLine>>('/me/matters?limit=200')).items.find(
      ({ serviceId }) => serviceId === service.id,
    );
  const known = await find();
  if (known !== undefined) return { matter: known, receipt: null };
  const contact = { name: '魏建国', phone: '13900001158' };
  const body = { serviceId: service.id, answers, contact };
  const receipt = await worker.client.post<MatterReceipt>('/matters', body);
  const matter = await find();
  if (matter === undefined) throw new Error(`${service.name} was not brought`);
  return { matter, receipt };
}

/** The officer takes and decides it, and the worker says how it went. */
async function dealWith(officer: Account, worker: Account, { id, version }: MatterLine): Promise<void> {
  const path = `/matters/${id}`;
  const taken = await officer.client.post<MatterView>(`${path}/take`, {}, { ifMatch: version });
  const decision = {
    outcome: 'done',
    reasons: '借书证已制好，凭会员卡到职工书屋领取，开放时间 9:00–20:00。',
  };
  const decided = await officer.client.post<MatterView>(`${path}/decide`, decision, {
    ifMatch: taken.version,
  });
  const rating = { stars: 5, text: '第二天就办好了。' };
  await worker.client.post<MatterView>(`${path}/rate`, rating, { ifMatch: decided.version });
}

/** Somebody calls the federation: its officer writes it down, and has it in hand. */
async function enterOnce(officer: Account, unionId: string, service: ServiceItemSummary): Promise<void> {
  const mine = await officer.client.get<Page<MatterLine>>('/matters?desk=mine');
  if (mine.items.length > 0) return;
  const body = {
    serviceId: service.id,
    answers: { place: 'hall', lost: true },
    contact: { name: '陈师傅', phone: '13800002266' },
    unionId,
    source: 'phone',
  };
  const { id } = await officer.client.post<MatterReceipt>('/entered-matters', body);
  await officer.client.post(`/matters/${id}/take`, {}, { ifMatch: 1 });
}

function isHidden(stranger: Account, matterId: string): Promise<boolean> {
  return isRefused(() => stranger.client.get<MatterView>(`/matters/${matterId}`), 'NOT_FOUND');
}
