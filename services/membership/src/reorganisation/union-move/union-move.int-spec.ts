import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clubContract } from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { enterpriseContract } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import { pendingChangeContract } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { unionContract, type UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { unionMoveContract } from '@gongxiang/contracts/membership/unions/union-move.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { plantPerson, plantRole, plantUnions, startMembership } from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
/** An officer of `left`, one of `right`, and two of the root. */
let here: Actor;
let there: Actor;
let above: Actor;
let second: Actor;

beforeAll(async () => {
  membership = await startMembership({ replicas: 1 });
  trees = await plantUnions(membership);
  here = await officerOf(trees.left);
  there = await officerOf(trees.right);
  above = await officerOf(trees.root);
  second = await officerOf(trees.root);
});

afterAll(() => membership.stop());

async function officerOf({ id, path }: Pick<UnionRow, 'id' | 'path'>): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

const below = (parentId: string, name: string, part: object = {}): Promise<UnionView> =>
  membership.ask(unionContract.create, { parentId, name, ...part }, above);
const preview = ({ id: unionId }: Pick<UnionView, 'id'>, parentId: string, by: Actor = here) =>
  membership.ask(unionMoveContract.preview, { unionId, parentId }, by);

describe('the preview of a move', () => {
  it('says what goes along, who is above it then, and that a branch counts as no part of its firm any more', async () => {
    const { id: enterpriseId } = await membership.ask(
      enterpriseContract.create,
      {
        uscc: '91350100M000100Y43',
        name: '衡达制造有限公司',
        sector: 'industry',
        employees: 320,
        revenueWan: 5_000,
      },
      above,
    );
    const firm = await below(trees.left.id, '衡达制造有限公司工会', { enterpriseId });
    const branch = await below(firm.id, '衡达一分会');
    const team = await below(branch.id, '衡达一分会甲班');
    await officerOf(team);
    await membership.ask(clubContract.create, { unionId: branch.id, name: '甲班跑团' }, above);
    const renamed = await membership.ask(unionContract.get, { unionId: team.id }, above);
    const own = await officerOf(branch);
    await membership.ask(unionContract.change, { unionId: team.id, name: '衡达一分会乙班' }, own, {
      ifMatch: renamed.version,
    });

    const shown = await preview(branch, trees.right.id);
    expect(shown).toMatchObject({
      unionName: '衡达一分会',
      deciderUnionId: trees.root.id,
      things: [
        { thing: 'unions', count: 2 },
        { thing: 'offices', count: 2 },
        { thing: 'clubs', count: 1 },
      ],
      leaves: [
        { unionId: firm.id, offices: 0 },
        { unionId: trees.left.id, unionName: trees.left.name, offices: 1 },
      ],
      joins: [{ unionId: trees.right.id, unionName: trees.right.name, offices: 1 }],
      sizeClassAfter: null,
    });
    expect(shown.sizeClassBefore).not.toBeNull();
    // Whoever confirms sees the same; whoever is above its new place alone does not see what is below another one.
    expect(await preview(branch, trees.right.id, second)).toEqual(shown);
    await expect(preview(branch, trees.right.id, there)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });

    // What it has promised is what happens.
    const { version: ifMatch } = await membership.ask(unionContract.get, { unionId: branch.id }, here);
    const proposed = await membership.ask(
      unionContract.change,
      { unionId: branch.id, parentId: trees.right.id },
      here,
      { ifMatch },
    );
    await membership.ask(
      pendingChangeContract.confirm,
      { pendingChangeId: proposed.pendingChangeId ?? '' },
      second,
    );
    const back = await preview(branch, firm.id, second);
    expect(back.leaves.map(({ unionId }) => unionId)).toEqual([trees.right.id]);
    expect(back.joins.map(({ unionId }) => unionId)).toEqual([firm.id, trees.left.id]);
    expect(back).toMatchObject({ sizeClassBefore: null, sizeClassAfter: shown.sizeClassBefore });
  });

  it('refuses what the move would be refused for, and changes nothing', async () => {
    const union = await below(trees.left.id, '春风工会');
    const under = await below(union.id, '春风一分会');
    await below(trees.right.id, '春风工会');
    await expect(preview(union, under.id)).rejects.toMatchObject({ code: 'UNION_MOVE_WITHIN' });
    await expect(preview(trees.root, trees.left.id, above)).rejects.toMatchObject({
      code: 'UNION_MOVE_OF_ROOT',
    });
    await expect(preview(union, trees.right.id)).rejects.toMatchObject({ code: 'UNION_NAME_TAKEN' });
    expect(await preview(union, trees.left.id)).toMatchObject({ leaves: [], joins: [] });
    const after = await membership.ask(unionContract.get, { unionId: union.id }, here);
    expect(after).toMatchObject({ version: union.version, pendingChangeId: null });
  });
});
