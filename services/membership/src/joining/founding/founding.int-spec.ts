import {
  foundingContract as contract,
  type DecideFounding,
  type FoundingStatusView,
  type FoundingView,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { committeeContract } from '@gongxiang/contracts/membership/members/committee.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { transferContract } from '@gongxiang/contracts/membership/members/transfer.contract';
import { enterpriseContract } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import { filingStatisticsContract } from '@gongxiang/contracts/membership/unions/filing-statistics.contract';
import { pendingChangeContract } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import { type Actor, dayMs, minuteMs, newId, rootPath, shanghaiDate } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantPerson, plantUnions, residentNumber, startMembership } from '../../membership.fixture.js';
import { wordsTo } from '../../access/text-message/text-message.fixture.js';
import { UnionRow } from '../../unions/union/union.entity.js';
import { keptDays } from '../application/application.model.js';
import { codeFor, enterpriseCode, fileFounding, filingOf } from '../joining.fixture.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let street: UnionRow;
let officers: Record<'root' | 'left' | 'right' | 'street', Actor>;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  const { root, left, right } = trees;
  street = {
    ...left,
    id: newId(),
    parentId: left.id,
    path: '1.1.1.',
    name: '钢花村街道总工会',
    tier: 'street',
  };
  await membership.dataSource.manager.insert(UnionRow, street);
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
    right: await officer(right),
    street: await officer(street),
  };
});

afterAll(() => membership.stop());

const atStreet = () => ({ areaUnionId: street.id });
const chairPhone = '13722220000';

async function idOf({ number }: FoundingStatusView, actor = officers.root): Promise<string> {
  const { items } = await membership.ask(contract.list, { q: number }, actor);
  if (items[0] === undefined) throw new Error(`${number} is not in the list`);
  return items[0].id;
}

async function decide(
  status: FoundingStatusView,
  decision: Omit<DecideFounding, 'foundingId'>,
  actor = officers.street,
): Promise<FoundingView> {
  return membership.ask(contract.decide, { foundingId: await idOf(status), ...decision }, actor);
}

const approval = { decision: 'approve', approvalNumber: '青工建〔2026〕18号' } as const;

/** As the contact reads it, with a code of now. */
async function again({ number }: FoundingStatusView, n: number): Promise<FoundingStatusView> {
  const code = await codeFor(membership, filingOf(n).phone);
  return membership.ask(contract.status, { number, code }, null);
}

/** Records that the first four candidates were elected, and the n-th person their chair. */
async function elect(
  { number, ticket }: FoundingStatusView,
  n: number,
  part: object = {},
): Promise<FoundingStatusView> {
  const election = {
    number,
    ticket,
    heldOn: shanghaiDate(membership.clock.now()),
    entitled: 8,
    present: 7,
    elected: [1, 2, 3, 4].map((candidate) => ({ candidate })),
    residentNumber: residentNumber(n),
    phone: chairPhone,
    ...part,
  };
  return membership.ask(contract.recordElection, election, null);
}

describe('a preview', () => {
  it('shows which unions decide, the size class, and that a failing code is no obstacle', async () => {
    const { enterpriseName, uscc, place } = filingOf(1);
    const figures = { employees: 12, sector: 'catering', revenueWan: 90 } as const;
    const asked = { enterpriseName, uscc, place, ...atStreet(), ...figures };
    const seen = await membership.ask(contract.preview, asked, null);
    expect(seen.steps.map(({ unionName }) => unionName)).toEqual([street.name, trees.root.name]);
    // Catering: 12 employees ≥ 10 small, 90 万元 < 100 small: micro.
    expect(seen).toMatchObject({ workingDays: 15, sizeClass: 'micro', usccCheck: 'passed' });
    const last = uscc.endsWith('0') ? '1' : '0';
    const failing = `${uscc.slice(0, 17)}${last}`;
    expect(await membership.ask(contract.preview, { ...asked, uscc: failing }, null)).toMatchObject({
      usccCheck: 'failed',
    });
  });

  it.each([
    [{ uscc: '914201' }, 'USCC_FORMAT'],
    [{ uscc: '81420107MA4F00001X' }, 'USCC_OF_A_UNION'],
    [{ sector: 'industry' }, 'FIGURE_REQUIRED'],
  ] as const)('refuses %j with %s', async (part, code) => {
    const { enterpriseName, uscc, place } = filingOf(1);
    const asked = { enterpriseName, uscc, place, employees: 12, ...part };
    await expect(membership.ask(contract.preview, asked, null)).rejects.toMatchObject({ code });
  });
});

describe('a filing that becomes a union', () => {
  it('is filed, approved, elected and confirmed; the union exists, with its chair as member and first officer', async () => {
    const filed = await fileFounding(membership, 10, atStreet());
    expect(filed).toMatchObject({
      state: 'filed',
      unionName: street.name,
      parentName: street.name,
      contactName: '周联络',
      maskedPhone: '137****1010',
      next: [{ unionName: trees.root.name }],
    });
    const approved = await decide(filed, approval);
    expect(approved).toMatchObject({ state: 'electing', dueAt: null, decisions: ['refuse'] });
    expect(approved.approvedOn).toBe(shanghaiDate(membership.clock.now()));
    const elected = await elect(filed, 10);
    expect(elected).toMatchObject({ state: 'elected', election: { entitled: 8, present: 7 } });
    expect(elected.candidates.filter((one) => one.elected)).toHaveLength(4);
    const shown = await membership.ask(contract.get, { foundingId: await idOf(filed) }, officers.street);
    expect(shown).toMatchObject({ phone: '13710001010', maskedChairPhone: '137****0000' });

    const founded = await decide(filed, { decision: 'confirm', name: '江城小厨工会' });
    expect(founded).toMatchObject({ state: 'founded', foundedUnionName: '江城小厨工会', decisions: [] });
    const unionId = founded.foundedUnionId ?? '';
    const union = await membership.ask(unionContract.get, { unionId }, officers.street);
    expect(union).toMatchObject({ parentId: street.id, path: '1.1.1.1.', name: '江城小厨工会' });
    const enterpriseId = union.enterpriseId ?? '';
    const enterprise = await membership.ask(enterpriseContract.get, { enterpriseId }, officers.street);
    expect(enterprise).toMatchObject({
      name: '江城小厨餐饮10有限公司',
      uscc: enterpriseCode(10),
      employees: 12,
      keeperUnionId: street.id,
      unionId,
    });
    const changes = await membership.recorded(membershipEvents.unionChanged);
    expect(changes.filter(({ id }) => id === unionId)).toHaveLength(1);
    const member = await membership.ask(
      memberContract.get,
      { memberId: founded.memberId ?? '' },
      officers.street,
    );
    expect(member).toMatchObject({ name: '赵主席', unionId });
    // Only the chair is on record, and only their name is told to anyone.
    const { items: committees } = await membership.ask(committeeContract.list, { unionId }, officers.street);
    expect(committees.map(({ kind, seats }) => [kind, seats.length, seats[0]?.office])).toEqual([
      ['union', 2, 'chair'],
      ['audit', 1, 'member'],
      ['women', 1, 'member'],
    ]);
    const named = await membership.ask(committeeContract.listPublic, { unionId }, null);
    expect(named.items[0]?.seats[0]).toEqual({ office: 'chair', name: '赵主席' });
    expect(named.items[0]?.seats[1]?.name).toMatch(/\*/);
    // The officer has just admitted the chair, so a second one confirms the office before it is offered.
    const { items } = await membership.ask(pendingChangeContract.list, { state: 'waiting' }, officers.left);
    const office = items.find((change) => change.unionId === unionId);
    expect(office).toMatchObject({ kind: 'role', role: 'officer' });
    expect(await again(filed, 10)).toMatchObject({ state: 'founded', foundedUnionId: unionId });
  });

  it('E104: a chair who belongs to another union keeps it until they agree to a transfer, and is offered the office', async () => {
    const chair = { name: '赵主席', residentNumber: residentNumber(11) };
    const elsewhere = await membership.ask(
      memberContract.create,
      { unionId: trees.right.id, ...chair, phone: chairPhone },
      officers.right,
    );
    const filed = await fileFounding(membership, 11, atStreet());
    await decide(filed, approval);
    await elect(filed, 11);
    const founded = await decide(filed, { decision: 'confirm' });
    expect(founded).toMatchObject({
      state: 'founded',
      memberId: null,
      foundedUnionName: '江城小厨餐饮11有限公司工会',
    });
    const person = actorWith({ personId: elsewhere.personId });
    const transfers = await membership.ask(transferContract.list, { mine: true }, person);
    expect(transfers.items).toMatchObject([{ toUnionId: founded.foundedUnionId, state: 'asked' }]);
    const [offer] = (await membership.dataSource.query(
      'SELECT state, role FROM pending_change WHERE union_id = $1 AND person_id = $2',
      [founded.foundedUnionId, elsewhere.personId],
    )) as object[];
    expect(offer).toEqual({ state: 'offered', role: 'officer' });
  });

  it('E105: a code that fails its check is filed and kept, and reviewed at the enterprise', async () => {
    const uscc = `${enterpriseCode(12).slice(0, 17)}${enterpriseCode(12).endsWith('0') ? '1' : '0'}`;
    const filed = await fileFounding(membership, 12, { ...atStreet(), uscc });
    expect(filed.usccCheck).toBe('failed');
    await decide(filed, approval);
    await elect(filed, 12);
    const { foundedUnionId } = await decide(filed, { decision: 'confirm' });
    const { items } = await membership.ask(enterpriseContract.list, { q: '小厨餐饮12' }, officers.street);
    expect(items).toMatchObject([{ uscc, usccCheck: 'failed', unionId: foundedUnionId }]);
  });

  it('with one organiser needs no committee, and with few members only', async () => {
    const organiser = { office: 'organiser', name: '吴组织', declaration: 'notEmployerNorKin' } as const;
    const part = { ...atStreet(), form: 'organiser' as const, candidates: [organiser] };
    await expect(
      fileFounding(membership, 13, { ...part, employees: 40, plannedMembers: 25 }),
    ).rejects.toMatchObject({ code: 'FOUNDING_FORM' });
    const filed = await fileFounding(membership, 13, part);
    await decide(filed, approval);
    await elect(filed, 13, { elected: [{ candidate: 1 }] });
    expect(await decide(filed, { decision: 'confirm' })).toMatchObject({ state: 'founded' });
  });

  it('as a joint union names the one that the workers join, below the union that decides', async () => {
    const filed = await fileFounding(membership, 14, { ...atStreet(), form: 'joint', candidates: [] });
    await expect(decide(filed, approval)).rejects.toMatchObject({ code: 'FOUNDING_ACT' });
    const elsewhere = { decision: 'join', unionId: trees.right.id } as const;
    await expect(decide(filed, elsewhere)).rejects.toMatchObject({ code: 'FOUNDING_JOINT_UNION' });
    const joint = await membership.ask(
      unionContract.create,
      { parentId: street.id, name: '钢花村联合基层工会' },
      officers.street,
    );
    expect(await decide(filed, { decision: 'join', unionId: joint.id })).toMatchObject({
      state: 'joined',
      foundedUnionName: '钢花村联合基层工会',
    });
  });
});

describe('the contact', () => {
  it('who sends twice has filed once, and is counted by phone', async () => {
    const first = await fileFounding(membership, 20, atStreet());
    const second = await fileFounding(membership, 20, atStreet());
    expect(second.number).toBe(first.number);
    const { phone } = filingOf(20);
    for (const n of [21, 22]) await fileFounding(membership, n, { ...atStreet(), phone });
    await expect(fileFounding(membership, 23, { ...atStreet(), phone })).rejects.toMatchObject({
      code: 'APPLICATIONS_OF_PHONE_MAX',
    });
  });

  it('with a wrong code has filed nothing', async () => {
    const filing = filingOf(24, atStreet());
    await expect(membership.ask(contract.file, { ...filing, code: '000000' }, null)).rejects.toMatchObject({
      code: 'CODE_WRONG',
    });
    const { items } = await membership.ask(contract.list, { q: filing.uscc }, officers.root);
    expect(items).toEqual([]);
  });

  it('of an enterprise with a union, or with an open filing, is told which one to join', async () => {
    await fileFounding(membership, 25, atStreet());
    const phone = '13733330025';
    await expect(fileFounding(membership, 25, { ...atStreet(), phone })).rejects.toMatchObject({
      code: 'FOUNDING_OPEN',
      params: { union: street.name },
    });
    await expect(fileFounding(membership, 10, atStreet())).rejects.toMatchObject({
      code: 'FOUNDING_UNION_EXISTS',
      params: { union: '江城小厨工会' },
    });
  });

  it('completes a filing that was returned, and reads what was missing', async () => {
    const filed = await fileFounding(membership, 26, atStreet());
    await expect(decide(filed, { decision: 'return' })).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await decide(filed, { decision: 'return', reason: '请补充女工候选人' });
    const returned = await again(filed, 26);
    expect(returned).toMatchObject({ state: 'returned', steps: [{}, { reason: '请补充女工候选人' }] });
    const { number, ticket } = returned;
    const { employees, plannedMembers, womenMembers, form, candidates } = filingOf(26);
    const plan = { number, ticket, employees, plannedMembers, womenMembers, form, candidates };
    await expect(membership.ask(contract.refile, { ...plan, womenMembers: 9 }, null)).rejects.toMatchObject({
      code: 'FOUNDING_MEMBERS',
    });
    const refiled = await membership.ask(contract.refile, { ...plan, employees: 14 }, null);
    expect(refiled).toMatchObject({ state: 'filed', employees: 14 });
    await expect(membership.ask(contract.refile, plan, null)).rejects.toMatchObject({ code: 'FOUNDING_ACT' });
  });

  it('repeats an election that was not in order', async () => {
    const filed = await fileFounding(membership, 27, atStreet());
    await expect(elect(filed, 27)).rejects.toMatchObject({ code: 'FOUNDING_ACT' });
    await decide(filed, approval);
    await expect(elect(filed, 27, { present: 9 })).rejects.toMatchObject({ code: 'FOUNDING_PRESENT' });
    await expect(elect(filed, 27, { residentNumber: '110105194912310021' })).rejects.toMatchObject({
      code: 'RESIDENT_NUMBER_CHECK_CHARACTER',
    });
    await elect(filed, 27);
    const returned = await decide(filed, { decision: 'return', reason: '到会人数不符' });
    expect(returned).toMatchObject({ state: 'electing', election: null });
    expect(await elect(filed, 27)).toMatchObject({ state: 'elected' });
  });

  it('appeals a refusal once to the union above, which then decides; the new union still comes below the first one', async () => {
    const filed = await fileFounding(membership, 28, atStreet());
    await decide(filed, { decision: 'refuse', reason: '请先与邻近单位联合' });
    const { number, ticket, appealUntil } = await again(filed, 28);
    expect(appealUntil).not.toBeNull();
    const reason = '职工人数已够';
    const appealed = await membership.ask(contract.appeal, { number, ticket, reason }, null);
    expect(appealed).toMatchObject({ state: 'filed', unionName: trees.root.name, parentName: street.name });
    await decide(filed, approval, officers.root);
    await elect(filed, 28);
    const founded = await decide(filed, { decision: 'confirm' }, officers.root);
    const union = await membership.ask(
      unionContract.get,
      { unionId: founded.foundedUnionId ?? '' },
      officers.root,
    );
    expect(union.parentId).toBe(street.id);
  });

  it('loses the ticket after half an hour, and withdraws with another one', async () => {
    const filed = await fileFounding(membership, 29, atStreet());
    membership.clock.advance(30 * minuteMs + 1);
    const { number, ticket } = filed;
    await expect(membership.ask(contract.withdraw, { number, ticket }, null)).rejects.toMatchObject({
      code: 'FOUNDING_NOT_FOUND',
    });
    const fresh = await again(filed, 29);
    expect(await membership.ask(contract.withdraw, { number, ticket: fresh.ticket }, null)).toMatchObject({
      state: 'withdrawn',
      dueAt: null,
    });
    // The enterprise is free for another filing.
    expect(await fileFounding(membership, 29, atStreet())).toMatchObject({ state: 'filed' });
  });
});

describe('officers', () => {
  it('of other unions do not see a filing, and those above may not decide before it has come up', async () => {
    const filed = await fileFounding(membership, 40, atStreet());
    const foundingId = await idOf(filed);
    await expect(membership.ask(contract.get, { foundingId }, officers.right)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(membership.ask(contract.get, { foundingId }, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    await expect(decide(filed, approval, officers.right)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decide(filed, approval, officers.left)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await membership.ask(contract.get, { foundingId }, officers.left)).toMatchObject({
      decisions: [],
    });
  });

  it('decide once by a key, and not on what they have not seen', async () => {
    const filed = await fileFounding(membership, 41, atStreet());
    const foundingId = await idOf(filed);
    const call = { idempotencyKey: newId(), ifMatch: 1 };
    const first = await membership.send(contract.decide, { foundingId, ...approval }, officers.street, call);
    const retried = await membership.send(
      contract.decide,
      { foundingId, ...approval },
      officers.street,
      call,
    );
    expect(retried.body).toMatchObject({ id: foundingId, version: first.body.version, state: 'electing' });
    // The stored answer of a replay has neither names nor the phone.
    expect(retried.body).toMatchObject({ contactName: null, phone: '137****1041', candidates: [] });
    await expect(
      membership.ask(contract.decide, { foundingId, decision: 'refuse', reason: '重复' }, officers.street, {
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: 'VERSION_STALE' });
  });

  it('who confirm at the same time make one union', async () => {
    const filed = await fileFounding(membership, 42, atStreet());
    await decide(filed, approval);
    await elect(filed, 42);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => decide(filed, { decision: 'confirm' })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { items } = await membership.ask(unionContract.list, { q: '小厨餐饮42' }, officers.street);
    expect(items).toHaveLength(1);
  });

  it('make nothing of a chair whose number is somebody else’s', async () => {
    const member = { name: '王别人', residentNumber: residentNumber(43) };
    await membership.ask(memberContract.create, { unionId: trees.right.id, ...member }, officers.right);
    const filed = await fileFounding(membership, 43, atStreet());
    await decide(filed, approval);
    await elect(filed, 43);
    await expect(decide(filed, { decision: 'confirm' })).rejects.toMatchObject({
      code: 'MEMBER_ELSEWHERE_OR_DIFFERS',
    });
    const { items } = await membership.ask(unionContract.list, { q: '小厨餐饮43' }, officers.street);
    expect(items).toEqual([]);
    expect(
      await membership.ask(contract.get, { foundingId: await idOf(filed) }, officers.street),
    ).toMatchObject({ state: 'elected' });
  });

  it('find filings by name, code, phone and number, and those past their deadline', async () => {
    const filed = await fileFounding(membership, 44, atStreet());
    for (const q of ['小厨餐饮44', enterpriseCode(44), filingOf(44).phone, filed.number]) {
      const { items } = await membership.ask(contract.list, { q }, officers.street);
      expect(items.map(({ number }) => number)).toEqual([filed.number]);
    }
    const late = await membership.ask(contract.list, { overdue: true, state: 'filed' }, officers.street);
    expect(late.items.map(({ number }) => number)).not.toContain(filed.number);
    const there = await membership.ask(contract.list, { union: trees.right.id }, officers.right);
    expect(there.items).toEqual([]);
  });
});

describe('by the clock', () => {
  it('a filing that nobody decides comes to the union above, which decides', async () => {
    const filed = await fileFounding(membership, 50, atStreet());
    membership.clock.advance(22 * dayMs);
    await eventually(async () => {
      const { items } = await membership.ask(contract.list, { q: filed.number }, officers.root);
      expect(items).toMatchObject([{ state: 'filed', unionName: trees.root.name }]);
    });
    expect(await again(filed, 50)).toMatchObject({ steps: [{ kind: 'file' }, { kind: 'escalate' }] });
    expect(await decide(filed, approval, officers.root)).toMatchObject({ state: 'electing' });
    const linesOf = async (unionId: string, actor: Actor) =>
      (await membership.ask(filingStatisticsContract.show, { unionId }, actor)).items;
    const [silent] = await linesOf(street.id, officers.street);
    expect(silent?.kind).toBe('founding');
    expect(silent?.escalated).toBeGreaterThan(0);
    expect(silent?.withinDeadline).toBeLessThan(1);
    const [above] = await linesOf(trees.root.id, officers.root);
    expect(above?.decided).toBeGreaterThan(0);
    // Decided in the moment in which it came up, as were all others with the root.
    expect(above).toMatchObject({ overdue: 0, withinDeadline: 1 });
    await expect(linesOf(street.id, officers.right)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('one that is approved, or returned, lapses if its contact does not go on for 90 days, and then makes room for another', async () => {
    const filed = await fileFounding(membership, 52, atStreet());
    await decide(filed, approval);
    const day = membership.clock.now().getTime();
    expect(await again(filed, 52)).toMatchObject({
      state: 'electing',
      lapsesAt: new Date(day + 90 * dayMs).toISOString(),
    });
    membership.clock.advance(90 * dayMs);
    await eventually(async () => {
      const { items } = await membership.ask(contract.list, { q: filed.number }, officers.street);
      expect(items).toMatchObject([{ state: 'lapsed' }]);
    });
    const shown = await again(filed, 52);
    expect(shown).toMatchObject({ state: 'lapsed', lapsesAt: null, appealUntil: null });
    expect(shown.steps.map(({ kind }) => kind)).toEqual(['file', 'approve', 'lapse']);
    await expect(elect(shown, 52)).rejects.toMatchObject({ code: 'FOUNDING_ACT' });
    const next = await fileFounding(membership, 52, atStreet());
    expect(next).toMatchObject({ state: 'filed', lapsesAt: null });
    await decide(next, { decision: 'return', reason: '请补充' });
    expect(await again(next, 52)).toMatchObject({ state: 'returned', lapsesAt: expect.any(String) });
  });

  it('personal values are deleted half a year after the end', async () => {
    const filed = await fileFounding(membership, 51, atStreet());
    await decide(filed, { decision: 'refuse', reason: '请补充证明材料' });
    const id = await idOf(filed);
    membership.clock.advance(keptDays * dayMs + 1);
    await eventually(async () => {
      const [row] = (await membership.dataSource.query('SELECT * FROM union_founding WHERE id = $1', [
        id,
      ])) as [Record<string, unknown>];
      for (const field of ['contact_name', 'phone', 'phone_hash', 'candidates', 'elected'])
        expect([field, row[field]]).toEqual([field, null]);
    });
    const reasons: unknown[] = await membership.dataSource.query(
      'SELECT 1 FROM union_founding_step WHERE founding_id = $1 AND reason IS NOT NULL',
      [id],
    );
    expect(reasons).toEqual([]);
    const shown = await membership.ask(contract.get, { foundingId: id }, officers.street);
    expect(shown).toMatchObject({ state: 'refused', contactName: null, candidates: [] });
  });

  it('leave no personal value in the audit trail, in events or in stored answers', async () => {
    const auditor = actorWith({ roles: [['auditor', newId(), rootPath]] });
    const trail = await membership.ask(
      operationsContract('membership').listAudit,
      { noun: 'unionFounding', limit: 200 },
      auditor,
    );
    expect(trail.items.length).toBeGreaterThan(20);
    const events: unknown[] = await membership.dataSource.query('SELECT envelope FROM outbox');
    const answers: unknown[] = await membership.dataSource.query('SELECT * FROM idempotency');
    const rows: unknown[] = await membership.dataSource.query('SELECT * FROM union_founding');
    const text = JSON.stringify([trail, events, answers, rows]);
    for (const value of [
      '周联络',
      '李女工',
      residentNumber(27),
      filingOf(27).phone,
      '请补充证明材料',
      '到会人数不符',
    ])
      expect(text).not.toContain(value);
  });
});

it('waits for the union that has it while that has to decide, and for nobody else here', async () => {
  const filed = await fileFounding(membership, 70, atStreet());
  const id = await idOf(filed);
  const awaits = (...kinds: readonly string[]) => untilAwaits(membership, 'membership', id, kinds);
  const [first] = await awaits('foundingFiled');
  expect(first).toMatchObject({
    title: filed.enterpriseName,
    offices: { roles: ['officer'], unionIds: [street.id], isNearest: false, exceptIds: [] },
    about: { foundingId: id },
    values: { at: filed.dueAt },
    dueAt: filed.dueAt,
  });
  await decide(filed, { decision: 'return', reason: '请补充女工候选人' });
  await awaits();
  const { number, ticket } = await again(filed, 70);
  const { employees, plannedMembers, womenMembers, form, candidates } = filingOf(70);
  const plan = { employees, plannedMembers, womenMembers, form, candidates };
  await membership.ask(contract.refile, { number, ticket, ...plan }, null);
  await awaits('foundingFiled');
  await decide(filed, approval);
  await awaits();
  await elect(filed, 70);
  const [elected] = await awaits('foundingElected');
  expect(elected?.dueAt).not.toBeNull();
  await decide(filed, { decision: 'refuse', reason: '请先与邻近单位联合' });
  await awaits();
});

describe('its contact, who has no account', () => {
  const toldTo = (n: number) => wordsTo(membership, filingOf(n).phone);
  const kindsTo = async (n: number) => (await toldTo(n)).map(({ kind }) => kind);

  it('hears once of each decision, and of nothing that they do themselves', async () => {
    const n = 91;
    const filed = await fileFounding(membership, n, atStreet());
    expect(await toldTo(n)).toEqual([]);
    const reason = '候选人不足，请补充';
    await decide(filed, { decision: 'return', reason });
    const { number } = filed;
    expect(await toldTo(n)).toMatchObject([
      {
        kind: 'foundingReturned',
        locale: 'zh-CN',
        values: { number, union: street.name, link: `/found/status?number=${number}` },
      },
    ]);
    expect(JSON.stringify(await toldTo(n))).not.toContain(reason);
    const returned = await again(filed, n);
    const { contactName: _name, phone: _phone, consentVersion: _version, uscc: _uscc, ...plan } = filingOf(n);
    await membership.ask(contract.refile, { ...plan, number, ticket: returned.ticket }, null);
    await decide(filed, approval);
    const approved = await again(filed, n);
    const lapses = new Date(new Date(approved.lapsesAt ?? '').getTime() - dayMs + 1);
    expect((await toldTo(n)).at(-1)).toMatchObject({
      kind: 'foundingApproved',
      values: { day: shanghaiDate(lapses) },
    });
    await elect(approved, 9_100);
    await decide(filed, { decision: 'confirm' });
    expect(await kindsTo(n)).toEqual(['foundingReturned', 'foundingApproved', 'foundingDone']);
    const founded = (await again(filed, n)).foundedUnionName;
    expect((await toldTo(n)).at(-1)?.values).toMatchObject({ union: founded });
  });

  it('hears of a refusal with the last day to appeal, of silence, and that it lapsed', async () => {
    const [refused, silent] = [92, 93];
    await decide(await fileFounding(membership, refused, atStreet()), {
      decision: 'refuse',
      reason: '不符合条件',
    });
    const appeal = new Date(membership.clock.now().getTime() + 29 * dayMs + 1);
    expect(await toldTo(refused)).toMatchObject([
      { kind: 'foundingRefused', values: { day: shanghaiDate(appeal) } },
    ]);
    const filed = await fileFounding(membership, silent, atStreet());
    membership.clock.advance(40 * dayMs);
    await eventually(async () => expect(await kindsTo(silent)).toEqual(['foundingMoved']));
    expect((await toldTo(silent))[0]?.values).toMatchObject({ union: trees.root.name });
    await decide(filed, approval, officers.root);
    membership.clock.advance(91 * dayMs);
    const all = ['foundingMoved', 'foundingApproved', 'foundingLapsed'];
    await eventually(async () => expect(await kindsTo(silent)).toEqual(all));
  });
});
