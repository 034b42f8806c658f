import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { circleContract, type CircleView } from '@gongxiang/contracts/affairs/circles/circle.contract';
import {
  circlePostContract,
  circlePostsPerDayMax,
  type CirclePostView,
} from '@gongxiang/contracts/affairs/circles/circle-post.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { personMergeEvents } from '@gongxiang/contracts/words/person-merge';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../matters/matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let above: Actor;
let stranger: Actor;
let one: Actor;
let other: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  above = await plantPerson(affairs, tree.root, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
});
beforeEach(async () => {
  one = await plantPerson(affairs, tree.left);
  other = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

const found = (joining: 'open' | 'byRequest' = 'open', unionId = tree.left.id): Promise<CircleView> =>
  affairs.ask(
    circleContract.create,
    { unionId, name: '摄影圈', about: '爱拍照的工友在这里交流。', joining, ownName: '王主席' },
    unionId === tree.left.id ? officer : above,
  );
const get = (circleId: string, actor: Actor) => affairs.ask(circleContract.get, { circleId }, actor);
const join = (circleId: string, actor: Actor, ownName = '李四') =>
  affairs.ask(circleContract.join, { circleId, ownName }, actor);
const leave = (circleId: string, actor: Actor) => affairs.ask(circleContract.leave, { circleId }, actor);
const people = async (circleId: string, actor: Actor, state?: 'asked' | 'removed') =>
  (await affairs.ask(circleContract.listPeople, { circleId, ...(state ? { state } : {}) }, actor)).items;
const decide = async (
  act: 'accept' | 'decline' | 'nameModerator' | 'endModerator',
  circleId: string,
  { by, about, ifMatch }: { readonly by: Actor; readonly about: Actor; readonly ifMatch: number },
) => affairs.ask(circleContract[act], { circleId, personId: about.personId }, by, { ifMatch });
const write = (circleId: string, actor: Actor, text = '早上五点半集合。'): Promise<CirclePostView> =>
  affairs.ask(circlePostContract.write, { circleId, title: '江边日出', text }, actor);
const comment = (postId: string, actor: Actor): Promise<CirclePostView> =>
  affairs.ask(circlePostContract.comment, { postId, text: '算我一个。' }, actor);
const posts = async (circleId: string, actor: Actor, hidden?: true) =>
  (await affairs.ask(circlePostContract.list, { circleId, ...(hidden ? { hidden } : {}) }, actor)).items;
const comments = async (postId: string, actor: Actor) =>
  (await affairs.ask(circlePostContract.listComments, { postId }, actor)).items;
const act = (
  name: 'withdraw' | 'show' | 'pin' | 'dismissReports',
  { id: postId, version: ifMatch }: { readonly id: string; readonly version: number },
  actor: Actor,
) => affairs.ask(circlePostContract[name], { postId }, actor, { ifMatch });
const hide = ({ id: postId, version: ifMatch }: CirclePostView, actor: Actor) =>
  affairs.ask(circlePostContract.hide, { postId, reason: '与圈子无关' }, actor, { ifMatch });
const appeal = ({ id: postId, version: ifMatch }: CirclePostView, actor: Actor) =>
  affairs.ask(circlePostContract.appeal, { postId, words: '这是圈友要的路线图' }, actor, { ifMatch });
const refuse = ({ id: postId, version: ifMatch }: CirclePostView, actor: Actor) =>
  affairs.ask(circlePostContract.refuseAppeal, { postId, reason: '路线图里有广告' }, actor, { ifMatch });
const appeals = async (circleId: string, actor: Actor) =>
  (await affairs.ask(circlePostContract.list, { circleId, appealed: true }, actor)).items;
const report = (postId: string, actor: Actor) =>
  affairs.ask(circlePostContract.report, { postId, words: '这是广告' }, actor);
const noticed = (kind: string, personId: string) =>
  eventually(async () =>
    expect(await affairs.recorded(noticeRaisedEvents.affairs)).toContainEqual(
      expect.objectContaining({ kind, personIds: [personId] }),
    ),
  );
const refused = (code: string) => expect.objectContaining({ code });

/** An open circle with two members beside its founder. */
async function withMembers(): Promise<string> {
  const { id } = await found();
  await join(id, one, '张三');
  await join(id, other);
  return id;
}

describe('a circle', () => {
  it('is founded by an officer for their union and below, and seen by whom it is for', async () => {
    const definition = { unionId: tree.left.id, name: '圈', about: '圈', joining: 'open' as const };
    await expect(affairs.ask(circleContract.create, { ...definition, ownName: '李四' }, one)).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    const { id } = await found();
    expect(await get(id, officer)).toMatchObject({ memberCount: 1, standing: 'member', requestCount: 0 });
    expect(await get(id, one)).toMatchObject({
      memberCount: 1,
      standing: null,
      requestCount: null,
      acts: [{ act: 'join' }],
    });
    await expect(get(id, stranger)).rejects.toEqual(refused('NOT_FOUND'));
    const below = await found('open', tree.root.id);
    expect(await get(below.id, stranger)).toMatchObject({ acts: [{ act: 'join' }] });
  });

  it('is listed to whom it is for, to its members, and to officers above', async () => {
    const { id } = await found();
    await join(id, one);
    const listed = async (actor: Actor, filter: object) =>
      (await affairs.ask(circleContract.list, filter, actor)).items.some((circle) => circle.id === id);
    expect(await listed(other, {})).toBe(true);
    expect(await listed(other, { mine: true })).toBe(false);
    expect(await listed(one, { mine: true, q: 'sheying' })).toBe(true);
    expect(await listed(one, { mine: true, q: '足球' })).toBe(false);
    expect(await listed(above, { moderated: true })).toBe(true);
    expect(await listed(stranger, {})).toBe(false);
    expect(await listed(stranger, { moderated: true })).toBe(false);
  });

  it('counts fifty who join at once, each once, however often they do', async () => {
    const { id } = await found();
    const fifty = Array.from({ length: 50 }, () =>
      actorWith({ unionId: tree.left.id, unionPath: tree.left.path }),
    );
    await Promise.all([...fifty, ...fifty.slice(0, 10)].map((actor) => join(id, actor)));
    expect((await get(id, officer)).memberCount).toBe(51);
    await Promise.all(fifty.slice(0, 20).map((actor) => leave(id, actor)));
    expect((await get(id, officer)).memberCount).toBe(31);
  });

  it('lets in by request whom a moderator accepts, who hears of it', async () => {
    const { id } = await found('byRequest');
    expect(await join(id, one, '张三')).toMatchObject({ standing: 'asked', acts: [{ act: 'leave' }] });
    await join(id, other);
    await untilAwaits(affairs, 'affairs', id, ['circleRequest']);
    await expect(people(id, one)).rejects.toEqual(refused('NOT_PERMITTED'));
    const asking = await people(id, above, 'asked');
    expect(asking.map(({ name }) => name).sort()).toEqual(['张三', '李四']);
    await expect(decide('accept', id, { by: other, about: one, ifMatch: 1 })).rejects.toEqual(
      refused('NOT_PERMITTED'),
    );
    await decide('accept', id, { by: above, about: one, ifMatch: 1 });
    await noticed('circleAccepted', one.personId);
    expect(await decide('decline', id, { by: officer, about: other, ifMatch: 1 })).toMatchObject({
      state: 'declined',
    });
    await untilAwaits(affairs, 'affairs', id, []);
    expect(await get(id, one)).toMatchObject({ standing: 'member', memberCount: 2 });
    expect(await get(id, other)).toMatchObject({ standing: 'declined', acts: [{ act: 'ask' }] });
  });

  it('removes with a reason, and lets back in only whom a moderator accepts', async () => {
    const id = await withMembers();
    const request = { circleId: id, personId: one.personId, reason: '多次发布广告' };
    await expect(affairs.ask(circleContract.remove, request, other, { ifMatch: 1 })).rejects.toEqual(
      refused('NOT_PERMITTED'),
    );
    await affairs.ask(circleContract.remove, request, officer, { ifMatch: 1 });
    await noticed('circleRemoved', one.personId);
    expect(await get(id, one)).toMatchObject({ standing: 'removed', reason: '多次发布广告', memberCount: 2 });
    await expect(posts(id, one)).rejects.toEqual(refused('NOT_PERMITTED'));
    expect(await join(id, one)).toMatchObject({ standing: 'asked' });
    // Taking the request back opens no other way in.
    expect(await leave(id, one)).toMatchObject({ standing: 'removed' });
    await join(id, one);
    const [asking] = await people(id, officer, 'asked');
    expect(asking).toMatchObject({ reason: '多次发布广告' });
    await decide('accept', id, { by: officer, about: one, ifMatch: asking?.version ?? 0 });
    expect(await get(id, one)).toMatchObject({ standing: 'member', memberCount: 3 });
  });

  it('is moderated by members whom an officer has named', async () => {
    const id = await withMembers();
    await decide('nameModerator', id, { by: officer, about: one, ifMatch: 1 });
    expect((await get(id, one)).acts).toContainEqual({ act: 'moderate' });
    await expect(decide('nameModerator', id, { by: one, about: other, ifMatch: 1 })).rejects.toEqual(
      refused('CIRCLE_MEMBER_STATE'),
    );
    const post = await write(id, other);
    expect(await hide(post, one)).toMatchObject({ state: 'hidden' });
    await decide('endModerator', id, { by: officer, about: one, ifMatch: 2 });
    await expect(posts(id, one, true)).rejects.toEqual(refused('NOT_PERMITTED'));
  });

  it('is given several moderators at once, all of them or nobody', async () => {
    const id = await withMembers();
    const name = (people: readonly Actor[], by = officer) =>
      affairs.ask(
        circleContract.nameModerators,
        { circleId: id, personIds: people.map(({ personId }) => personId) },
        by,
      );
    const outsider = await plantPerson(affairs, tree.left);
    await expect(name([one, outsider])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      errors: [{ pointer: '/personIds/1' }],
    });
    expect((await people(id, officer)).filter(({ isModerator }) => isModerator)).toEqual([]);
    await expect(name([one, other], one)).rejects.toEqual(refused('NOT_PERMITTED'));
    expect((await name([one, other])).items).toMatchObject([{ isModerator: true }, { isModerator: true }]);
    expect((await name([one])).items).toEqual([]);
    await expect(name([other], one)).rejects.toMatchObject({ code: 'CIRCLE_MEMBER_STATE' });
  });

  it('is only read once it is closed, and goes on once reopened', async () => {
    const id = await withMembers();
    const post = await write(id, one);
    const close = (ifMatch: number, actor: Actor) =>
      affairs.ask(circleContract.close, { circleId: id }, actor, { ifMatch });
    await expect(close(1, one)).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(close(9, officer)).rejects.toEqual(refused('VERSION_STALE'));
    await close(1, above);
    await expect(write(id, one)).rejects.toEqual(refused('CIRCLE_STATE'));
    await expect(comment(post.id, other)).rejects.toEqual(refused('CIRCLE_POST_STATE'));
    expect(await posts(id, other)).toHaveLength(1);
    await affairs.ask(circleContract.reopen, { circleId: id }, officer, { ifMatch: 2 });
    await comment(post.id, other);
    const request = { circleId: id, name: '摄影与旅行', joining: 'byRequest' as const };
    expect(await affairs.ask(circleContract.change, request, officer, { ifMatch: 3 })).toMatchObject({
      name: '摄影与旅行',
      about: '爱拍照的工友在这里交流。',
    });
  });
});

describe('what is written in a circle', () => {
  it('is read by its members alone, under the names of those who write', async () => {
    const id = await withMembers();
    const post = await write(id, one);
    expect(await posts(id, other)).toMatchObject([
      { title: '江边日出', text: '早上五点半集合。', authorName: '张三', isMine: false },
    ]);
    const outsider = await plantPerson(affairs, tree.left);
    for (const actor of [outsider, above]) {
      await expect(posts(id, actor)).rejects.toEqual(refused('NOT_PERMITTED'));
      await expect(affairs.ask(circlePostContract.get, { postId: post.id }, actor)).rejects.toEqual(
        refused('NOT_FOUND'),
      );
      await expect(comments(post.id, actor)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(write(id, actor)).rejects.toEqual(refused('NOT_PERMITTED'));
      await expect(comment(post.id, actor)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(report(post.id, actor)).rejects.toEqual(refused('NOT_FOUND'));
    }
    await expect(posts(id, stranger)).rejects.toEqual(refused('NOT_FOUND'));
    const moved = { ...one, unionId: tree.right.id, unionPath: tree.right.path };
    await expect(posts(id, moved)).rejects.toEqual(refused('NOT_PERMITTED'));
    expect(await leave(id, moved)).toMatchObject({ standing: 'left', acts: [] });
  });

  it('stands by its latest comment, pinned ones first, page by page', async () => {
    const id = await withMembers();
    const written = [];
    for (const text of ['一', '二', '三']) {
      written.push(await write(id, one, text));
      affairs.clock.advance(1_000);
    }
    const [first, second] = written;
    if (first === undefined || second === undefined) throw new Error('not written');
    await comment(first.id, other);
    const texts = async () => (await posts(id, one)).map(({ text }) => text);
    expect(await texts()).toEqual(['一', '三', '二']);
    await expect(act('pin', second, one)).rejects.toEqual(refused('NOT_PERMITTED'));
    await act('pin', second, officer);
    expect(await texts()).toEqual(['二', '一', '三']);
    const page = await affairs.ask(circlePostContract.list, { circleId: id, limit: 1 }, one);
    const next = { circleId: id, cursor: page.nextCursor ?? '' };
    expect((await affairs.ask(circlePostContract.list, next, one)).items.map(({ text }) => text)).toEqual([
      '一',
      '三',
    ]);
  });

  it('is changed and withdrawn by its author, whose words are then gone', async () => {
    const id = await withMembers();
    const post = await write(id, one);
    const said = await comment(post.id, other);
    const change = (postId: string, actor: Actor, text: string) =>
      affairs.ask(circlePostContract.change, { postId, text }, actor, { ifMatch: 1 });
    await expect(change(post.id, other, '改')).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(change(said.id, other, '长'.repeat(1_001))).rejects.toEqual(refused('CIRCLE_COMMENT_LONG'));
    const changed = await change(post.id, one, '改到六点');
    expect(changed).toMatchObject({ title: null, text: '改到六点', editedAt: expect.any(String) });
    await report(said.id, one);
    expect(await act('withdraw', changed, one)).toMatchObject({ state: 'withdrawn', text: null });
    expect(await posts(id, other)).toEqual([]);
    await expect(comments(post.id, other)).rejects.toEqual(refused('NOT_FOUND'));
    // What was reported on it is moot.
    expect(await get(id, officer)).toMatchObject({ reportCount: 0 });
  });

  it('is hidden with a reason for its author, and shown again', async () => {
    const id = await withMembers();
    const post = await write(id, one);
    await expect(hide(post, other)).rejects.toEqual(refused('NOT_PERMITTED'));
    expect(await hide(post, officer)).toMatchObject({ state: 'hidden', text: '早上五点半集合。' });
    await noticed('circlePostHidden', one.personId);
    expect(await posts(id, other)).toEqual([]);
    await expect(comments(post.id, other)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await posts(id, one)).toMatchObject([{ state: 'hidden', reason: '与圈子无关' }]);
    expect(await posts(id, above, true)).toMatchObject([{ id: post.id }]);
    await act('show', { id: post.id, version: 2 }, above);
    expect(await posts(id, other)).toMatchObject([{ state: 'shown', reason: null }]);
  });

  it('is appealed against once it is hidden, and decided on by another than who has hidden it', async () => {
    const id = await withMembers();
    const post = await write(id, one);
    const said = await comment(post.id, other);
    const appealed = await appeal(await hide(said, officer), other);
    expect(appealed).toMatchObject({ appealState: 'waiting', appeal: '这是圈友要的路线图' });
    await expect(appeal(appealed, other)).rejects.toEqual(refused('CIRCLE_POST_STATE'));
    await untilAwaits(affairs, 'affairs', id, ['circlePostAppealed']);
    await expect(appeals(id, other)).rejects.toEqual(refused('NOT_PERMITTED'));
    expect(await appeals(id, above)).toMatchObject([{ id: said.id, appeal: '这是圈友要的路线图' }]);
    await expect(refuse(appealed, officer)).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(refuse(appealed, one)).rejects.toEqual(refused('NOT_FOUND'));
    const refusedOne = await refuse(appealed, above);
    expect(refusedOne).toMatchObject({ state: 'hidden', appealState: 'refused' });
    await noticed('circlePostAppealRefused', other.personId);
    expect(await comments(post.id, other)).toMatchObject([{ refusal: '路线图里有广告' }]);
    await untilAwaits(affairs, 'affairs', id, []);
    // It may be shown again all the same, and is told.
    await act('show', refusedOne, officer);
    await noticed('circlePostShown', other.personId);
    expect(await comments(post.id, one)).toMatchObject([{ state: 'shown', appeal: null, refusal: null }]);
  });

  it('E123: that waits for an appeal waits no more once its author is erased', async () => {
    const id = await withMembers();
    await appeal(await hide(await write(id, one), officer), one);
    await untilAwaits(affairs, 'affairs', id, ['circlePostAppealed']);
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: one.personId });
    await untilAwaits(affairs, 'affairs', id, []);
    expect(await posts(id, above, true)).toEqual([]);
  });

  it('is reported to moderators, who never learn by whom, and decided on by somebody else than its author', async () => {
    const id = await withMembers();
    const post = await write(id, one);
    const said = await comment(post.id, one);
    await report(post.id, other);
    await report(said.id, other);
    await expect(report(post.id, other)).rejects.toEqual(refused('CIRCLE_REPORTED_BEFORE'));
    await expect(report(post.id, one)).rejects.toEqual(refused('NOT_PERMITTED'));
    await untilAwaits(affairs, 'affairs', id, ['circleReported']);
    const reports = async (actor: Actor) =>
      (await affairs.ask(circlePostContract.listReports, { circleId: id }, actor)).items;
    await expect(reports(other)).rejects.toEqual(refused('NOT_PERMITTED'));
    const waiting = await reports(above);
    expect(waiting).toMatchObject([
      { words: '这是广告', about: [{ id: post.id, text: '早上五点半集合。' }] },
      { about: [{ id: said.id }] },
    ]);
    expect(JSON.stringify(waiting)).not.toContain(other.personId);
    await act('dismissReports', post, above);
    await hide(said, above);
    await untilAwaits(affairs, 'affairs', id, []);
    expect(await reports(above)).toEqual([]);
    expect(await comments(post.id, other)).toEqual([]);
    const states = await affairs.dataSource.query(
      'SELECT state, sealed_words FROM circle_report WHERE circle_id = $1 ORDER BY id',
      [id],
    );
    expect(states).toMatchObject([{ state: 'dismissed' }, { state: 'upheld' }]);
    expect(JSON.stringify(states)).not.toContain('广告');
    const trail = await affairs.dataSource.query(
      'SELECT 1 FROM audit_record WHERE actor_id = $1 AND noun = $2',
      [other.personId, 'circle-post'],
    );
    expect(trail).toEqual([]);
  });

  it('is at most twenty posts a day of one person, also of those written at once', async () => {
    const id = await withMembers();
    const results = await Promise.allSettled(
      Array.from({ length: circlePostsPerDayMax + 3 }, () => write(id, one)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(circlePostsPerDayMax);
    await expect(write(id, one)).rejects.toEqual(refused('CIRCLE_POSTS_MAX'));
    await write(id, other);
    affairs.clock.advance(25 * 3_600_000);
    await write(id, one);
  });
});

describe('a person in circles', () => {
  it('E123: loses words and name once erased, and waits for nobody; what others wrote stays', async () => {
    const id = await withMembers();
    const post = await write(id, one);
    await comment(post.id, other);
    const asked = await found('byRequest');
    await join(asked.id, one);
    await untilAwaits(affairs, 'affairs', asked.id, ['circleRequest']);
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: one.personId });
    await eventually(async () =>
      expect(await posts(id, other)).toMatchObject([
        { title: null, text: null, authorName: null, commentCount: 1 },
      ]),
    );
    await untilAwaits(affairs, 'affairs', asked.id, []);
    expect((await get(id, officer)).memberCount).toBe(2);
  });

  it('E97: is one member after a merge, whose posts are theirs, and two again once it is undone', async () => {
    const id = await withMembers();
    await write(id, one);
    const merge = { mergeId: newId(), from: one.personId, into: other.personId, version: 2 };
    await affairs.emit(personMergeEvents.merged, merge);
    const merged: Actor = { ...other, formerIds: [one.personId] };
    await eventually(async () =>
      expect(await posts(id, merged)).toMatchObject([{ isMine: true, authorName: '李四' }]),
    );
    expect(await get(id, merged)).toMatchObject({ memberCount: 2, standing: 'member' });
    await affairs.emit(personMergeEvents.unmerged, merge);
    await eventually(async () => expect((await get(id, officer)).memberCount).toBe(3));
    expect(await posts(id, one)).toMatchObject([{ isMine: true, authorName: '张三' }]);
  });
});
