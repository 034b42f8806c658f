import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AddEmployment,
  employmentContract,
} from '@gongxiang/contracts/membership/members/employment.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { enterpriseContract } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  callersOf,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: ReturnType<typeof callersOf>;
let next = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  callers.officer = { ...callers.officer, personId: await plantPerson(membership) };
});

afterAll(() => membership.stop());

function admit(part: object = {}) {
  next += 1;
  const entry = { unionId: trees.left.id, name: '周小派', residentNumber: residentNumber(next), ...part };
  return membership.ask(memberContract.create, entry, callers.officer);
}

function add(memberId: string, part: Partial<AddEmployment> = {}, actor: Actor = callers.officer) {
  const request = {
    memberId,
    kind: 'regular' as const,
    employerName: '青山化工',
    validFrom: '2026-09-01',
    ...part,
  };
  return membership.ask(employmentContract.add, request, actor);
}

const get = (memberId: string, actor: Actor = callers.officer) =>
  membership.ask(memberContract.get, { memberId }, actor);

const list = async (memberId: string, actor: Actor = callers.officer) =>
  (await membership.ask(employmentContract.list, { memberId }, actor)).items;

const published = async (personId: string) =>
  (await membership.recorded(membershipEvents.memberChanged)).filter((one) => one.personId === personId);

describe('employments', () => {
  it('E99, E104: come and go, and one membership stays until somebody decides', async () => {
    const { id: memberId, personId } = await admit();
    expect(await get(memberId)).toMatchObject({ basis: 'unrecorded' });
    const first = await add(memberId);
    const second = await add(memberId, {
      employerName: '恒大装备',
      kind: 'partTime',
      validFrom: '2026-10-01',
    });
    expect(await get(memberId)).toMatchObject({ basis: 'employment', employmentKind: 'partTime' });
    const end = (employmentId: string) =>
      membership.ask(employmentContract.end, { memberId, employmentId }, callers.officer);
    await end(second.id);
    expect(await get(memberId)).toMatchObject({
      basis: 'employment',
      employmentKind: 'regular',
      state: 'imported',
    });
    await end(first.id);
    expect(await get(memberId)).toMatchObject({
      basis: 'none',
      employmentKind: null,
      state: 'imported',
      validTo: null,
    });
    const third = await add(memberId, { employerName: '绿源科技', validFrom: '2026-11-20' });
    expect(await get(memberId)).toMatchObject({ basis: 'employment', state: 'imported' });
    expect((await list(memberId)).map(({ id }) => id)).toEqual([third.id, second.id, first.id]);
    const rows: unknown[] = await membership.dataSource.query(
      'SELECT 1 FROM union_membership WHERE person_id = $1',
      [personId],
    );
    expect(rows).toHaveLength(1);
  });

  it('E100: every way of recording the work of a member publishes the same event', async () => {
    const made = await admit({ employmentKind: 'newForm' });
    const { id: memberId, personId } = made;
    const said = { memberId, employmentKind: 'regular' as const };
    await membership.ask(memberContract.change, said, callers.officer, { ifMatch: 1 });
    const { id: employmentId } = await add(memberId, { kind: 'partTime' });
    await membership.ask(employmentContract.end, { memberId, employmentId }, callers.officer);
    expect(
      (await published(personId)).map(({ version, employmentKind }) => [version, employmentKind]),
    ).toEqual([
      [1, 'newForm'],
      [2, 'regular'],
      [3, 'partTime'],
      [4, null],
    ]);
  });

  it('are refused twice at one employer, after the end of the membership, and on an old version', async () => {
    const { id: memberId } = await admit();
    const { id: employmentId, version } = await add(memberId);
    await expect(add(memberId)).rejects.toMatchObject({ code: 'EMPLOYMENT_THERE' });
    const end = (ifMatch: number | null) =>
      membership.ask(employmentContract.end, { memberId, employmentId }, callers.officer, { ifMatch });
    await expect(end(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(end(version + 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await end(version)).toMatchObject({ validTo: '2026-11-20' });
    await membership.ask(memberContract.end, { memberId, reason: 'left' }, callers.officer);
    await expect(add(memberId, { employerName: '恒大装备' })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  it('are seen by the member and their officers alone, and stand in no trail and no event', async () => {
    const { id: memberId, personId } = await admit();
    await add(memberId, { employerName: '独一份物流' });
    const themselves = actorWith({ personId });
    expect(await list(memberId, themselves)).toMatchObject([{ employerName: '独一份物流' }]);
    const own = await membership.ask(employmentContract.listOwn, {}, themselves);
    expect(own.items).toMatchObject([{ employerName: '独一份物流', kind: 'regular' }]);
    const auditor = actorWith({ roles: [['auditor', trees.root.id, '1.']] });
    await expect(list(memberId, auditor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(list(memberId, callers.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(add(memberId, {}, callers.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(add(memberId, {}, themselves)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const table of ['audit_record', 'outbox', 'idempotency']) {
      const rows: unknown[] = await membership.dataSource.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toContain('独一份物流');
    }
  });

  it('after a move are hidden from the officers of before', async () => {
    const { id: memberId, personId } = await admit({ validFrom: '2020-01-01' });
    const before = await add(memberId);
    await membership.ask(memberContract.end, { memberId, validTo: '2026-11-01' }, callers.officer);
    const number = residentNumber(next);
    const elsewhere = { unionId: trees.right.id, name: '周小派', residentNumber: number };
    const moved = await membership.ask(memberContract.create, elsewhere, callers.stranger);
    expect(moved.personId).toBe(personId);
    const after = await add(
      moved.id,
      { employerName: '恒大装备', validFrom: '2026-11-02' },
      callers.stranger,
    );
    expect((await list(memberId)).map(({ id }) => id)).toEqual([before.id]);
    expect((await list(moved.id, callers.stranger)).map(({ id }) => id)).toEqual([after.id, before.id]);
  });
});

describe('who is dispatched', () => {
  it('has one membership, and is listed by the union that serves them, for as long as that lasts', async () => {
    const { id: memberId, personId } = await admit({ name: '吴派遣' });
    const { id: employmentId } = await add(memberId, {
      kind: 'dispatched',
      employerName: '江城人力资源',
      hostName: '恒大装备',
      servedByUnionId: trees.right.id,
    });
    const served = async (actor: Actor, part: object = {}) =>
      (await membership.ask(employmentContract.listServed, part, actor)).items;
    expect(await served(callers.stranger)).toMatchObject([
      {
        id: employmentId,
        name: '吴派遣',
        unionId: trees.left.id,
        unionName: '青山区总工会',
        employerName: '江城人力资源',
        hostName: '恒大装备',
        servedByUnionName: '江岸区总工会',
        validTo: null,
      },
    ]);
    expect(await served(callers.officer)).toEqual([]);
    await expect(served(callers.officer, { union: trees.right.id })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(served(callers.member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const servedBy = async () => (await published(personId)).at(-1)?.servedByUnionId;
    expect(await servedBy()).toBe(trees.right.id);
    await membership.ask(employmentContract.end, { memberId, employmentId }, callers.officer);
    expect(await servedBy()).toBeNull();
    expect(await served(callers.stranger)).toEqual([]);
    expect(await served(callers.stranger, { past: true })).toMatchObject([
      { id: employmentId, validTo: '2026-11-20' },
    ]);
  });

  it('is served there on after coming to another union, and by their own union alone after coming to that', async () => {
    const { id: memberId, personId } = await admit({ name: '周换会' });
    const number = residentNumber(next);
    await add(memberId, { kind: 'dispatched', servedByUnionId: trees.right.id });
    const servedBy = async () => (await published(personId)).at(-1)?.servedByUnionId;
    const comeTo = (unionId: string, actor: Actor) =>
      membership.ask(memberContract.create, { unionId, name: '周换会', residentNumber: number }, actor);
    await membership.ask(memberContract.end, { memberId, reason: 'left' }, callers.officer);
    const again = await comeTo(trees.left.id, callers.officer);
    expect(await servedBy()).toBe(trees.right.id);
    await membership.ask(memberContract.end, { memberId: again.id, reason: 'left' }, callers.officer);
    await comeTo(trees.right.id, callers.stranger);
    expect(await servedBy()).toBeNull();
  });

  it('is served by the union of the enterprise where they work, and by no union of their own', async () => {
    const host = await membership.ask(
      enterpriseContract.create,
      { name: '恒大装备有限公司', uscc: '91350100M000100Y43' },
      callers.stranger,
    );
    const union = await membership.ask(
      unionContract.create,
      { parentId: trees.right.id, name: '恒大装备工会', enterpriseId: host.id },
      callers.stranger,
    );
    const { id: memberId } = await admit();
    const dispatched = { kind: 'dispatched' as const, hostEnterpriseId: host.id };
    expect(await add(memberId, dispatched)).toMatchObject({
      hostName: '恒大装备有限公司',
      servedByUnionId: union.id,
      servedByUnionName: '恒大装备工会',
    });
    const own = { kind: 'dispatched' as const, employerName: '另一家', servedByUnionId: trees.left.id };
    await expect(add(memberId, own)).rejects.toMatchObject({ code: 'EMPLOYMENT_SERVED_BY_OWN' });
  });
});
