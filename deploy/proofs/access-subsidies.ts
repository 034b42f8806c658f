import { newId } from '@gongxiang/domain';
import type { SubsidyApplicationView } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import type { SubsidyProgrammeView } from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { makePerson } from './fixtures.js';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';

/** A programme of the district: the other officer, who stands in another district, never learns of it. */
const below = [401, 200, 404, 200] as const;
const bySides = [401, 404, 404, 200] as const;
const byGiver = [401, 403, 404, 200] as const;

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const line = { title: '场地租金', amount: yuan('60000'), expenseCode: '1.2' };

function programmeOf({ network }: AccessWorld, more: object = {}): object {
  return {
    unionId: network.districts[0].id,
    title: '社区共建补助',
    text: '补助基层工会开展活动。',
    expenseCodes: ['1.2'],
    sizeClasses: [],
    smallFirst: true,
    budget: yuan('1000000'),
    basis: 'graded',
    grades: [{ name: 'A', amount: yuan('200000') }],
    noticeDays: 1,
    reportDays: 30,
    conditions: '专款专用。',
    needsReceipts: true,
    payment: 'bank',
    ...more,
  };
}

function applicationOf(world: AccessWorld): object {
  return {
    programmeId: idOf(world, 'programmeId'),
    unionId: world.network.near.id,
    title: '职工健步走',
    plan: '约120人。',
    useUntil: '2099-12-31',
    requested: yuan('150000'),
    planned: yuan('300000'),
    files: [],
  };
}

async function withFile(world: AccessWorld): Promise<object> {
  const file = await world.people.keeper.client.upload('plan.pdf', `%PDF-1.4 ${newId()}`, 'application/pdf');
  return { ...applicationOf(world), files: [{ name: '方案.pdf', fileKey: file.key, sha256: file.sha256 }] };
}

/** The officer of the district, who has handed nothing in: the operator holds every role at the root. */
const office = (world: AccessWorld) => world.people.operator.client;
const programmePath = (world: AccessWorld): string => `/subsidy-programmes/${idOf(world, 'programmeId')}`;
const applicationPath = (world: AccessWorld): string =>
  `/subsidy-applications/${idOf(world, 'applicationId')}`;
const subsidyPath = (world: AccessWorld): string => `/subsidies/${idOf(world, 'subsidyId')}`;

async function draftAgain(world: AccessWorld, more: object = {}): Promise<void> {
  const { id } = await office(world).post<SubsidyProgrammeView>(
    '/subsidy-programmes',
    programmeOf(world, more),
  );
  world.ids.set('programmeId', id);
}

async function applyAgain(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { id } = await client.post<SubsidyApplicationView>('/subsidy-applications', await withFile(world));
  world.ids.set('applicationId', id);
}

/** From the draft to what is offered, without a notice. */
async function grantAgain(world: AccessWorld, payment = 'bank'): Promise<void> {
  await draftAgain(world, { noticeDays: 0, payment });
  await office(world).decide(`${programmePath(world)}/open`);
  await applyAgain(world);
  await world.people.keeper.client.decide(`${applicationPath(world)}/submit`);
  await office(world).decide(`${programmePath(world)}/stop`);
  const decision = { outcome: 'award', grade: 'A', reason: '方案完整' };
  await office(world).decide(`${applicationPath(world)}/decide`, decision);
  await world.people.approver.client.decide(`${programmePath(world)}/approve`);
  const { subsidyId } = await office(world).get<SubsidyApplicationView>(applicationPath(world));
  world.ids.set('subsidyId', subsidyId ?? '');
}

/** The keeper is finance of both sides, and nobody confirms both. */
async function sentByAnother(world: AccessWorld): Promise<void> {
  await grantAgain(world);
  await world.people.keeper.client.decide(`${subsidyPath(world)}/accept`);
  const { platform, network } = world;
  const payer = await makePerson(platform, network, network.districts[0], ['finance']);
  await payer.client.decide(`${subsidyPath(world)}/confirm-sent`, { bankReference: '20261120-000322' });
}

const programmeRows: readonly AccessRow[] = [
  {
    route: 'POST /subsidy-programmes',
    expected: [401, 404, 404, 201],
    right: 'operator',
    request: (world) => ({ body: programmeOf(world) }),
    keep: 'programmeId',
  },
  { route: 'GET /subsidy-programmes', expected: [401, 200, 200, 200] },
  {
    route: 'PUT /subsidy-programmes/{programmeId}',
    expected: bySides,
    right: 'operator',
    request: async (world) => {
      const { unionId: _unionId, ...body } = programmeOf(world) as { unionId: string };
      return { body, ifMatch: await versionAt(world, programmePath(world), 'operator') };
    },
  },
  { route: 'POST /subsidy-programmes/{programmeId}/open', expected: bySides, right: 'operator' },
  { route: 'GET /subsidy-programmes/{programmeId}', expected: below },
];

const applicationRows: readonly AccessRow[] = [
  {
    route: 'POST /subsidy-applications',
    expected: [401, 404, 404, 201],
    request: async (world) => ({ body: await withFile(world) }),
    keep: 'applicationId',
  },
  { route: 'GET /subsidy-applications', expected: [401, 200, 200, 200] },
  { route: 'GET /subsidy-applications/{applicationId}', expected: bySides },
  {
    route: 'GET /subsidy-applications/{applicationId}/files/{number}',
    expected: bySides,
    request: () => ({ params: { number: '0' } }),
  },
  {
    route: 'PUT /subsidy-applications/{applicationId}',
    expected: bySides,
    request: async (world) => {
      const given = applicationOf(world) as { programmeId: string; unionId: string };
      const { programmeId: _programmeId, unionId: _unionId, ...body } = given;
      return { body, ifMatch: await versionAt(world, applicationPath(world)) };
    },
  },
  { route: 'POST /subsidy-applications/{applicationId}/submit', expected: bySides },
  { route: 'POST /subsidy-applications/{applicationId}/withdraw', expected: bySides },
  {
    route: 'POST /subsidy-programmes/{programmeId}/stop',
    expected: byGiver,
    right: 'operator',
    before: async (world) => {
      await applyAgain(world);
      await world.people.keeper.client.decide(`${applicationPath(world)}/submit`);
    },
  },
  {
    route: 'POST /subsidy-applications/{applicationId}/decide',
    expected: bySides,
    right: 'operator',
    request: () => ({ body: { outcome: 'award', grade: 'A', reason: '方案完整' } }),
  },
];

const noticeRows: readonly AccessRow[] = [
  { route: 'POST /subsidy-programmes/{programmeId}/approve', expected: byGiver, right: 'approver' },
  { route: 'GET /subsidy-programmes/{programmeId}/notice', expected: below },
  {
    route: 'POST /subsidy-programmes/{programmeId}/objections',
    expected: [401, 201, 404, 201],
    request: (world) => ({
      body: { applicationId: idOf(world, 'applicationId'), reason: '去年已获同类补助。' },
    }),
    keep: 'objectionId',
  },
  { route: 'GET /subsidy-programmes/{programmeId}/objections', expected: below },
  {
    route: 'POST /subsidy-programmes/{programmeId}/objections/{objectionId}/answer',
    expected: byGiver,
    right: 'operator',
    request: () => ({ body: { answer: '经核实，未曾获得。', upheld: false } }),
  },
  {
    route: 'POST /subsidy-programmes/{programmeId}/cancel',
    expected: byGiver,
    right: 'operator',
    request: () => ({ body: { reason: '经费预算调整' } }),
  },
  {
    route: 'POST /subsidy-programmes/{programmeId}/reopen',
    expected: byGiver,
    right: 'operator',
    before: (world) => grantAgain(world),
  },
];

const givenRows: readonly AccessRow[] = [
  { route: 'GET /subsidies', expected: [401, 200, 200, 200] },
  { route: 'GET /subsidies/{subsidyId}', expected: bySides },
  {
    route: 'POST /subsidies/{subsidyId}/decline',
    expected: bySides,
    request: () => ({ body: { reason: '活动已取消' } }),
  },
  { route: 'POST /subsidies/{subsidyId}/accept', expected: bySides, before: (world) => grantAgain(world) },
  {
    route: 'POST /subsidies/{subsidyId}/confirm-sent',
    expected: bySides,
    request: () => ({ body: { bankReference: '20261120-000321' } }),
  },
  { route: 'POST /subsidies/{subsidyId}/confirm-received', expected: bySides, before: sentByAnother },
  {
    route: 'POST /subsidies/{subsidyId}/report',
    expected: bySides,
    request: async (world) => {
      const { client } = world.people.keeper;
      const file = await client.upload('r.pdf', `%PDF-1.4 ${newId()}`, 'application/pdf');
      const receipt = { name: '场地发票.pdf', fileKey: file.key, sha256: file.sha256 };
      return { body: { text: '活动如期举行。', lines: [{ ...line, receipt }] } };
    },
  },
  {
    route: 'GET /subsidies/{subsidyId}/receipts/{number}',
    expected: bySides,
    request: () => ({ params: { number: '0' } }),
  },
  {
    route: 'POST /subsidies/{subsidyId}/return-report',
    expected: bySides,
    right: 'operator',
    request: () => ({ body: { reason: '缺少明细' } }),
  },
  {
    route: 'POST /subsidies/{subsidyId}/accept-report',
    expected: bySides,
    right: 'operator',
    before: (world) =>
      world.people.keeper.client.decide(`${subsidyPath(world)}/report`, { text: '已补充明细。', lines: [] }),
  },
  {
    route: 'POST /subsidies/{subsidyId}/claw-back',
    expected: bySides,
    right: 'approver',
    request: () => ({ body: { reason: '活动结余' } }),
  },
];

/** Money from a tier above: from the programme of a district to what goes back. */
export const subsidyRows: readonly AccessRow[] = [
  ...programmeRows,
  ...applicationRows,
  ...noticeRows,
  ...givenRows,
];
