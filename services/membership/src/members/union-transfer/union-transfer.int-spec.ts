import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  unionTransferContract as contract,
  type UnionTransferView,
} from '@gongxiang/contracts/membership/members/union-transfer.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { filingStatisticsContract } from '@gongxiang/contracts/membership/unions/filing-statistics.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { plantPerson, plantRole, plantUnions, startMembership } from '../../membership.fixture.js';
import { RoleGrantRow } from '../../unions/role/role.entity.js';
import { UnionRow } from '../../unions/union/union.entity.js';
import { MembershipRow } from '../member/membership.entity.js';
import { UnionTransferWorker } from './union-transfer-worker.js';
import { UnionTransferRow } from './union-transfer.entity.js';

const today = '2026-11-20';
let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
/** Officers of the union whose members move, of the one that takes them in, and two above both. */
let old: Actor;
let fresh: Actor;
let above: Actor;
let second: Actor;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2 });
  trees = await plantUnions(membership);
  old = await officerOf(trees.left);
  fresh = await officerOf(trees.right);
  above = await officerOf(trees.root);
  second = await officerOf(trees.root);
});

afterAll(() => membership.stop());

async function officerOf({ id, path }: UnionRow): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

/** A union beside the two, with so many members. */
async function unionWith(members: number, index: number): Promise<{ union: UnionRow; people: string[] }> {
  const union = { ...trees.left, id: newId(), path: `1.${String(index)}.`, name: `第${String(index)}工会` };
  await membership.dataSource.manager.insert(UnionRow, union);
  const people: string[] = [];
  for (let made = 0; made < members; made += 1) people.push(await memberOf(union));
  return { union, people };
}

async function memberOf({ id: unionId }: UnionRow, personId?: string): Promise<string> {
  const id = personId ?? (await plantPerson(membership));
  const term = {
    state: 'active',
    validFrom: '2020-01-01',
    validTo: null,
    employmentKind: 'regular',
  } as const;
  await membership.dataSource.manager.insert(MembershipRow, {
    id: newId(),
    personId: id,
    unionId,
    ...term,
    createdAt: membership.clock.now(),
  });
  return id;
}

const propose = (from: UnionRow, actor: Actor | null = old, to: { id: string } = trees.right) =>
  membership.ask(
    contract.propose,
    { unionId: from.id, toUnionId: to.id, reason: '企业整体迁入开发区' },
    actor,
  );
const named = ({ id }: UnionTransferView) => ({ unionTransferId: id });
const get = (one: UnionTransferView, actor: Actor | null = above) =>
  membership.ask(contract.get, named(one), actor);
const confirm = (one: UnionTransferView, actor: Actor | null = above) =>
  membership.ask(contract.confirm, named(one), actor);

function done(one: UnionTransferView): Promise<UnionTransferView> {
  return eventually(async () => {
    const seen = await get(one);
    if (seen.state !== 'done') throw new Error(`still ${seen.state}`);
    return seen;
  });
}

async function membershipsOf(personId: string): Promise<Partial<MembershipRow>[]> {
  return membership.dataSource.query(
    `SELECT union_id AS "unionId", state, ended_reason AS "endedReason", employment_kind AS "employmentKind",
       valid_from::text AS "validFrom" FROM union_membership WHERE person_id = $1 ORDER BY id`,
    [personId],
  );
}

describe('a transfer of all members of a union', () => {
  it('moves them all after an officer above both has confirmed it, in batches, and tells of each once', async () => {
    const { union, people } = await unionWith(120, 3); // three batches of at most 50
    const filed = await propose(union, above);
    expect(filed).toMatchObject({ state: 'waiting', total: 120, moved: 0, acts: ['withdraw'] });
    await expect(confirm(filed)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    expect(await get(filed, second)).toMatchObject({ acts: ['confirm', 'refuse'] });
    expect(await confirm(filed, second)).toMatchObject({ state: 'running', total: 120, acts: [] });
    expect(await done(filed)).toMatchObject({ total: 120, moved: 120, heldBack: 0 });
    const [first = ''] = people;
    expect(await membershipsOf(first)).toMatchObject([
      { unionId: union.id, state: 'ended', endedReason: 'transferred' },
      { unionId: trees.right.id, state: 'imported', validFrom: today, employmentKind: 'regular' },
    ]);
    const told = (await membership.recorded(membershipEvents.memberChanged)).filter(({ personId }) =>
      people.includes(personId),
    );
    expect(told).toHaveLength(120);
    const { items } = await membership.ask(filingStatisticsContract.show, { unionId: trees.root.id }, above);
    expect(items.find(({ kind }) => kind === 'membersMove')).toMatchObject({ decided: 1, waiting: 0 });
    expect(new Set(told.map(({ unionId }) => unionId))).toEqual(new Set([trees.right.id]));
    await expect(confirm(filed, second)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('is filed by officers of the union and above alone, and one at a time', async () => {
    const { union } = await unionWith(1, 4);
    const own = await officerOf(union);
    const plain = actorWith({ unionId: union.id, unionPath: union.path });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [plain, 'NOT_PERMITTED'],
      [fresh, 'NOT_PERMITTED'],
    ] as const)
      await expect(propose(union, actor)).rejects.toMatchObject({ code });
    await expect(propose(union, own, union)).rejects.toMatchObject({ code: 'TRANSFER_SAME_UNION' });
    await expect(propose(union, own, { id: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      errors: [{ pointer: '/toUnionId' }],
    });
    await expect(propose(trees.root, above)).rejects.toMatchObject({ code: 'UNION_TRANSFER_OF_ROOT' });
    const filed = await propose(union, own);
    const [awaited] = await untilAwaits(membership, 'membership', filed.id, ['unionTransferProposed']);
    expect(awaited).toMatchObject({
      title: union.name,
      offices: {
        roles: ['officer'],
        unionIds: [trees.root.id],
        isNearest: true,
        exceptIds: [own.personId],
      },
      values: { partyName: trees.right.name },
    });
    await expect(propose(union, own)).rejects.toMatchObject({ code: 'UNION_TRANSFER_UNDER_WAY' });
    // The union that takes them in sees it, and does not decide; others do not see it.
    expect(await get(filed, fresh)).toMatchObject({ acts: [] });
    await expect(confirm(filed, fresh)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const actor of [plain, old])
      await expect(get(filed, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const list = async (actor: Actor) =>
      (await membership.ask(contract.list, { open: true }, actor)).items.map(({ id }) => id);
    expect([await list(own), await list(fresh), await list(old)]).toEqual([[filed.id], [filed.id], []]);
    expect(await membership.ask(contract.withdraw, named(filed), own)).toMatchObject({ state: 'withdrawn' });
    await untilAwaits(membership, 'membership', filed.id, []);
    const again = await propose(union, own);
    const refusal = { ...named(again), reason: '接收工会尚未筹备好' };
    expect(await membership.ask(contract.refuse, refusal, above)).toMatchObject({
      state: 'refused',
      refusal: '接收工会尚未筹备好',
      moved: 0,
    });
  });

  it('E101: ends the offices of those who move, and holds the only officer of a union back', async () => {
    const { union } = await unionWith(2, 5);
    const only = await memberOf(union);
    await plantRole(membership, { personId: only, unionId: union.id, role: 'officer' });
    const helper = await memberOf(union);
    await plantRole(membership, { personId: helper, unionId: union.id, role: 'organiser' });
    const filed = await propose(union, above);
    await confirm(filed, second);
    expect(await done(filed)).toMatchObject({ total: 4, moved: 3, heldBack: 1 });
    expect(await membershipsOf(only)).toMatchObject([{ unionId: union.id, state: 'active' }]);
    const held = await membership.dataSource.manager.findBy(RoleGrantRow, { unionId: union.id });
    expect(held.map(({ personId, revokedAt }) => [personId, revokedAt !== null]).sort()).toEqual(
      [
        [only, false],
        [helper, true],
      ].sort(),
    );
  });

  it('goes on after the last committed batch when its process died', async () => {
    const { union, people } = await unionWith(60, 6);
    const filed = await propose(union, above);
    const { id } = filed;
    // As if a process had moved one batch and died before the next: progress and due row are one transaction.
    const members = await membership.dataSource.manager.find(MembershipRow, {
      where: { unionId: union.id },
      order: { id: 'ASC' },
    });
    await membership.dataSource.manager.update(
      UnionTransferRow,
      { id },
      {
        state: 'running',
        total: 60,
        decidedBy: second.personId,
        moved: 10,
        position: members[9]?.id ?? null,
      },
    );
    const worker = membership.app.get(UnionTransferWorker, { strict: false });
    await membership.app.get(Transactions).system(continueTrace(undefined), (tx) => worker.run(tx, id));
    expect(await done(filed)).toMatchObject({ moved: 60 });
    const moved = await Promise.all(people.map(async (one) => (await membershipsOf(one)).length));
    // Those before the position are left as they are.
    expect(moved.filter((count) => count === 2)).toHaveLength(50);
  });

  it('moves nobody into a union that is closed', async () => {
    const { union } = await unionWith(2, 7);
    const { union: taker } = await unionWith(0, 8);
    const filed = await propose(union, above, taker);
    await membership.dataSource.manager.update(UnionRow, { id: taker.id }, { active: false });
    await expect(confirm(filed, second)).rejects.toMatchObject({ code: 'TRANSFER_UNION_INACTIVE' });
    await expect(propose(trees.left, above, taker)).rejects.toMatchObject({
      code: 'TRANSFER_UNION_INACTIVE',
      errors: [{ pointer: '/toUnionId' }],
    });
  });
});
