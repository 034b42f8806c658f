import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { colleagueContract } from '@gongxiang/contracts/membership/unions/colleague.contract';
import type { Actor, RoleName } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { plantPerson, plantRole, plantUnions, startMembership } from '../../membership.fixture.js';
import type { UnionRow } from '../union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;
let finance: Actor;
let stranger: Actor;

async function holding(role: RoleName, union: UnionRow): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: union.id, role });
  return actorWith({ personId, roles: [[role, union.id, union.path]] });
}

const asked = async (actor: Actor | null) => (await membership.ask(colleagueContract.list, {}, actor)).items;
const namedFor = async (actor: Actor): Promise<string[]> =>
  (await asked(actor)).map(({ personId }) => personId);

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = await holding('officer', trees.left);
  finance = await holding('finance', trees.left);
  stranger = await holding('officer', trees.right);
});

afterAll(() => membership.stop());

describe('names of colleagues', () => {
  it('are full for whoever holds an office at the same union, with all that each holds there', async () => {
    await plantRole(membership, { personId: finance.personId, unionId: trees.left.id, role: 'organiser' });
    const items = await asked(finance);
    expect(items).toHaveLength(2);
    expect(items).toEqual(
      expect.arrayContaining([
        { personId: officer.personId, name: '张三', roles: ['officer'] },
        { personId: finance.personId, name: '张三', roles: ['finance', 'organiser'] },
      ]),
    );
  });

  it('reach neither another union, nor those below one’s own', async () => {
    expect(await namedFor(stranger)).toEqual([stranger.personId]);
    const above = await holding('officer', trees.root);
    expect(await namedFor(above)).toEqual([above.personId]);
  });

  it('are given to no plain member, and nobody who is not signed in asks', async () => {
    expect(await asked(actorWith({ personId: await plantPerson(membership) }))).toEqual([]);
    await expect(asked(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('end with the office: by its last day, by its revocation, and with the erasure of the person', async () => {
    const [over, revoked, erased] = await Promise.all([
      plantPerson(membership),
      plantPerson(membership),
      plantPerson(membership),
    ]);
    const held = { unionId: trees.right.id, role: 'approver' as const };
    await plantRole(membership, { ...held, personId: over, validTo: '2000-01-01' });
    const roleId = await plantRole(membership, { ...held, personId: revoked });
    await plantRole(membership, { ...held, personId: erased });
    expect(new Set(await namedFor(stranger))).toEqual(new Set([stranger.personId, revoked, erased]));
    await membership.dataSource.query('UPDATE role_grant SET revoked_at = now() WHERE id = $1', [roleId]);
    await membership.dataSource.query('UPDATE person SET erased_at = now() WHERE id = $1', [erased]);
    expect(await namedFor(stranger)).toEqual([stranger.personId]);
  });

  it('are withheld together with the office, until its second factor is set up', async () => {
    const { roles, ...rest } = officer;
    expect(await namedFor({ ...rest, roles: [], withheldRoles: roles })).toEqual([]);
  });
});
