import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import {
  noticeRaisedEvents,
  type NoticeRaised,
  notifiedAtOnceMax,
} from '@gongxiang/contracts/notification/notice-raised';
import { rankingAppealContract } from '@gongxiang/contracts/evaluation/rankings/ranking-appeal.contract';
import {
  type CreateRankingRequest,
  rankingContract,
  type RankingState,
  type RankingView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { canonicalJson } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { readXlsx } from 'hucre/xlsx';
import { startEvaluation } from '../../evaluation.fixture.js';
import type { ScoreInput } from '../../scores/score/score.model.js';
import { RankingEntryRow } from './ranking.entity.js';
import {
  plantScores,
  printed,
  rankingUnion,
  type RankingUnion,
  rankUnions,
  scoredUnions,
  weighed,
} from './ranking.fixture.js';

let evaluation: ServiceFixture;
let home: RankingUnion;
let unions: UnionState[];
const member = actorWith();

beforeAll(async () => {
  evaluation = await startEvaluation();
  home = await rankingUnion(evaluation, '1.4.');
  unions = await scoredUnions(evaluation, home, [
    { size: 'large', share: 1 },
    { size: 'large', share: 0.5 },
    { size: 'small', share: 0.5 },
    { size: 'small', share: 0.25 },
  ]);
});
afterAll(() => evaluation.stop());

const officerOf = (union: UnionState): Actor => actorWith({ roles: [['officer', union.id, union.path]] });
const publish = (rankingId: string, days = 7): Promise<RankingView> =>
  evaluation.ask(rankingContract.publish, { rankingId, days }, home.evaluator);
const stateOf = async (rankingId: string): Promise<RankingState> =>
  (await evaluation.ask(rankingContract.get, { rankingId }, home.evaluator)).state;
const becomes = (rankingId: string, state: RankingState): Promise<void> =>
  eventually(async () => expect(await stateOf(rankingId)).toBe(state));
const appealAs = (union: UnionState, rankingId: string, actor = officerOf(union)) =>
  evaluation.ask(
    rankingAppealContract.appeal,
    { rankingId, subjectId: union.id, text: '到场人数漏计' },
    actor,
  );
/** The notifications about a ranking and its appeals, stage by stage. */
const callsOf = async (rankingId: string): Promise<NoticeRaised[]> =>
  (await evaluation.recorded(noticeRaisedEvents.evaluation)).filter(
    ({ about }) => about['rankingId'] === rankingId,
  );
const kindsOf = async (rankingId: string): Promise<string[]> =>
  (await callsOf(rankingId)).map(({ kind }) => kind);
/** What it waits for, once it waits for exactly this. */
const awaits = (rankingId: string, ...kinds: string[]) =>
  untilAwaits(evaluation, 'evaluation', rankingId, kinds);
const idsOf = (some: readonly UnionState[]): string[] => some.map(({ id }) => id).sort();
const decide = (rankingId: string, appealId: string, upheld: boolean, actor = home.decider) =>
  evaluation.ask(rankingAppealContract.decide, { rankingId, appealId, upheld, answer: '经核对' }, actor);

describe('a ranking', () => {
  it('ranks over all and within fair groups, with shared places, and says why', async () => {
    const ranking = await rankUnions(evaluation, home, { groupBy: 'sizeClass', title: '年度评价' });
    // 100, 50, 50 and 25 of 100; 1, 2, 2, 4 over all; the large 1, 2, the small 1, 2
    const found = new Map(ranking.entries.map((one) => [one.subjectId, one]));
    expect(
      unions.map(({ id }) => found.get(id)).map((one) => [one?.rank, one?.group, one?.groupRank]),
    ).toEqual([
      [1, 'large', 1],
      [2, 'large', 2],
      [2, 'small', 1],
      [4, 'small', 2],
    ]);
    expect(ranking).toMatchObject({
      state: 'draft',
      ranked: 4,
      leftOutCount: 0,
      revision: 1,
      title: '年度评价',
    });
    // The mean of 满意度 is ½ · 56.25 = 28.125 points; the first has 50 of them.
    expect(ranking.entries[0]?.why[0]).toMatchObject({
      indicatorId: 'liked',
      name: '满意度',
      points: 50,
      lead: expect.closeTo(21.875, 9),
    });
    const small = { rankingId: ranking.id, group: 'small' };
    const group = await evaluation.ask(rankingContract.listEntries, small, home.evaluator);
    expect(group.items.map(({ subjectId, groupRank }) => [subjectId, groupRank])).toEqual([
      [unions[2]?.id, 1],
      [unions[3]?.id, 2],
    ]);
    const titled = async (q: string) =>
      (await evaluation.ask(rankingContract.list, { q }, home.evaluator)).items.map(({ id }) => id);
    expect([await titled('度评'), await titled('%')]).toEqual([[ranking.id], []]);
    const named = { rankingId: ranking.id, q: unions[1]?.name ?? '' };
    expect((await evaluation.ask(rankingContract.listEntries, named, home.evaluator)).items).toHaveLength(1);
  });

  it('leaves out, by name and reason, what too few have answered for', async () => {
    await expect(rankUnions(evaluation, home, { minimumAnswers: 5 })).rejects.toMatchObject({
      code: 'NOTHING_TO_RANK',
    });
    await expect(rankUnions(evaluation, home, { minimumAnswers: 4 })).rejects.toMatchObject({
      code: 'MINIMUM_ANSWERS',
    });
    await expect(rankUnions(evaluation, home, { groupBy: 'business' })).rejects.toMatchObject({
      code: 'RANKING_GROUPS_UNFIT',
    });
  });

  it('never is one of persons', async () => {
    const person = { subjectKind: 'person' } as unknown as Partial<CreateRankingRequest>;
    await expect(rankUnions(evaluation, home, person)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    const { id } = await rankUnions(evaluation, home);
    await expect(
      evaluation.dataSource.query(
        `INSERT INTO ranking SELECT (jsonb_populate_record(r, jsonb_build_object('id', $2::uuid, 'subject_kind', 'person'))).*
         FROM ranking r WHERE id = $1`,
        [id, newId()],
      ),
    ).rejects.toThrow('subject_kind');
  });

  it('is for whoever may rank while it is a draft, and for everybody from the notice on', async () => {
    const { id: rankingId } = await rankUnions(evaluation, home);
    const asked = { rankingId };
    for (const actor of [member, officerOf(home.union)])
      await expect(evaluation.ask(rankingContract.get, asked, actor)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    const listed = async (actor: Actor): Promise<boolean> =>
      (await evaluation.ask(rankingContract.list, {}, actor)).items.some(({ id }) => id === rankingId);
    expect([await listed(home.evaluator), await listed(member)]).toEqual([true, false]);
    await expect(evaluation.ask(rankingContract.publish, asked, member)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await publish(rankingId);
    expect([await listed(home.evaluator), await listed(member)]).toEqual([true, true]);
    expect((await evaluation.ask(rankingContract.get, asked, member)).state).toBe('notice');
    await expect(
      evaluation.ask(rankingContract.withdraw, { rankingId, reason: '有误' }, member),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is put on notice under the weights by which it was made', async () => {
    const other = await rankingUnion(evaluation, '1.5.');
    await scoredUnions(evaluation, other, [{ size: 'small', share: 1 }]);
    const { id: rankingId } = await rankUnions(evaluation, other);
    await weighed(evaluation, other.systemId, other.evaluator);
    await expect(
      evaluation.ask(rankingContract.publish, { rankingId }, other.evaluator),
    ).rejects.toMatchObject({
      code: 'RANKING_STALE',
    });
  });

  it('holds more than a thousand, page by page', async () => {
    const many = await rankingUnion(evaluation, '1.6.');
    const planted = Array.from({ length: 2_500 }, (_, index) => ({
      kind: 'club' as const,
      id: newId(),
      unionId: many.union.id,
      values: { liked: 1 + (index % 500) / 125, ours: 3, came: 0.5 },
    }));
    await plantScores(evaluation, many, planted);
    const ranking = await rankUnions(evaluation, many, { subjectKind: 'club' });
    expect([ranking.ranked, ranking.entries.length]).toEqual([2_500, 10]);
    const ranks: number[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 13; pages += 1) {
      const asked = { rankingId: ranking.id, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
      const page = await evaluation.ask(rankingContract.listEntries, asked, many.evaluator);
      ranks.push(...page.items.map(({ rank }) => rank));
      cursor = page.nextCursor ?? undefined;
    }
    // Five share each of five hundred figures: 1, 1, 1, 1, 1, 6 …
    expect(ranks).toEqual(planted.map((_, index) => 1 + 5 * Math.floor(index / 5)));
  });
});

describe('the notice of a ranking', () => {
  it('ends by itself: then the ranking counts, and whoever listens is told', async () => {
    const { id } = await rankUnions(evaluation, home);
    const { noticeEndsAt } = await publish(id, 3);
    // 20 November in Shanghai; the 21st, 22nd and 23rd are whole
    expect(noticeEndsAt).toBe('2026-11-23T16:00:00.000Z');
    expect(await stateOf(id)).toBe('notice');
    evaluation.clock.set('2026-11-23T16:00:00Z');
    await becomes(id, 'final');
    const told = await evaluation.recorded(evaluationEvents.rankingFinalised);
    expect(told.at(-1)).toMatchObject({ rankingId: id, subjectKind: 'union', ranked: 4, revision: 1 });
    const offices = { roles: ['officer'], unionIds: idsOf(unions), isNearest: false };
    expect(await callsOf(id)).toMatchObject([
      { kind: 'rankingOnNotice', offices, values: { at: noticeEndsAt }, personIds: [] },
      { kind: 'rankingFinal', offices, values: {}, personIds: [] },
    ]);
    await expect(appealAs(unions[3] as UnionState, id)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('waits for every appeal, which another person than who ranked decides', async () => {
    const { id } = await rankUnions(evaluation, home);
    await publish(id);
    const [, , third, last] = unions as [UnionState, UnionState, UnionState, UnionState];
    await expect(appealAs(last, id, officerOf(third))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(appealAs(last, id, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(appealAs({ ...last, id: newId() }, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const appellant = officerOf(last);
    const appeal = await appealAs(last, id, appellant);
    await expect(appealAs(last, id)).rejects.toMatchObject({ code: 'APPEAL_OPEN' });
    const listed = async (actor: Actor): Promise<number> =>
      (await evaluation.ask(rankingAppealContract.list, { rankingId: id }, actor)).items.length;
    expect([await listed(officerOf(last)), await listed(officerOf(third)), await listed(member)]).toEqual([
      1, 0, 0,
    ]);
    expect(await listed(home.evaluator)).toBe(1);
    evaluation.clock.advance(8 * dayMs);
    await expect(appealAs(third, id)).rejects.toMatchObject({ code: 'RANKING_NOTICE_OVER' });
    expect(await stateOf(id)).toBe('notice');
    await expect(decide(id, appeal.id, false, home.evaluator)).rejects.toMatchObject({ code: 'APPEAL_OWN' });
    await expect(decide(id, appeal.id, false, officerOf(last))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const [awaited] = await awaits(id, 'appealMade');
    expect(awaited).toMatchObject({
      slot: appeal.id,
      why: 'decidesAppeals',
      offices: {
        roles: ['evaluator', 'officer', 'auditor'],
        unionIds: [home.union.id],
        isNearest: true,
        exceptIds: expect.arrayContaining([home.evaluator.personId, appellant.personId]),
      },
      personIds: [],
    });
    const decided = await decide(id, appeal.id, false);
    expect(decided).toMatchObject({ state: 'rejected', answer: '经核对' });
    expect(await kindsOf(id)).toEqual(['rankingOnNotice', 'appealRejected', 'rankingFinal']);
    expect(await stateOf(id)).toBe('final');
    await awaits(id);
    await expect(decide(id, appeal.id, true)).rejects.toMatchObject({ code: 'APPEAL_DECIDED' });
  });

  it('gives what came with an appeal to both sides, and to nobody else', async () => {
    const { id } = await rankUnions(evaluation, home);
    await publish(id);
    const [wronged, third] = [unions[3], unions[2]] as [UnionState, UnionState];
    const officer = officerOf(wronged);
    const attachment = { fileKey: newId(), sha256: 'a'.repeat(64), name: '签到表.pdf' };
    const appeal = await evaluation.ask(
      rankingAppealContract.appeal,
      { rankingId: id, subjectId: wronged.id, text: '到场人数漏计', attachment },
      officer,
    );
    expect(appeal.attachmentName).toBe('签到表.pdf');
    const fileFor = (actor: Actor, appealId = appeal.id) =>
      evaluation.ask(rankingAppealContract.getAttachment, { rankingId: id, appealId }, actor);
    for (const actor of [officer, officerOf(wronged), home.decider])
      expect(await fileFor(actor)).toEqual({ ...attachment, ownerId: officer.personId });
    for (const actor of [officerOf(third), member])
      await expect(fileFor(actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id: bare } = await appealAs(third, id);
    await expect(fileFor(home.decider, bare)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stops where an appeal was right: the corrected ranking stands beside the old one', async () => {
    const { id } = await rankUnions(evaluation, home);
    await publish(id);
    const wronged = unions[3] as UnionState;
    const officer = officerOf(wronged);
    const { id: appealId } = await appealAs(wronged, id, officer);
    await decide(id, appealId, true);
    expect((await callsOf(id)).at(-1)).toMatchObject({
      kind: 'appealUpheld',
      cause: `appealUpheld/${appealId}`,
      offices: { unionIds: [wronged.id], isNearest: false },
      personIds: [officer.personId],
    });
    expect(await stateOf(id)).toBe('revising');
    await awaits(id, 'rankingToRevise');
    evaluation.clock.advance(10 * dayMs);
    expect(await stateOf(id)).toBe('revising');
    // The facts are put right: a later score of the same.
    const values = { liked: 5, ours: 5, came: 0.9 };
    await plantScores(evaluation, home, [{ kind: 'union', id: wronged.id, unionId: wronged.id, values }]);
    const revise = () => evaluation.send(rankingContract.revise, { rankingId: id }, home.evaluator);
    const { body: revision } = await revise();
    expect(revision).toMatchObject({ state: 'draft', revision: 2, revisionOfId: id });
    expect((await revise()).existing).toBe(true);
    await awaits(revision.id, 'rankingDrafted');
    await awaits(id);
    expect(revision.entries.find(({ subjectId }) => subjectId === wronged.id)?.rank).toBe(2);
    await publish(revision.id, 1);
    await awaits(revision.id);
    expect(await kindsOf(revision.id)).toEqual(['rankingCorrected']);
    const old = await evaluation.ask(rankingContract.get, { rankingId: id }, member);
    expect(old).toMatchObject({ state: 'superseded', revisedById: revision.id });
    expect(old.entries.find(({ subjectId }) => subjectId === wronged.id)?.rank).toBe(4);
    evaluation.clock.advance(2 * dayMs);
    await becomes(revision.id, 'final');
  });

  it('is decided on as it is now: not by whoever looked before it was withdrawn', async () => {
    const { id: rankingId, version: drafted } = await rankUnions(evaluation, home);
    const { version: noticed } = await publish(rankingId);
    const { id: appealId } = await appealAs(unions[3] as UnionState, rankingId);
    const withdraw = (ifMatch: number | null) =>
      evaluation.ask(rankingContract.withdraw, { rankingId, reason: '到场记录有误' }, home.evaluator, {
        ifMatch,
      });
    await expect(withdraw(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(withdraw(drafted)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const { version: withdrawn } = await withdraw(noticed);
    const answer = { rankingId, appealId, upheld: true, answer: '经核对' };
    const stale = { ifMatch: noticed };
    for (const decision of [
      evaluation.ask(rankingAppealContract.decide, answer, home.decider, stale),
      evaluation.ask(rankingContract.publish, { rankingId }, home.evaluator, stale),
      evaluation.ask(rankingContract.revise, { rankingId }, home.evaluator, stale),
    ])
      await expect(decision).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const decided = evaluation.ask(rankingAppealContract.decide, answer, home.decider, {
      ifMatch: withdrawn,
    });
    expect(await decided).toMatchObject({ state: 'upheld' });
  });

  it('does not begin where scores were revised since the ranking was made, nor for what was left out', async () => {
    const other = await rankingUnion(evaluation, '1.7.');
    const [ranked, silent] = await scoredUnions(evaluation, other, [
      { size: 'small', share: 1 },
      { size: 'small', share: 0.5 },
    ]);
    const revised = (union: UnionState | undefined, values: ScoreInput['values']) =>
      plantScores(evaluation, other, [
        { kind: 'union', id: union?.id ?? '', unionId: union?.id ?? '', values },
      ]);
    await revised(silent, {});
    const { id: rankingId, ...made } = await rankUnions(evaluation, other);
    expect(made).toMatchObject({ ranked: 1, leftOutCount: 1, scoresRevised: false });
    await revised(silent, { liked: 5, ours: 5, came: 1 });
    const begin = (id: string) => evaluation.ask(rankingContract.publish, { rankingId: id }, other.evaluator);
    expect(await evaluation.ask(rankingContract.get, { rankingId }, other.evaluator)).toMatchObject({
      state: 'draft',
      scoresRevised: true,
    });
    await expect(begin(rankingId)).rejects.toMatchObject({ code: 'RANKING_SCORES_CHANGED' });
    // The one that was left out has changed, not the one that is ranked.
    const placesNow = () => evaluation.ask(rankingContract.listEntries, { rankingId }, other.evaluator);
    expect((await placesNow()).items[0]).toMatchObject({ revisedScoreId: null, revisedScore: null });
    const { id: next } = await rankUnions(evaluation, other);
    await revised(ranked, { liked: 1, ours: 1, came: 0 });
    const [entry] = (await placesNow()).items;
    expect(entry?.revisedScoreId).not.toBe(entry?.scoreId);
    // The worst answers and nobody there: 0 of 100 points.
    expect(entry).toMatchObject({ revisedScore: 0 });
    await expect(begin(next)).rejects.toMatchObject({ code: 'RANKING_SCORES_CHANGED' });
    const last = await rankUnions(evaluation, other);
    expect(await begin(last.id)).toMatchObject({ state: 'notice', scoresRevised: false });
  });

  it('says that scores were revised meanwhile: then the ranking does not come to count as it was shown', async () => {
    const other = await rankingUnion(evaluation, '1.8.');
    const [ranked] = await scoredUnions(evaluation, other, [{ size: 'small', share: 1 }]);
    const { id: rankingId } = await rankUnions(evaluation, other);
    const begin = (id: string) =>
      evaluation.ask(rankingContract.publish, { rankingId: id, days: 1 }, other.evaluator);
    await begin(rankingId);
    const id = ranked?.id ?? '';
    const revised = (came: number) =>
      plantScores(evaluation, other, [
        { kind: 'union', id, unionId: id, values: { liked: 3, ours: 3, came } },
      ]);
    await revised(0.5);
    const seen = () => evaluation.ask(rankingContract.get, { rankingId }, member);
    expect(await seen()).toMatchObject({ state: 'notice', scoresRevised: true });
    evaluation.clock.advance(3 * dayMs);
    await eventually(async () => expect((await seen()).state).toBe('revising'));
    expect(await seen()).toMatchObject({ finalisedAt: null, scoresRevised: true });
    expect(await kindsOf(rankingId)).toEqual(['rankingOnNotice', 'rankingOutdated']);
    const revise = (before: string) =>
      evaluation.ask(rankingContract.revise, { rankingId: before }, other.evaluator);
    const second = await revise(rankingId);
    await revised(0.75);
    await expect(begin(second.id)).rejects.toMatchObject({ code: 'RANKING_SCORES_CHANGED' });
    const withdrawn = { rankingId: second.id, reason: '得分又有修订' };
    await evaluation.ask(rankingContract.withdraw, withdrawn, other.evaluator);
    // It waited to be revised before, too.
    await eventually(async () => {
      const [next] = await awaits(rankingId, 'rankingToRevise');
      expect(next).toMatchObject({ about: { rankingId: second.id }, slot: second.id });
    });
    const third = await revise(second.id);
    expect(await begin(third.id)).toMatchObject({ state: 'notice', revision: 3, scoresRevised: false });
    expect((await seen()).state).toBe('superseded');
    await awaits(rankingId);
  });

  it('ends where the ranking is withdrawn, and the reason stays', async () => {
    const { id: rankingId } = await rankUnions(evaluation, home);
    await publish(rankingId);
    await evaluation.ask(rankingContract.withdraw, { rankingId, reason: '到场记录有误' }, home.evaluator);
    const seen = await evaluation.ask(rankingContract.get, { rankingId }, member);
    expect(seen).toMatchObject({ state: 'withdrawn', reason: '到场记录有误' });
    expect(await kindsOf(rankingId)).toEqual(['rankingOnNotice', 'rankingWithdrawn']);
    expect((await callsOf(rankingId)).at(-1)).toMatchObject({
      values: { reason: '到场记录有误' },
      offices: { unionIds: idsOf(unions) },
    });
    const { id: draftId } = await rankUnions(evaluation, home);
    const [drafted] = await awaits(draftId, 'rankingDrafted');
    expect(drafted).toMatchObject({
      offices: { roles: ['evaluator'], unionIds: [home.union.id], isNearest: true, exceptIds: [] },
    });
    await evaluation.ask(
      rankingContract.withdraw,
      { rankingId: draftId, reason: '条件有误' },
      home.evaluator,
    );
    expect(await callsOf(draftId)).toEqual([]);
    await awaits(draftId);
    await expect(publish(rankingId)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(
      evaluation.dataSource.query("UPDATE ranking SET state = 'final' WHERE id = $1", [rankingId]),
    ).rejects.toThrow('never changes');
  });
});

describe('those whom a ranking concerns', () => {
  it('are told in portions, each union once, also those of what is left out', async () => {
    const { id: rankingId } = await rankUnions(evaluation, home);
    const many = notifiedAtOnceMax + 1 - unions.length;
    await evaluation.dataSource.query(
      `INSERT INTO ranking_left_out (ranking_id, subject_id, subject_name, union_id, reason)
       SELECT $1, gen_random_uuid(), '某工会', gen_random_uuid(), 'tooFewAnswers' FROM generate_series(1, $2::int)`,
      [rankingId, many],
    );
    await publish(rankingId);
    const calls = await callsOf(rankingId);
    const unionIds = calls.map(({ offices }) => offices?.unionIds ?? []);
    expect(unionIds.map(({ length }) => length)).toEqual([notifiedAtOnceMax, 1]);
    expect(new Set(unionIds.flat()).size).toBe(notifiedAtOnceMax + 1);
  });
});

describe('a ranking that anyone can compute again', () => {
  it.each(['score', 'topsis'] as const)(
    'comes out the same by %s, and says so where it would not',
    async (method) => {
      const { id: rankingId, hash } = await rankUnions(evaluation, home, { method, groupBy: 'sizeClass' });
      const verify = () => evaluation.ask(rankingContract.verify, { rankingId }, home.evaluator);
      expect(await verify()).toEqual({
        rankingId,
        equal: true,
        scores: 4,
        scoresDiffering: 0,
        placesDiffering: 0,
        hash,
        recomputedHash: hash,
      });
      const { manager } = evaluation.dataSource;
      const last = await manager.findOneByOrFail(RankingEntryRow, { rankingId, place: 4 });
      await expect(manager.update(RankingEntryRow, { rankingId, place: 4 }, { score: 99 })).rejects.toThrow();
      // A place that nobody computed, added past the service.
      await manager.insert(RankingEntryRow, { ...last, place: 5, rank: 5, subjectId: newId() });
      expect(await verify()).toMatchObject({ equal: false, scores: 5, scoresDiffering: 0 });
    },
  );

  it('is given out with all that it rests on', async () => {
    const { id: rankingId } = await rankUnions(evaluation, home, {
      groupBy: 'sizeClass',
      title: '=年度[评价]/甲*',
    });
    const file = async (as: 'json' | 'csv' | 'xlsx'): Promise<Buffer> => {
      const { key } = await evaluation.ask(rankingContract.render, { rankingId, as }, home.evaluator);
      return printed(evaluation, key, home.evaluator);
    };
    interface Whole {
      readonly shared: object;
      readonly places: { readonly scoreHash: string; readonly inputs: object }[];
    }
    const whole = JSON.parse((await file('json')).toString()) as Whole;
    expect(whole.places).toHaveLength(4);
    for (const { scoreHash, inputs } of whole.places) {
      const text = canonicalJson({ ...whole.shared, ...inputs });
      expect(createHash('sha256').update(text).digest('hex')).toBe(scoreHash);
    }
    const lines = (await file('csv')).toString().trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF名次,组别,组内名次,名称,.*满意度 \(0\.5\)/);
    expect(lines).toHaveLength(5);
    const { sheets } = await readXlsx(await file('xlsx'));
    expect(sheets[0]?.rows[1]?.slice(0, 3)).toEqual([1, 'large', 1]);
  });
});
