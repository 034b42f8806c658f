import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignmentSetContract,
  type AssignmentSetContent,
  assignmentSetsMax,
} from '@gongxiang/contracts/affairs/assignments/assignment-set.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture, unionState } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let below: UnionState;
let giver: Actor;
let left: Actor;
let member: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  below = unionState('1.4.7.', { name: '炼钢车间工会', parentId: tree.left.id });
  await affairs.emit(membershipEvents.unionChanged, below);
  giver = await plantPerson(affairs, tree.root, 'officer');
  left = await plantPerson(affairs, tree.left, 'officer');
  member = await plantPerson(affairs, tree.root);
  await eventually(async () => {
    expect(await affairs.dataSource.query(`SELECT 1 FROM union_ref WHERE id = $1`, [below.id])).toHaveLength(
      1,
    );
  });
});
afterAll(() => affairs.stop());

const contentOf = (changes: Partial<AssignmentSetContent> = {}): AssignmentSetContent => ({
  name: `名单 ${newId()}`,
  unionIds: [tree.right.id],
  branchIds: [tree.left.id],
  ...changes,
});
const save = (
  changes: Partial<AssignmentSetContent> = {},
  actor: Actor | null = giver,
  unionId = tree.root.id,
) => affairs.ask(assignmentSetContract.create, { unionId, ...contentOf(changes) }, actor);
const setsOf = async (unionId = tree.root.id) =>
  (await affairs.ask(assignmentSetContract.list, { unionId }, giver)).items;
const remove = (setId: string, actor: Actor | null = giver) =>
  affairs.ask(assignmentSetContract.remove, { setId }, actor);

describe('a set of unions', () => {
  it('is saved, found by name, changed and deleted', async () => {
    const made = await save({ name: '制造业' });
    expect(await setsOf()).toContainEqual(made);
    const request = { setId: made.id, ...contentOf({ name: '重工', branchIds: [] }) };
    const changed = await affairs.ask(assignmentSetContract.change, request, giver, {
      ifMatch: made.version,
    });
    expect(changed).toMatchObject({ name: '重工', unionIds: [tree.right.id], branchIds: [], version: 2 });
    await expect(
      affairs.ask(assignmentSetContract.change, request, giver, { ifMatch: made.version }),
    ).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await remove(made.id);
    expect(await setsOf()).not.toContainEqual(expect.objectContaining({ id: made.id }));
    await expect(remove(made.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => member, 'NOT_FOUND'],
    ['an officer of a union below', () => left, 'NOT_FOUND'],
  ])('is neither saved, read, counted nor deleted by %s', async (_who, actor, code) => {
    const { id } = await save();
    const unionId = tree.root.id;
    await expect(save({}, actor())).rejects.toMatchObject({ code });
    await expect(affairs.ask(assignmentSetContract.list, { unionId }, actor())).rejects.toMatchObject({
      code,
    });
    const request = { unionId, scope: 'all' as const, unionIds: [], branchIds: [] };
    await expect(affairs.ask(assignmentSetContract.count, request, actor())).rejects.toMatchObject({ code });
    await expect(remove(id, actor())).rejects.toMatchObject({ code });
  });

  it('has a name of its own in its union', async () => {
    await save({ name: '同名' });
    await expect(save({ name: '同名' })).rejects.toMatchObject({ code: 'ASSIGNMENT_SET_NAME_TAKEN' });
    expect(
      await save({ name: '同名', unionIds: [], branchIds: [below.id] }, left, tree.left.id),
    ).toMatchObject({
      name: '同名',
    });
  });

  it('has unions below alone, and at least one', async () => {
    await expect(save({ unionIds: [tree.root.id] })).rejects.toMatchObject({
      code: 'ASSIGNMENT_UNION_NOT_BELOW',
      errors: [{ pointer: '/unionIds' }],
    });
    await expect(save({ unionIds: [], branchIds: [] })).rejects.toMatchObject({
      code: 'ASSIGNMENT_UNIONS_MISSING',
    });
  });

  it('leaves out a union that has closed since', async () => {
    const closing = unionState('1.8.', { name: '撤并工会', parentId: tree.root.id });
    await affairs.emit(membershipEvents.unionChanged, closing);
    await eventually(async () => expect((await countOf({ unionIds: [closing.id] })).unions).toBe(3));
    const { id } = await save({ unionIds: [tree.right.id, closing.id] });
    await affairs.emit(membershipEvents.unionChanged, {
      ...closing,
      version: closing.version + 1,
      active: false,
    });
    await eventually(async () => {
      const set = (await setsOf()).find((one) => one.id === id);
      expect(set?.unionIds).toEqual([tree.right.id]);
    });
  });

  it('is one of not too many', async () => {
    const unionId = tree.left.id;
    const rows = Array.from({ length: assignmentSetsMax }, (_, index) => [newId(), `第 ${index} 份`]);
    await affairs.dataSource.query(
      `INSERT INTO assignment_set (id, version, union_id, name, union_ids, branch_ids)
       SELECT t.id, 1, $1, t.name, '{}', '{}' FROM unnest($2::uuid[], $3::text[]) AS t(id, name)`,
      [unionId, rows.map(([id]) => id), rows.map(([, name]) => name)],
    );
    const content = { unionIds: [below.id], branchIds: [] };
    await expect(save(content, left, unionId)).rejects.toMatchObject({ code: 'ASSIGNMENT_SETS_TOO_MANY' });
  });
});

const countOf = (chosen: Partial<AssignmentSetContent>, scope: 'all' | 'children' | 'chosen' = 'chosen') =>
  affairs.ask(
    assignmentSetContract.count,
    { unionId: tree.root.id, scope, unionIds: [], branchIds: [tree.left.id], ...chosen },
    giver,
  );

describe('before it is given', () => {
  it('is counted, each union once', async () => {
    expect(await countOf({})).toEqual({ unions: 2, unknown: 0 }); // 江城重工 and its workshop
    expect(await countOf({ unionIds: [below.id, tree.right.id] })).toEqual({ unions: 3, unknown: 0 });
    expect(await countOf({ unionIds: [newId()], branchIds: [] })).toEqual({ unions: 0, unknown: 1 });
    expect((await countOf({}, 'all')).unions).toBeGreaterThan((await countOf({}, 'children')).unions);
  });
});
