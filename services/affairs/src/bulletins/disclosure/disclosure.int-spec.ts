import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  bulletinContract,
  type BulletinView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import {
  type DisclosureItemContent,
  disclosureItemContract,
  type DisclosureItemView,
  type ListDisclosureBoard,
} from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs, daysAfter, shanghaiDate } from '@gongxiang/domain';
import { workingDaysAfter, yearOf } from '@gongxiang/domain/holidays';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { publishBulletin } from '../bulletins.fixture.js';

const { create, change, end, list, listMine, meet, unlink, board } = disclosureItemContract;

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
beforeEach(async () => {
  await affairs.dataSource.query('DELETE FROM disclosure_met');
  await affairs.dataSource.query('DELETE FROM disclosure_item');
});
afterAll(() => affairs.stop());

const today = (): string => shanghaiDate(affairs.clock.now());
const awaits = (id: string, ...kinds: readonly string[]) => untilAwaits(affairs, 'affairs', id, kinds);

function contentOf(changes: Partial<DisclosureItemContent> = {}): DisclosureItemContent {
  return {
    title: '职工教育经费提取和使用情况',
    owedBy: 'enterprise',
    department: '人力资源部',
    basis: '《企业民主管理规定》',
    rhythm: 'once',
    firstDueOn: daysAfter(today(), 30),
    ...changes,
  };
}

function plan(changes: Partial<DisclosureItemContent> = {}, actor: Actor | null = officer) {
  return affairs.ask(create, { ...contentOf(changes), unionId: tree.left.id }, actor);
}

const disclose = (): Promise<BulletinView> =>
  publishBulletin(affairs, tree.left.id, officer, { title: '教育经费公开', kind: 'disclosure' });

const link = (
  item: DisclosureItemView,
  bulletinId: string,
  on = item.firstDueOn,
  actor: Actor | null = officer,
) => affairs.ask(meet, { itemId: item.id, on, bulletinId }, actor);

async function itemOf(id: string, actor: Actor = officer, year?: number): Promise<DisclosureItemView> {
  const request = { unionId: tree.left.id, ...(year === undefined ? {} : { year }) };
  const { items } = await affairs.ask(list, request, actor);
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error('the item is not listed');
  return item;
}

async function stateOf({ id, firstDueOn }: DisclosureItemView): Promise<string | undefined> {
  const { occasions } = await itemOf(id, officer, yearOf(firstDueOn));
  return occasions.find(({ on }) => on === firstDueOn)?.state;
}

const boardOf = async (filter: Partial<ListDisclosureBoard> = {}, actor: Actor | null = rootOfficer) =>
  (await affairs.ask(board, { unionId: tree.root.id, ...filter }, actor)).items;

describe('what is to be disclosed', () => {
  it('is planned by an officer, with its occasions of the year, and seen by members of that union', async () => {
    const year = yearOf(today());
    const made = await plan({ rhythm: 'quarterly', firstDueOn: `${year}-03-31` });
    expect(made).toMatchObject({ version: 1, state: 'active', changeable: true, department: '人力资源部' });
    expect(made.occasions.map(({ on }) => on)).toEqual(
      ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`),
    );
    const { items } = await affairs.ask(listMine, {}, member);
    expect(items).toMatchObject([{ id: made.id, changeable: false }]);
    expect((await affairs.ask(listMine, {}, stranger)).items).toEqual([]);
    expect((await affairs.ask(listMine, {}, actorWith({}))).items).toEqual([]);
    expect((await itemOf(made.id, rootOfficer)).changeable).toBe(true);
    const auditor = actorWith({ roles: [['auditor', tree.root.id, tree.root.path]] });
    expect((await itemOf(made.id, auditor)).changeable).toBe(false);
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [member, 'NOT_FOUND'],
      [stranger, 'NOT_FOUND'],
    ] as const)
      await expect(affairs.ask(list, { unionId: tree.left.id }, actor)).rejects.toMatchObject({ code });
  });

  it.each<[string, () => Actor | null, string, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
    ['a member', () => member, 'NOT_FOUND', 'NOT_PERMITTED'],
    ["another union's officer", () => stranger, 'NOT_FOUND', 'NOT_FOUND'],
  ])('is neither planned nor ended by %s', async (_who, actor, unseen, code) => {
    await expect(plan({}, actor())).rejects.toMatchObject({ code: unseen });
    const { id, version } = await plan();
    const request = { itemId: id, reason: '不再公开' };
    await expect(affairs.ask(end, request, actor(), { ifMatch: version })).rejects.toMatchObject({ code });
  });

  it('needs a department where the enterprise owes it, and has none where the union does', async () => {
    await expect(plan({ department: null })).rejects.toMatchObject({
      code: 'DISCLOSURE_DEPARTMENT_MISSING',
      errors: [{ pointer: '/department' }],
    });
    expect(await plan({ owedBy: 'union' })).toMatchObject({ department: null });
    const early = `${yearOf(today()) - 2}-12-31`;
    await expect(plan({ firstDueOn: early })).rejects.toMatchObject({ code: 'DISCLOSURE_FIRST_DAY_EARLY' });
  });

  it('keeps its days once it was due, and is changed in all else', async () => {
    const made = await plan({ firstDueOn: daysAfter(today(), -1) });
    const request = {
      itemId: made.id,
      ...contentOf({ firstDueOn: made.firstDueOn, title: '福利费使用情况' }),
    };
    const changed = await affairs.ask(change, request, officer, { ifMatch: made.version });
    expect(changed).toMatchObject({ title: '福利费使用情况', version: 2 });
    const moved = { ...request, firstDueOn: daysAfter(today(), 30) };
    await expect(affairs.ask(change, moved, officer, { ifMatch: 2 })).rejects.toMatchObject({
      code: 'DISCLOSURE_RHYTHM_FIXED',
    });
    await expect(affairs.ask(change, request, officer, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
    const later = await plan();
    const free = { ...moved, itemId: later.id, rhythm: 'monthly' } as const;
    expect(await affairs.ask(change, free, officer, { ifMatch: 1 })).toMatchObject({ rhythm: 'monthly' });
  });

  it('ends with a reason: what was missing stays on the board, and nothing waits', async () => {
    const made = await plan({ rhythm: 'monthly', firstDueOn: daysAfter(today(), -1) });
    await awaits(made.id, 'disclosureMissing');
    const request = { itemId: made.id, reason: '并入另一项' };
    const ended = await affairs.ask(end, request, officer, { ifMatch: made.version });
    expect(ended).toMatchObject({
      state: 'ended',
      endedOn: today(),
      endReason: '并入另一项',
      changeable: false,
    });
    await awaits(made.id);
    const year = yearOf(made.firstDueOn);
    expect((await boardOf({ year, only: 'missing' })).map(({ unionId }) => unionId)).toEqual([tree.left.id]);
    const { id } = await disclose();
    await expect(link(made, id)).rejects.toMatchObject({ code: 'DISCLOSURE_ITEM_ENDED' });
  });
});

describe('an occasion', () => {
  it('is met by a published bulletin of its union, in time or late, and is not any more once that is withdrawn', async () => {
    const late = await plan({ firstDueOn: daysAfter(today(), -1) });
    const early = await plan({ firstDueOn: daysAfter(today(), 3) });
    await awaits(late.id, 'disclosureMissing');
    expect([await stateOf(late), await stateOf(early)]).toEqual(['missing', 'near']);
    const bulletin = await disclose();
    await link(late, bulletin.id);
    await link(early, bulletin.id);
    await awaits(late.id);
    expect([await stateOf(late), await stateOf(early)]).toEqual(['metLate', 'met']);
    const seen = (await affairs.ask(listMine, { year: yearOf(early.firstDueOn) }, member)).items;
    expect(seen.find(({ id }) => id === early.id)?.occasions).toMatchObject([
      { bulletinId: bulletin.id, bulletinTitle: '教育经费公开', disclosedOn: today() },
    ]);
    const gone = await affairs.ask(
      bulletinContract.withdraw,
      { bulletinId: bulletin.id, reason: '数字有误' },
      officer,
      { ifMatch: bulletin.version },
    );
    expect([await stateOf(late), await stateOf(early)]).toEqual(['missing', 'near']);
    await awaits(late.id, 'disclosureMissing');
    await affairs.ask(bulletinContract.restore, { bulletinId: bulletin.id }, officer, {
      ifMatch: gone.version,
    });
    await awaits(late.id);
  });

  it('is met once; of two at the same moment one is refused', async () => {
    const item = await plan();
    const [one, other] = [await disclose(), await disclose()];
    const answers = await Promise.allSettled([link(item, one.id), link(item, other.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(link(item, other.id)).rejects.toMatchObject({ code: 'DISCLOSURE_OCCASION_MET' });
  });

  it('is linked anew where the first bulletin was withdrawn', async () => {
    const item = await plan();
    const wrong = await disclose();
    await link(item, wrong.id);
    const request = { bulletinId: wrong.id, reason: '数字有误' };
    await affairs.ask(bulletinContract.withdraw, request, officer, { ifMatch: wrong.version });
    const right = await disclose();
    await link(item, right.id);
    expect(await stateOf(item)).toBe('met');
  });

  it('loses its link with a reason, once', async () => {
    const item = await plan();
    const request = { itemId: item.id, on: item.firstDueOn, reason: '关联错了' };
    await link(item, (await disclose()).id);
    await affairs.ask(unlink, request, officer);
    expect(await stateOf(item)).not.toBe('met');
    await expect(affairs.ask(unlink, request, officer)).rejects.toMatchObject({
      code: 'DISCLOSURE_OCCASION_NOT_MET',
    });
  });

  it('is not met by what does not disclose it, nor on another day, nor twice by the same', async () => {
    const item = await plan({ rhythm: 'monthly' });
    const draft = await affairs.ask(
      bulletinContract.create,
      {
        title: '草稿',
        text: '…',
        kind: 'disclosure',
        audience: 'members',
        mustRead: false,
        pinned: false,
        unionId: tree.left.id,
      },
      officer,
    );
    const news = await publishBulletin(affairs, tree.left.id, officer);
    const foreign = await publishBulletin(affairs, tree.right.id, stranger, { kind: 'disclosure' });
    for (const { id } of [draft, news, foreign])
      await expect(link(item, id)).rejects.toMatchObject({ code: 'DISCLOSURE_BULLETIN_UNFIT' });
    const { id } = await disclose();
    await expect(link(item, id, daysAfter(item.firstDueOn, 1))).rejects.toMatchObject({
      code: 'DISCLOSURE_OCCASION_UNKNOWN',
    });
    await expect(link(item, id, item.firstDueOn, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(link(item, id, item.firstDueOn, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await link(item, id);
    const next = (await itemOf(item.id, officer, yearOf(item.firstDueOn) + 1)).occasions.at(-1)?.on ?? '';
    await expect(link(item, id, next)).rejects.toMatchObject({ code: 'DISCLOSURE_BULLETIN_USED' });
  });
});

describe('what becomes of it by itself', () => {
  const noticesOf = async (kind: string) =>
    (await affairs.recorded(noticeRaisedEvents.affairs)).filter((one) => one.kind === kind);

  it('is a reminder, then it waits for the officers, and after ten working days the union above learns of it once', async () => {
    const item = await plan({ title: '安全生产投入', firstDueOn: daysAfter(today(), 8) });
    affairs.clock.advance(2 * dayMs);
    await eventually(async () =>
      expect(await noticesOf('disclosureNear')).toMatchObject([
        { title: '安全生产投入', offices: { unionIds: [tree.left.id] }, values: { at: item.firstDueOn } },
      ]),
    );
    affairs.clock.advance(8 * dayMs);
    await awaits(item.id, 'disclosureMissing');
    const overdue = daysAfter(workingDaysAfter(item.firstDueOn, 10), 2);
    affairs.clock.advance(new Date(`${overdue}T00:00:00+08:00`).getTime() - affairs.clock.now().getTime());
    await eventually(async () =>
      expect(await noticesOf('disclosureOverdue')).toMatchObject([
        {
          title: '安全生产投入',
          offices: { unionIds: [tree.root.id] },
          values: { unionName: tree.left.name },
        },
      ]),
    );
    affairs.clock.advance(30 * dayMs);
    await awaits(item.id, 'disclosureMissing');
    expect(await noticesOf('disclosureOverdue')).toHaveLength(1);
  });

  it('is nothing where it was disclosed before', async () => {
    const before = (await noticesOf('disclosureNear')).length;
    const item = await plan({ firstDueOn: daysAfter(today(), 8) });
    await link(item, (await disclose()).id);
    affairs.clock.advance(12 * dayMs);
    const other = await plan({ firstDueOn: daysAfter(today(), -1) });
    await awaits(other.id, 'disclosureMissing');
    expect(await noticesOf('disclosureNear')).toHaveLength(before);
    await awaits(item.id);
  });
});

describe('the board', () => {
  it('shows how a union and those below stand, page by page, or who misses or plans nothing', async () => {
    const missed = await plan({ firstDueOn: daysAfter(today(), -1) });
    const late = await plan({ firstDueOn: daysAfter(today(), -1) });
    await link(late, (await disclose()).id);
    await awaits(missed.id, 'disclosureMissing');
    const year = yearOf(missed.firstDueOn);
    const lines = await boardOf({ year });
    expect(lines.map(({ unionName }) => unionName)).toEqual(['江城市总工会', '江城重工工会', '绿源食品工会']);
    expect(lines[1]).toMatchObject({ items: 2, owed: 2, met: 0, metLate: 1, missing: 1 });
    expect(lines[2]).toMatchObject({ items: 0, owed: 0, missing: 0 });
    expect((await boardOf({ year, only: 'missing' })).map(({ missing }) => missing)).toEqual([1]);
    expect((await boardOf({ year: year + 1, only: 'missing' })).map(({ missing }) => missing)).toEqual([]);
    expect((await boardOf({ year, only: 'unplanned' })).map(({ unionId }) => unionId)).toEqual([
      tree.root.id,
      tree.right.id,
    ]);
    const first = await affairs.ask(board, { unionId: tree.root.id, year, limit: 1 }, rootOfficer);
    const rest = await boardOf({ year, cursor: first.nextCursor ?? '' });
    expect(rest.map(({ unionId }) => unionId)).toEqual([tree.left.id, tree.right.id]);
    for (const actor of [officer, member])
      await expect(boardOf({}, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
