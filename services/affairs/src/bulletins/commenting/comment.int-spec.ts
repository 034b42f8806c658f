import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bulletinCommentContract,
  type BulletinCommentView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-comment.contract';
import {
  type BulletinCommenting,
  bulletinContract,
  type BulletinView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { publishBulletin } from '../bulletins.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let rootOfficer: Actor;
let stranger: Actor;
let one: Actor;
let other: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  one = await plantPerson(affairs, tree.left);
  other = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

const publish = (commenting: BulletinCommenting = 'open', changes: object = {}) =>
  publishBulletin(affairs, tree.left.id, officer, { commenting, ...changes });
const write = (bulletinId: string, actor: Actor | null, text = '夜班的时间也调整吗？') =>
  affairs.ask(bulletinCommentContract.write, { bulletinId, text }, actor);
const list = async (bulletinId: string, actor: Actor, filter: object = {}) =>
  (await affairs.ask(bulletinCommentContract.list, { bulletinId, ...filter }, actor)).items;
const act = (
  name: 'withdraw' | 'show' | 'dismissReports',
  { id: commentId, version: ifMatch }: Pick<BulletinCommentView, 'id' | 'version'>,
  actor: Actor,
) => affairs.ask(bulletinCommentContract[name], { commentId }, actor, { ifMatch });
const appeal = ({ id: commentId, version: ifMatch }: BulletinCommentView, actor: Actor) =>
  affairs.ask(bulletinCommentContract.appeal, { commentId, words: '这是我们班组的义卖' }, actor, { ifMatch });
const refuse = ({ id: commentId, version: ifMatch }: BulletinCommentView, actor: Actor) =>
  affairs.ask(bulletinCommentContract.refuseAppeal, { commentId, reason: '义卖请发在活动页' }, actor, {
    ifMatch,
  });
const hide = ({ id: commentId, version: ifMatch }: BulletinCommentView, actor: Actor) =>
  affairs.ask(bulletinCommentContract.hide, { commentId, reason: '与这条信息无关' }, actor, { ifMatch });
const report = (commentId: string, actor: Actor) =>
  affairs.ask(bulletinCommentContract.report, { commentId, words: '这是广告' }, actor);
const reports = async (bulletinId: string, actor: Actor) =>
  (await affairs.ask(bulletinCommentContract.listReports, { bulletinId }, actor)).items;
const get = (bulletinId: string, actor: Actor): Promise<BulletinView> =>
  affairs.ask(bulletinContract.get, { bulletinId }, actor);
const refused = (code: string) => expect.objectContaining({ code });
const actsOf = ({ acts }: BulletinCommentView) => acts.map(({ act: name }) => name);

/** What waits under a bulletin was last said to be. */
const waits = (bulletinId: string, ...kinds: string[]) => untilAwaits(affairs, 'affairs', bulletinId, kinds);

describe('comments on a bulletin', () => {
  it('are written and read by whom it is for, under a masked name', async () => {
    const { id } = await publish();
    const comment = await write(id, one);
    expect(comment).toMatchObject({ state: 'shown', authorName: '张*', isMine: true, version: 1 });
    expect(actsOf(comment)).toEqual(['withdraw']);
    const [seen] = await list(id, other);
    expect(seen).toMatchObject({ text: '夜班的时间也调整吗？', isMine: false, acts: [{ act: 'report' }] });
    expect(await get(id, other)).toMatchObject({ commentCount: 1, commentable: true, commentsWaiting: null });
    for (const ask of [write, list]) await expect(ask(id, stranger)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(write(id, null)).rejects.toEqual(refused('NOT_SIGNED_IN'));
  });

  it('are sealed in the database', async () => {
    const { id } = await publish();
    const comment = await write(id, one, '机密的话');
    const [row] = await affairs.dataSource.query('SELECT * FROM bulletin_comment WHERE id = $1', [
      comment.id,
    ]);
    expect(JSON.stringify(row)).not.toContain('机密');
  });

  it('are the newest first, in pages', async () => {
    const { id } = await publish();
    for (const text of ['一', '二', '三']) await write(id, one, text);
    const page = await affairs.ask(bulletinCommentContract.list, { bulletinId: id, limit: 2 }, other);
    expect(page.items.map(({ text }) => text)).toEqual(['三', '二']);
    const rest = await list(id, other, { limit: 2, cursor: page.nextCursor });
    expect(rest.map(({ text }) => text)).toEqual(['一']);
  });

  it('are none where they are off, which its officers switch at any time', async () => {
    const { id, version } = await publish('off');
    await expect(write(id, one)).rejects.toEqual(refused('BULLETIN_COMMENTING_OFF'));
    const set = (commenting: BulletinCommenting, actor: Actor, ifMatch: number) =>
      affairs.ask(bulletinContract.setCommenting, { bulletinId: id, commenting }, actor, { ifMatch });
    await expect(set('open', one, version)).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(set('open', stranger, version)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(set('open', officer, version - 1)).rejects.toEqual(refused('VERSION_STALE'));
    const open = await set('open', officer, version);
    await write(id, one);
    await set('off', officer, open.version);
    await expect(write(id, one)).rejects.toEqual(refused('BULLETIN_COMMENTING_OFF'));
    expect(await list(id, other)).toHaveLength(1);
    expect(await get(id, other)).toMatchObject({ commenting: 'off', commentable: false, commentCount: 1 });
  });

  it('are off where whoever publishes has not said', async () => {
    expect(await publishBulletin(affairs, tree.left.id, officer)).toMatchObject({ commenting: 'off' });
  });

  it('are not taken from somebody who is no member, nor once the bulletin is withdrawn', async () => {
    const { id, version } = await publish('open', { audience: 'public' });
    const left = { ...one, personId: newId(), unionId: null, unionPath: null };
    await expect(write(id, left)).rejects.toEqual(refused('NOT_PERMITTED'));
    expect(await write(id, stranger)).toMatchObject({ state: 'shown' });
    await affairs.ask(bulletinContract.withdraw, { bulletinId: id, reason: '改期' }, officer, {
      ifMatch: version,
    });
    for (const ask of [write, list]) await expect(ask(id, one)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await list(id, officer)).toHaveLength(1);
  });

  it('wait to be checked where its officers say so, but for those of officers', async () => {
    const { id } = await publish('checked');
    const comment = await write(id, one);
    expect(comment).toMatchObject({ state: 'waiting' });
    expect(await list(id, other)).toEqual([]);
    expect(await list(id, one)).toHaveLength(1);
    await waits(id, 'bulletinCommentWaiting');
    expect(await get(id, officer)).toMatchObject({ commentsWaiting: 1, commentCount: 0 });
    expect(await list(id, officer, { state: 'waiting' })).toHaveLength(1);
    await expect(list(id, other, { state: 'waiting' })).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(act('show', comment, one)).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(act('show', comment, other)).rejects.toEqual(refused('NOT_FOUND'));
    await act('show', comment, officer);
    expect(await list(id, other)).toHaveLength(1);
    await waits(id);
    expect(await write(id, officer, '夜班照旧。')).toMatchObject({ state: 'shown' });
  });

  it('are reported once, without anybody learning by whom, and hidden with a reason for their author', async () => {
    const { id } = await publish();
    const comment = await write(id, one);
    await expect(report(comment.id, one)).rejects.toEqual(refused('NOT_PERMITTED'));
    await report(comment.id, other);
    await expect(report(comment.id, other)).rejects.toEqual(refused('BULLETIN_COMMENT_REPORTED_BEFORE'));
    await waits(id, 'bulletinCommentReported');
    await expect(reports(id, other)).rejects.toEqual(refused('NOT_PERMITTED'));
    const [line] = await reports(id, officer);
    expect(line).toMatchObject({ words: '这是广告', about: [{ id: comment.id }] });
    expect(JSON.stringify(line)).not.toContain(other.personId);
    const hidden = await hide(comment, officer);
    expect(hidden).toMatchObject({ state: 'hidden', reason: '与这条信息无关' });
    expect(await reports(id, officer)).toEqual([]);
    await waits(id);
    expect(await list(id, other)).toEqual([]);
    expect(await list(id, one)).toMatchObject([
      { reason: '与这条信息无关', acts: [{ act: 'withdraw' }, { act: 'appeal' }] },
    ]);
    expect(await affairs.recorded(noticeRaisedEvents.affairs)).toContainEqual(
      expect.objectContaining({ kind: 'bulletinCommentHidden', personIds: [one.personId] }),
    );
    await expect(hide(comment, officer)).rejects.toEqual(refused('BULLETIN_COMMENT_STATE'));
    const shown = await act('show', hidden, rootOfficer);
    expect(shown).toMatchObject({ state: 'shown', reason: null });
  });

  it('that were hidden are appealed against once, and shown again by another than who has hidden them', async () => {
    const { id } = await publish();
    const hidden = await hide(await write(id, one), officer);
    await expect(appeal(hidden, officer)).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(appeal(hidden, other)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(refuse(hidden, rootOfficer)).rejects.toEqual(refused('BULLETIN_COMMENT_STATE'));
    const appealed = await appeal(hidden, one);
    expect(appealed).toMatchObject({ appealState: 'waiting', appeal: '这是我们班组的义卖', refusal: null });
    await expect(appeal(appealed, one)).rejects.toEqual(refused('BULLETIN_COMMENT_STATE'));
    await waits(id, 'bulletinCommentAppealed');
    expect(await get(id, rootOfficer)).toMatchObject({ commentsWaiting: 1 });
    expect(await list(id, rootOfficer, { state: 'appealed' })).toMatchObject([
      { id: hidden.id, appeal: '这是我们班组的义卖' },
    ]);
    await expect(list(id, other, { state: 'appealed' })).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(refuse(appealed, officer)).rejects.toEqual(refused('NOT_PERMITTED'));
    const shown = await act('show', appealed, rootOfficer);
    expect(shown).toMatchObject({ state: 'shown', appealState: 'none', appeal: null, reason: null });
    expect(await affairs.recorded(noticeRaisedEvents.affairs)).toContainEqual(
      expect.objectContaining({ kind: 'bulletinCommentShown', personIds: [one.personId] }),
    );
    await waits(id);
  });

  it('stay hidden where the appeal is refused, with a reason for their author, sealed as the appeal is', async () => {
    const { id } = await publish();
    const appealed = await appeal(await hide(await write(id, one), officer), one);
    const [line] = await affairs.dataSource.query('SELECT * FROM bulletin_comment WHERE id = $1', [
      appealed.id,
    ]);
    expect(JSON.stringify(line)).not.toContain('义卖');
    await refuse(appealed, rootOfficer);
    expect(await list(id, one)).toMatchObject([
      { state: 'hidden', appealState: 'refused', refusal: '义卖请发在活动页', acts: [{ act: 'withdraw' }] },
    ]);
    await waits(id);
    expect(await list(id, officer, { state: 'appealed' })).toEqual([]);
    expect(await affairs.recorded(noticeRaisedEvents.affairs)).toContainEqual(
      expect.objectContaining({ kind: 'bulletinCommentAppealRefused', personIds: [one.personId] }),
    );
  });

  it('that are withdrawn or erased take their appeal with them', async () => {
    const author = await plantPerson(affairs, tree.left);
    const { id } = await publish();
    const [first, second] = [await write(id, author), await write(id, author)];
    const withdrawn = await appeal(await hide(first, officer), author);
    await appeal(await hide(second, officer), author);
    await act('withdraw', withdrawn, author);
    await waits(id, 'bulletinCommentAppealed');
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: author.personId });
    await waits(id);
    const rows = await affairs.dataSource.query(
      'SELECT state, sealed_appeal FROM bulletin_comment WHERE bulletin_id = $1',
      [id],
    );
    expect(rows).toEqual([
      { state: 'withdrawn', sealed_appeal: null },
      { state: 'withdrawn', sealed_appeal: null },
    ]);
  });

  it('stay where a report is dismissed', async () => {
    const { id } = await publish();
    const comment = await write(id, one);
    await report(comment.id, other);
    await act('dismissReports', comment, officer);
    expect(await list(id, other)).toHaveLength(1);
    expect(await reports(id, officer)).toEqual([]);
    await report(comment.id, other);
  });

  it('of an officer are decided on by others', async () => {
    const { id } = await publish();
    const comment = await write(id, officer);
    await report(comment.id, other);
    await expect(hide(comment, officer)).rejects.toEqual(refused('NOT_PERMITTED'));
    await hide(comment, rootOfficer);
  });

  it('are withdrawn by their author for good, with what waits about them', async () => {
    const { id } = await publish();
    const comment = await write(id, one);
    await report(comment.id, other);
    const gone = await act('withdraw', comment, one);
    expect(gone).toMatchObject({ state: 'withdrawn', text: null });
    expect(await list(id, one)).toEqual([]);
    expect(await reports(id, officer)).toEqual([]);
    await expect(act('withdraw', gone, one)).rejects.toEqual(refused('BULLETIN_COMMENT_STATE'));
  });

  it('wait once three of their author were hidden, for twelve months, unless one is shown again', async () => {
    const author = await plantPerson(affairs, tree.left);
    const { id } = await publish();
    const hidden: BulletinCommentView[] = [];
    for (const text of ['广告一', '广告二', '广告三'])
      hidden.push(await hide(await write(id, author, text), officer));
    expect(await write(id, author)).toMatchObject({ state: 'waiting' });
    // Taking one back does not take the strike back.
    const [first, second] = hidden;
    if (first === undefined || second === undefined) throw new Error('three were hidden');
    await act('withdraw', first, author);
    expect(await write(id, author)).toMatchObject({ state: 'waiting' });
    await act('show', second, rootOfficer);
    expect(await write(id, author)).toMatchObject({ state: 'shown' });
  });

  it('are a hundred within 24 hours at most', async () => {
    const author = await plantPerson(affairs, tree.left);
    const { id } = await publish();
    await affairs.dataSource.query(
      `INSERT INTO bulletin_comment (id, version, bulletin_id, person_id, state, written_at)
       SELECT gen_random_uuid(), 1, $1, $2, 'shown', $3 FROM generate_series(1, 100)`,
      [id, author.personId, affairs.clock.now()],
    );
    await expect(write(id, author)).rejects.toEqual(refused('BULLETIN_COMMENTS_MAX'));
    affairs.clock.advance(dayMs + 1);
    await write(id, author);
  });

  it('E123: lose their words once their author is erased, and wait no more', async () => {
    const author = await plantPerson(affairs, tree.left);
    const [open, checked] = [await publish(), await publish('checked')];
    await write(open.id, author);
    await write(checked.id, author);
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: author.personId });
    await eventually(async () =>
      expect(await list(open.id, other)).toMatchObject([{ text: null, authorName: null }]),
    );
    expect(await list(checked.id, officer)).toEqual([]);
    await waits(checked.id);
  });
});
