import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authChangedSubject, sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { filingStatisticsContract } from '@gongxiang/contracts/membership/unions/filing-statistics.contract';
import { pendingChangeContract } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { roleContract } from '@gongxiang/contracts/membership/unions/role.contract';
import { unionContract, type UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { type Actor, isWithin } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import {
  plantPerson,
  plantRole,
  plantSession,
  plantUnions,
  startMembership,
} from '../../membership.fixture.js';
import { UnionRow } from './union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
/** Officers of `left`, two of the root, and one of `right`. */
let here: Actor;
let above: Actor;
let second: Actor;
let there: Actor;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2 });
  trees = await plantUnions(membership);
  here = await officerOf(trees.left);
  above = await officerOf(trees.root);
  second = await officerOf(trees.root);
  there = await officerOf(trees.right);
});

afterAll(() => membership.stop());

async function officerOf({ id, path }: Pick<UnionRow, 'id' | 'path'>): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

let made = 0;
const below = (parentId: string, part: object = {}): Promise<UnionView> => {
  const name = `第${String((made += 1))}工会`;
  return membership.ask(unionContract.create, { parentId, name, ...part }, above);
};
const shown = ({ id: unionId }: Pick<UnionView, 'id'>): Promise<UnionView> =>
  membership.ask(unionContract.get, { unionId }, there);
const propose = async (
  union: Pick<UnionView, 'id'>,
  parentId: string,
  by: Actor = here,
): Promise<UnionView> => {
  const { version: ifMatch } = await shown(union);
  return membership.ask(unionContract.change, { unionId: union.id, parentId }, by, { ifMatch });
};
const confirm = (view: UnionView, by: Actor = second) =>
  membership.ask(pendingChangeContract.confirm, { pendingChangeId: view.pendingChangeId ?? '' }, by);
const rename = async (union: UnionView, by: Actor): Promise<UnionView> => {
  const { version: ifMatch } = await shown(union);
  return membership.ask(unionContract.change, { unionId: union.id, name: `${union.name}改` }, by, {
    ifMatch,
  });
};

/** No union begins with another path than the one above it, and no two have the same. */
async function expectTree(): Promise<void> {
  const rows = await membership.dataSource.manager.find(UnionRow);
  const pathOf = new Map(rows.map(({ id, path }) => [id, path]));
  const astray = rows.filter(({ path, parentId }) => {
    const parent = parentId === null ? '' : pathOf.get(parentId);
    return (
      parent === undefined || !path.startsWith(parent) || path.slice(parent.length).split('.').length !== 2
    );
  });
  expect(astray).toEqual([]);
  expect(new Set(pathOf.values()).size).toBe(rows.length);
}

describe('a union moves', () => {
  it('with all below it once another officer above both places has confirmed it, and everybody is told', async () => {
    const firm = await below(trees.left.id);
    const branch = await below(firm.id);
    const team = await below(branch.id);
    const own = await officerOf(branch);
    const sessionId = await plantSession(membership, own.personId);
    const heard: string[] = [];
    membership.nats.subscribe(authChangedSubject, {
      callback: (_error, message) => void heard.push(message.string()),
    });
    await membership.nats.flush();

    const waiting = await propose(firm, trees.right.id);
    expect(waiting).toMatchObject({ path: firm.path, parentId: trees.left.id, version: firm.version });
    expect(waiting.pendingChangeId).not.toBeNull();
    const [awaited] = await untilAwaits(membership, 'membership', waiting.pendingChangeId ?? '', [
      'changeProposed',
    ]);
    expect(awaited?.offices).toMatchObject({ unionIds: [trees.root.id], exceptIds: [here.personId] });
    // Not by whoever has proposed it, nor by those who are above one of both places alone.
    await expect(confirm(waiting, here)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await expect(confirm(waiting, await officerOf(trees.left))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(confirm(waiting, there)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const toDecide = async (actor: Actor) =>
      (await membership.ask(pendingChangeContract.list, { waitingForMe: true }, actor)).items.map(
        ({ id }) => id,
      );
    expect(await toDecide(second)).toContain(waiting.pendingChangeId);
    expect(await toDecide(await officerOf(trees.left))).not.toContain(waiting.pendingChangeId);

    const confirmed = await confirm(waiting);
    expect(confirmed).toMatchObject({
      state: 'confirmed',
      changes: [{ field: 'parentId', before: trees.left.id, after: trees.right.id }],
    });
    const moved = await Promise.all([firm, branch, team].map(shown));
    const [first, next, last] = moved as [UnionView, UnionView, UnionView];
    expect(first).toMatchObject({
      parentId: trees.right.id,
      pendingChangeId: null,
      version: firm.version + 1,
    });
    expect(first.path.startsWith(trees.right.path)).toBe(true);
    expect(next).toMatchObject({ parentId: firm.id, version: branch.version + 1 });
    expect([isWithin(next.path, first.path), isWithin(last.path, next.path)]).toEqual([true, true]);
    const told = (await membership.recorded(membershipEvents.unionChanged)).slice(-3);
    expect(told).toMatchObject(
      moved.map(({ id, path, parentId, version }) => ({ id, path, parentId, version })),
    );
    await eventually(() => expect(heard).toContain(JSON.stringify({ personId: null })));
    const resolved = await membership.ask(
      sessionContract.resolve,
      { personId: own.personId, sessionId },
      null,
    );
    expect(resolved.actor?.roles).toEqual([{ role: 'officer', unionId: branch.id, path: next.path }]);

    await expect(rename(last, here)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    // Its name waits for the officers above, who are others now.
    expect((await rename(last, there)).name).toBe(`${team.name}改`);
    await expectTree();
  });

  it('and takes along whom its open proposals wait for', async () => {
    const firm = await below(trees.left.id);
    const own = await officerOf(firm);
    const personId = await plantPerson(membership);
    const granted = await membership.ask(
      roleContract.grant,
      { unionId: firm.id, personId, role: 'finance' },
      own,
    );
    const id = granted.pendingChangeId ?? '';
    const [before] = await untilAwaits(membership, 'membership', id, ['changeProposed']);
    expect(before?.offices).toMatchObject({ unionIds: [trees.left.id] });
    await confirm(await propose(firm, trees.right.id));
    await eventually(async () => {
      const [after] = await untilAwaits(membership, 'membership', id, ['changeProposed']);
      expect(after?.offices).toMatchObject({ unionIds: [trees.right.id] });
    });
  });

  it('back again as it came', async () => {
    const firm = await below(trees.left.id);
    await confirm(await propose(firm, trees.right.id));
    const back = await propose(firm, trees.left.id, there);
    await confirm(back);
    expect(await shown(firm)).toMatchObject({ parentId: trees.left.id, version: firm.version + 2 });
    await expectTree();
    const { items } = await membership.ask(filingStatisticsContract.show, { unionId: trees.root.id }, above);
    const moves = items.find(({ kind }) => kind === 'unionMove');
    expect(moves?.decided).toBeGreaterThanOrEqual(2);
    expect(moves).toMatchObject({ medianHours: 0, escalated: 0, withinDeadline: null });
  });
});

describe('a union does not move', () => {
  const refused = async (
    union: Pick<UnionView, 'id'>,
    parentId: string,
    code: string,
    by: Actor = above,
  ): Promise<void> => {
    await expect(propose(union, parentId, by)).rejects.toMatchObject({
      code,
      errors: [{ pointer: '/parentId' }],
    });
  };

  it('below itself, from the root, below a closed one, or where its name is taken', async () => {
    const firm = await below(trees.left.id);
    const branch = await below(firm.id);
    await refused(firm, firm.id, 'UNION_MOVE_WITHIN');
    await refused(firm, branch.id, 'UNION_MOVE_WITHIN');
    await refused(trees.root, firm.id, 'UNION_MOVE_OF_ROOT');
    await refused(firm, '019a0000-0000-7000-8000-000000000000', 'NOT_FOUND');
    await below(trees.right.id, { name: firm.name });
    await refused(firm, trees.right.id, 'UNION_NAME_TAKEN');
    const closed = await below(trees.right.id);
    await membership.dataSource.manager.update(UnionRow, { id: closed.id }, { active: false });
    await refused(firm, closed.id, 'PARTY_CLOSED');
    await expect(propose(firm, trees.left.id, there)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await propose(firm, trees.left.id)).toMatchObject({ path: firm.path, pendingChangeId: null });
  });

  it('where what was proposed is not right any more when it is confirmed', async () => {
    const [firm, branch] = [await below(trees.left.id), await below(trees.left.id)];
    const waiting = await propose(firm, branch.id);
    await confirm(await propose(branch, trees.right.id));
    // Whoever was to decide then is above one of both places alone by now.
    const other = await officerOf(trees.left);
    await expect(confirm(waiting, other)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await confirm(waiting)).toMatchObject({ state: 'confirmed' });
    await expectTree();
  });

  it('below one that moves below it at the same time', async () => {
    const [one, other] = [await below(trees.left.id), await below(trees.left.id)];
    const [first, second_] = [await propose(one, other.id), await propose(other, one.id)];
    const ends = await Promise.allSettled([confirm(first), confirm(second_)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'UNION_MOVE_WITHIN' },
    });
    await expectTree();
  });
});

it('whatever is founded below a union while it moves goes with it', async () => {
  const firm = await below(trees.left.id);
  const branch = await below(firm.id);
  const waiting = await propose(firm, trees.right.id);
  const [, ...founded] = await Promise.all([
    confirm(waiting),
    ...Array.from({ length: 20 }, () => below(branch.id)),
  ]);
  const { path } = await shown(firm);
  for (const one of founded) expect(isWithin((await shown(one)).path, path)).toBe(true);
  await expectTree();
});
