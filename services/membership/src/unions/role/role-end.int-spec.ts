import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authChangedSubject, sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { pendingChangeContract } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { roleContract, type RoleGrantView } from '@gongxiang/contracts/membership/unions/role.contract';
import { type NoticeRaised, noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, type RoleName } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  plantPerson,
  plantRole,
  plantSession,
  plantUnions,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
/** One of two officers of the root, and its only operator. */
let above: Actor;
let operator: Actor;
/** The only officer of `left`. */
let alone: Actor;

beforeAll(async () => {
  membership = await startMembership();
  membership.clock.set('2026-11-20T10:00:00+08:00');
  trees = await plantUnions(membership);
  above = await holderOf(trees.root, 'officer');
  await holderOf(trees.root, 'officer');
  operator = await holderOf(trees.root, 'operator');
  alone = await holderOf(trees.left, 'officer');
});

afterAll(() => membership.stop());

async function holderOf({ id, path }: UnionRow, role: RoleName, validTo?: string): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role, ...(validTo && { validTo }) });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [[role, id, path]] });
}

const grant = (personId: string, validTo: string | null, role: RoleName = 'organiser', by = above) =>
  membership.ask(roleContract.grant, { unionId: trees.left.id, personId, role, validTo }, by);

/** Grants a role, which its person accepts. */
async function held(
  validTo: string | null,
  role: RoleName = 'organiser',
  by = above,
): Promise<RoleGrantView> {
  const personId = await plantPerson(membership);
  const { pendingChangeId } = await grant(personId, validTo, role, by);
  const person = actorWith({ personId });
  await membership.ask(pendingChangeContract.confirm, { pendingChangeId: pendingChangeId ?? '' }, person);
  return grantOf(personId);
}

async function grantOf(personId: string, { id: unionId } = trees.left): Promise<RoleGrantView> {
  const { items } = await membership.ask(roleContract.list, { unionId, limit: 100 }, operator);
  const found = items.find((one) => one.personId === personId);
  if (found === undefined) throw new Error('nothing is granted');
  return found;
}

const setEnd = (
  { id: roleId, unionId, version }: RoleGrantView,
  validTo: string | null,
  by: Actor | null = above,
): Promise<RoleGrantView> =>
  membership.ask(roleContract.setEnd, { unionId, roleId, validTo }, by, { ifMatch: version });

async function rolesOf(personId: string): Promise<RoleName[]> {
  const sessionId = await plantSession(membership, personId);
  const { actor } = await membership.ask(sessionContract.resolve, { personId, sessionId }, null);
  return (actor?.roles ?? []).map(({ role }) => role);
}

/** What is scheduled for a role, by the day and hour in Greenwich. */
async function dueOf({ id }: RoleGrantView): Promise<string[]> {
  const rows: { kind: string; due_at: Date }[] = await membership.dataSource.query(
    'SELECT kind, due_at FROM due WHERE key = $1 ORDER BY kind',
    [id],
  );
  return rows.map(({ kind, due_at: at }) => `${kind} ${at.toISOString().slice(0, 13)}`);
}

async function noticesOf(kind: string, roleId: string): Promise<NoticeRaised[]> {
  const raised = await membership.recorded(noticeRaisedEvents.membership);
  return raised.filter((one) => one.kind === kind && one.cause.startsWith(`${kind}/${roleId}/`));
}

describe('a role with an end', () => {
  it('is offered with it, held until midnight in China, and ends as one that is revoked', async () => {
    const personId = await plantPerson(membership);
    const offered = await grant(personId, '2026-12-31');
    expect(offered).toMatchObject({ standing: 'offered', validTo: '2026-12-31' });
    const pendingChangeId = offered.pendingChangeId ?? '';
    const person = actorWith({ personId });
    expect(await membership.ask(pendingChangeContract.get, { pendingChangeId }, person)).toMatchObject({
      role: 'organiser',
      validTo: '2026-12-31',
    });
    await membership.ask(pendingChangeContract.confirm, { pendingChangeId }, person);
    const role = await grantOf(personId);
    expect(role.validTo).toBe('2026-12-31');
    expect(await dueOf(role)).toEqual(['role-end 2026-12-31T16', 'role-end-near 2026-12-25T01']);

    expect(await noticesOf('roleGiven', role.id)).toMatchObject([
      { personIds: [personId], title: trees.left.name, values: { role: 'organiser', lastDay: '2026-12-31' } },
    ]);

    membership.clock.set('2026-12-25T09:00:00+08:00');
    await eventually(async () => expect(await noticesOf('roleEnding', role.id)).toHaveLength(2));
    const [toPerson, toOfficers] = await noticesOf('roleEnding', role.id);
    expect(toPerson).toMatchObject({
      personIds: [personId],
      title: trees.left.name,
      values: { side: 'person', role: 'organiser', lastDay: '2026-12-31' },
      until: '2026-12-31T16:00:00.000Z',
    });
    expect(toOfficers).toMatchObject({
      personIds: [],
      offices: { roles: ['officer', 'operator'], unionIds: [trees.left.id], exceptIds: [personId] },
    });

    membership.clock.set('2026-12-31T23:59:59+08:00');
    expect(await rolesOf(personId)).toEqual(['organiser']);
    const messages: string[] = [];
    membership.nats.subscribe(authChangedSubject, {
      callback: (_error, message) => void messages.push(message.string()),
    });
    await membership.nats.flush();
    membership.clock.set('2027-01-01T00:00:00+08:00');
    expect(await rolesOf(personId)).toEqual([]);
    await eventually(() => expect(messages).toContain(JSON.stringify({ personId })));
    const states = await membership.recorded(membershipEvents.roleChanged);
    expect(states.filter(({ id }) => id === role.id).at(-1)).toMatchObject({
      version: 2,
      validTo: '2026-12-31',
      revokedAt: '2026-12-31T16:00:00.000Z',
    });
    expect(await noticesOf('roleEnded', role.id)).toMatchObject([{ personIds: [personId], offices: null }]);
    // In the name of the platform.
    const [entry] = await membership.dataSource.query(
      `SELECT actor_id FROM audit_record WHERE noun = 'role' AND subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [role.id],
    );
    expect(entry).toEqual({ actor_id: null });
  });

  it('permits nothing after it, also while it is not revoked yet', async () => {
    const [early, late] = [
      await holderOf(trees.left, 'finance', '2026-12-31'),
      await holderOf(trees.left, 'finance', '2027-01-01'),
    ];
    // Planted: no due work is scheduled for it.
    expect([await rolesOf(early.personId), await rolesOf(late.personId)]).toEqual([[], ['finance']]);
    // Granting it anew does not find it held.
    expect(await grant(early.personId, null, 'finance')).toMatchObject({ standing: 'offered' });
  });

  it.each(['2026-12-31', '2037-01-02'])('is refused where it is %s', async (validTo) => {
    const refused = { code: 'ROLE_END_DAY', errors: [expect.objectContaining({ pointer: '/validTo' })] };
    await expect(grant(await plantPerson(membership), validTo)).rejects.toMatchObject(refused);
    await expect(setEnd(await held(null), validTo)).rejects.toMatchObject(refused);
  });

  it('is not accepted any more once that is over, and can then be granted anew', async () => {
    const personId = await plantPerson(membership);
    const { pendingChangeId } = await grant(personId, '2027-01-01');
    membership.clock.set('2027-01-02T08:00:00+08:00');
    await expect(
      membership.ask(
        pendingChangeContract.confirm,
        { pendingChangeId: pendingChangeId ?? '' },
        actorWith({ personId }),
      ),
    ).rejects.toMatchObject({ code: 'ROLE_OFFER_OVER' });
    const anew = await grant(personId, '2027-03-31');
    expect(anew.validTo).toBe('2027-03-31');
    expect(anew.pendingChangeId).not.toBe(pendingChangeId);
  });
});

describe('the end of a role that is held', () => {
  it('is set, moved and taken away, and its work with it', async () => {
    const open = await held(null);
    expect(await dueOf(open)).toEqual([]);
    const ending = await setEnd(open, '2027-02-28');
    expect(await dueOf(ending)).toEqual(['role-end 2027-02-28T16', 'role-end-near 2027-02-22T01']);
    const moved = await setEnd(ending, '2027-03-31');
    expect(await dueOf(moved)).toEqual(['role-end 2027-03-31T16', 'role-end-near 2027-03-25T01']);
    const same = await setEnd(moved, '2027-03-31');
    expect(same.version).toBe(moved.version);
    const taken = await setEnd(moved, null);
    expect(taken).toMatchObject({ validTo: null, version: moved.version + 1 });
    expect(await dueOf(taken)).toEqual([]);
  });

  it('is announced at once where less than a week is left, and not at all once the role is revoked', async () => {
    const role = await setEnd(await held(null), '2027-01-04');
    await eventually(async () => expect(await noticesOf('roleEnding', role.id)).toHaveLength(2));
    const { id: roleId, unionId } = await setEnd(role, '2027-01-31');
    await membership.ask(roleContract.revoke, { unionId, roleId }, above);
    expect(await dueOf(role)).toEqual([]);
    const short = await held('2027-01-05');
    expect(await dueOf(short)).toEqual(['role-end 2027-01-05T16']);
  });

  it('is moved by those who may grant the role, with the version that they have seen', async () => {
    const role = await held(null);
    const stranger = actorWith({ roles: [['officer', trees.right.id, trees.right.path]] });
    await expect(setEnd(role, '2027-02-28', null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(setEnd(role, '2027-02-28', stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await setEnd(role, '2027-02-28', alone);
    await expect(setEnd(role, '2027-03-28')).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const { id: roleId, unionId, version } = role;
    await membership.ask(roleContract.revoke, { unionId, roleId }, above);
    await expect(setEnd({ ...role, version: version + 2 }, null)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  it('is shortened, and not lengthened, by whoever holds the role', async () => {
    const { personId } = await held('2027-06-30', 'officer');
    const self = actorWith({ personId, roles: [['officer', trees.left.id, trees.left.path]] });
    const role = await setEnd(await grantOf(personId), '2027-05-31', self);
    await expect(setEnd(role, null, self)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    expect((await setEnd(role, null, above)).validTo).toBeNull();
    await membership.ask(roleContract.revoke, { unionId: trees.left.id, roleId: role.id }, above);
  });

  it('is not lengthened alone where somebody else has to confirm the role', async () => {
    const role = await held('2027-06-30', 'approver');
    await expect(setEnd(role, '2027-12-31', alone)).rejects.toMatchObject({ code: 'ROLE_END_NEEDS_OTHER' });
    expect((await setEnd(role, '2027-05-31', alone)).validTo).toBe('2027-05-31');
  });
});

describe('E101: the last officer of the root', () => {
  it('gets no end, nor one beside somebody who ends as soon; and stays at theirs if they have become the last', async () => {
    const { items } = await membership.ask(roleContract.list, { unionId: trees.root.id }, operator);
    const [first, second] = items.filter(({ role }) => role === 'officer');
    if (first === undefined || second === undefined) throw new Error('there are two');
    const ending = await setEnd(first, '2027-01-31', operator);
    const last = { code: 'ROLE_LAST_OFFICER', errors: [expect.objectContaining({ pointer: '/validTo' })] };
    await expect(setEnd(second, '2027-01-31', operator)).rejects.toMatchObject(last);
    await expect(setEnd(second, '2027-01-30', operator)).resolves.toMatchObject({ validTo: '2027-01-30' });
    // Whoever would have outlasted them is gone.
    membership.clock.set('2027-01-31T00:00:00+08:00');
    await eventually(() =>
      expect(grantOf(second.personId, trees.root)).rejects.toThrow('nothing is granted'),
    );
    membership.clock.set('2027-02-01T00:00:00+08:00');
    await eventually(async () =>
      expect(await grantOf(first.personId, trees.root)).toMatchObject({
        validTo: null,
        version: ending.version + 1,
      }),
    );
    expect(await rolesOf(first.personId)).toEqual(['officer']);
    expect(await noticesOf('roleKept', first.id)).toMatchObject([
      { personIds: [first.personId], values: { side: 'person' } },
      { offices: { unionIds: [trees.root.id], exceptIds: [first.personId] }, values: { side: 'office' } },
    ]);
  });
});
