import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bulletinContract } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import {
  bulletinReviewContract,
  type BulletinReviewView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { bulletinOf, publishBulletin } from '../bulletins.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let author: Actor;
let member: Actor;
let neighbour: Actor;
let stranger: Actor;
let decider: Actor;
let other: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  author = await plantPerson(affairs, tree.left, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
  stranger = await plantPerson(affairs, tree.right, 'officer');
  decider = await plantPerson(affairs, tree.root, 'officer');
  other = await plantPerson(affairs, tree.root, 'officer');
});
afterAll(() => affairs.stop());

const { report, list, get, decide, judge, appeal, decideAppeal, release, sendBack, publicFigures } =
  bulletinReviewContract;
const awaits = (id: string, ...kinds: readonly string[]) => untilAwaits(affairs, 'affairs', id, kinds);
const words = '第二段的标准不对，独此一句';
const reportAs = (bulletinId: string, actor: Actor | null) =>
  affairs.ask(report, { bulletinId, ground: 'untrue', words }, actor);
const readerSees = (bulletinId: string, actor: Actor) =>
  affairs.ask(bulletinContract.get, { bulletinId }, actor);
const version = ({ version: ifMatch }: { readonly version: number }) => ({ ifMatch });
const decided = (
  review: BulletinReviewView,
  decision: 'dismiss' | 'askCorrection' | 'hide',
  actor = decider,
) => affairs.ask(decide, { reviewId: review.id, decision, reason: '标准不符' }, actor, version(review));
const appealed = (review: BulletinReviewView, actor = author) =>
  affairs.ask(appeal, { reviewId: review.id, words: '以新文件为准' }, actor, version(review));

/** A bulletin that was reported, as its decider sees that. */
async function reported(): Promise<{ readonly bulletinId: string; readonly review: BulletinReviewView }> {
  const { id: bulletinId } = await publishBulletin(affairs, tree.left.id, author);
  await reportAs(bulletinId, member);
  return { bulletinId, review: await reviewOf(bulletinId, decider) };
}

async function reviewOf(bulletinId: string, actor: Actor): Promise<BulletinReviewView> {
  for (const over of [false, true]) {
    const [line] = (await affairs.ask(list, { bulletinId, over }, actor)).items;
    if (line !== undefined) return affairs.ask(get, { reviewId: line.id }, actor);
  }
  throw new Error('there is none');
}

async function corrected(bulletinId: string): Promise<BulletinReviewView> {
  const { title, kind, text } = bulletinOf();
  const { version: ifMatch } = await readerSees(bulletinId, author);
  const change = { bulletinId, title, kind, text, pinned: false, note: '改了标准' };
  await affairs.ask(bulletinContract.correct, change, author, { ifMatch });
  return eventually(async () => {
    const review = await reviewOf(bulletinId, decider);
    if (review.state !== 'corrected') throw new Error('not yet');
    return review;
  });
}

async function strike(): Promise<void> {
  const { review } = await reported();
  const done = await decided(review, 'hide');
  const asked = await appealed(done);
  await affairs.ask(
    decideAppeal,
    { reviewId: review.id, upheld: true, reason: '维持' },
    other,
    version(asked),
  );
}

describe('a report', () => {
  it('is read by the decider without who made it, and nowhere in the clear', async () => {
    const { bulletinId, review } = await reported();
    expect(review).toMatchObject({ state: 'reported', reports: 1, grounds: ['untrue'] });
    expect(review.reportsShown).toMatchObject([{ ground: 'untrue', words }]);
    expect(JSON.stringify(review)).not.toContain(member.personId);
    const own = await reviewOf(bulletinId, author);
    expect(own).toMatchObject({ reportsShown: [], acts: [], reports: 1 });
    for (const table of [
      'bulletin_report',
      'bulletin_review_entry',
      'audit_record',
      'idempotency',
      'outbox',
      'due',
    ]) {
      const rows: unknown[] = await affairs.dataSource.query(
        `SELECT 1 FROM ${table} AS t WHERE t::text LIKE '%独此一句%'`,
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('is one for each person while it goes on; those of others join it', async () => {
    const { bulletinId, review } = await reported();
    await expect(reportAs(bulletinId, member)).rejects.toMatchObject({ code: 'BULLETIN_REPORTED_BEFORE' });
    await reportAs(bulletinId, await plantPerson(affairs, tree.left));
    expect(await reviewOf(bulletinId, decider)).toMatchObject({ id: review.id, reports: 2 });
    await decided(review, 'dismiss');
    await reportAs(bulletinId, member);
    expect((await reviewOf(bulletinId, decider)).id).not.toBe(review.id);
  });

  it('is one review though two report at once', async () => {
    const { id } = await publishBulletin(affairs, tree.left.id, author);
    const second = await plantPerson(affairs, tree.left);
    await Promise.all([reportAs(id, member), reportAs(id, second)]);
    expect(await reviewOf(id, decider)).toMatchObject({ reports: 2 });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['whom the bulletin is not for', () => neighbour, 'NOT_FOUND'],
  ])('is not made by %s', async (_who, actor, code) => {
    const { id } = await publishBulletin(affairs, tree.left.id, author);
    await expect(reportAs(id, actor())).rejects.toMatchObject({ code });
  });

  it.each<[string, () => Actor, string]>([
    ['a member', () => member, 'NOT_FOUND'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
    ['its own union', () => author, 'NOT_PERMITTED'],
  ])('is not decided by %s', async (_who, actor, code) => {
    const { review } = await reported();
    await expect(decided(review, 'hide', actor())).rejects.toMatchObject({ code });
  });

  it('at the top is decided by another officer of the same', async () => {
    const { id } = await publishBulletin(affairs, tree.root.id, decider);
    await reportAs(id, member);
    const review = await reviewOf(id, other);
    await expect(decided(review, 'hide', decider)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await decided(review, 'hide', other)).toMatchObject({ state: 'hidden' });
  });
});

describe('a hidden bulletin', () => {
  it('is not shown, its union sees why, and it is shown again once its correction is agreed to', async () => {
    const { bulletinId, review } = await reported();
    const hiding = await decided(review, 'hide');
    await expect(readerSees(bulletinId, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const own = await reviewOf(bulletinId, author);
    expect(own).toMatchObject({ state: 'hidden', correctable: true, acts: [{ act: 'appeal' }] });
    expect(own.entries.at(-1)).toMatchObject({ event: 'hide', text: '标准不符' });
    const first = await corrected(bulletinId);
    const refusal = { reviewId: hiding.id, agreed: false, reason: '还不对' };
    expect(await affairs.ask(judge, refusal, decider, version(first))).toMatchObject({ state: 'hidden' });
    const second = await corrected(bulletinId);
    const agreed = { reviewId: hiding.id, agreed: true, reason: '可以了' };
    expect(await affairs.ask(judge, agreed, decider, version(second))).toMatchObject({
      state: 'settled',
      strikes: 0,
    });
    expect(await readerSees(bulletinId, member)).toMatchObject({ state: 'published' });
  });

  it('is decided on in its appeal by another person, and shown again if it is granted', async () => {
    const { bulletinId, review } = await reported();
    await awaits(review.id, 'bulletinReported');
    const hiding = await decided(review, 'hide');
    await awaits(review.id, 'bulletinHidden');
    const asked = await appealed(hiding);
    await awaits(review.id, 'bulletinAppealed');
    const request = { reviewId: review.id, upheld: false, reason: '新文件已施行' };
    await expect(affairs.ask(decideAppeal, request, decider, version(asked))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await affairs.ask(decideAppeal, request, other, version(asked))).toMatchObject({
      state: 'settled',
    });
    expect(await readerSees(bulletinId, member)).toMatchObject({ state: 'published' });
  });

  it('is asked to be corrected while it stays shown', async () => {
    const { bulletinId, review } = await reported();
    await decided(review, 'askCorrection');
    await awaits(review.id, 'bulletinCorrectionAsked');
    expect(await readerSees(bulletinId, member)).toMatchObject({ state: 'published' });
    const change = await corrected(bulletinId);
    await awaits(review.id, 'bulletinCorrected');
    const agreed = { reviewId: review.id, agreed: true, reason: '可以了' };
    expect(await affairs.ask(judge, agreed, decider, version(change))).toMatchObject({ state: 'settled' });
    await awaits(review.id);
  });
});

describe('strikes', () => {
  it('of three hold what the union publishes, corrects or restores until the union above releases it, and end after a year', async () => {
    const { review } = await reported();
    const hiding = await decided(review, 'hide');
    affairs.clock.advance(15 * dayMs);
    // Nobody appeals in time: the hiding stands by itself.
    await eventually(async () => {
      expect(await affairs.ask(get, { reviewId: review.id }, author)).toMatchObject({ state: 'upheld' });
    });
    await expect(appealed(hiding)).rejects.toMatchObject({ code: expect.stringMatching(/STALE|STATE/) });
    await strike();
    await strike();
    const waiting = await publishBulletin(affairs, tree.left.id, author);
    expect(waiting).toMatchObject({ state: 'waiting', releasable: false });
    await awaits(waiting.id, 'bulletinWaiting');
    await expect(readerSees(waiting.id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const byItself = affairs.ask(release, { bulletinId: waiting.id }, author, version(waiting));
    await expect(byItself).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await readerSees(waiting.id, decider)).toMatchObject({ releasable: true });
    const back = { bulletinId: waiting.id, reason: '请写明依据' };
    const draft = await affairs.ask(sendBack, back, decider, version(waiting));
    expect(draft).toMatchObject({ state: 'draft', sentBackReason: '请写明依据' });
    const again = await affairs.ask(
      bulletinContract.publish,
      { bulletinId: draft.id },
      author,
      version(draft),
    );
    await affairs.ask(release, { bulletinId: draft.id }, decider, version(again));
    expect(await readerSees(draft.id, member)).toMatchObject({ state: 'published' });
    const { title, kind, text } = bulletinOf();
    const correction = { bulletinId: draft.id, title, kind, text, pinned: false, note: '改了标准' };
    const shown = await readerSees(draft.id, author);
    const held = await affairs.ask(bulletinContract.correct, correction, author, version(shown));
    expect(held).toMatchObject({ state: 'waiting' });
    await awaits(draft.id, 'bulletinWaiting');
    await expect(readerSees(draft.id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const returned = await affairs.ask(sendBack, { ...back, bulletinId: draft.id }, decider, version(held));
    const rewritten = await affairs.ask(
      bulletinContract.change,
      { ...bulletinOf({ text: '依据新标准。' }), bulletinId: draft.id },
      author,
      version(returned),
    );
    expect(rewritten.revisions).toMatchObject([{ number: 2, note: '改了标准' }, { number: 1 }]);
    const corrected = await affairs.ask(
      bulletinContract.publish,
      { bulletinId: draft.id },
      author,
      version(rewritten),
    );
    const released = await affairs.ask(release, { bulletinId: draft.id }, decider, version(corrected));
    expect(await readerSees(draft.id, member)).toMatchObject({ state: 'published', text: '依据新标准。' });

    const gone = { bulletinId: draft.id, reason: '会议改期' };
    const withdrawn = await affairs.ask(bulletinContract.withdraw, gone, author, version(released));
    const restored = await affairs.ask(
      bulletinContract.restore,
      { bulletinId: draft.id },
      author,
      version(withdrawn),
    );
    expect(restored).toMatchObject({ state: 'waiting' });
    await affairs.ask(sendBack, { ...back, bulletinId: draft.id }, decider, version(restored));
    expect(await readerSees(draft.id, member)).toMatchObject({
      state: 'withdrawn',
      withdrawReason: '会议改期',
      sentBackReason: null,
    });
    const own = await readerSees(draft.id, author);
    expect(own).toMatchObject({ state: 'withdrawn', sentBackReason: '请写明依据' });
    const asked = await affairs.ask(bulletinContract.restore, { bulletinId: draft.id }, author, version(own));
    await affairs.ask(release, { bulletinId: draft.id }, decider, version(asked));
    expect(await readerSees(draft.id, member)).toMatchObject({ state: 'published', withdrawReason: null });
    affairs.clock.advance(366 * dayMs);
    expect(await publishBulletin(affairs, tree.left.id, author)).toMatchObject({ state: 'published' });
  });

  it('and reports are told to anybody in fives', async () => {
    await affairs.dataSource.query(
      `INSERT INTO bulletin_review (id, version, bulletin_id, union_id, decider_union_id, state, opened_at, hidden_at, hidden_by)
       SELECT gen_random_uuid(), 1, (SELECT id FROM bulletin LIMIT 1), $1, $1, 'dismissed', '2031-05-01',
         CASE WHEN n <= 4 THEN '2031-05-02'::timestamptz END, CASE WHEN n <= 4 THEN $1::uuid END
       FROM generate_series(1, 9) AS n`,
      [newId()],
    );
    expect(await affairs.ask(publicFigures, { year: 2031 }, null)).toEqual({
      year: 2031,
      reported: 5,
      hidden: 0,
      restored: 0,
    });
  });
});
