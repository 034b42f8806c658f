import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scoreContract } from '@gongxiang/contracts/evaluation/scores/score.contract';
import {
  tuningJobContract,
  type TuningJobView,
} from '@gongxiang/contracts/evaluation/seasons/tuning-job.contract';
import {
  tuningContract,
  type TuningReportView,
} from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import { responseContract, surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { indicatorSystemContract } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, shanghaiDate } from '@gongxiang/domain';
import { actorWith, cutWhoWaits, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  closeSurvey,
  knownActivity,
  knownUnion,
  preparedResponse,
  publishedSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';
import { SurveyRow } from '../../surveys/survey/survey.entity.js';
import { SurveyMomentRow } from '../../surveys/survey/survey.entity.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;
let systemId: string;
let season: { from: string; to: string };

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  systemId = await publishedSystem(evaluation, union.id, evaluator);
  const today = shanghaiDate(evaluation.clock.now());
  season = { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
});
afterAll(() => evaluation.stop());

/** A closed survey that `count` people answered: 满意度 1 to 5 in turn, 认同感 the same, but for every tenth. */
async function answered(count: number): Promise<{ surveyId: string; activityId: string }> {
  const activity = await knownActivity(evaluation, union, count);
  const now = evaluation.clock.now();
  const survey = await evaluation.ask(
    surveyContract.create,
    {
      activityId: activity.id,
      indicatorSystemId: systemId,
      questions: [],
      opensAt: now.toISOString(),
      closesAt: new Date(now.getTime() + 3_600_000).toISOString(),
    },
    evaluator,
  );
  for (const [index, personId] of activity.personIds.entries()) {
    const liked = 1 + (index % 5);
    const answers = { liked, ours: index % 10 === 9 ? 1 : liked };
    await evaluation.ask(
      responseContract.submit,
      await preparedResponse(evaluation, survey, personId, answers),
      null,
    );
  }
  await closeSurvey(evaluation, survey.id, evaluator);
  return { surveyId: survey.id, activityId: activity.id };
}

function begin(actor: Actor = evaluator): Promise<TuningJobView> {
  return evaluation.ask(tuningJobContract.create, { indicatorSystemId: systemId, ...season }, actor);
}

async function done({ id: tuningJobId }: TuningJobView): Promise<TuningJobView> {
  return eventually(async () => {
    const job = await evaluation.ask(tuningJobContract.get, { tuningJobId }, actorWith());
    expect(job.state).toBe('done');
    return job;
  });
}

async function report(): Promise<TuningReportView> {
  const { tuningReportId } = await done(await begin());
  return evaluation.ask(tuningContract.get, { tuningReportId: tuningReportId ?? '' }, actorWith());
}

describe('the tuning of indicators', () => {
  it('keeps sums of a survey with twenty answers, and nothing of one with nineteen', async () => {
    const [few, many] = [await answered(19), await answered(40)];
    const { manager } = evaluation.dataSource;
    const kept = await manager.findOneByOrFail(SurveyMomentRow, { surveyId: many.surveyId });
    // 1 to 5 eight times: Σx = 8 · 15, Σx² = 8 · 55; every tenth of the other says 1 in place of 5.
    expect(kept.nodes).toEqual([
      {
        parentKey: 'people',
        keys: ['liked', 'ours'],
        count: 40,
        sums: [120, 104],
        products: [440, 360, 344],
        lows: [8, 12],
        highs: [8, 4],
      },
    ]);
    const survey = await manager.findOneByOrFail(SurveyRow, { id: few.surveyId });
    expect(survey.state).toBe('closed');
    expect(await manager.findOneBy(SurveyMomentRow, { surveyId: few.surveyId })).toBeNull();
  });

  it('reports on a season in words with figures, once for the same inputs, to whoever is signed in', async () => {
    const made = await report();
    expect(made).toMatchObject({ surveys: 1, answers: 40, subjects: 0, ...season });
    // n = 40, Σ as above: s²_liked = (40·440 − 120²)/(40·39) = 2.0513, s²_ours = (40·344 − 104²)/1560 = 1.8872,
    // s_xy = (40·360 − 120·104)/1560 = 1.2308; α = 2 · (1 − 3.9385/6.4) = 0.7692
    expect(made.nodes).toMatchObject([{ key: 'people', name: '参与方评价', items: 2, answers: 40 }]);
    expect(made.nodes[0]?.alpha).toBeCloseTo(0.7692, 4);
    expect(made.findings.map(({ text }) => text)).toEqual([
      '数据不足，暂不能判断指标是否重复、熵权如何：有得分的对象 0 个，至少需要 10 个。',
      '与上一季无从比较：上一季有得分的对象 0 个，至少需要 5 个。',
      '“参与方评价”下的 2 道题测的是同一件事：信度系数 α = 0.77（40 份答卷）。',
    ]);
    expect(await report()).toEqual(made);
    const worker = actorWith();
    const read = await evaluation.ask(tuningContract.get, { tuningReportId: made.id }, worker);
    expect(read).toEqual(made);
    const { items } = await evaluation.ask(tuningContract.list, { indicatorSystemId: systemId }, worker);
    expect(items.map(({ id, inputsHash }) => [id, inputsHash])).toEqual([[made.id, made.inputsHash]]);
  });

  it('takes in what was scored, and becomes another report by that', async () => {
    const nodes = [
      { parentKey: null, method: 'direct' as const, weights: [3, 1] },
      { parentKey: 'people', method: 'direct' as const, weights: [2, 1] },
    ];
    const version = await evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator);
    const weightVersionId = version.id;
    await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator);
    const { activityId } = await answered(5);
    await evaluation.ask(scoreContract.compute, { activityId, weightVersionId }, evaluator);
    const made = await report();
    expect(made).toMatchObject({ subjects: 1, weightVersionId });
    expect(made.weights.map(({ key, entropy }) => [key, entropy])).toEqual([
      ['liked', null],
      ['ours', null],
      ['came', null],
    ]);
  });

  it('goes on where it was when the process dies in the middle, and who asks meanwhile gets the same job', async () => {
    // Somebody holds the weights, so that the scores cannot be read and the second step has to wait; then its connection breaks.
    const blocker = evaluation.dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE weight_version IN ACCESS EXCLUSIVE MODE');
    const job = await begin();
    expect(job).toMatchObject({ state: 'running', done: 0, total: 4, tuningReportId: null });
    await cutWhoWaits(evaluation.dataSource);
    const half = await evaluation.ask(tuningJobContract.get, { tuningJobId: job.id }, actorWith());
    expect(half).toMatchObject({ state: 'running', done: 1 });
    expect((await begin()).id).toBe(job.id);
    await blocker.rollbackTransaction();
    await blocker.release();
    const { tuningReportId } = await eventually(async () => {
      evaluation.clock.advance(1_000);
      const now = await evaluation.ask(tuningJobContract.get, { tuningJobId: job.id }, actorWith());
      expect(now).toMatchObject({ state: 'done', done: 4 });
      return now;
    });
    const made = await evaluation.ask(
      tuningContract.get,
      { tuningReportId: tuningReportId ?? '' },
      actorWith(),
    );
    expect(made.answers).toBeGreaterThanOrEqual(40);
    const request = { indicatorSystemId: systemId, state: 'done' as const };
    const { items } = await evaluation.ask(tuningJobContract.list, request, actorWith());
    expect(items[0]).toMatchObject({ id: job.id, tuningReportId });
    const kept: unknown[] = await evaluation.dataSource.query(
      `SELECT 1 FROM tuning_job WHERE id = $1 AND gathered = '{}'`,
      [job.id],
    );
    expect(kept).toHaveLength(1);
  });

  it('makes the draft of the next version from what is ticked', async () => {
    const made = await report();
    const request = { tuningReportId: made.id, drops: ['ours'], merges: [] };
    const draft = await evaluation.ask(tuningContract.draft, request, evaluator);
    expect(draft).toMatchObject({ state: 'draft', versionNumber: 2 });
    expect(draft.nodes.map(({ key }) => key)).toEqual(['people', 'liked', 'came']);
    await expect(evaluation.ask(tuningContract.draft, request, actorWith())).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const empty = { ...request, drops: [] };
    await expect(evaluation.ask(tuningContract.draft, empty, evaluator)).rejects.toMatchObject({
      code: 'NOTHING_TO_TUNE',
    });
    // A draft has no season yet.
    const early = { indicatorSystemId: draft.id, ...season };
    await expect(evaluation.ask(tuningJobContract.create, early, evaluator)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    await expect(
      evaluation.ask(indicatorSystemContract.get, { systemId: draft.id }, actorWith()),
    ).rejects.toMatchObject({ code: expect.stringMatching(/NOT_/) });
  });

  it('refuses a worker, and a season that ends before it begins', async () => {
    await expect(begin(actorWith())).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const request = { indicatorSystemId: systemId, from: season.to, to: season.from };
    await expect(evaluation.ask(tuningJobContract.create, request, evaluator)).rejects.toMatchObject({
      code: 'PERIOD_EMPTY',
    });
  });
});
