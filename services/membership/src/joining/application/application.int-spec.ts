import {
  applicationContract as contract,
  type ApplicationStatusView,
  type ApplicationSummaryView,
  consentVersion,
} from '@gongxiang/contracts/membership/joining/application.contract';
import { joiningPolicyContract } from '@gongxiang/contracts/membership/joining/joining-policy.contract';
import { activationContract } from '@gongxiang/contracts/membership/members/activation.contract';
import { entryCodeContract } from '@gongxiang/contracts/membership/members/entry-code.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { transferContract } from '@gongxiang/contracts/membership/members/transfer.contract';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import { type Actor, dayMs, minuteMs, newId, rootPath } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  noticesTo,
  plantPassword,
  plantPerson,
  plantRole,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import { codesTo, wordsTo } from '../../access/text-message/text-message.fixture.js';
import { EnterpriseRow } from '../../unions/union/enterprise.entity.js';
import { UnionRow } from '../../unions/union/union.entity.js';
import { keptDays } from './application.model.js';
import { applicantOf, apply, codeFor, rider } from '../joining.fixture.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let street: UnionRow;
let firm: UnionRow;
let officers: Record<'root' | 'left' | 'right' | 'street' | 'firm', Actor>;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  const { root, left } = trees;
  const { manager } = membership.dataSource;
  street = {
    ...left,
    id: newId(),
    parentId: left.id,
    path: '1.1.1.',
    name: '钢花村街道总工会',
    tier: 'street',
  };
  street = { ...street, longitude: 114.42, latitude: 30.62, address: '青山区钢花村' };
  const enterprise = { id: newId(), version: 1, name: '武汉顺达速运有限公司', uscc: '91420106MA4PRTTF0X' };
  await manager.insert(UnionRow, street);
  await manager.insert(EnterpriseRow, {
    ...enterprise,
    usccCheck: 'passed',
    usccEvidence: null,
    sector: null,
    employees: null,
    revenueWan: null,
    assetsWan: null,
    sizeClass: 'unclassified',
    sizeBasis: [],
    keeperUnionId: left.id,
    active: true,
    createdAt: membership.clock.now(),
  });
  firm = {
    ...street,
    id: newId(),
    parentId: street.id,
    path: '1.1.1.1.',
    name: '顺达速运工会',
    tier: 'enterprise',
  };
  firm = { ...firm, enterpriseId: enterprise.id, longitude: null, latitude: null, address: null };
  await manager.insert(UnionRow, firm);
  const officer = async ({ id, path }: UnionRow): Promise<Actor> =>
    actorWith({
      personId: await plantPerson(membership),
      unionId: id,
      unionPath: path,
      roles: [['officer', id, path]],
    });
  officers = {
    root: await officer(root),
    left: await officer(left),
    right: await officer(trees.right),
    street: await officer(street),
    firm: await officer(firm),
  };
});

afterAll(() => membership.stop());

/** What an applicant was told by text message. */
const toldTo = (n: number) => wordsTo(membership, applicantOf(n).phone);

const atStreet = () => ({ ...rider, areaUnionId: street.id });
const atFirm = (part: object = {}) =>
  ({ kind: 'enterprise', enterpriseId: firm.enterpriseId, ...part }) as const;

/** The application as an officer finds it by its number; null if they do not see it. */
async function found(number: string, actor: Actor): Promise<ApplicationSummaryView | null> {
  const { items } = await membership.ask(contract.list, { q: number }, actor);
  return items[0] ?? null;
}

async function idOf({ number }: ApplicationStatusView, actor = officers.root): Promise<string> {
  const one = await found(number, actor);
  if (one === null) throw new Error(`${number} is not in the list`);
  return one.id;
}

async function decide(status: ApplicationStatusView, actor: Actor, decision: object = { decision: 'admit' }) {
  const applicationId = await idOf(status);
  return membership.ask(contract.decide, { applicationId, decision: 'admit', ...decision }, actor);
}

async function again(status: ApplicationStatusView, phone: string): Promise<ApplicationStatusView> {
  const code = await codeFor(membership, phone);
  return membership.ask(contract.status, { number: status.number, code }, null);
}

describe('the code that proves a phone', () => {
  it('gets the same answer whether or not it is sent, and no more than one a minute', async () => {
    const phone = '13600000001';
    const ask = () => membership.ask(contract.requestCode, { phone }, null);
    expect(await ask()).toEqual({ done: true });
    expect(await ask()).toEqual({ done: true });
    expect(await codesTo(membership, phone, 'application')).toHaveLength(1);
  });

  it('E124: is not sent to a phone more than five times a day, nor from an address without end', async () => {
    const phone = '13600000002';
    for (let n = 0; n < 7; n += 1) {
      membership.clock.advance(61_000);
      await membership.ask(contract.requestCode, { phone }, null);
    }
    expect(await codesTo(membership, phone, 'application')).toHaveLength(5);
    const from = '203.0.113.9';
    await membership.dataSource.query(
      `INSERT INTO entry_request (origin, hour, asked) VALUES ($1, date_trunc('hour', $2::timestamptz), 300)`,
      [`code:${from}`, membership.clock.now()],
    );
    await expect(
      membership.ask(contract.requestCode, { phone: '13600000003' }, null, { from }),
    ).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('is wrong after five tries, and a wrong one sends nothing', async () => {
    const applicant = applicantOf(1);
    const right = await codeFor(membership, applicant.phone);
    const wrong = right === '000000' ? '000001' : '000000';
    const send = (code: string) =>
      membership.ask(contract.send, { ...applicant, code, workplace: atStreet(), consentVersion }, null);
    for (let n = 0; n < 5; n += 1)
      await expect(send(wrong)).rejects.toMatchObject({ code: 'CODE_WRONG', errors: [{ pointer: '/code' }] });
    await expect(send(right)).rejects.toMatchObject({ code: 'CODE_WRONG' });
  });
});

describe('the way that is shown before sending', () => {
  const route = (workplace: object) =>
    membership.ask(contract.route, { workplace: workplace as never }, null);
  const namesOf = async (workplace: object): Promise<string[]> =>
    (await route(workplace)).steps.map(({ unionName }) => unionName);

  it('begins at the union of the enterprise, or above it where the employer shall not know', async () => {
    expect(await namesOf(atFirm())).toEqual([firm.name, street.name, trees.root.name]);
    expect(await namesOf(atFirm({ employerHidden: true }))).toEqual([street.name, trees.root.name]);
  });

  it('leads a rider to the nearest street, by place or by position', async () => {
    expect((await namesOf(atStreet()))[0]).toBe(street.name);
    expect((await namesOf({ ...rider, longitude: 114.43, latitude: 30.61 }))[0]).toBe(street.name);
    expect(await namesOf({ ...rider, longitude: 87.6, latitude: 43.8 })).toEqual([trees.root.name]);
  });

  it('leads who works in a line to its sector union, unless they would rather be with the union of the place', async () => {
    const lines = (workLines: string[], actor = officers.right) =>
      membership.ask(
        joiningPolicyContract.change,
        { unionId: trees.right.id, acceptsDirectMembers: false, workLines: workLines as never },
        actor,
      );
    await expect(lines(['deliveryRider'], officers.street)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await lines(['deliveryRider', 'courier'])).toMatchObject({
      workLines: ['deliveryRider', 'courier'],
    });
    expect(await route(atStreet())).toMatchObject({
      workLine: 'deliveryRider',
      byPlace: { unionName: street.name },
      steps: [{ unionName: trees.right.name }, { unionName: trees.root.name }],
    });
    expect(await route({ ...atStreet(), bySector: false })).toMatchObject({
      workLine: null,
      byPlace: null,
      steps: [{ unionName: street.name }, { unionName: trees.root.name }],
    });
    expect((await namesOf({ ...atStreet(), work: '自由撰稿人' }))[0]).toBe(street.name);
    // What is left out of a change stays.
    const policy = { unionId: trees.right.id, acceptsDirectMembers: true };
    expect(await membership.ask(joiningPolicyContract.change, policy, officers.right)).toMatchObject({
      workLines: ['deliveryRider', 'courier'],
    });
    await lines([]);
    expect((await namesOf(atStreet()))[0]).toBe(street.name);
  });

  it('names the deadline, which the root sets for all', async () => {
    // 2026-11-20 is a Friday; the third working day after it is the Wednesday.
    membership.clock.set('2026-11-20T09:00:00+08:00');
    expect(await route(atStreet())).toMatchObject({ workingDays: 3, dueAt: '2026-11-25T15:59:59.000Z' });
    const policy = { unionId: trees.root.id, acceptsDirectMembers: true, workingDays: 5 };
    await membership.ask(joiningPolicyContract.change, policy, officers.root);
    expect(await route(atStreet())).toMatchObject({ workingDays: 5, dueAt: '2026-11-27T15:59:59.000Z' });
    await membership.ask(joiningPolicyContract.change, { ...policy, workingDays: 3 }, officers.root);
    const elsewhere = { ...policy, unionId: street.id };
    await expect(
      membership.ask(joiningPolicyContract.change, elsewhere, officers.street),
    ).rejects.toMatchObject({ code: 'JOINING_DEADLINE_OF_ROOT' });
  });

  it.each([
    [{ kind: 'enterprise' }, 'APPLICATION_EMPLOYER', '/workplace/enterpriseId'],
    [{ kind: 'notHere', place: '钢花村' }, 'APPLICATION_EMPLOYER', '/workplace/enterpriseName'],
    [{ kind: 'none', place: '钢花村' }, 'APPLICATION_WORK', '/workplace/work'],
    [{ kind: 'noUnion', enterpriseName: '小店' }, 'APPLICATION_PLACE', '/workplace/place'],
  ])('asks at the field for what is missing: %j', async (workplace, code, pointer) => {
    await expect(route(workplace)).rejects.toMatchObject({ code, errors: [{ pointer }] });
  });
});

describe('the public search', () => {
  it('E121: shows name, masked code and place of an enterprise, and nothing else', async () => {
    const { items } = await membership.ask(contract.findEnterprises, { q: '顺达' }, null);
    expect(items).toEqual([
      {
        id: firm.enterpriseId,
        name: '武汉顺达速运有限公司',
        maskedCode: '9142****0X',
        area: street.name,
        hasUnion: true,
      },
    ]);
    const byCode = await membership.ask(contract.findEnterprises, { q: '91420106ma4prttf0x' }, null);
    expect(byCode.items).toHaveLength(1);
    expect((await membership.ask(contract.findEnterprises, { q: '91420106MA' }, null)).items).toEqual([]);
  });

  it('finds unions that take members directly, the nearest first', async () => {
    const near = await membership.ask(contract.findPlaces, { longitude: 114.43, latitude: 30.61 }, null);
    expect(near.items.map(({ unionName, km }) => [unionName, km])).toEqual([[street.name, 1.5]]);
    const named = await membership.ask(contract.findPlaces, { q: '钢花' }, null);
    expect(named.items).toMatchObject([{ unionId: street.id, parentName: trees.left.name, km: null }]);
  });
});

describe('an application', () => {
  it('is sent once however often it is sent, and is read by its number and a code', async () => {
    const first = await apply(membership, 10, atStreet());
    expect(first).toMatchObject({
      state: 'waiting',
      name: '王小骑',
      maskedPhone: '137****1010',
      unionName: street.name,
      next: [{ unionName: trees.root.name }],
    });
    expect((await apply(membership, 10, atStreet())).number).toBe(first.number);
    expect(await again(first, applicantOf(10).phone)).toMatchObject({ number: first.number });
    const wrong = { number: first.number, code: '000000' };
    await expect(membership.ask(contract.status, wrong, null)).rejects.toMatchObject({
      code: 'APPLICATION_NOT_FOUND',
    });
    await expect(
      membership.ask(contract.status, { number: '20261120-NOBODY22', code: '000000' }, null),
    ).rejects.toMatchObject({ code: 'APPLICATION_NOT_FOUND' });
    const forged = { number: first.number, ticket: `${Date.now() * 2}.x` };
    await expect(membership.ask(contract.status, forged, null)).rejects.toMatchObject({
      code: 'APPLICATION_NOT_FOUND',
    });
  });

  it.each([
    [
      'E109: whose number fails the check',
      { residentNumber: '111111111111111111' },
      'RESIDENT_NUMBER_CHECK_CHARACTER',
    ],
    ['E112: whose number has 15 digits', { residentNumber: '110105491231002' }, 'RESIDENT_NUMBER_FIFTEEN'],
    ['whose name has characters that no name has', { name: '王??' }, 'NAME_CHARACTERS'],
  ])('%s is refused at the field', async (_name, part, code) => {
    await expect(apply(membership, 11, atStreet(), part)).rejects.toMatchObject({
      code,
      errors: [{ pointer: `/${Object.keys(part)[0]}` }],
    });
  });

  it('E111, E113: takes a small x and names with dots', async () => {
    const number = Array.from({ length: 400 }, (_one, n) => residentNumber(n + 500)).find((one) =>
      one.endsWith('X'),
    );
    const part = { name: '买买提•艾力', residentNumber: number?.toLowerCase() };
    const sent = await apply(membership, 12, atStreet(), part);
    expect(sent).toMatchObject({ name: '买买提·艾力', state: 'waiting' });
    expect(sent.maskedResidentNumber).toMatch(/X$/);
  });

  it('is admitted by an officer of the union that has it; the person activates with a code to that phone', async () => {
    const sent = await apply(membership, 13, atStreet());
    for (const actor of [officers.root, officers.left])
      await expect(decide(sent, actor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(decide(sent, officers.right)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const admitted = await decide(sent, officers.street, { employmentKind: 'newForm' });
    expect(admitted).toMatchObject({ state: 'admitted', unionId: street.id, dueAt: null });
    const memberId = admitted.memberId ?? '';
    expect(await membership.ask(memberContract.get, { memberId }, officers.street)).toMatchObject({
      state: 'imported',
      unionId: street.id,
      employmentKind: 'newForm',
    });
    const { name, residentNumber: number, phone } = applicantOf(13);
    const claim = { name, residentNumber: number };
    await membership.ask(entryCodeContract.request, { purpose: 'activation', ...claim }, null);
    const code = await eventually(async () => {
      const sentCode = (await codesTo(membership, phone, 'activation')).at(-1);
      expect(sentCode).toBeDefined();
      return sentCode ?? '';
    });
    const signedIn = await membership.ask(
      activationContract.create,
      { ...claim, code, password: 'long enough for anybody' },
      null,
    );
    expect(signedIn.accessToken).toBeTruthy();
    await expect(decide(sent, officers.street)).rejects.toMatchObject({ code: 'APPLICATION_NOT_WAITING' });
  });

  it('is decided as its officer last saw it', async () => {
    const applicationId = await idOf(await apply(membership, 14, atStreet()));
    const request = { applicationId, decision: 'admit' } as const;
    await expect(
      membership.ask(contract.decide, request, officers.street, { ifMatch: 7 }),
    ).rejects.toMatchObject({ code: 'VERSION_STALE' });
  });

  it('E104: of a rider whose street is silent for three working days goes up, is admitted above and transferred later, with one membership at a time', async () => {
    const sent = await apply(membership, 15, atStreet());
    await staySilentAndExpectRoot(sent);
    await expect(decide(sent, officers.street)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const admitted = await decide(sent, officers.root);
    // Into its own local union, and not over the head of the street into that.
    expect(admitted).toMatchObject({ state: 'admitted', unionId: trees.root.id });
    expect(admitted.turns.map(({ unionName, kind, outcome }) => [unionName, kind, outcome])).toEqual([
      [street.name, 'sent', 'escalated'],
      [trees.root.name, 'escalated', 'admitted'],
    ]);
    const statistics = await membership.ask(contract.statistics, { unionId: street.id }, officers.street);
    expect(statistics.escalated).toBeGreaterThan(0);
    expect(statistics.withinDeadline).toBeLessThan(1);

    const { personId } = await membership.ask(
      memberContract.get,
      { memberId: admitted.memberId ?? '' },
      officers.root,
    );
    expect(await openMembershipsOf(personId)).toEqual([trees.root.id]);
    const self = actorWith({ personId, unionId: trees.root.id, unionPath: trees.root.path });
    const { id: transferId } = await membership.ask(transferContract.create, { toUnionId: street.id }, self);
    await membership.ask(transferContract.agree, { transferId }, officers.street);
    expect(await openMembershipsOf(personId)).toEqual([trees.root.id]);
    const moved = await membership.ask(transferContract.agree, { transferId }, officers.root);
    expect(moved.state).toBe('done');
    expect(await openMembershipsOf(personId)).toEqual([street.id]);
  });

  async function openMembershipsOf(personId: string): Promise<string[]> {
    const rows: { unionId: string }[] = await membership.dataSource.query(
      `SELECT union_id AS "unionId" FROM union_membership WHERE person_id = $1 AND state <> 'ended'`,
      [personId],
    );
    return rows.map(({ unionId }) => unionId);
  }

  async function staySilentAndExpectRoot(sent: ApplicationStatusView): Promise<void> {
    membership.clock.set(new Date(new Date(sent.dueAt ?? '').getTime() + 1));
    await eventually(async () => {
      expect((await found(sent.number, officers.root))?.unionName).toBe(trees.root.name);
    });
  }

  it('is refused with a reason that the applicant reads, and goes above by one appeal', async () => {
    const sent = await apply(membership, 16, atStreet());
    await expect(decide(sent, officers.street, { decision: 'refuse' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    const reason = '请先提供工作证明';
    await decide(sent, officers.street, { decision: 'refuse', reason });
    const refused = await again(sent, applicantOf(16).phone);
    expect(refused).toMatchObject({ state: 'refused', turns: [{ outcome: 'refused', reason }] });
    expect(refused.appealUntil).not.toBeNull();
    const appeal = { number: sent.number, ticket: refused.ticket, reason: '我每天在这里接单' };
    const appealed = await membership.ask(contract.appeal, appeal, null);
    expect(appealed).toMatchObject({ state: 'waiting', unionName: trees.root.name, next: [] });
    await decide(sent, officers.root, { decision: 'refuse', reason: '同上' });
    const last = { ...appeal, ticket: appealed.ticket };
    await expect(membership.ask(contract.appeal, last, null)).rejects.toMatchObject({
      code: 'APPLICATION_NO_APPEAL',
    });
  });

  it('is forwarded by hand with a reason, to a union that takes members', async () => {
    const sent = await apply(membership, 17, atStreet());
    const applicationId = await idOf(sent);
    const to = (unionId: string) =>
      membership.ask(contract.forward, { applicationId, unionId, reason: '在贵处接单' }, officers.street);
    await expect(to(street.id)).rejects.toMatchObject({ code: 'APPLICATION_OTHER_UNION' });
    await expect(to(trees.right.id)).rejects.toMatchObject({ code: 'APPLICATION_UNION_CLOSED' });
    const policy = { unionId: trees.right.id, acceptsDirectMembers: true };
    await membership.ask(joiningPolicyContract.change, policy, officers.right);
    expect(await to(trees.right.id)).toMatchObject({ unionName: trees.right.name, turnKind: 'forwarded' });
    expect(await found(sent.number, officers.street)).toBeNull();
    membership.clock.advance(90 * minuteMs);
    expect(await decide(sent, officers.right)).toMatchObject({ state: 'admitted' });
    // One application came to it, and was admitted an hour and a half later.
    const unionId = trees.right.id;
    expect(await membership.ask(contract.statistics, { unionId }, officers.right)).toEqual({
      received: 1,
      decided: 1,
      escalated: 0,
      waiting: 0,
      overdue: 0,
      medianHours: 1.5,
      withinDeadline: 1,
    });
    await expect(membership.ask(contract.statistics, { unionId }, officers.street)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('E117: is seen by nobody of an employer that shall not know', async () => {
    const open = await apply(membership, 18, atFirm());
    expect(await found(open.number, officers.firm)).toMatchObject({ mayDecide: true });
    const hidden = await apply(membership, 19, atFirm({ employerHidden: true }));
    expect(hidden.unionName).toBe(street.name);
    expect(await found(hidden.number, officers.firm)).toBeNull();
    // An officer above who belongs to the enterprise does not see it either.
    const colleague = { ...officers.street, unionId: firm.id, unionPath: firm.path };
    expect(await found(hidden.number, colleague)).toBeNull();
    const applicationId = await idOf(hidden);
    await expect(membership.ask(contract.get, { applicationId }, colleague)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      membership.ask(
        contract.forward,
        { applicationId, unionId: firm.id, reason: '转给单位' },
        officers.street,
      ),
    ).rejects.toMatchObject({ code: 'APPLICATION_HIDDEN_UNION' });
    expect(await decide(hidden, officers.street)).toMatchObject({ unionId: street.id, state: 'admitted' });
  });

  it('E95: shows people on record who may be the applicant, with reasons, and guesses none', async () => {
    const { name, phone } = applicantOf(20);
    const other = { name, phone, residentNumber: residentNumber(21) };
    await membership.ask(memberContract.create, { unionId: street.id, ...other }, officers.street);
    const sent = await apply(membership, 20, atStreet());
    const applicationId = await idOf(sent);
    const seen = await membership.ask(contract.get, { applicationId }, officers.street);
    const reasonsOf = seen.candidates.map(({ reasons }) => reasons.map(({ reason }) => reason));
    expect(reasonsOf[0]).toEqual(expect.arrayContaining(['samePhone', 'sameName']));
    expect(await decide(sent, officers.street)).toMatchObject({ state: 'admitted' });
  });

  it('E104: admits nobody twice: the officer learns that a transfer is needed, the applicant by the phone on record', async () => {
    const member = applicantOf(22);
    await membership.ask(memberContract.create, { unionId: trees.right.id, ...member }, officers.right);
    const own = await apply(membership, 22, atStreet());
    expect(await decide(own, officers.street)).toMatchObject({
      state: 'transfer',
      memberId: null,
      candidates: [],
    });
    expect(await again(own, member.phone)).toMatchObject({ state: 'transfer' });
    // Somebody else with that name and number, and a phone of their own, does not learn it.
    const phone = '13699990022';
    const stranger = await apply(membership, 22, atStreet(), { phone });
    await decide(stranger, officers.street);
    const told = await again(stranger, phone);
    expect(told).toMatchObject({ state: 'refused', turns: [{ outcome: 'refused', reason: null }] });
  });

  it('is withdrawn by the applicant, and its personal values are deleted after half a year', async () => {
    const sent = await apply(membership, 23, atStreet());
    const { number, ticket } = sent;
    expect(await membership.ask(contract.withdraw, { number, ticket }, null)).toMatchObject({
      state: 'withdrawn',
    });
    const id = await idOf(sent);
    membership.clock.advance(keptDays * dayMs + 1);
    await eventually(async () => {
      const [row] = (await membership.dataSource.query('SELECT * FROM application WHERE id = $1', [id])) as [
        Record<string, unknown>,
      ];
      for (const field of [
        'name',
        'name_hash',
        'resident_number',
        'resident_number_hash',
        'phone',
        'workplace',
      ])
        expect([field, row[field]]).toEqual([field, null]);
    });
  });

  it('leaves no personal value in the audit trail, in events or in stored answers', async () => {
    const auditor = actorWith({ roles: [['auditor', newId(), rootPath]] });
    const trail = await membership.ask(
      operationsContract('membership').listAudit,
      { noun: 'application', limit: 200 },
      auditor,
    );
    expect(trail.items.length).toBeGreaterThan(20);
    const events: unknown[] = await membership.dataSource.query('SELECT envelope FROM outbox');
    const answers: unknown[] = await membership.dataSource.query('SELECT * FROM idempotency');
    const text = JSON.stringify([trail, events, answers]);
    for (const value of ['王小骑', '13700001013', residentNumber(13), '外卖骑手', '工作证明'])
      expect(text).not.toContain(value);
  });
});

describe('whom an application waits for', () => {
  const awaits = (id: string, ...kinds: readonly string[]) =>
    untilAwaits(membership, 'membership', id, kinds);
  const office = ({ id }: UnionRow, exceptIds: readonly string[] = []) =>
    // Nobody above decides over its head.
    ({ roles: ['officer'], unionIds: [id], isNearest: false, exceptIds });

  it('is the union that has it: the first, the one above after its silence, and nobody once it is decided', async () => {
    const sent = await apply(membership, 60, atStreet());
    const id = await idOf(sent);
    const [first] = await awaits(id, 'applicationReceived');
    expect(first).toMatchObject({
      why: 'decidesHere',
      title: null,
      personIds: [],
      offices: office(street),
      slot: street.id,
      values: { turn: 'sent', at: sent.dueAt },
      dueAt: sent.dueAt,
    });
    membership.clock.set(new Date(new Date(sent.dueAt ?? '').getTime() + 1));
    await eventually(async () => {
      const [escalated] = await awaits(id, 'applicationReceived');
      expect(escalated).toMatchObject({ offices: office(trees.root), values: { turn: 'escalated' } });
    });
    await decide(sent, officers.root, { decision: 'refuse', reason: '请先提供工作证明' });
    await awaits(id);
  });

  it('E117: is no officer who belongs to an employer that shall not know', async () => {
    const spy = await plantPerson(membership);
    await plantRole(membership, { personId: spy, unionId: street.id, role: 'officer' });
    await plantRole(membership, { personId: spy, unionId: firm.id, role: 'organiser' });
    const hidden = await apply(membership, 61, atFirm({ employerHidden: true }));
    const id = await idOf(hidden);
    const [awaited] = await awaits(id, 'applicationReceived');
    expect(awaited?.offices).toEqual(office(street, [spy]));
    await membership.ask(contract.withdraw, { number: hidden.number, ticket: hidden.ticket }, null);
    await awaits(id);
  });
});

describe('an applicant, who has no account', () => {
  it('hears once that they are admitted, in the language in which they applied, and where to go on', async () => {
    const n = 81;
    const applicant = applicantOf(n);
    const code = await codeFor(membership, applicant.phone);
    const request = { ...applicant, code, workplace: atStreet(), consentVersion };
    const status = await membership.ask(contract.send, request, null, { locale: 'en' });
    expect(await toldTo(n)).toEqual([]);
    await decide(status, officers.street);
    expect(await toldTo(n)).toEqual([
      {
        phone: applicant.phone,
        locale: 'en',
        kind: 'applicationAdmitted',
        values: { number: status.number, union: street.name, link: '/activate' },
      },
    ]);
  });

  it('who has one all the same is told there, too', async () => {
    const n = 82;
    await decide(await apply(membership, n, atStreet()), officers.street);
    const rows: { id: string }[] = await membership.dataSource.query(
      `SELECT m.person_id AS id FROM application a JOIN union_membership m ON m.id = a.membership_id
       ORDER BY a.decided_at DESC LIMIT 1`,
    );
    const personId = rows[0]?.id ?? '';
    expect(await noticesTo(membership, personId, 'applicationAdmitted')).toEqual([]);
    await plantPassword(membership, personId);
    await decide(await apply(membership, n, atStreet()), officers.street);
    const [first, second] = await toldTo(n);
    expect([first?.values['link'], second?.values['link']]).toEqual(['/activate', '/sign-in']);
    expect(await noticesTo(membership, personId, 'applicationAdmitted')).toMatchObject([
      { title: street.name, values: { partyName: street.name } },
    ]);
  });

  it('hears of a refusal without its reason, and until when they may appeal', async () => {
    const n = 83;
    const status = await apply(membership, n, atStreet());
    const refused = { decision: 'refuse', reason: '材料不齐，请补劳动合同' };
    await decide(status, officers.street, refused);
    const day = new Date(membership.clock.now().getTime() + 29 * dayMs + 8 * 3_600_000);
    const told = await toldTo(n);
    expect(told).toMatchObject([
      {
        kind: 'applicationRefused',
        values: {
          day: day.toISOString().slice(0, 10),
          number: status.number,
          link: `/join/status?number=${status.number}`,
        },
      },
    ]);
    const { name, residentNumber: number } = applicantOf(n);
    for (const secret of [name, number, refused.reason]) expect(JSON.stringify(told)).not.toContain(secret);
  });

  it('hears where it went by silence or by hand, and not of their own appeal or withdrawal', async () => {
    const n = 84;
    const status = await apply(membership, n, atStreet());
    const applicationId = await idOf(status);
    const forwarded = { applicationId, unionId: firm.id, reason: '属于该企业' };
    await membership.ask(contract.forward, forwarded, officers.street);
    membership.clock.advance(10 * dayMs);
    await eventually(async () => expect(await toldTo(n)).toHaveLength(2));
    const [byHand, bySilence] = await toldTo(n);
    expect(byHand).toMatchObject({ kind: 'applicationMoved', values: { union: firm.name } });
    expect(bySilence).toMatchObject({ kind: 'applicationMoved', values: { union: street.name } });
    const seen = await again(status, applicantOf(n).phone);
    await membership.ask(contract.withdraw, { number: seen.number, ticket: seen.ticket }, null);
    expect(await toldTo(n)).toHaveLength(2);
  });

  it('whose number belongs to a member of another union learns that by the phone on record alone', async () => {
    const [known, stranger] = [85, 86];
    const { name, residentNumber: number, phone } = applicantOf(known);
    const entry = { unionId: trees.right.id, name, residentNumber: number, phone };
    await membership.ask(memberContract.create, entry, officers.right);
    const bySomebody = { residentNumber: number, phone: applicantOf(stranger).phone };
    await decide(await apply(membership, stranger, atStreet(), bySomebody), officers.street);
    await decide(await apply(membership, known, atStreet()), officers.street);
    expect(await toldTo(known)).toMatchObject([{ kind: 'applicationNeedsTransfer' }]);
    const [guessed] = await toldTo(stranger);
    expect(guessed?.kind).toBe('applicationRefused');
    expect(guessed?.values).not.toHaveProperty('day');
  });
});
