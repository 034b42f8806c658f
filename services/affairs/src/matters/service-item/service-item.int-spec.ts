import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceItemContract } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantService, plantTree, type Tree } from '../matters.fixture.js';
import { definitionOf } from './service-item.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let stranger: Actor;
let member: Actor;
let rootOfficer: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  member = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

const create = (actor: Actor | null, unionId = tree.left.id) =>
  affairs.ask(serviceItemContract.create, { ...definitionOf(), unionId }, actor);
const get = (serviceId: string, actor: Actor | null) =>
  affairs.ask(actor === null ? serviceItemContract.getPublic : serviceItemContract.get, { serviceId }, actor);
const namesFor = async (actor: Actor | null, filter: object = {}) =>
  (
    await affairs.ask(
      actor === null ? serviceItemContract.listPublic : serviceItemContract.list,
      filter,
      actor,
    )
  ).items.map(({ name }) => name);

describe('a service', () => {
  it('is designed by an officer, and nobody else sees it before it is offered', async () => {
    const made = await create(officer);
    expect(made).toMatchObject({ state: 'draft', edition: 1, version: 1, usable: false, changeable: true });
    expect(await get(made.id, rootOfficer)).toMatchObject({ id: made.id });
    for (const actor of [null, member, stranger])
      await expect(get(made.id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const opened = await affairs.ask(serviceItemContract.open, { serviceId: made.id }, officer, {
      ifMatch: 1,
    });
    expect(opened).toMatchObject({ state: 'open', version: 2 });
    expect(await get(made.id, null)).toMatchObject({ usable: false, changeable: false });
    expect(await get(made.id, member)).toMatchObject({ usable: true, changeable: false });
    expect(await get(made.id, stranger)).toMatchObject({ usable: false });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a member', () => member, 'NOT_FOUND'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
  ])('is not designed by %s', async (_who, actor, code) => {
    await expect(create(actor())).rejects.toMatchObject({ code });
    const made = await create(officer);
    const change = { ...definitionOf(), serviceId: made.id };
    await expect(
      affairs.ask(serviceItemContract.change, change, actor(), { ifMatch: 1 }),
    ).rejects.toMatchObject({ code });
  });

  it('keeps each edition, says what is wrong with a new one, and changes nothing then', async () => {
    const made = await create(officer);
    const change = { ...definitionOf({ name: '借阅证' }), serviceId: made.id };
    const changed = await affairs.ask(serviceItemContract.change, change, officer, { ifMatch: 1 });
    expect(changed).toMatchObject({ name: '借阅证', edition: 2, version: 2 });
    const bad = { ...definitionOf({ outcomes: [] }), serviceId: made.id };
    await expect(affairs.ask(serviceItemContract.change, bad, officer, { ifMatch: 2 })).rejects.toMatchObject(
      {
        code: 'VALIDATION_FAILED',
      },
    );
    const twice = { id: 'a', label: '一' };
    const worse = { ...definitionOf({ outcomes: [twice, twice] }), serviceId: made.id };
    await expect(
      affairs.ask(serviceItemContract.change, worse, officer, { ifMatch: 2 }),
    ).rejects.toMatchObject({
      code: 'SERVICE_INVALID',
      errors: [{ pointer: '/outcomes/1/id', code: 'SERVICE_OUTCOME_TWICE' }],
    });
    await expect(
      affairs.ask(serviceItemContract.change, change, officer, { ifMatch: 1 }),
    ).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
    expect(await get(made.id, officer)).toMatchObject({ edition: 2, name: '借阅证' });
  });

  it('is found by its name, its pinyin and its kind; what is closed says why', async () => {
    const made = await plantService(affairs, tree.right.id, stranger, {
      name: '法律咨询',
      category: 'consultation',
    });
    expect(await namesFor(null, { q: '律咨' })).toEqual(['法律咨询']);
    expect(await namesFor(null, { q: 'flzx' })).toEqual(['法律咨询']);
    expect(await namesFor(null, { q: 'falv' })).toEqual(['法律咨询']);
    expect(await namesFor(member, { category: 'consultation' })).toEqual(['法律咨询']);
    expect(await namesFor(member, { q: '%' })).toEqual([]);
    const close = { serviceId: made.id, reason: '律师更换，下月恢复' };
    await affairs.ask(serviceItemContract.close, close, stranger, { ifMatch: made.version });
    expect(await namesFor(null, { q: '法律' })).toEqual([]);
    expect(await namesFor(stranger, { state: 'closed' })).toEqual(['法律咨询']);
    expect(await namesFor(officer, { state: 'closed' })).toEqual([]);
    expect(await get(made.id, rootOfficer)).toMatchObject({ closeReason: '律师更换，下月恢复' });
  });

  it('is listed page by page in the order of names', async () => {
    const { items } = await affairs.ask(serviceItemContract.list, { state: 'draft', limit: 100 }, officer);
    const first = await affairs.ask(serviceItemContract.list, { state: 'draft', limit: 2 }, officer);
    const second = await affairs.ask(
      serviceItemContract.list,
      { state: 'draft', limit: 100, cursor: first.nextCursor ?? '' },
      officer,
    );
    expect([...first.items, ...second.items]).toEqual(items);
  });
});
