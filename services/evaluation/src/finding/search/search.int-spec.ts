import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorSystemContract } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { voteContract } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { searchContract } from '@gongxiang/contracts/words/search';
import { type Actor, newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { indicatorNodes, knownActivity, startEvaluation } from '../../evaluation.fixture.js';
import {
  rankingUnion,
  type RankingUnion,
  rankUnions,
  scoredUnions,
} from '../../rankings/ranking/ranking.fixture.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { TitlesFold } from './titles-fold.due.js';

const { find } = searchContract('evaluation');

let evaluation: ServiceFixture;
let here: RankingUnion;
let elsewhere: Actor;
const member = actorWith({});

beforeAll(async () => {
  evaluation = await startEvaluation();
  here = await rankingUnion(evaluation, '1.1.');
  elsewhere = (await rankingUnion(evaluation, '1.2.')).evaluator;
});
afterAll(() => evaluation.stop());

async function found(q: string, actor: Actor): Promise<string[]> {
  await evaluation.app
    .get(Transactions)
    .system(continueTrace(undefined), (tx) => evaluation.app.get(TitlesFold).fold(tx, 'all'));
  const { groups } = await evaluation.ask(find, { q }, actor);
  return groups.flatMap(({ kind, items }) =>
    items.map(({ title, match, state }) => `${kind} ${title} ${match} ${state}`),
  );
}

describe('a search', () => {
  it('finds published indicator systems for everybody, and drafts for evaluators of the union', async () => {
    const request = { unionId: here.union.id, name: '文体活动效能', nodes: indicatorNodes };
    await evaluation.ask(indicatorSystemContract.create, request, here.evaluator);
    expect(await found('gxxn', member)).toHaveLength(2); // 共享效能, of either union
    expect(await found('文体活动效能', here.evaluator)).toEqual(['indicatorSystem 文体活动效能 exact draft']);
    expect(await found('文体活动效能', elsewhere)).toEqual([]);
    expect(await found('文体活动效能', member)).toEqual([]);
  });

  it('finds the draft of a ranking for evaluators of its union alone', async () => {
    await scoredUnions(evaluation, here, [
      { size: 'small', share: 0.5 },
      { size: 'small', share: 0.6 },
    ]);
    await rankUnions(evaluation, here, { title: '年度先进' });
    expect(await found('年度', here.evaluator)).toEqual(['ranking 年度先进 prefix draft']);
    expect(await found('年度', elsewhere)).toEqual([]);
    expect(await found('年度', member)).toEqual([]);
  });

  it('finds a survey for those who see it at its union, and for who came', async () => {
    const { id: activityId, personIds } = await knownActivity(evaluation, here.union, 3, {
      title: '秋季登山',
    });
    const opensAt = evaluation.clock.now().toISOString();
    const closesAt = new Date(evaluation.clock.now().getTime() + 24 * 3_600_000).toISOString();
    const request = { activityId, indicatorSystemId: here.systemId, opensAt, closesAt };
    await evaluation.ask(surveyContract.create, request, here.evaluator);
    expect(await found('登山', here.evaluator)).toEqual(['survey 秋季登山 contains open']);
    expect(await found('qjds', { ...member, personId: personIds[0] ?? '' })).toEqual([
      'survey 秋季登山 prefix open',
    ]);
    expect(await found('登山', { ...member, personId: newId() })).toEqual([]);
    expect(await found('登山', elsewhere)).toEqual([]);
  });

  it('finds a vote for those who see it at its union, and for who is on the roll', async () => {
    const personIds = Array.from({ length: 5 }, () => newId());
    const { id: unionId, path: unionPath } = here.union;
    await evaluation.dataSource.manager.insert(
      MemberRef,
      personIds.map((personId) => ({
        personId,
        unionId,
        version: 1,
        state: 'active' as const,
        birthDecade: null,
      })),
    );
    const opensAt = evaluation.clock.now();
    const request = {
      unionId,
      title: '集体合同草案',
      text: '是否通过？',
      kind: 'motion',
      roll: 'named',
      quorum: 'twoThirds',
      majority: 'all',
      showTo: 'roll',
      opensAt: opensAt.toISOString(),
      closesAt: new Date(opensAt.getTime() + 24 * 3_600_000).toISOString(),
    } as const;
    const officer = actorWith({ roles: [['officer', unionId, unionPath]] });
    await evaluation.ask(voteContract.call, { ...request, personIds }, officer);
    const line = 'vote 集体合同草案 prefix scheduled';
    expect(await found('集体合同', officer)).toEqual([line]);
    expect(await found('jtht', actorWith({ personId: personIds[0] ?? '' }))).toEqual([line]);
    expect(await found('集体合同', actorWith({ personId: newId(), unionId, unionPath }))).toEqual([]);
    expect(await found('集体合同', elsewhere)).toEqual([]);
  });
});
