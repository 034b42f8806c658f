import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefitContract } from '@gongxiang/contracts/affairs/listings/benefit.contract';
import {
  listingReviewContract,
  type ListingReviewDecision,
  type ListingReviewView,
} from '@gongxiang/contracts/affairs/listings/listing-review.contract';
import { vacancyContract } from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { publishBenefit, publishVacancy } from '../listings.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let writer: Actor;
let officer: Actor;
let above: Actor;
let stranger: Actor;
let neighbour: Actor;
let members: Actor[];

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  writer = await plantPerson(affairs, tree.left, 'officer');
  officer = await plantPerson(affairs, tree.left, 'officer');
  above = await plantPerson(affairs, tree.root, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  neighbour = await plantPerson(affairs, tree.right);
  members = [];
  for (let count = 0; count < 5; count += 1) members.push(await plantPerson(affairs, tree.left));
});
afterAll(() => affairs.stop());

const { reportVacancy, reportBenefit, list, get, decide } = listingReviewContract;
const awaits = (id: string, ...kinds: readonly string[]) => untilAwaits(affairs, 'affairs', id, kinds);
const words = '面试时要先交服装费，独此一句';
const report = (vacancyId: string, actor: Actor | undefined) =>
  affairs.ask(reportVacancy, { vacancyId, ground: 'fee', words }, actor ?? null);
const decided = (
  { id: reviewId, version: ifMatch }: ListingReviewView,
  decision: ListingReviewDecision,
  actor: Actor,
) => affairs.ask(decide, { reviewId, decision, reason: '核实过' }, actor, { ifMatch });
const vacancySeen = (vacancyId: string, actor: Actor) =>
  affairs.ask(vacancyContract.get, { vacancyId }, actor);

async function reviewOf(listingId: string, actor: Actor): Promise<ListingReviewView> {
  const { items } = await affairs.ask(list, { limit: 100 }, actor);
  const line = items.find((one) => one.listingId === listingId);
  if (line === undefined) throw new Error('there is none');
  return affairs.ask(get, { reviewId: line.id }, actor);
}

/** What was told about a review, in the order of the alphabet. */
async function noticesOf(reviewId: string): Promise<string[]> {
  const raised = await affairs.recorded(noticeRaisedEvents.affairs);
  return raised
    .filter(({ cause }) => cause.includes(reviewId))
    .map(({ kind }) => kind)
    .sort();
}

/** A vacancy that the first member has reported. */
async function reported(): Promise<{ readonly vacancyId: string; readonly review: ListingReviewView }> {
  const { id: vacancyId } = await publishVacancy(affairs, tree.left.id, writer);
  await report(vacancyId, members[0]);
  return { vacancyId, review: await reviewOf(vacancyId, officer) };
}

describe('a report on a vacancy or a benefit', () => {
  it('is made once by whom it is for, and never by whoever has written it', async () => {
    const { id: vacancyId } = await publishVacancy(affairs, tree.left.id, writer);
    const [first] = members;
    expect(await vacancySeen(vacancyId, first as Actor)).toMatchObject({ report: 'possible' });
    expect(await vacancySeen(vacancyId, writer)).toMatchObject({ report: null });
    await expect(report(vacancyId, undefined)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(report(vacancyId, neighbour)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report(vacancyId, writer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(
      affairs.ask(reportVacancy, { vacancyId, ground: 'other' }, first as Actor),
    ).rejects.toMatchObject({ code: 'LISTING_REPORT_WORDS', errors: [{ pointer: '/words' }] });
    await report(vacancyId, first);
    await expect(report(vacancyId, first)).rejects.toMatchObject({ code: 'LISTING_REPORTED_BEFORE' });
    expect(await vacancySeen(vacancyId, first as Actor)).toMatchObject({ report: 'sent' });
  });

  it('is read by officers of the union and above, without who has made it', async () => {
    const { review } = await reported();
    await awaits(review.id, 'listingReported');
    expect(review).toMatchObject({ state: 'reported', reports: 1, grounds: ['fee'], kind: 'vacancy' });
    expect(review.reportsShown).toEqual([{ ground: 'fee', words, at: expect.any(String) }]);
    expect(await affairs.ask(get, { reviewId: review.id }, above)).toMatchObject({ reports: 1 });
    for (const actor of [stranger, members[0] as Actor])
      await expect(affairs.ask(get, { reviewId: review.id }, actor)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    expect((await affairs.ask(list, {}, stranger)).items).toEqual([]);
    const reporterId = members[0]?.personId ?? '';
    expect(JSON.stringify(review)).not.toContain(reporterId);
    const trail: unknown[] = await affairs.dataSource.query(
      `SELECT 1 FROM audit_record WHERE noun = 'listing-review' AND subject_id = $1`,
      [review.id],
    );
    expect(trail).toEqual([]);
  });

  it('keeps its words sealed', async () => {
    await reported();
    const rows: unknown[] = await affairs.dataSource.query(
      `SELECT 1 FROM listing_report WHERE sealed_words LIKE '%独此一句%'`,
    );
    expect(rows).toEqual([]);
  });

  it('is dismissed: the listing stays, and whoever has made it learns that', async () => {
    const { vacancyId, review } = await reported();
    await expect(decided(review, 'keep', writer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const done = await decided(review, 'keep', officer);
    expect(done).toMatchObject({ state: 'kept', reason: '核实过', decisions: [] });
    expect(await vacancySeen(vacancyId, members[1] as Actor)).toMatchObject({ isHidden: false });
    await eventually(async () => expect(await noticesOf(review.id)).toContain('listingReportDismissed'));
    await awaits(review.id);
    await report(vacancyId, members[1]);
    expect(await reviewOf(vacancyId, officer)).toMatchObject({ state: 'reported', reports: 2 });
    await awaits(review.id, 'listingReported');
  });

  it('is upheld: nobody finds the listing, its union learns why, and shows it again', async () => {
    const { vacancyId, review } = await reported();
    const hidden = await decided(review, 'hide', officer);
    await expect(vacancySeen(vacancyId, members[1] as Actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await vacancySeen(vacancyId, writer)).toMatchObject({ isHidden: true, hiddenReason: '核实过' });
    const { items } = await affairs.ask(vacancyContract.list, {}, members[1] as Actor);
    expect(items.map(({ id }) => id)).not.toContain(vacancyId);
    await eventually(async () =>
      expect(await noticesOf(review.id)).toEqual(
        expect.arrayContaining(['listingHidden', 'listingReportUpheld']),
      ),
    );
    await decided(hidden, 'show', officer);
    expect(await vacancySeen(vacancyId, members[1] as Actor)).toMatchObject({ isHidden: false });
    expect(await noticesOf(review.id)).toContain('listingShownAgain');
    expect(await noticesOf(review.id)).not.toContain('listingReportDismissed');
  });

  it('of a listing that a union above has hidden is taken back there alone', async () => {
    const { review } = await reported();
    const hidden = await decided(review, 'hide', above);
    await expect(decided(hidden, 'show', officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await decided(hidden, 'show', above)).toMatchObject({ state: 'kept' });
  });

  it('made by five people hides it until an officer has looked at it', async () => {
    const benefit = await publishBenefit(affairs, tree.left.id, writer);
    const benefitId = benefit.id;
    for (const member of members.slice(0, 4))
      await affairs.ask(reportBenefit, { benefitId, ground: 'expired' }, member);
    expect(await reviewOf(benefitId, officer)).toMatchObject({ state: 'reported', reports: 4 });
    await affairs.ask(reportBenefit, { benefitId, ground: 'expired' }, members[4] as Actor);
    const review = await eventually(async () => {
      const found = await reviewOf(benefitId, officer);
      expect(found.state).toBe('hiddenByReports');
      return found;
    });
    await expect(affairs.ask(benefitContract.get, { benefitId }, members[0] as Actor)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await affairs.ask(benefitContract.get, { benefitId }, officer)).toMatchObject({
      isHidden: true,
      hiddenReason: null,
    });
    await awaits(review.id, 'listingReported');
    expect(await noticesOf(review.id)).toEqual(['listingHidden']);
    const actors: { id: string | null }[] = await affairs.dataSource.query(
      `SELECT actor_id AS id FROM audit_record WHERE noun = 'listing-review' AND subject_id = $1`,
      [review.id],
    );
    expect(actors.map(({ id }) => id)).toEqual([null]);
    await decided(review, 'show', officer);
    expect(await affairs.ask(benefitContract.get, { benefitId }, members[0] as Actor)).toMatchObject({
      isHidden: false,
      report: 'sent',
    });
  });
});
