import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contactPointContract as contract } from '@gongxiang/contracts/membership/unions/contact-point.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { callersOf, plantUnions, startMembership } from '../../membership.fixture.js';
import type { UnionRow } from '../union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: Record<'member' | 'stranger' | 'officer', Actor>;
let above: Actor;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  above = actorWith({ roles: [['officer', trees.root.id, trees.root.path]] });
});

afterAll(() => membership.stop());

const create = (name: string, actor = callers.officer, unionId = trees.left.id) =>
  membership.ask(contract.create, { unionId, name, phone: '027-8686 1200' }, actor);
const change = (one: { id: string; version: number }, part: object, actor = callers.officer) =>
  membership.ask(
    contract.change,
    { contactPointId: one.id, name: '职工服务中心', active: true, ...part },
    actor,
    { ifMatch: one.version },
  );
const namesFor = async (actor: Actor, filter: object = {}): Promise<string[]> =>
  (await membership.ask(contract.list, filter, actor)).items.map(({ name }) => name);

describe('an office where people turn to', () => {
  it('is added by an officer of its union or above, and is shown to everybody', async () => {
    const made = await create('职工服务中心');
    expect(made).toMatchObject({ version: 1, unionName: trees.left.name, about: null, active: true });
    await create('法律援助站', above);
    for (const actor of [callers.member, callers.stranger])
      expect(await membership.ask(contract.get, { contactPointId: made.id }, actor)).toEqual(made);
    const listed = await membership.ask(contract.listPublic, { unionId: trees.left.id }, null);
    expect(listed.items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['职工服务中心', '法律援助站']),
    );
  });

  it.each([
    ['a plain member', () => callers.member],
    ['an officer of another union', () => callers.stranger],
  ])('is not added or changed by %s', async (_who, actor) => {
    await expect(create('冒名窗口', actor())).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const made = await create('困难帮扶窗口');
    await expect(change(made, {}, actor())).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is gone for others once it is closed, and back once it is opened again', async () => {
    const made = await create('临时窗口');
    const closed = await change(made, { name: '临时窗口', active: false });
    expect(await namesFor(callers.member, { q: '临时' })).toEqual([]);
    expect(await namesFor(callers.stranger, { q: '临时' })).toEqual([]);
    expect(await namesFor(callers.officer, { q: '临时' })).toEqual(['临时窗口']);
    expect(await namesFor(above, { union: trees.left.id, q: '临时' })).toEqual(['临时窗口']);
    const gone = membership.ask(contract.get, { contactPointId: made.id }, callers.member);
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await change(closed, { name: '临时窗口' });
    expect(await namesFor(callers.member, { q: '临时' })).toEqual(['临时窗口']);
  });

  it('is changed as its officer last saw it, and loses what is left out', async () => {
    const made = await create('综合窗口');
    const changed = await change(made, { name: '综合服务窗口', hours: '8:30–17:00' });
    expect(changed).toMatchObject({ version: 2, name: '综合服务窗口', hours: '8:30–17:00', phone: null });
    await expect(change(made, {})).rejects.toMatchObject({ code: 'VERSION_STALE' });
  });

  it('is not found where there is none, nor at a union that there is not', async () => {
    const nowhere = membership.ask(contract.get, { contactPointId: newId() }, callers.member);
    await expect(nowhere).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(create('无主窗口', callers.officer, newId())).rejects.toMatchObject({
      code: 'NOT_FOUND',
      errors: [{ pointer: '/unionId' }],
    });
    await expect(membership.ask(contract.listPublic, { unionId: newId() }, null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
