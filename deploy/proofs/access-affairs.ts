import { randomInt, randomUUID } from 'node:crypto';
import type { MatterReceipt, MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceItemView } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { makePerson, type Person } from './fixtures.js';
import { png } from './one-pixel.js';
import { rowsOf } from './rows.js';

const signedIn = [401, 200, 200, 200] as const;
const anybody = [200, 200, 200, 200] as const;
/** For officers of the union; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;
/** Whoever has it in hand; its person sees it and does something else with it. */
const byHandler = [401, 403, 404, 200] as const;
const byPerson = [401, 200, 404, 403] as const;
const ofItsPerson = 'what whoever brought a matter does is not for those who deal with it';

const definition = {
  name: '借书证',
  category: 'certificate',
  summary: '凭会员证办理。',
  applicants: 'members',
  anonymous: true,
  questions: [{ id: 'pickup', kind: 'shortText', title: '在哪里领', required: true }],
  handledAt: 'own',
  acceptWithin: { count: 1, days: 'working' },
  decideWithin: { count: 3, days: 'working' },
  secondPerson: false,
  outcomes: [{ id: 'issued', label: '已办好' }],
  topics: [{ id: 'card', label: '办证', words: ['借书'] }],
  steps: [
    { id: 'check', kind: 'record', label: '核对会员证' },
    { id: 'plan', kind: 'householdPlan', label: '一户一策' },
  ],
};
const answers = { pickup: '图书室' };

const matterOf = (world: AccessWorld, name = 'matterId') => ({ matterId: idOf(world, name) });

async function sent(world: AccessWorld, sender: Person, name: string, serviceId: string): Promise<void> {
  const body = { serviceId, answers, contact: { name: '张三' } };
  const receipt = await sender.client.post<MatterReceipt>('/matters', body);
  world.ids.set(name, receipt.id);
  world.ids.set(`${name} number`, receipt.number);
  world.ids.set(`${name} code`, receipt.code);
}

const sendAs =
  (name: string, who: 'member' | 'keeper' = 'member') =>
  (world: AccessWorld): Promise<void> =>
    sent(world, world.people[who], name, idOf(world, 'serviceId'));

/** As it stands in the table: nobody but its person reads a matter that is not taken. */
async function versionOf({ platform }: AccessWorld, matterId: string): Promise<number> {
  const [row] = await rowsOf(platform, 'SELECT version FROM affairs.matter WHERE id = $1', [matterId]);
  return (row as { version: number }).version;
}

const acting =
  (body: unknown = {}, name = 'matterId') =>
  async (world: AccessWorld) => {
    const params = matterOf(world, name);
    return { params, body, ifMatch: await versionOf(world, params.matterId) };
  };

async function decide(world: AccessWorld, handler: Person, name: string, until?: string): Promise<void> {
  const matterId = idOf(world, name);
  const path = `/matters/${matterId}`;
  const taken = await handler.client.post<MatterView>(
    `${path}/take`,
    {},
    {
      ifMatch: await versionOf(world, matterId),
    },
  );
  const body = { outcome: 'issued', reasons: '已制好', ...(until && { holdsUntil: until }) };
  await handler.client.post(`${path}/decide`, body, { ifMatch: taken.version });
}

/** Another officer of the union has proposed a decision, which the keeper confirms. */
const proposed =
  (name: string) =>
  async (world: AccessWorld): Promise<void> => {
    const { platform, network, people } = world;
    const body = { ...definition, name: '困难帮扶', secondPerson: true, unionId: network.near.id };
    const { client } = people.keeper;
    const made = await client.post<ServiceItemView>('/services', body);
    await client.post(`/services/${made.id}/open`, {}, { ifMatch: made.version });
    await sent(world, people.member, name, made.id);
    await decide(world, await makePerson(platform, network, network.near, ['officer']), name);
  };

/** The keeper has decided a matter whose outcome holds until a day. */
async function ending(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const followUp = { months: 3, label: '集体合同期满' };
  const made = await client.post<ServiceItemView>('/services', {
    ...definition,
    name: '集体协商',
    outcomes: [{ id: 'issued', label: '生效', followUp }],
    unionId: world.network.near.id,
  });
  await client.post(`/services/${made.id}/open`, {}, { ifMatch: made.version });
  await sent(world, world.people.member, 'ending', made.id);
  await decide(world, world.people.keeper, 'ending', '2099-12-31');
}

const ofPaper = (world: AccessWorld) => ({
  params: { ...matterOf(world, 'papered'), paperId: idOf(world, 'paperId') },
});

const amount = { amount: '50000', currency: 'CNY' };
const payment = { amount, payees: [{ label: '收款人', name: '张三', account: '6222020200012345678' }] };
const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const chinaToday = (): string => inDays(0);

/** The keeper has decided a matter for which something is paid. */
async function payableAs(world: AccessWorld, name: string): Promise<void> {
  const { client } = world.people.keeper;
  const rule = { name: '住院慰问', pays: { expenseCode: '2.5', most: amount } };
  const made = await client.post<ServiceItemView>('/services', {
    ...definition,
    ...rule,
    unionId: world.network.near.id,
  });
  await client.post(`/services/${made.id}/open`, {}, { ifMatch: made.version });
  await sent(world, world.people.member, name, made.id);
  await decide(world, world.people.keeper, name);
}

const payable = (world: AccessWorld): Promise<void> => payableAs(world, 'paid');

/** Of another one the second instalment is still to come. */
async function inInstalments(world: AccessWorld): Promise<void> {
  await payableAs(world, 'stopped');
  const half = { amount: '25000', currency: 'CNY' };
  const instalments = [chinaToday(), inDays(30)].map((dueOn) => ({ dueOn, amount: half }));
  const path = `/matters/${idOf(world, 'stopped')}/payment-requests`;
  const ifMatch = await versionOf(world, idOf(world, 'stopped'));
  await world.people.keeper.client.post(path, { ...payment, instalments }, { ifMatch });
}

/** Until both services say this of the payment that was asked for last. */
async function paymentIs(world: AccessWorld, state: string): Promise<void> {
  const ofMatter =
    'SELECT id, state FROM affairs.matter_payment WHERE matter_id = $1 ORDER BY id DESC LIMIT 1';
  const ofId = 'SELECT state FROM settlement.matter_payment WHERE id = $1';
  await until(async () => {
    const [asked] = await rowsOf<{ id: string; state: string }>(world.platform, ofMatter, [
      idOf(world, 'paid'),
    ]);
    const [held] = await rowsOf<{ state: string }>(world.platform, ofId, [asked?.id]);
    world.ids.set('matterPaymentId', asked?.id ?? '');
    return asked?.state === state && held?.state === state;
  }, `a payment that is ${state}`);
}

const byCode =
  (more: object = {}) =>
  (world: AccessWorld) => ({
    body: { number: idOf(world, 'followed number'), code: idOf(world, 'followed code'), ...more },
  });

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(32)]).join('');
/** As a sender without a name makes it. */
export const newCode = (): string => [group(), group(), group()].join('-');

/** A service is its union's officers'; a matter is its person's, and whoever's who has it in hand. */
export const affairsRows: readonly AccessRow[] = [
  {
    route: 'POST /services',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: { ...definition, unionId: world.network.near.id } }),
    keep: 'serviceId',
  },
  { route: 'PUT /services/{serviceId}', expected: hidden, request: () => ({ body: definition }) },
  { route: 'POST /services/{serviceId}/open', expected: hidden },
  { route: 'GET /services/{serviceId}', expected: signedIn },
  { route: 'GET /services', expected: signedIn },
  { route: 'GET /public/services/{serviceId}', expected: anybody },
  { route: 'GET /public/services', expected: anybody },
  { route: 'GET /service-templates', expected: [401, 403, 200, 200] },
  { route: 'GET /public/public-notices', expected: anybody },
  { route: 'GET /public/service-figures', expected: anybody, request: () => ({ query: 'year=2026' }) },
  {
    route: 'POST /matters',
    expected: [401, 201, 403, 201],
    request: (world) => ({
      body: { serviceId: idOf(world, 'serviceId'), answers, contact: { name: '张三' } },
    }),
  },
  {
    route: 'POST /anonymous-matters',
    expected: [201, 201, 201, 201],
    request: (world) => ({
      body: {
        id: randomUUID(),
        code: newCode(),
        serviceId: idOf(world, 'serviceId'),
        answers,
      },
    }),
  },
  {
    route: 'POST /entered-matters',
    expected: [401, 404, 404, 201],
    request: (world) => ({
      body: {
        serviceId: idOf(world, 'serviceId'),
        answers,
        contact: { name: '李四' },
        unionId: world.network.near.id,
        source: 'phone',
      },
    }),
  },
  { route: 'GET /me/matters', expected: signedIn },
  { route: 'GET /matters', expected: [401, 403, 200, 200], request: () => ({ query: 'desk=open' }) },
  {
    route: 'GET /matters/{matterId}/handlers',
    expected: hidden,
    before: sendAs('matterId'),
    request: (world) => ({ params: matterOf(world) }),
  },
  { route: 'POST /matters/{matterId}/take', expected: byHandler, request: acting() },
  {
    route: 'GET /matters/{matterId}',
    expected: [401, 200, 404, 200],
    request: (world) => ({ params: matterOf(world) }),
  },
  {
    route: 'POST /matters/{matterId}/assign',
    expected: byHandler,
    request: (world) => acting({ personId: world.people.keeper.personId })(world),
  },
  { route: 'POST /matters/{matterId}/classify', expected: byHandler, request: acting({ topic: 'card' }) },
  {
    route: 'POST /matters/{matterId}/steps/{stepId}',
    expected: byHandler,
    request: async (world) => {
      const writing = await acting({ text: '会员证已核对' })(world);
      return { ...writing, params: { ...writing.params, stepId: 'check' } };
    },
    after: (world, body) => {
      world.ids.set('markId', (body as MatterView).steps[0]?.marks[0]?.id ?? '');
    },
  },
  {
    route: 'POST /matters/{matterId}/step-marks/{markId}/take-back',
    expected: byHandler,
    request: async (world) => {
      const taking = await acting({ reason: '看错了会员证' })(world);
      return { ...taking, params: { ...taking.params, markId: idOf(world, 'markId') } };
    },
  },
  {
    route: 'POST /matters/{matterId}/colleagues',
    expected: byHandler,
    before: async (world) => {
      const { platform, network } = world;
      const colleague = await makePerson(platform, network, network.near, ['officer']);
      world.ids.set('colleagueId', colleague.personId);
    },
    request: (world) => acting({ personId: idOf(world, 'colleagueId') })(world),
  },
  {
    route: 'DELETE /matters/{matterId}/colleagues/{personId}',
    expected: byHandler,
    request: async (world) => {
      const letting = await acting()(world);
      return { ...letting, params: { ...letting.params, personId: idOf(world, 'colleagueId') } };
    },
  },
  {
    route: 'POST /matters/{matterId}/household-persons',
    expected: byHandler,
    before: async (world) => {
      const { platform, network } = world;
      world.ids.set('relativeId', (await makePerson(platform, network, network.near, [])).personId);
    },
    request: (world) => acting({ personId: idOf(world, 'relativeId') })(world),
  },
  {
    route: 'DELETE /matters/{matterId}/household-persons/{personId}',
    expected: byHandler,
    request: async (world) => {
      const removing = await acting()(world);
      return { ...removing, params: { ...removing.params, personId: idOf(world, 'relativeId') } };
    },
  },
  { route: 'POST /matters/{matterId}/note', expected: byHandler, request: acting({ text: '已核实' }) },
  {
    route: 'POST /matters/{matterId}/hold',
    expected: byHandler,
    request: acting({ until: '2099-12-31', reason: '等开庭' }),
  },
  { route: 'POST /matters/{matterId}/resume', expected: byHandler, request: acting() },
  { route: 'POST /matters/{matterId}/ask', expected: byHandler, request: acting({ text: '哪个车间？' }) },
  {
    route: 'POST /matters/{matterId}/reply',
    expected: byPerson,
    why: ofItsPerson,
    request: acting({ text: '三车间' }),
  },
  {
    route: 'POST /matters/{matterId}/decide',
    expected: byHandler,
    request: acting({ outcome: 'issued', reasons: '已制好' }),
  },
  {
    route: 'POST /matters/{matterId}/reopen',
    expected: byPerson,
    why: ofItsPerson,
    request: acting({ reason: '没有领到' }),
  },
  {
    route: 'POST /matters/{matterId}/follow-up',
    expected: byHandler,
    before: ending,
    request: acting({ text: '新一轮要约已送达' }, 'ending'),
  },
  {
    route: 'POST /matters/{matterId}/forward',
    expected: byHandler,
    request: (world) => acting({ unionId: world.network.root.id, reason: '属于总工会职责' })(world),
  },
  {
    route: 'POST /matters/{matterId}/rate',
    expected: byPerson,
    why: ofItsPerson,
    before: async (world) => {
      await sendAs('rated')(world);
      await decide(world, world.people.keeper, 'rated');
    },
    request: acting({ stars: 5 }, 'rated'),
  },
  {
    route: 'POST /matters/{matterId}/withdraw',
    expected: byPerson,
    why: ofItsPerson,
    before: sendAs('withdrawn'),
    request: acting({}, 'withdrawn'),
  },
  {
    route: 'POST /matters/{matterId}/papers',
    expected: [401, 422, 404, 201],
    why: 'the upload is the keeper’s',
    before: async (world) => {
      const { client } = world.people.keeper;
      await sendAs('papered')(world);
      const matterId = idOf(world, 'papered');
      await client.post(`/matters/${matterId}/take`, {}, { ifMatch: await versionOf(world, matterId) });
      world.ids.set('paperFile', (await client.upload('p.png', png, 'image/png')).key);
    },
    request: (world) => ({
      params: matterOf(world, 'papered'),
      body: { fileKey: idOf(world, 'paperFile'), name: '核实照片.png' },
    }),
    after: (world, body) => {
      world.ids.set('paperId', (body as MatterView).papers.at(-1)?.id ?? '');
    },
  },
  {
    route: 'GET /matters/{matterId}/papers/{paperId}/file',
    expected: [401, 200, 404, 200],
    request: ofPaper,
  },
  {
    route: 'DELETE /matters/{matterId}/papers/{paperId}',
    expected: [401, 403, 404, 200],
    request: ofPaper,
  },
  {
    route: 'POST /matters/{matterId}/confirm',
    expected: byHandler,
    before: proposed('confirmed'),
    request: acting({}, 'confirmed'),
  },
  {
    route: 'POST /matters/{matterId}/return',
    expected: byHandler,
    before: proposed('returned'),
    request: acting({ reason: '请写明依据' }, 'returned'),
  },
  { route: 'POST /matters/status', expected: anybody, before: sendAs('followed'), request: byCode() },
  { route: 'POST /matters/status/reply', expected: anybody, request: byCode({ text: '已补充' }) },
  {
    route: 'POST /matters/status/reopen',
    expected: anybody,
    before: (world) => decide(world, world.people.keeper, 'followed'),
    request: byCode({ reason: '没有领到' }),
  },
  {
    route: 'POST /matters/status/rate',
    expected: anybody,
    before: async (world) => {
      const matterId = idOf(world, 'followed');
      const body = { outcome: 'issued', reasons: '已制好' };
      const ifMatch = await versionOf(world, matterId);
      await world.people.keeper.client.post(`/matters/${matterId}/decide`, body, { ifMatch });
    },
    request: byCode({ stars: 4 }),
  },
  {
    route: 'POST /matters/{matterId}/payment-requests',
    expected: [401, 403, 404, 201],
    before: payable,
    request: acting(payment, 'paid'),
  },
  {
    route: 'POST /matters/{matterId}/payment-stops',
    expected: byHandler,
    before: inInstalments,
    request: acting({ reason: '已返乡就业' }, 'stopped'),
  },
  { route: 'GET /matter-payments', expected: signedIn },
  {
    route: 'GET /matter-payments/{matterPaymentId}',
    expected: hidden,
    before: (world) => paymentIs(world, 'asked'),
  },
  { route: 'POST /matter-payments/{matterPaymentId}/approve', expected: hidden, right: 'approver' },
  {
    route: 'GET /matter-payments/{matterPaymentId}/payees',
    expected: hidden,
    before: (world) => paymentIs(world, 'approved'),
  },
  {
    route: 'POST /matter-payments/{matterPaymentId}/paid',
    expected: hidden,
    request: () => ({
      body: { incomeKind: 'dues', bankReference: '20261127-000318', paidOn: chinaToday() },
    }),
  },
  {
    route: 'POST /matter-payments/{matterPaymentId}/returned',
    expected: hidden,
    request: () => ({ body: { reason: '账户已注销', returnedOn: chinaToday() } }),
  },
  {
    route: 'POST /matter-payments/{matterPaymentId}/refuse',
    expected: hidden,
    right: 'approver',
    before: async (world) => {
      await paymentIs(world, 'returned');
      const matterId = idOf(world, 'paid');
      await world.people.keeper.client.post(`/matters/${matterId}/payment-requests`, payment, {
        ifMatch: await versionOf(world, matterId),
      });
      await paymentIs(world, 'asked');
    },
    request: () => ({ body: { reason: '收款账号有误' } }),
  },
  {
    route: 'GET /unions/{unionId}/matter-figures',
    expected: hidden,
    request: (world) => ({ params: { unionId: world.network.near.id }, query: 'year=2026' }),
  },
  {
    route: 'POST /services/{serviceId}/close',
    expected: [401, 403, 403, 200],
    request: () => ({ body: { reason: '图书室搬迁' } }),
  },
];
