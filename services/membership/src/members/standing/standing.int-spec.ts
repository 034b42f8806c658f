import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { employmentContract } from '@gongxiang/contracts/membership/members/employment.contract';
import {
  memberContract,
  type RetainMembershipRequest,
} from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { pendingChangeContract } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { roleContract } from '@gongxiang/contracts/membership/unions/role.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  appoint,
  callersOf,
  noticesTo,
  plantPerson,
  plantRole,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import { wordsTo } from '../../access/text-message/text-message.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: ReturnType<typeof callersOf>;
let operator: Actor;
let next = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  callers.officer = { ...callers.officer, personId: await plantPerson(membership) };
  const personId = await plantPerson(membership);
  operator = actorWith({ personId, roles: [['operator', trees.root.id, trees.root.path]] });
  await plantRole(membership, { personId, unionId: trees.root.id, role: 'operator' });
});

afterAll(() => membership.stop());

function admit(part: object = {}) {
  next += 1;
  const entry = { unionId: trees.left.id, name: '钱退休', residentNumber: residentNumber(next), ...part };
  return membership.ask(memberContract.create, { ...entry, validFrom: '2001-05-01' }, callers.officer);
}

function retain(memberId: string, part: Partial<RetainMembershipRequest> = {}, actor = callers.officer) {
  return membership.ask(memberContract.retain, { memberId, reason: 'retired', ...part }, actor);
}

describe('a retained membership', () => {
  it('is recorded from a day, shown to the person and their officers, and made full again', async () => {
    const { id: memberId, personId } = await admit({ employmentKind: 'regular' });
    expect(await retain(memberId, { from: '2026-11-01' })).toMatchObject({
      state: 'imported',
      standing: 'retained',
      retainedReason: 'retired',
      retainedFrom: '2026-11-01',
      employmentKind: 'retired',
      basis: 'retained',
    });
    const auditor = actorWith({ roles: [['auditor', trees.root.id, '1.']] });
    const masked = await membership.ask(memberContract.get, { memberId }, auditor);
    expect(masked).toMatchObject({ standing: 'retained', retainedReason: null, employmentKind: null });
    const listed = await membership.ask(memberContract.list, { standing: 'retained' }, callers.officer);
    expect(listed.items.map(({ id }) => id)).toContain(memberId);
    const full = await membership.ask(memberContract.makeFull, { memberId }, callers.officer);
    expect(full).toMatchObject({
      standing: 'full',
      retainedReason: null,
      retainedFrom: null,
      employmentKind: null,
    });
    const states = (await membership.recorded(membershipEvents.memberChanged)).filter(
      (one) => one.personId === personId,
    );
    expect(states.map(({ standing }) => standing)).toEqual(['full', 'retained', 'full']);
    // For visits; why it is retained is said to nobody.
    expect(states.map(({ retiredOn }) => retiredOn)).toEqual([null, '2026-11-01', null]);
    expect(JSON.stringify(states)).not.toContain('retainedReason');
  });

  it('of who has lost their work keeps the history of employments', async () => {
    const { id: memberId } = await admit();
    const job = { memberId, kind: 'regular' as const, employerName: '青山化工', validFrom: '2020-01-01' };
    const { id: employmentId } = await membership.ask(employmentContract.add, job, callers.officer);
    await membership.ask(employmentContract.end, { memberId, employmentId }, callers.officer);
    expect(await retain(memberId, { reason: 'unemployed' })).toMatchObject({
      basis: 'retained',
      employmentKind: null,
    });
    const again = { ...job, employerName: '恒大装备', validFrom: '2026-11-20' };
    await membership.ask(employmentContract.add, again, callers.officer);
    expect(await membership.ask(memberContract.makeFull, { memberId }, callers.officer)).toMatchObject({
      basis: 'employment',
      employmentKind: 'regular',
    });
  });

  it('has no office: those that are held end, and none is given or accepted', async () => {
    const { id: memberId, personId } = await admit();
    const held = { unionId: trees.left.id, personId, role: 'organiser' as const };
    await appoint(membership, operator, held);
    const offered = { ...held, role: 'evaluator' as const };
    await retain(memberId);
    const { items } = await membership.ask(roleContract.list, { unionId: trees.left.id }, operator);
    expect(items.some((one) => one.personId === personId)).toBe(false);
    await expect(membership.ask(roleContract.grant, held, operator)).rejects.toMatchObject({
      code: 'ROLE_FOR_RETAINED',
    });
    await membership.ask(memberContract.makeFull, { memberId }, callers.officer);
    const { pendingChangeId } = await membership.ask(
      roleContract.grant,
      { ...offered, unionId: trees.right.id },
      operator,
    );
    await retain(memberId);
    await expect(
      membership.ask(
        pendingChangeContract.confirm,
        { pendingChangeId: pendingChangeId ?? '' },
        actorWith({ personId }),
      ),
    ).rejects.toMatchObject({ code: 'ROLE_FOR_RETAINED' });
  });

  it('is refused ahead of today, before the membership, after its end, and to others', async () => {
    const { id: memberId, version, personId } = await admit();
    await expect(retain(memberId, { from: '2026-11-21' })).rejects.toMatchObject({ code: 'RETAINED_AHEAD' });
    await expect(retain(memberId, { from: '2001-04-30' })).rejects.toMatchObject({ code: 'RETAINED_AHEAD' });
    await expect(retain(memberId, {}, callers.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(retain(memberId, {}, actorWith({ personId }))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const request = { memberId, reason: 'retired' as const };
    const seen = (ifMatch: number | null) =>
      membership.ask(memberContract.retain, request, callers.officer, { ifMatch });
    await expect(seen(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(seen(version + 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await expect(
      membership.ask(memberContract.makeFull, { memberId }, callers.officer),
    ).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await membership.ask(memberContract.end, { memberId, reason: 'deceased' }, callers.officer);
    await expect(retain(memberId)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('who is told', () => {
  it('is the member whose membership is retained or full again, and by phone as long as they have no account', async () => {
    const phone = '13611112222';
    const { id: memberId, personId } = await admit({ phone });
    const told = async () => [
      await noticesTo(membership, personId, 'membershipRetained'),
      await noticesTo(membership, personId, 'membershipFull'),
    ];
    await retain(memberId);
    // Why it is retained is said to nobody.
    expect(await told()).toMatchObject([[{ title: trees.left.name, values: {}, why: 'aboutYou' }], []]);
    await membership.ask(memberContract.makeFull, { memberId }, callers.officer);
    expect((await told()).map(({ length }) => length)).toEqual([1, 1]);
    const texts = await wordsTo(membership, phone);
    expect(texts.map(({ kind, values }) => [kind, values])).toEqual([
      ['recordChanged', { link: '/activate' }],
      ['recordChanged', { link: '/activate' }],
    ]);
  });
});
