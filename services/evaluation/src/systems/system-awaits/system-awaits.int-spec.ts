import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorSystemContract } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { judgementRoundContract } from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import { judgementContract } from '@gongxiang/contracts/evaluation/systems/judgement.contract';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, hourMs } from '@gongxiang/domain';
import { actorWith, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { indicatorNodes, knownUnion, publishedSystem, startEvaluation } from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.7.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  reviewer = actorWith({ roles: [['evaluator', randomUUID(), '1.']] });
});
afterAll(() => evaluation.stop());

const awaits = (systemId: string, ...kinds: string[]) =>
  untilAwaits(evaluation, 'evaluation', systemId, kinds);
const evaluators = (...exceptIds: string[]) => ({
  roles: ['evaluator'],
  unionIds: [union.id],
  isNearest: true,
  exceptIds,
});
/** With weights of its groups that contradict nothing. */
const weigh = (systemId: string) =>
  evaluation.ask(
    weightVersionContract.create,
    {
      systemId,
      nodes: [
        { parentKey: null, method: 'direct', weights: [3, 1] },
        { parentKey: 'people', method: 'direct', weights: [2, 1] },
      ],
    },
    evaluator,
  );

/** A round that one judge has judged in; it weighs the first group. */
async function judged(indicatorSystemId: string): Promise<string> {
  const closesAt = new Date(evaluation.clock.now().getTime() + hourMs).toISOString();
  const { id: judgementRoundId } = await evaluation.ask(
    judgementRoundContract.create,
    { indicatorSystemId, name: '第一轮评判', closesAt },
    evaluator,
  );
  const invited = { judgementRoundId, name: '甲' };
  const { address } = await evaluation.ask(judgementRoundContract.invite, invited, evaluator);
  const judgeToken = address?.split('/').at(-1) ?? '';
  const groups = [
    { parentKey: null, upper: [['3']] },
    { parentKey: 'people', upper: [['2']] },
  ];
  await evaluation.ask(judgementContract.save, { judgeToken, groups }, null);
  return judgementRoundId;
}

describe('an indicator system that waits', () => {
  it('for a review by somebody else, for its editors where it was sent back, and for who publishes it', async () => {
    const { id: systemId } = await evaluation.ask(
      indicatorSystemContract.create,
      { unionId: union.id, name: '效能', nodes: indicatorNodes },
      evaluator,
    );
    const [drafted] = await awaits(systemId, 'systemToReview');
    expect(drafted).toMatchObject({
      why: 'tendsIndicators',
      title: '效能',
      about: { systemId },
      values: { versionNumber: '1' },
      personIds: [],
      offices: evaluators(evaluator.personId),
    });
    await evaluation.ask(indicatorSystemContract.review, { systemId }, reviewer);
    const [reviewed] = await awaits(systemId, 'systemToPublish');
    expect(reviewed?.offices).toEqual(evaluators());
    const back = { systemId, reason: '人均成本缺少目标值' };
    await evaluation.ask(indicatorSystemContract.sendBack, back, reviewer);
    const [returned] = await awaits(systemId, 'systemReturned');
    expect(returned).toMatchObject({
      values: { versionNumber: '1', reason: back.reason },
      offices: evaluators(reviewer.personId),
    });
    const typed = { systemId, name: '效能', nodes: indicatorNodes };
    await evaluation.ask(indicatorSystemContract.change, typed, evaluator, { ifMatch: 3 });
    await awaits(systemId, 'systemToReview');
    await evaluation.ask(indicatorSystemContract.review, { systemId }, reviewer);
    await evaluation.ask(indicatorSystemContract.publish, { systemId }, evaluator);
    await awaits(systemId);
  });

  it('to be weighed by a round that is over, and for who puts its weights in force', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const judgementRoundId = await judged(systemId);
    await evaluation.ask(judgementRoundContract.close, { judgementRoundId }, evaluator);
    const [round] = await awaits(systemId, 'roundToWeigh');
    expect(round).toMatchObject({
      about: { judgementRoundId },
      values: { roundName: '第一轮评判' },
      offices: evaluators(),
    });
    const { id: weightVersionId } = await evaluation.ask(
      judgementRoundContract.weigh,
      { judgementRoundId },
      evaluator,
    );
    const [weighed] = await awaits(systemId, 'weightsToActivate');
    expect(weighed).toMatchObject({ about: { weightVersionId }, values: { versionNumber: '1' } });
    await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator);
    await awaits(systemId);
  });

  it('to be weighed where the clock ended the round, until other weights are computed, or it is retired', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    await judged(systemId);
    evaluation.clock.advance(hourMs);
    await awaits(systemId, 'roundToWeigh');
    evaluation.clock.advance(hourMs);
    await weigh(systemId);
    await awaits(systemId, 'weightsToActivate');
    await evaluation.ask(indicatorSystemContract.retire, { systemId }, evaluator);
    await awaits(systemId);
  });
});
