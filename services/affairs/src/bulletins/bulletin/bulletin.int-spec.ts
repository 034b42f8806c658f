import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { affairsEvents } from '@gongxiang/contracts/affairs/affairs-events';
import { bulletinContract } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { bulletinOf, publishBulletin } from '../bulletins.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let stranger: Actor;
let member: Actor;
let neighbour: Actor;
let rootOfficer: Actor;

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

const { create, publish, correct, withdraw, restore, confirm, remind } = bulletinContract;
const get = (bulletinId: string, actor: Actor | null) =>
  affairs.ask(actor === null ? bulletinContract.getPublic : bulletinContract.get, { bulletinId }, actor);
const titlesFor = async (actor: Actor | null, filter: object = {}) =>
  (
    await affairs.ask(actor === null ? bulletinContract.listPublic : bulletinContract.list, filter, actor)
  ).items.map(({ title }) => title);

describe('a bulletin', () => {
  it('is written by an officer, and nobody else sees it before it is published', async () => {
    const made = await affairs.ask(create, { ...bulletinOf(), unionId: tree.left.id }, officer);
    expect(made).toMatchObject({ state: 'draft', version: 1, changeable: true, shownFrom: null });
    expect(await get(made.id, rootOfficer)).toMatchObject({ id: made.id });
    for (const actor of [null, member, stranger])
      await expect(get(made.id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const change = { ...bulletinOf({ title: '防暑通知' }), bulletinId: made.id };
    const changed = await affairs.ask(bulletinContract.change, change, officer, { ifMatch: 1 });
    expect(changed).toMatchObject({ title: '防暑通知', revisions: [{ number: 1, note: null }] });
    const shown = await affairs.ask(publish, { bulletinId: made.id }, officer, { ifMatch: 2 });
    expect(shown).toMatchObject({ state: 'published', version: 3 });
    expect(await get(made.id, member)).toMatchObject({ text: bulletinOf().text, changeable: false });
    for (const actor of [null, neighbour])
      await expect(get(made.id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(affairs.ask(bulletinContract.change, change, officer, { ifMatch: 3 })).rejects.toMatchObject(
      { code: 'BULLETIN_STATE' },
    );
  });

  it.each<[string, () => Actor | null, string, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
    ['a member', () => member, 'NOT_FOUND', 'NOT_PERMITTED'],
    ["another union's officer", () => stranger, 'NOT_FOUND', 'NOT_FOUND'],
  ])('is neither written nor taken back by %s', async (_who, actor, unseen, code) => {
    await expect(
      affairs.ask(create, { ...bulletinOf(), unionId: tree.left.id }, actor()),
    ).rejects.toMatchObject({ code: unseen });
    const { id, version } = await publishBulletin(affairs, tree.left.id, officer);
    const request = { bulletinId: id, reason: '写错了' };
    await expect(affairs.ask(withdraw, request, actor(), { ifMatch: version })).rejects.toMatchObject({
      code,
    });
  });

  it('is corrected in revisions that stay readable, and says what is different', async () => {
    const { id, version } = await publishBulletin(affairs, tree.left.id, officer);
    const { title, kind } = bulletinOf();
    const words = { title, kind, text: '改为 36℃。', pinned: true, note: '更正了温度' };
    const changed = await affairs.ask(correct, { ...words, bulletinId: id }, officer, { ifMatch: version });
    expect(changed).toMatchObject({ text: '改为 36℃。', pinned: true, version: version + 1 });
    expect(changed.revisions).toMatchObject([
      { number: 2, note: '更正了温度' },
      { number: 1, note: null },
    ]);
    const first = { bulletinId: id, number: 1 };
    expect(await affairs.ask(bulletinContract.revision, first, member)).toMatchObject({
      text: bulletinOf().text,
    });
    for (const [request, actor] of [
      [first, neighbour],
      [{ ...first, number: 9 }, member],
    ] as const)
      await expect(affairs.ask(bulletinContract.revision, request, actor)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await expect(
      affairs.ask(correct, { ...words, bulletinId: id }, officer, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'VERSION_STALE' });
  });

  it('is taken back with a reason that its readers see in its place, and shown again', async () => {
    const { id, version } = await publishBulletin(affairs, tree.left.id, officer, { title: '会议通知' });
    const request = { bulletinId: id, reason: '会议改期' };
    const gone = await affairs.ask(withdraw, request, officer, { ifMatch: version });
    expect(await get(id, member)).toMatchObject({
      state: 'withdrawn',
      text: null,
      withdrawReason: '会议改期',
    });
    expect(gone.text).toBe(bulletinOf().text);
    await expect(
      affairs.ask(bulletinContract.revision, { bulletinId: id, number: 1 }, member),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await titlesFor(member, { q: '会议' })).toEqual([]);
    expect(await titlesFor(officer, { state: 'withdrawn' })).toEqual(['会议通知']);
    expect(await titlesFor(stranger, { state: 'withdrawn' })).toEqual([]);
    await affairs.ask(restore, { bulletinId: id }, officer, { ifMatch: gone.version });
    expect(await titlesFor(member, { q: '会议' })).toEqual(['会议通知']);
  });

  it('is shown from its time until its end, which comes later', async () => {
    const at = (days: number): string => new Date(affairs.clock.now().getTime() + days * dayMs).toISOString();
    const later = await publishBulletin(affairs, tree.left.id, officer, {
      title: '明日开班',
      from: at(1),
      until: at(2),
    });
    await expect(get(later.id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      affairs.ask(create, { ...bulletinOf({ from: at(2), until: at(1) }), unionId: tree.left.id }, officer),
    ).rejects.toMatchObject({ code: 'BULLETIN_PERIOD_REVERSED', errors: [{ pointer: '/until' }] });
    affairs.clock.advance(dayMs);
    expect(await titlesFor(member, { q: '开班' })).toEqual(['明日开班']);
    affairs.clock.advance(dayMs);
    expect(await titlesFor(member, { q: '开班' })).toEqual([]);
    const over = { ...bulletinOf({ until: at(-1) }), unionId: tree.left.id };
    const made = await affairs.ask(create, over, officer);
    await expect(
      affairs.ask(publish, { bulletinId: made.id }, officer, { ifMatch: 1 }),
    ).rejects.toMatchObject({
      code: 'BULLETIN_PERIOD_OVER',
    });
  });
});

describe('a bulletin that cites another', () => {
  const citing = (unionId: string, actor: Actor, citesId: string, changes = {}) =>
    publishBulletin(affairs, unionId, actor, { title: '转发', citesId, ...changes });

  it('shows and credits it, and is counted by union', async () => {
    const cited = await publishBulletin(affairs, tree.root.id, rootOfficer, { title: '原文' });
    const made = await citing(tree.left.id, officer, cited.id);
    await citing(tree.left.id, officer, cited.id);
    await citing(tree.right.id, stranger, cited.id);
    await citing(tree.root.id, rootOfficer, cited.id);
    expect((await get(made.id, member)).cites).toMatchObject({
      id: cited.id,
      title: '原文',
      unionName: tree.root.name,
      state: 'published',
      excerpt: '气温在 35℃ 以上时停工。',
    });
    expect(await get(cited.id, member)).toMatchObject({ cites: null, citedByUnions: 2 });
  });

  it('shows of what was withdrawn the title and the fact alone', async () => {
    const cited = await publishBulletin(affairs, tree.left.id, officer, { title: '原文' });
    const made = await citing(tree.left.id, officer, cited.id);
    const request = { bulletinId: cited.id, reason: '写错了' };
    await affairs.ask(withdraw, request, officer, { ifMatch: cited.version });
    const { cites } = await get(made.id, member);
    expect(cites).toMatchObject({ title: '原文', state: 'withdrawn', excerpt: null, shownFrom: null });
    const draft = { ...bulletinOf({ citesId: cited.id }), unionId: tree.left.id };
    await expect(affairs.ask(create, draft, officer)).rejects.toMatchObject({ code: 'BULLETIN_CITED_UNFIT' });
  });

  it('cites nothing that its union may not read, and never itself', async () => {
    const foreign = await publishBulletin(affairs, tree.right.id, stranger);
    const draft = await affairs.ask(create, { ...bulletinOf(), unionId: tree.left.id }, officer);
    for (const citesId of [foreign.id, draft.id])
      await expect(
        affairs.ask(bulletinContract.change, { ...bulletinOf({ citesId }), bulletinId: draft.id }, officer, {
          ifMatch: 1,
        }),
      ).rejects.toMatchObject({ code: 'BULLETIN_CITED_UNFIT', errors: [{ pointer: '/citesId' }] });
  });

  it('is for nobody who may not read what it cites', async () => {
    const cited = await publishBulletin(affairs, tree.left.id, officer, { audience: 'union' });
    for (const audience of ['public', 'members'] as const)
      await expect(citing(tree.left.id, officer, cited.id, { audience })).rejects.toMatchObject({
        code: 'BULLETIN_CITED_NARROWER',
      });
    const made = await citing(tree.left.id, officer, cited.id, { audience: 'union' });
    expect(made.cites).toMatchObject({ id: cited.id });
  });
});

describe('what is for somebody', () => {
  it('comes pinned first, then the newest, page by page, by pinyin and kind', async () => {
    for (const [title, audience, pinned] of [
      ['政策一', 'public', true],
      ['政策二', 'members', false],
      ['政策三', 'union', false],
      ['政策四', 'public', false],
    ] as const) {
      affairs.clock.advance(1_000);
      await publishBulletin(affairs, tree.left.id, officer, { title, audience, pinned, kind: 'policy' });
    }
    const policies = { kind: 'policy' } as const;
    expect(await titlesFor(member, policies)).toEqual(['政策一', '政策四', '政策三', '政策二']);
    expect(await titlesFor(null, policies)).toEqual(['政策一', '政策四']);
    expect(await titlesFor(neighbour, { q: 'zhengce' })).toEqual(['政策一', '政策四']);
    expect(await titlesFor(member, { q: 'zc', limit: 1 })).toEqual(['政策一']);
    expect(await titlesFor(member, { q: '%' })).toEqual([]);
    const first = await affairs.ask(bulletinContract.list, { ...policies, limit: 2 }, member);
    const rest = { ...policies, cursor: first.nextCursor ?? '' };
    expect(await titlesFor(member, rest)).toEqual(['政策三', '政策二']);
  });
});

describe('the tags of a bulletin', () => {
  it('are listed by, each and both together, for readers, anybody and officers', async () => {
    for (const [title, business, ofFunction] of [
      ['文体场馆', 'culture', 'facility'],
      ['文体师资', 'culture', 'people'],
      ['培训场馆', 'education', 'facility'],
      ['其他', null, null],
    ] as const) {
      affairs.clock.advance(1_000);
      const tags = { business, function: ofFunction, kind: 'knowHow', audience: 'public' } as const;
      const made = await publishBulletin(affairs, tree.left.id, officer, { title, ...tags });
      expect(made).toMatchObject({ business, function: ofFunction });
    }
    for (const actor of [member, null]) {
      expect(await titlesFor(actor, { business: 'culture' })).toEqual(['文体师资', '文体场馆']);
      expect(await titlesFor(actor, { function: 'facility' })).toEqual(['培训场馆', '文体场馆']);
      const both = { business: 'culture', function: 'facility', q: '场馆' };
      expect(await titlesFor(actor, both)).toEqual(['文体场馆']);
    }
    const written = { state: 'published', kind: 'knowHow', function: 'people' };
    expect(await titlesFor(officer, written)).toEqual(['文体师资']);
  });

  it('are corrected like its words, and an earlier revision keeps its own', async () => {
    const { id, version } = await publishBulletin(affairs, tree.left.id, officer, { business: 'culture' });
    const { title, text, kind } = bulletinOf();
    const words = { title, text, kind, business: 'service', function: 'service', pinned: false } as const;
    const request = { ...words, bulletinId: id, note: '改了业务' };
    const changed = await affairs.ask(correct, request, officer, { ifMatch: version });
    expect(changed).toMatchObject({ business: 'service', function: 'service' });
    const first = await affairs.ask(bulletinContract.revision, { bulletinId: id, number: 1 }, member);
    expect(first).toMatchObject({ business: 'culture', function: null });
  });
});

describe('what must be read', () => {
  const readingOf = (bulletinId: string, unionId: string, actor: Actor | null) =>
    affairs.ask(bulletinContract.reading, { bulletinId, unionId }, actor);
  const unreadOf = async (bulletinId: string, unionId: string, actor: Actor | null) =>
    (await affairs.ask(bulletinContract.listUnread, { bulletinId, unionId }, actor)).items;

  it('is confirmed once by each member, also by two at once, and counted by union', async () => {
    const { id } = await publishBulletin(affairs, tree.root.id, rootOfficer, { mustRead: true });
    expect(await get(id, member)).toMatchObject({ toConfirm: true, confirmedAt: null });
    await Promise.all([1, 2].map(() => affairs.ask(confirm, { bulletinId: id }, member)));
    const again = await affairs.ask(confirm, { bulletinId: id }, member);
    expect(again.toConfirm).toBe(false);
    expect(again.confirmedAt).not.toBeNull();
    await affairs.ask(confirm, { bulletinId: id }, neighbour);
    const reading = await readingOf(id, tree.root.id, rootOfficer);
    expect(reading).toMatchObject({ members: 5, confirmed: 2 });
    expect(
      reading.unions.map(({ unionName, members, confirmed }) => [unionName, members, confirmed]),
    ).toEqual([
      ['江城市总工会', 1, 0],
      ['江城重工工会', 2, 1],
      ['绿源食品工会', 2, 1],
    ]);
    expect(await readingOf(id, tree.left.id, officer)).toMatchObject({ members: 2, confirmed: 1 });
    await expect(readingOf(id, tree.left.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(readingOf(id, tree.left.id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shows who has not by masked names, to the officers of that very union alone', async () => {
    const { id } = await publishBulletin(affairs, tree.root.id, rootOfficer, { mustRead: true });
    await affairs.ask(confirm, { bulletinId: id }, member);
    expect(await unreadOf(id, tree.left.id, officer)).toEqual([{ personId: officer.personId, name: '张*' }]);
    await expect(unreadOf(id, tree.left.id, rootOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(unreadOf(id, tree.left.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('waits for each member who is asked and has not confirmed it, as long as it is shown', async () => {
    const waitsFor = async (actor: Actor) =>
      (await affairs.ask(bulletinContract.listToConfirm, {}, actor)).items.map(({ id }) => id);
    const before = { member: await waitsFor(member), neighbour: await waitsFor(neighbour) };
    const publishHere = (changes: object) =>
      publishBulletin(affairs, tree.left.id, officer, { mustRead: true, ...changes });
    const open = await publishHere({ audience: 'public' });
    const own = await publishHere({ audience: 'union' });
    const over = await publishHere({
      until: new Date(affairs.clock.now().getTime() + dayMs).toISOString(),
    });
    const gone = await publishHere({});
    await publishHere({ mustRead: false });
    expect(await waitsFor(member)).toEqual([...before.member, open.id, own.id, over.id, gone.id]);
    expect(await waitsFor(neighbour)).toEqual(before.neighbour);
    await affairs.ask(confirm, { bulletinId: own.id }, member);
    const withdrawn = { bulletinId: gone.id, reason: '写错了' };
    await affairs.ask(withdraw, withdrawn, officer, { ifMatch: gone.version });
    expect(await waitsFor(member)).toEqual([...before.member, open.id, over.id]);
    affairs.clock.advance(dayMs);
    expect(await waitsFor(member)).toEqual([...before.member, open.id]);
    // Confirmed under the id of a record that was merged into theirs, it is confirmed.
    const merged = { ...neighbour, ...member, personId: neighbour.personId, formerIds: [member.personId] };
    expect(await waitsFor(merged)).not.toContain(own.id);
    await expect(waitsFor({ ...member, unionId: null, unionPath: null })).resolves.toEqual([]);
  });

  it('is confirmed by nobody who is not asked to', async () => {
    const plain = await publishBulletin(affairs, tree.left.id, officer);
    await expect(affairs.ask(confirm, { bulletinId: plain.id }, member)).rejects.toMatchObject({
      code: 'BULLETIN_NOT_TO_CONFIRM',
    });
    await expect(readingOf(plain.id, tree.left.id, officer)).rejects.toMatchObject({
      code: 'BULLETIN_NOT_MUST_READ',
    });
    const open = await publishBulletin(affairs, tree.left.id, officer, {
      mustRead: true,
      audience: 'public',
    });
    await expect(affairs.ask(confirm, { bulletinId: open.id }, neighbour)).rejects.toMatchObject({
      code: 'BULLETIN_NOT_TO_CONFIRM',
    });
    const own = await publishBulletin(affairs, tree.root.id, rootOfficer, {
      mustRead: true,
      audience: 'union',
    });
    expect(await readingOf(own.id, tree.root.id, rootOfficer)).toMatchObject({ members: 1, confirmed: 0 });
    await expect(readingOf(own.id, tree.left.id, rootOfficer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('notifies its members when it is published, and those who have not read it once a day', async () => {
    const noticesOf = async (bulletinId: string) =>
      (await affairs.recorded(noticeRaisedEvents.affairs)).filter(
        ({ about }) => about['bulletinId'] === bulletinId,
      );
    const { id } = await publishBulletin(affairs, tree.left.id, officer, { mustRead: true });
    await eventually(async () => {
      expect(await noticesOf(id)).toMatchObject([
        { kind: 'bulletinToRead', personIds: [officer.personId, member.personId].sort() },
      ]);
    });
    await affairs.ask(confirm, { bulletinId: id }, officer);
    const reminded = await affairs.ask(remind, { bulletinId: id }, officer);
    expect(reminded.remindedAt).not.toBeNull();
    await eventually(async () => {
      expect(await noticesOf(id)).toHaveLength(2);
    });
    const [first, second] = await noticesOf(id);
    expect(second).toMatchObject({ personIds: [member.personId] });
    expect(second?.cause).not.toBe(first?.cause);
    await expect(affairs.ask(remind, { bulletinId: id }, officer)).rejects.toMatchObject({
      code: 'BULLETIN_REMINDED',
    });
    affairs.clock.advance(dayMs);
    await affairs.ask(remind, { bulletinId: id }, officer);
    await expect(affairs.ask(remind, { bulletinId: id }, member)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});

describe('whom something that must be read reaches', () => {
  const reachOf = async (bulletinId: string) =>
    (await affairs.recorded(affairsEvents.bulletinReached)).filter((one) => one.bulletinId === bulletinId);

  it('is counted at its end, at another one once that is moved, and not of what was withdrawn', async () => {
    const at = (days: number): string => new Date(affairs.clock.now().getTime() + days * dayMs).toISOString();
    const changes = { audience: 'union', mustRead: true, until: at(1) } as const;
    const made = await publishBulletin(affairs, tree.left.id, officer, changes);
    const gone = await publishBulletin(affairs, tree.left.id, officer, changes);
    const withdrawn = { bulletinId: gone.id, reason: '有误' };
    await affairs.ask(withdraw, withdrawn, officer, { ifMatch: gone.version });
    const { title, text, kind, source } = bulletinOf();
    const later = { title, text, kind, source, pinned: false, until: at(2), note: '延长' };
    await affairs.ask(correct, { bulletinId: made.id, ...later }, officer, { ifMatch: made.version });
    await affairs.ask(confirm, { bulletinId: made.id }, member);
    affairs.clock.advance(dayMs);
    const asked = { bulletinId: made.id, unionId: tree.left.id };
    const { members } = await affairs.ask(bulletinContract.reading, asked, officer);
    affairs.clock.advance(dayMs);
    await eventually(async () =>
      expect(await reachOf(made.id)).toMatchObject([
        { unionId: tree.left.id, members, confirmed: 1, shownUntil: later.until },
      ]),
    );
    expect(await reachOf(gone.id)).toEqual([]);
  });
});
