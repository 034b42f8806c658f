import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authChangedSubject, sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { roleContract } from '@gongxiang/contracts/membership/unions/role.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, newId, type RoleName, roleNames, rootPath } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  appoint,
  callersOf,
  plantPerson,
  plantRole,
  plantSession,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let operator: Actor;
let callers: ReturnType<typeof callersOf>;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  const personId = await plantPerson(membership);
  operator = actorWith({ personId, roles: [['operator', trees.root.id, rootPath]] });
  await plantRole(membership, { personId, unionId: trees.root.id, role: 'operator' });
  callers = callersOf(trees);
  callers.officer = { ...callers.officer, personId };
});

afterAll(() => membership.stop());

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'allowed',
    (error: { readonly code: string }) => error.code,
  );

describe('granting a role', () => {
  it('reaches the person at once: the gateways are told, and the next resolve has it', async () => {
    const personId = await plantPerson(membership);
    const sessionId = await plantSession(membership, personId);
    const messages: string[] = [];
    membership.nats.subscribe(authChangedSubject, {
      callback: (_error, message) => void messages.push(message.string()),
    });
    await membership.nats.flush();
    await appoint(membership, operator, { unionId: trees.left.id, personId, role: 'finance' });
    const resolved = await membership.ask(sessionContract.resolve, { personId, sessionId }, null);
    expect(resolved.actor).toMatchObject({
      version: 2,
      roles: [{ role: 'finance', unionId: trees.left.id, path: trees.left.path }],
    });
    await eventually(() => expect(messages).toContain(JSON.stringify({ personId })));
  });

  it('E98: gives the same role once, also when ten ask at once', async () => {
    const request = {
      unionId: trees.left.id,
      personId: await plantPerson(membership),
      role: 'organiser' as const,
    };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => membership.send(roleContract.grant, request, operator)),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.existing)).toHaveLength(1);
  });

  it.each<[string, RoleName, string]>(
    roleNames.flatMap((role) => [
      ['nobody', role, 'NOT_SIGNED_IN'],
      ['member', role, 'NOT_PERMITTED'],
      ['stranger', role, 'NOT_PERMITTED'],
      ['officer', role, role === 'operator' || role === 'auditor' ? 'NOT_PERMITTED' : 'allowed'],
      ['operator', role, 'allowed'],
    ]),
  )('by %s of %s: %s', async (who, role, expected) => {
    const actor = { nobody: null, operator, ...callers }[who] ?? null;
    const personId = await plantPerson(membership);
    expect(
      await refusal(membership.ask(roleContract.grant, { unionId: trees.left.id, personId, role }, actor)),
    ).toBe(expected);
  });

  it('needs a union and a person that are there', async () => {
    const unknown = { unionId: newId(), personId: newId(), role: 'finance' as const };
    expect(await refusal(membership.ask(roleContract.grant, unknown, operator))).toBe('NOT_FOUND');
    expect(
      await refusal(membership.ask(roleContract.grant, { ...unknown, unionId: trees.left.id }, operator)),
    ).toBe('NOT_FOUND');
  });
});

describe('revoking a role', () => {
  it('takes it away, once', async () => {
    const personId = await plantPerson(membership);
    const unionId = trees.right.id;
    const roleId = await plantRole(membership, { unionId, personId, role: 'evaluator' });
    expect(
      await refusal(membership.ask(roleContract.revoke, { unionId: trees.left.id, roleId }, operator)),
    ).toBe('NOT_FOUND');
    expect(await refusal(membership.ask(roleContract.revoke, { unionId, roleId }, callers.officer))).toBe(
      'NOT_PERMITTED',
    );
    await membership.ask(roleContract.revoke, { unionId, roleId }, operator);
    await membership.ask(roleContract.revoke, { unionId, roleId }, operator);
    const listed = await membership.ask(roleContract.list, { unionId }, operator);
    expect(listed.items.map((grant) => grant.id)).not.toContain(roleId);
    const told = await membership.recorded(noticeRaisedEvents.membership);
    expect(told.filter(({ personIds }) => personIds.includes(personId))).toMatchObject([
      { kind: 'roleTaken', title: trees.right.name, values: { role: 'evaluator' } },
    ]);
  });

  it('with a membership that somebody else ends tells the person which it was', async () => {
    const { id: memberId, personId } = await membership.ask(
      memberContract.create,
      { unionId: trees.left.id, name: '张小三', residentNumber: residentNumber(1), phone: '13900001001' },
      callers.officer,
    );
    await plantRole(membership, { unionId: trees.left.id, personId, role: 'finance' });
    await membership.ask(memberContract.end, { memberId }, callers.officer);
    const told = await membership.recorded(noticeRaisedEvents.membership);
    expect(told.filter((one) => one.kind === 'roleTaken' && one.personIds.includes(personId))).toMatchObject([
      { title: trees.left.name, values: { role: 'finance' } },
    ]);
  });

  it('E101: leaves the root one officer, also when the last two are revoked at once', async () => {
    const unionId = trees.root.id;
    const people = await Promise.all([plantPerson(membership), plantPerson(membership)]);
    const roleIds = await Promise.all(
      people.map((personId) => plantRole(membership, { unionId, personId, role: 'officer' })),
    );
    const outcomes = await Promise.all(
      roleIds.map((roleId) => refusal(membership.ask(roleContract.revoke, { unionId, roleId }, operator))),
    );
    expect(outcomes.sort()).toEqual(['ROLE_LAST_OFFICER', 'allowed']);
  });
});
