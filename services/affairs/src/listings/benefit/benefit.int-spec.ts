import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefitContract } from '@gongxiang/contracts/affairs/listings/benefit.contract';
import { type Actor, dayMs } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { benefitOf, dayIn, publishBenefit } from '../listings.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let stranger: Actor;
let member: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
});
afterAll(() => affairs.stop());

const { create, change, publish, withdraw, restore } = benefitContract;
const get = (benefitId: string, actor: Actor | null) =>
  affairs.ask(actor === null ? benefitContract.getPublic : benefitContract.get, { benefitId }, actor);
const idsFor = async (actor: Actor | null, filter: object = {}) =>
  (
    await affairs.ask(actor === null ? benefitContract.listPublic : benefitContract.list, filter, actor)
  ).items.map(({ id }) => id);

describe('a benefit', () => {
  it('is written by an officer, published, changed, taken back and shown again', async () => {
    const made = await affairs.ask(create, { ...benefitOf(affairs), unionId: tree.left.id }, officer);
    expect(made).toMatchObject({ state: 'draft', changeable: true, code: null, link: null });
    for (const actor of [null, member, stranger])
      await expect(get(made.id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const asked = { benefitId: made.id };
    await affairs.ask(publish, asked, officer, { ifMatch: 1 });
    expect(await get(made.id, member)).toMatchObject({ state: 'published', changeable: false });
    await expect(get(made.id, neighbour)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      affairs.ask(withdraw, { ...asked, reason: '停业' }, member, { ifMatch: 2 }),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const request = { ...benefitOf(affairs, { title: '图书七折' }), ...asked };
    await affairs.ask(change, request, officer, { ifMatch: 2 });
    expect(await idsFor(member, { q: 'qizhe' })).toEqual([made.id]);
    expect(await idsFor(member, { q: '武昌' })).toEqual([made.id]);
    await affairs.ask(withdraw, { ...asked, reason: '停业' }, officer, { ifMatch: 3 });
    await expect(get(made.id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await get(made.id, officer)).toMatchObject({ state: 'withdrawn', withdrawReason: '停业' });
    expect(await idsFor(officer, { state: 'withdrawn' })).toEqual([made.id]);
    await affairs.ask(restore, asked, officer, { ifMatch: 4 });
    expect(await idsFor(member)).toContain(made.id);
  });

  it('says what one saves where its officers say so', async () => {
    const saving = { savesAmount: { amount: '500', currency: 'CNY' as const } };
    const made = await affairs.ask(create, { ...benefitOf(affairs, saving), unionId: tree.left.id }, officer);
    expect(made).toMatchObject({ ...saving, savesPercent: null });
    const request = { ...benefitOf(affairs, { savesPercent: 12 }), benefitId: made.id };
    const changed = await affairs.ask(change, request, officer, { ifMatch: 1 });
    expect(changed).toMatchObject({ savesPercent: 12, savesAmount: null });
    const silent = { ...benefitOf(affairs), benefitId: made.id };
    expect(await affairs.ask(change, silent, officer, { ifMatch: 2 })).toMatchObject({
      savesPercent: null,
      savesAmount: null,
    });
  });

  it('shows the word that one says to members alone', async () => {
    const { id } = await publishBenefit(affairs, tree.left.id, officer, {
      way: 'code',
      code: '工会家',
      audience: 'public',
    });
    expect(await get(id, null)).toMatchObject({ code: null });
    expect(await get(id, neighbour)).toMatchObject({ code: '工会家' });
    expect(await get(id, { ...neighbour, unionId: null, unionPath: null, roles: [] })).toMatchObject({
      code: null,
    });
  });

  it('of finance is a link and nothing else', async () => {
    const finance = benefitOf(affairs, { category: 'finance' });
    await expect(affairs.ask(create, { ...finance, unionId: tree.left.id }, officer)).rejects.toMatchObject({
      code: 'BENEFIT_INVALID',
      errors: [{ pointer: '/way', code: 'BENEFIT_FINANCE_LINK' }],
    });
    const { id } = await publishBenefit(affairs, tree.left.id, officer, {
      category: 'finance',
      way: 'link',
      link: 'https://bank.example/union',
      audience: 'public',
    });
    expect(await idsFor(null, { category: 'finance' })).toEqual([id]);
    expect(await idsFor(null, { category: 'finance', district: '汉阳区' })).toEqual([]);
  });

  it('ends by itself after its last day, and is shown again with a later one', async () => {
    const { id, version } = await publishBenefit(affairs, tree.left.id, officer, {
      until: dayIn(affairs, 1),
    });
    affairs.clock.advance(2 * dayMs);
    await eventually(async () => expect(await get(id, officer)).toMatchObject({ state: 'ended' }));
    expect(await idsFor(member)).not.toContain(id);
    const over = {
      ...benefitOf(affairs, { from: dayIn(affairs, -2), until: dayIn(affairs, -1) }),
      benefitId: id,
    };
    await expect(affairs.ask(change, over, officer, { ifMatch: version + 1 })).rejects.toMatchObject({
      code: 'BENEFIT_OVER',
    });
    const later = { ...over, until: dayIn(affairs, 9) };
    await affairs.ask(change, later, officer, { ifMatch: version + 1 });
    expect(await idsFor(member)).toContain(id);
  });
});
