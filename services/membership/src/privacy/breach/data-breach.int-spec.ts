import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  dataBreachContract as contract,
  type DataBreachView,
  type RecordDataBreach,
} from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, newId, rootPath } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { plantPerson, plantRole, plantUnions, startMembership } from '../../membership.fixture.js';
import { MembershipRow } from '../../members/member/membership.entity.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { BreachNotifying } from './breach-notifying.js';

let membership: ServiceFixture;
let trees: Awaited<ReturnType<typeof plantUnions>>;
let officer: Actor;
let operator: Actor;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2 });
  trees = await plantUnions(membership);
  officer = await holderOf('officer');
  operator = await holderOf('operator');
});
afterAll(() => membership.stop());

async function holderOf(role: 'officer' | 'operator', union: UnionRow = trees.root): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: union.id, role });
  return actorWith({ personId, roles: [[role, union.id, union.path]] });
}

async function memberOf({ id: unionId }: UnionRow): Promise<string> {
  const personId = await plantPerson(membership);
  await membership.dataSource.manager.insert(MembershipRow, {
    id: newId(),
    personId,
    unionId,
    state: 'active',
    validFrom: '2020-01-01',
    validTo: null,
    employmentKind: 'regular',
    createdAt: membership.clock.now(),
  });
  return personId;
}

async function record(change: Partial<RecordDataBreach> = {}, actor = officer): Promise<DataBreachView> {
  const noticedAt = new Date(membership.clock.now().getTime() - 3_600_000).toISOString();
  const content: RecordDataBreach = {
    noticedAt,
    happenedAt: null,
    kinds: ['record'],
    cause: '备份误公开',
    harm: '诈骗电话',
    measures: '已关闭',
    advice: '改密码',
    contactName: '网络工作部',
    contactPhone: '027-85770000',
    audience: 'everybody',
    unionId: null,
    isTold: true,
    notToldReason: null,
    correctsId: null,
    changes: null,
    personIds: [],
  };
  return membership.ask(contract.record, { ...content, ...change }, actor);
}

const named = (...personIds: string[]) => ({ audience: 'named', personIds }) as const;
const nameOf = ({ id }: DataBreachView) => ({ dataBreachId: id });
const confirm = (one: DataBreachView, actor = operator) =>
  membership.ask(contract.confirm, nameOf(one), actor);
const ownOf = async (personId: string) =>
  (await membership.ask(contract.listOwn, {}, actorWith({ personId }))).items;

function until(one: DataBreachView, state: DataBreachView['state']): Promise<DataBreachView> {
  return eventually(async () => {
    const seen = await membership.ask(contract.get, nameOf(one), officer);
    if (seen.state !== state) throw new Error(`still ${seen.state}`);
    return seen;
  });
}

/** Everybody for whom a notice was raised about this breach, as often as it was. */
async function raisedFor({ id }: DataBreachView): Promise<string[]> {
  const rows: { data: { kind: string; personIds: string[]; about: { dataBreachId?: string } } }[] =
    await membership.dataSource.query(
      `SELECT envelope->'data' AS data FROM outbox WHERE subject = $1 ORDER BY position`,
      [noticeRaisedEvents.membership.subject],
    );
  return rows
    .filter(({ data }) => data.kind === 'dataBreach' && data.about.dataBreachId === id)
    .flatMap(({ data }) => data.personIds);
}

describe('a breach of personal information', () => {
  it('is recorded by one who answers for the platform and confirmed by another; the named are told once', async () => {
    const [one, two, other] = [
      await memberOf(trees.left),
      await memberOf(trees.right),
      await memberOf(trees.left),
    ];
    const filed = await record(named(one, two));
    expect(filed).toMatchObject({
      state: 'waiting',
      affected: 2,
      notified: 0,
      acts: ['withdraw'],
      handovers: [],
    });
    const [awaited] = await untilAwaits(membership, 'membership', filed.id, ['dataBreachRecorded']);
    expect(awaited).toMatchObject({
      offices: { roles: ['officer', 'operator'], unionIds: [trees.root.id], exceptIds: [officer.personId] },
    });
    await expect(confirm(filed, officer)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    expect(await ownOf(one)).toEqual([]);
    expect(await confirm(filed)).toMatchObject({ state: 'notifying', affected: 2 });
    expect(await until(filed, 'notified')).toMatchObject({
      notified: 2,
      acts: ['correct', 'handOver'],
    });
    await untilAwaits(membership, 'membership', filed.id, []);
    const [own] = await ownOf(one);
    expect(own).toMatchObject({
      id: filed.id,
      cause: '备份误公开',
      contactPhone: '027-85770000',
      changes: null,
    });
    expect(await ownOf(other)).toEqual([]);
    const asked = membership.ask(contract.getOwn, nameOf(filed), actorWith({ personId: other }));
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await raisedFor(filed)).sort()).toEqual([one, two].sort());
  });

  it('concerns a union with all below it, and whoever was a member there', async () => {
    const [there, elsewhere] = [await memberOf(trees.left), await memberOf(trees.right)];
    const filed = await record({ audience: 'union', unionId: trees.left.id });
    await confirm(filed);
    const { affected, notified } = await until(filed, 'notified');
    expect(notified).toBe(affected);
    expect([(await ownOf(there)).length, (await ownOf(elsewhere)).length]).toEqual([1, 0]);
  });

  it('goes on after the last committed batch when its process died, and tells nobody twice', async () => {
    // 1,200 people: batches of 500, 500 and the rest
    await membership.dataSource.query(
      `INSERT INTO person (id, version, name, name_hash, masked_name, locale, created_at)
       SELECT gen_random_uuid(), 1, 'x', 'x', '张*', 'zh-CN', now() FROM generate_series(1, 1200)`,
    );
    const filed = await record();
    await confirm(filed);
    const worker = membership.app.get(BreachNotifying, { strict: false });
    // Another process runs the same due work at the same time.
    await membership.app.get(Transactions).system(continueTrace(undefined), (tx) => worker.run(tx, filed.id));
    const { affected, notified } = await until(filed, 'notified');
    expect(affected).toBeGreaterThan(1_200);
    expect(notified).toBe(affected);
    const raised = await raisedFor(filed);
    expect(raised).toHaveLength(affected);
    expect(new Set(raised).size).toBe(affected);
  });

  it('notifies nobody where harm is avoided, and keeps the reason', async () => {
    const one = await memberOf(trees.left);
    const notToldReason = '数据已加密，密钥没有泄露';
    const filed = await record({ ...named(one), isTold: false, notToldReason });
    expect(await confirm(filed)).toMatchObject({ state: 'filed', notToldReason, notified: 0, affected: 1 });
    expect([await ownOf(one), await raisedFor(filed)]).toEqual([[], []]);
  });

  it('is corrected by a record of its own, which tells everybody who was told, and more', async () => {
    const [one, more] = [await memberOf(trees.left), await memberOf(trees.left)];
    const first = await record(named(one));
    await expect(record({ ...named(more), correctsId: first.id, changes: '不止一人' })).rejects.toMatchObject(
      {
        code: 'ILLEGAL_TRANSITION',
      },
    );
    await confirm(first);
    await until(first, 'notified');
    const correction = { ...named(more), correctsId: first.id, changes: '不止一人' };
    await expect(record({ ...correction, isTold: false, notToldReason: '无' })).rejects.toMatchObject({
      code: 'DATA_BREACH_CORRECTION_TOLD',
      errors: [{ pointer: '/isTold' }],
    });
    const second = await record(correction);
    await expect(record(correction)).rejects.toMatchObject({ code: 'DATA_BREACH_CORRECTED' });
    await confirm(second);
    expect(await until(second, 'notified')).toMatchObject({ affected: 2, notified: 2, correctsId: first.id });
    expect(await ownOf(one)).toMatchObject([
      { id: second.id, changes: '不止一人', correctsId: first.id, correctedById: null },
      { id: first.id, correctedById: second.id },
    ]);
    // The earlier notice was none of theirs.
    expect(await ownOf(more)).toMatchObject([{ id: second.id, correctsId: null }]);
    expect(await membership.ask(contract.get, nameOf(first), officer)).toMatchObject({
      correctedById: second.id,
      acts: ['handOver'],
    });
  });

  it('has its report handed over to the authority once, which further entries correct and nothing rewrites', async () => {
    const filed = await record(named(await memberOf(trees.left)));
    const handedOverAt = membership.clock.now().toISOString();
    const entry = {
      handedOverAt,
      authority: '市网信办',
      handedOverBy: '网络工作部',
      reference: null,
      changes: null,
    };
    const handOver = (change: object = {}, actor = officer) =>
      membership.ask(contract.handOver, { ...nameOf(filed), ...entry, ...change }, actor);
    await expect(handOver()).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await confirm(filed);
    await until(filed, 'notified');
    const [first] = (await handOver()).handovers;
    expect(first).toMatchObject({ number: 1, ...entry });
    await expect(handOver()).rejects.toMatchObject({
      code: 'DATA_BREACH_HANDOVER_CHANGES',
      errors: [{ pointer: '/changes' }],
    });
    const correction = { reference: '网信收〔2026〕118号', changes: '补记收文号' };
    expect(await handOver(correction, operator)).toMatchObject({
      state: 'notified',
      handovers: [first, { number: 2, ...entry, ...correction }],
    });
    const { items } = await membership.ask(contract.list, {}, operator);
    expect(items.find(({ id }) => id === filed.id)?.handovers).toHaveLength(2);
    await expect(handOver({}, await holderOf('officer', trees.left))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    for (const sql of ['DELETE FROM breach_handover', `UPDATE breach_handover SET authority = 'nobody'`])
      await expect(membership.dataSource.query(sql)).rejects.toThrow(/append-only|permission denied/u);
  });

  it('is refused or withdrawn before anybody is told, and is never deleted or rewritten', async () => {
    const one = await memberOf(trees.left);
    const refused = await record(named(one));
    const reason = '种类有误';
    expect(await membership.ask(contract.refuse, { ...nameOf(refused), reason }, operator)).toMatchObject({
      state: 'refused',
      refusal: reason,
    });
    await expect(confirm(refused)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const withdrawn = await record(named(one));
    const withdraw = (actor: Actor) => membership.ask(contract.withdraw, nameOf(withdrawn), actor);
    await expect(withdraw(operator)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await withdraw(officer)).toMatchObject({ state: 'withdrawn', acts: [] });
    for (const sql of ['DELETE FROM data_breach', `UPDATE data_breach SET cause = 'nothing'`])
      await expect(membership.dataSource.query(sql)).rejects.toThrow(/append-only|permission denied/u);
  });

  it('is kept at the root alone, and names people, unions and records that there are', async () => {
    const elsewhere = await holderOf('officer', trees.left);
    for (const [actor, code] of [
      [elsewhere, 'NOT_PERMITTED'],
      [actorWith({ personId: await plantPerson(membership) }), 'NOT_PERMITTED'],
    ] as const) {
      await expect(record({}, actor)).rejects.toMatchObject({ code });
      await expect(membership.ask(contract.list, {}, actor)).rejects.toMatchObject({ code });
    }
    for (const [change, pointer] of [
      [named(newId()), '/personIds'],
      [{ audience: 'union', unionId: newId() }, '/unionId'],
      [{ correctsId: newId(), changes: '改' }, '/correctsId'],
    ] as const)
      await expect(record(change as Partial<RecordDataBreach>)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        errors: [{ pointer }],
      });
    const { items } = await membership.ask(contract.list, { state: 'notified' }, operator);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ state }) => state === 'notified')).toBe(true);
    expect(rootPath).toBe(trees.root.path);
  });
});
