import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import { rankingContract } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import {
  type GrantRecognitionsRequest,
  recognitionContract,
  type RecognitionView,
} from '@gongxiang/contracts/evaluation/rankings/recognition.contract';
import { newId } from '@gongxiang/domain';
import { EventRuntime } from '@gongxiang/messaging/service';
import { actorWith, eventually, readPaper, type ServiceFixture } from '@gongxiang/testing';
import { startEvaluation } from '../../evaluation.fixture.js';
import {
  plantScores,
  printed,
  rankingUnion,
  type RankingUnion,
  rankUnions,
  scoredUnions,
} from '../ranking/ranking.fixture.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { RecognitionRow } from './recognition.entity.js';

let evaluation: ServiceFixture;
let home: RankingUnion;
const member = actorWith();

beforeAll(async () => {
  evaluation = await startEvaluation();
  home = await rankingUnion(evaluation, '1.4.');
  await scoredUnions(evaluation, home, [
    { size: 'large', share: 1 },
    { size: 'small', share: 0.5 },
    { size: 'small', share: 0.25 },
  ]);
});
afterAll(() => evaluation.stop());

async function finalRanking(groupBy: 'none' | 'sizeClass' = 'none'): Promise<string> {
  const { id: rankingId } = await rankUnions(evaluation, home, { groupBy });
  await evaluation.ask(rankingContract.publish, { rankingId, days: 1 }, home.evaluator);
  evaluation.clock.advance(3 * 86_400_000);
  await eventually(async () => {
    const { state } = await evaluation.ask(rankingContract.get, { rankingId }, member);
    expect(state).toBe('final');
  });
  return rankingId;
}

const grant = (rankingId: string, more: Partial<GrantRecognitionsRequest> = {}, actor = home.evaluator) =>
  evaluation.ask(
    recognitionContract.grant,
    {
      rankingId,
      title: '2026年度模范职工之家',
      year: 2026,
      levels: [
        { level: '一等奖', lastPlace: 1 },
        { level: '二等奖', leastScore: 50 },
      ],
      ...more,
    },
    actor,
  );
const listOf = async (rankingId: string): Promise<RecognitionView[]> =>
  (await evaluation.ask(recognitionContract.list, { rankingId }, member)).items;

describe('recognitions', () => {
  it('are given by a final ranking alone, once by a title, by whoever may rank', async () => {
    const { id: draft } = await rankUnions(evaluation, home);
    await expect(grant(draft)).rejects.toMatchObject({ code: 'RANKING_NOT_FINAL' });
    const rankingId = await finalRanking();
    await expect(grant(rankingId, {}, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(grant(rankingId, { withinGroups: true })).rejects.toMatchObject({
      code: 'RECOGNITION_GROUPS',
    });
    expect(await grant(rankingId)).toEqual({
      rankingId,
      granted: 2,
      levels: [
        { level: '一等奖', granted: 1 },
        { level: '二等奖', granted: 1 },
      ],
    });
    await expect(grant(rankingId)).rejects.toMatchObject({ code: 'RECOGNITION_TWICE' });
    const found = await listOf(rankingId);
    expect(found.map(({ level, place }) => [level, place]).sort()).toEqual([
      ['一等奖', 1],
      ['二等奖', 2],
    ]);
    expect(
      (await evaluation.recorded(evaluationEvents.recognitionGranted)).map(({ id }) => id).sort(),
    ).toEqual(found.map(({ id }) => id).sort());
  });

  it('are given within fair groups, too', async () => {
    const rankingId = await finalRanking('sizeClass');
    const levels = [{ level: '第一名', lastPlace: 1 }];
    expect(await grant(rankingId, { withinGroups: true, levels })).toMatchObject({ granted: 2 });
  });

  it('are never of persons: the table refuses them', async () => {
    const [one] = await evaluation.dataSource.manager.find(RecognitionRow, { take: 1 });
    const person = { ...one, id: newId(), code: newId(), subjectKind: 'person', subjectId: newId() };
    await expect(
      evaluation.dataSource.manager.insert(RecognitionRow, person as unknown as RecognitionRow),
    ).rejects.toThrow('recognition_subject_kind_check');
  });
});

describe('a certificate', () => {
  it('bears every character of the name, and a code that anyone can verify, until it is revoked', async () => {
    const club = newId();
    const name = '𠮷祥䶮舞社';
    await evaluation.dataSource.query(
      `INSERT INTO party_ref (kind, id, version, name, union_id, active) VALUES ('club', $1, 1, $2, $3, true)`,
      [club, name, home.union.id],
    );
    const values = { liked: 5, ours: 5, came: 1 };
    await plantScores(evaluation, home, [{ kind: 'club', id: club, unionId: home.union.id, values }]);
    const { id: rankingId } = await rankUnions(evaluation, home, { subjectKind: 'club' });
    await evaluation.ask(rankingContract.publish, { rankingId, days: 1 }, home.evaluator);
    evaluation.clock.advance(3 * 86_400_000);
    await eventually(async () => void (await grant(rankingId, { title: '五星俱乐部' })));
    const [recognition] = await listOf(rankingId);
    if (recognition === undefined) throw new Error('nothing was granted');
    const { id: recognitionId, code } = recognition;
    const file = await evaluation.ask(
      recognitionContract.render,
      { recognitionId, origin: 'https://union.example' },
      member,
    );
    expect(file).toMatchObject({ contentType: 'application/pdf', fileName: `五星俱乐部 ${name}.pdf` });
    const { pages } = readPaper(await printed(evaluation, file.key, member));
    expect(pages).toHaveLength(1);
    const text = pages.flat().join('\n');
    expect(text).toContain(code);
    for (const character of name) {
      const point = character.codePointAt(0) ?? 0;
      expect(text.includes(character) || text.includes(point.toString(16).toUpperCase())).toBe(true);
    }
    const typed = { code: code.toLowerCase().replaceAll('-', ' ') };
    const { name: issuerName } = await evaluation.dataSource.manager.findOneByOrFail(UnionRef, {
      id: home.union.id,
    });
    const verified = await evaluation.ask(recognitionContract.verify, typed, null);
    // No more than one needs to compare: neither ids, nor the place, nor the reason.
    expect(verified).toEqual({
      title: '五星俱乐部',
      level: '一等奖',
      year: 2026,
      subjectName: name,
      issuerName,
      grantedOn: expect.stringMatching(/^2026-/),
      valid: true,
    });
    const revoke = { recognitionId, reason: '名次更正' };
    await expect(evaluation.ask(recognitionContract.revoke, revoke, member)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const unseen = evaluation.ask(recognitionContract.revoke, revoke, home.evaluator, { ifMatch: 2 });
    await expect(unseen).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const revoked = await evaluation.ask(recognitionContract.revoke, revoke, home.evaluator);
    expect(revoked).toMatchObject({ state: 'revoked', revokeReason: '名次更正', version: 2 });
    expect((await evaluation.ask(recognitionContract.verify, typed, null)).valid).toBe(false);
    await expect(evaluation.ask(recognitionContract.revoke, revoke, home.evaluator)).rejects.toMatchObject({
      code: 'RECOGNITION_REVOKED',
    });
    await expect(
      evaluation.dataSource.query('UPDATE recognition SET level = $2 WHERE id = $1', [
        recognitionId,
        '特等奖',
      ]),
    ).rejects.toThrow('stays as it was granted');
    await expect(
      evaluation.ask(recognitionContract.verify, { code: 'AAAA-AAAA-AAAA' }, null),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is told anew as it is now', async () => {
    const granted = await evaluation.recorded(evaluationEvents.recognitionGranted);
    const revoked = await evaluation.recorded(evaluationEvents.recognitionRevoked);
    await evaluation.app.get(EventRuntime).republish('recognition');
    const again = (await evaluation.recorded(evaluationEvents.recognitionGranted)).slice(granted.length);
    expect(again).toHaveLength(granted.length - revoked.length);
    expect(await evaluation.recorded(evaluationEvents.recognitionRevoked)).toHaveLength(2 * revoked.length);
  });
});
