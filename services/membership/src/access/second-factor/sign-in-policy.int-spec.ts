import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiKeyContract } from '@gongxiang/contracts/membership/access/api-key.contract';
import { credentialContract } from '@gongxiang/contracts/membership/access/credential.contract';
import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { signInPolicyContract } from '@gongxiang/contracts/membership/access/sign-in-policy.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { type Actor, dayMs } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { plantRole, plantSession, plantUnions, startMembership } from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { refusalOf, setUpApp, somebody } from './second-factor.fixture.js';

let membership: ServiceFixture;
let root: UnionRow;
let left: UnionRow;
let rootOfficer: Actor;

beforeAll(async () => {
  membership = await startMembership();
  ({ root, left } = await plantUnions(membership));
  rootOfficer = actorWith({ roles: [['officer', root.id, root.path]] });
});

afterAll(() => membership.stop());

type Duties = ('finance' | 'approver' | 'rootOfficer')[];

async function change(secondFactorFor: Duties, actor = rootOfficer) {
  const { version } = await membership.ask(signInPolicyContract.get, {}, actor);
  return membership.ask(signInPolicyContract.change, { secondFactorFor }, actor, { ifMatch: version });
}

async function actorOf(personId: string): Promise<Actor> {
  const sessionId = await plantSession(membership, personId);
  const { actor } = await membership.ask(sessionContract.resolve, { personId, sessionId }, null);
  if (actor === null) throw new Error('the session has ended');
  return actor;
}

it.each([
  ['nobody', null, 'NOT_SIGNED_IN'],
  ['a member', actorWith(), 'NOT_PERMITTED'],
  ["a union's officer", actorWith({ roles: [['officer', 'somewhere', '1.1.']] }), 'NOT_PERMITTED'],
  ['finance of the federation', actorWith({ roles: [['finance', 'root', '1.']] }), 'NOT_PERMITTED'],
])('is not set by %s', async (_who, actor, code) => {
  const request = { secondFactorFor: ['finance' as const] };
  const outcome = membership.ask(signInPolicyContract.change, request, actor, { ifMatch: 1 });
  expect(await refusalOf(outcome)).toBe(code);
});

it('is set by one who saw the present one', async () => {
  expect(await change(['approver'])).toMatchObject({ secondFactorFor: ['approver'] });
  const stale = membership.ask(signInPolicyContract.change, { secondFactorFor: [] }, rootOfficer, {
    ifMatch: 1,
  });
  expect(await refusalOf(stale)).toBe('VERSION_STALE');
});

describe('a second factor that the federation asks for', () => {
  it('is due 14 days after it was asked for, or after the role was given; then the role permits nothing until it is there', async () => {
    await change([]);
    const owner = await somebody(membership);
    const { personId } = owner.actor;
    await plantRole(membership, { personId, unionId: left.id, role: 'finance' });
    const me = async () => (await membership.ask(meContract.get, {}, owner.actor)).secondFactorDueAt;
    expect(await me()).toBeNull();
    await change(['finance']);
    const asked = membership.clock.now().getTime();
    expect(await me()).toBe(new Date(asked + 14 * dayMs).toISOString());
    // Asked for once more, the days go on.
    membership.clock.advance(dayMs);
    await change(['finance', 'approver']);
    expect(await me()).toBe(new Date(asked + 14 * dayMs).toISOString());
    expect((await actorOf(personId)).roles).toHaveLength(1);

    membership.clock.advance(13 * dayMs);
    const late = await actorOf(personId);
    expect(late).toMatchObject({ roles: [], withheldRoles: [{ role: 'finance', unionId: left.id }] });
    expect((await membership.ask(meContract.get, {}, late)).roles).toHaveLength(1);

    await setUpApp(membership, owner);
    const restored = await actorOf(personId);
    expect(restored.roles).toHaveLength(1);
    expect(restored.withheldRoles).toBeUndefined();
    expect(await me()).toBeNull();
  });

  it('is refused in words to an officer of the federation, by session and by key, and is nothing to officers elsewhere', async () => {
    const [owner, elsewhere] = [await somebody(membership), await somebody(membership)];
    const key = await membership.ask(
      apiKeyContract.create,
      {
        name: 'HR',
        scopes: ['read'],
        expiresAt: '2027-06-30T00:00:00+08:00',
        password: owner.password,
      },
      owner.actor,
    );
    await plantRole(membership, { personId: owner.actor.personId, unionId: root.id, role: 'officer' });
    await plantRole(membership, { personId: elsewhere.actor.personId, unionId: left.id, role: 'officer' });
    await change(['rootOfficer']);
    membership.clock.advance(14 * dayMs);
    const late = await actorOf(owner.actor.personId);
    expect(await refusalOf(membership.ask(memberContract.list, { union: left.id }, late))).toBe(
      'SECOND_FACTOR_SETUP_REQUIRED',
    );
    expect(await refusalOf(change([], late))).toBe('SECOND_FACTOR_SETUP_REQUIRED');
    const apiKeyHash = createHash('sha256')
      .update(key.key ?? '')
      .digest('hex');
    const { actor } = await membership.ask(sessionContract.resolve, { apiKeyHash }, null);
    expect(actor?.roles).toEqual([]);
    expect((await actorOf(elsewhere.actor.personId)).roles).toHaveLength(1);
    // What is one's own goes on, above all the way out.
    expect(await membership.ask(credentialContract.get, {}, late)).toMatchObject({ hasSecondFactor: false });
    await change([]);
  });
});
