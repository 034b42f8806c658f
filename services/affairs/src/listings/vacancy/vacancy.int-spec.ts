import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { vacancyContract } from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { type Actor, dayMs } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { dayIn, draftVacancy, employerName, publishVacancy, vacancyOf } from '../listings.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let stranger: Actor;
let rootOfficer: Actor;
let member: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
});
afterAll(() => affairs.stop());

const { create, change, publish, extend, fill, end, withdraw, restore } = vacancyContract;
const get = (vacancyId: string, actor: Actor | null) =>
  affairs.ask(actor === null ? vacancyContract.getPublic : vacancyContract.get, { vacancyId }, actor);
const idsFor = async (actor: Actor | null, filter: object = {}) =>
  (
    await affairs.ask(actor === null ? vacancyContract.listPublic : vacancyContract.list, filter, actor)
  ).items.map(({ id }) => id);

describe('a vacancy', () => {
  it('is written by an officer of the employer’s union, and nobody else sees it before it is published', async () => {
    const made = await draftVacancy(affairs, tree.left.id, officer);
    expect(made).toMatchObject({
      state: 'draft',
      employerName,
      unionName: '江城重工工会',
      publisherName: '江城重工工会',
      payFrom: { amount: '600000' },
      feeWords: [],
      acts: [{ act: 'change' }, { act: 'publish' }],
    });
    for (const actor of [null, member, stranger])
      await expect(get(made.id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const request = { ...vacancyOf(affairs, { title: '铣工' }), vacancyId: made.id };
    expect(await affairs.ask(change, request, officer, { ifMatch: 1 })).toMatchObject({ title: '铣工' });
    const asked = { vacancyId: made.id };
    await expect(affairs.ask(publish, asked, officer, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
    await affairs.ask(publish, asked, officer, { ifMatch: 2 });
    expect(await get(made.id, member)).toMatchObject({
      state: 'published',
      acts: [],
      interestPossible: true,
    });
    await expect(affairs.ask(fill, asked, member, { ifMatch: 3 })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    for (const actor of [null, neighbour])
      await expect(get(made.id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a member', () => member, 'NOT_FOUND'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
  ])('is not offered in its name by %s', async (_who, actor, code) => {
    const request = { ...vacancyOf(affairs), unionId: tree.left.id, employerName };
    await expect(affairs.ask(create, request, actor())).rejects.toMatchObject({ code });
  });

  it('is of an enterprise that the union has', async () => {
    const request = { ...vacancyOf(affairs), unionId: tree.root.id, employerName: null };
    await expect(affairs.ask(create, request, rootOfficer)).rejects.toMatchObject({
      code: 'VACANCY_NO_EMPLOYER',
      errors: [{ pointer: '/unionId' }],
    });
  });

  it('that a union above publishes is for its members, and is vouched for by it', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, rootOfficer, { kind: 'rotation' });
    expect(await get(id, neighbour)).toMatchObject({
      publisherName: '江城市总工会',
      unionName: '江城重工工会',
    });
    await expect(get(id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await idsFor(neighbour)).toContain(id);
  });

  it('for anybody is found without signing in, in words, in pinyin and by district, kind and group', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, officer, {
      title: '叉车司机',
      kind: 'shiftWork',
      district: '汉阳区',
      audience: 'public',
    });
    expect(await get(id, null)).toMatchObject({ interestPossible: false, phone: '027-80000000' });
    for (const filter of [
      {},
      { q: '叉车' },
      { q: 'chache' },
      { q: '重工' },
      { q: '汉阳' },
      { kind: 'shiftWork' },
      { district: '汉阳区' },
      { suit: 'over40And50' },
    ])
      expect(await idsFor(null, filter)).toEqual([id]);
    for (const filter of [{ q: '会计' }, { kind: 'seasonal' }, { district: '武昌区' }, { suit: 'veteran' }])
      expect(await idsFor(null, filter)).toEqual([]);
  });

  it('is listed by its officers by state, page after page', async () => {
    const made = [await draftVacancy(affairs, tree.right.id, stranger)];
    made.push(await draftVacancy(affairs, tree.right.id, stranger));
    const first = await affairs.ask(vacancyContract.list, { state: 'draft', limit: 1 }, stranger);
    expect(first.items.map(({ id }) => id)).toEqual([made[1]?.id]);
    const cursor = first.nextCursor ?? '';
    const second = await affairs.ask(vacancyContract.list, { state: 'draft', limit: 1, cursor }, stranger);
    expect(second.items.map(({ id }) => id)).toEqual([made[0]?.id]);
    expect(await idsFor(officer, { state: 'draft' })).not.toContain(made[0]?.id);
    expect(await idsFor(member, { state: 'draft' })).toEqual([]);
  });

  it('that sounds as if it asked for a fee is held back until its officer has read it again', async () => {
    const made = await draftVacancy(affairs, tree.left.id, officer, { text: '入职交押金 200 元。' });
    expect(made.feeWords).toEqual(['押金']);
    const asked = { vacancyId: made.id };
    await expect(affairs.ask(publish, asked, officer, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'VACANCY_FEE_WORDS',
      params: { words: '押金' },
    });
    const seen = { ...asked, feeWordsSeen: true };
    const shown = await affairs.ask(publish, seen, officer, { ifMatch: 1 });
    expect(await get(made.id, member)).toMatchObject({ feeWords: [] });
    const changed = { ...vacancyOf(affairs, { text: '另收培训费。' }), ...asked };
    await expect(affairs.ask(change, changed, officer, { ifMatch: shown.version })).rejects.toMatchObject({
      code: 'VACANCY_FEE_WORDS',
    });
  });

  it('keeps for whom it is once it is published', async () => {
    const { id, version } = await publishVacancy(affairs, tree.left.id, officer);
    const request = { ...vacancyOf(affairs, { audience: 'public' }), vacancyId: id };
    await expect(affairs.ask(change, request, officer, { ifMatch: version })).rejects.toMatchObject({
      code: 'VACANCY_AUDIENCE_FIXED',
      errors: [{ pointer: '/audience' }],
    });
  });

  it('names each thing that is wrong', async () => {
    const wrong = vacancyOf(affairs, { phone: null, kind: 'internalCompetition', audience: 'public' });
    await expect(
      affairs.ask(create, { ...wrong, unionId: tree.left.id, employerName }, officer),
    ).rejects.toMatchObject({
      code: 'VACANCY_INVALID',
      errors: [
        { pointer: '/phone', code: 'VACANCY_NO_CONTACT' },
        { pointer: '/audience', code: 'VACANCY_INTERNAL_PUBLIC' },
      ],
    });
  });

  it('is filled, shown again, ended and extended, for ninety days at most', async () => {
    const { id, version } = await publishVacancy(affairs, tree.left.id, officer, { audience: 'public' });
    const asked = { vacancyId: id };
    await affairs.ask(fill, asked, officer, { ifMatch: version });
    await expect(get(id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await affairs.ask(restore, asked, officer, { ifMatch: version + 1 });
    expect(await idsFor(null)).toContain(id);
    await affairs.ask(end, asked, officer, { ifMatch: version + 2 });
    expect(await idsFor(null)).not.toContain(id);
    const late = { ...asked, until: dayIn(affairs, 91) };
    await expect(affairs.ask(extend, late, officer, { ifMatch: version + 3 })).rejects.toMatchObject({
      code: 'VACANCY_UNTIL',
      errors: [{ pointer: '/until' }],
    });
    const until = dayIn(affairs, 90);
    const longer = await affairs.ask(extend, { ...asked, until }, officer, { ifMatch: version + 3 });
    expect(longer).toMatchObject({ state: 'published', until });
  });

  it('that its union takes back it restores itself; what one above takes back, only one above restores', async () => {
    const { id, version } = await publishVacancy(affairs, tree.left.id, officer);
    const reason = { vacancyId: id, reason: '工资写错了' };
    await affairs.ask(withdraw, reason, officer, { ifMatch: version });
    await affairs.ask(restore, { vacancyId: id }, officer, { ifMatch: version + 1 });
    await affairs.ask(withdraw, reason, rootOfficer, { ifMatch: version + 2 });
    expect(await get(id, officer)).toMatchObject({ withdrawReason: '工资写错了', acts: [] });
    await expect(
      affairs.ask(restore, { vacancyId: id }, officer, { ifMatch: version + 3 }),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const again = await affairs.ask(restore, { vacancyId: id }, rootOfficer, { ifMatch: version + 3 });
    expect(again).toMatchObject({ state: 'published', withdrawReason: null });
  });

  it('ends by itself after its last day', async () => {
    const { id } = await publishVacancy(affairs, tree.left.id, officer, { until: dayIn(affairs, 1) });
    affairs.clock.advance(dayMs);
    expect(await idsFor(member)).toContain(id);
    affairs.clock.advance(dayMs);
    await eventually(async () => expect(await get(id, officer)).toMatchObject({ state: 'ended' }));
    expect(await idsFor(member)).not.toContain(id);
  });
});
