import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorSystemContract } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import {
  type InvitedJudgeView,
  judgementRoundContract,
  type JudgementRoundView,
  judgesMax,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import { judgementContract } from '@gongxiang/contracts/evaluation/systems/judgement.contract';
import {
  type NodeWeighing,
  weightVersionContract,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { indicatorNodes, knownUnion, publishedSystem, startEvaluation } from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.6.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
});

afterAll(() => evaluation.stop());

const inHours = (hours: number): string =>
  new Date(evaluation.clock.now().getTime() + hours * 3_600_000).toISOString();

async function round(change: object = {}): Promise<JudgementRoundView> {
  const indicatorSystemId = await publishedSystem(evaluation, union.id, evaluator);
  const request = { indicatorSystemId, name: '专家赋权', closesAt: inHours(24), ...change };
  return evaluation.ask(judgementRoundContract.create, request, evaluator);
}

const invite = ({ id }: JudgementRoundView, name: string): Promise<InvitedJudgeView> =>
  evaluation.ask(judgementRoundContract.invite, { judgementRoundId: id, name }, evaluator);

function tokenOf({ address }: InvitedJudgeView): string {
  const token = /^\/judge\/([A-Za-z0-9_-]{43})$/.exec(address ?? '')?.[1];
  if (token === undefined) throw new Error('there is no address');
  return token;
}

const save = (judge: InvitedJudgeView, groups: { parentKey: string | null; upper: (string | null)[][] }[]) =>
  evaluation.ask(judgementContract.save, { judgeToken: tokenOf(judge), groups }, null);

const open = (judge: InvitedJudgeView) =>
  evaluation.ask(judgementContract.open, { judgeToken: tokenOf(judge) }, null);

const close = ({ id }: JudgementRoundView) =>
  evaluation.ask(judgementRoundContract.close, { judgementRoundId: id }, evaluator);

const both = (top: string, people: string) => [
  { parentKey: null, upper: [[top]] },
  { parentKey: 'people', upper: [[people]] },
];

describe('a judging round', () => {
  it('asks invited judges, who need no account, and weighs by all of them', async () => {
    const made = await round();
    expect(made).toMatchObject({
      state: 'open',
      pairs: 2,
      judges: [],
      indicatorSystemName: '共建共享效能评价',
    });
    const [wang, li] = [await invite(made, '王工'), await invite(made, '李老师')];
    const sheet = await open(wang);
    expect(sheet).toMatchObject({ judgeName: '王工', roundName: '专家赋权', state: 'open', savedAt: null });
    expect(sheet.groups.map(({ title, items }) => [title, items.map(({ name }) => name)])).toEqual([
      [null, ['参与方评价', '到场率']],
      ['参与方评价', ['满意度', '认同感']],
    ]);
    // The judge sees nothing of the others.
    expect(JSON.stringify(sheet)).not.toContain('李老师');
    await save(wang, [{ parentKey: null, upper: [['4']] }]);
    const saved = await save(wang, [{ parentKey: 'people', upper: [['1/2']] }]);
    expect(saved.groups.map(({ upper, consistencyRatio }) => [upper, consistencyRatio])).toEqual([
      [[['4']], 0],
      [[['1/2']], 0],
    ]);
    await save(li, both('1', '1/2'));
    const seen = await evaluation.ask(judgementRoundContract.get, { judgementRoundId: made.id }, evaluator);
    expect(seen.judges.map(({ name, judged }) => [name, judged])).toEqual([
      ['王工', 2],
      ['李老师', 2],
    ]);
    const early = evaluation.ask(judgementRoundContract.weigh, { judgementRoundId: made.id }, evaluator);
    await expect(early).rejects.toMatchObject({ code: 'ROUND_OPEN' });
    expect(await close(made)).toMatchObject({ state: 'closed', version: 2 });
    const result = await evaluation.ask(
      judgementRoundContract.result,
      { judgementRoundId: made.id },
      evaluator,
    );
    // √(4·1) = 2 : 1
    expect(result.groups[0]?.weights).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12)]);
    expect(result.groups[0]?.judges.map(({ name }) => name)).toEqual(['王工', '李老师']);
    const version = await evaluation.ask(
      judgementRoundContract.weigh,
      { judgementRoundId: made.id },
      evaluator,
    );
    expect(version).toMatchObject({ state: 'computed', acceptable: true, judgementRoundId: made.id });
    expect(version.nodes[0]?.judges).toEqual([
      { judge: 1, consistencyRatio: 0 },
      { judge: 2, consistencyRatio: 0 },
    ]);
    // 2/3 · 1/3, 2/3 · 2/3, 1/3
    expect(version.indicators.map(({ key, weight }) => [key, weight.toFixed(6)])).toEqual([
      ['liked', '0.222222'],
      ['ours', '0.444444'],
      ['came', '0.333333'],
    ]);
    // Weights are for everybody to read, and names of judges are not.
    expect(JSON.stringify(version)).not.toContain('王工');
    const weightVersionId = version.id;
    expect(
      await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator),
    ).toMatchObject({
      state: 'active',
    });
  });

  it('takes the groups that it did not ask about from the version in force, or from the request', async () => {
    const made = await round({ nodes: [{ parentKey: 'people' }] });
    const judge = await invite(made, '王工');
    await save(judge, [{ parentKey: 'people', upper: [['3']] }]);
    await close(made);
    const { id: judgementRoundId, indicatorSystemId: systemId } = made;
    const weigh = (nodes?: NodeWeighing[]) =>
      evaluation.ask(judgementRoundContract.weigh, { judgementRoundId, ...(nodes && { nodes }) }, evaluator);
    await expect(weigh()).rejects.toMatchObject({ code: 'NODE_WEIGHTS_MISSING' });
    const top: NodeWeighing = { parentKey: null, method: 'direct', weights: [1, 1] };
    expect((await weigh([top])).indicators.map(({ weight }) => weight)).toEqual([0.375, 0.125, 0.5]);
    const again: NodeWeighing = { parentKey: 'people', method: 'direct', weights: [1, 1] };
    await expect(weigh([top, again])).rejects.toMatchObject({
      code: 'DUPLICATE_ID',
      errors: [expect.objectContaining({ pointer: '/nodes/1/parentKey' })],
    });
    const nodes: NodeWeighing[] = [{ ...top, weights: [4, 1] }, again];
    const { id: weightVersionId } = await evaluation.ask(
      weightVersionContract.create,
      { systemId, nodes },
      evaluator,
    );
    await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator);
    expect((await weigh()).indicators.map(({ weight }) => weight.toFixed(9))).toEqual([
      '0.600000000',
      '0.200000000',
      '0.200000000',
    ]);
  });

  it('ends by the clock, and nothing changes after it, not even in the database', async () => {
    const made = await round({ closesAt: inHours(1) });
    const judge = await invite(made, '王工');
    await save(judge, both('3', '2'));
    const start = evaluation.clock.now();
    evaluation.clock.set(new Date(start.getTime() + 3_600_000));
    await eventually(async () => expect((await open(judge)).state).toBe('closed'));
    await expect(save(judge, both('5', '2'))).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    await expect(invite(made, '李老师')).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    await expect(close(made)).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    const sql = (text: string) => evaluation.dataSource.query(text, [made.id]);
    await expect(sql(`UPDATE judge SET judgements = '[]' WHERE judgement_round_id = $1`)).rejects.toThrow(
      'never change',
    );
    await expect(sql(`UPDATE judgement_round SET name = 'x' WHERE id = $1`)).rejects.toThrow('never changes');
    // A month later the link leads nowhere.
    evaluation.clock.set(new Date(start.getTime() + 32 * 86_400_000));
    await expect(open(judge)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    evaluation.clock.set(start);
  });

  it('is not closed by whoever has not seen that there is more time', async () => {
    const { id: judgementRoundId, version: seen } = await round({ closesAt: inHours(1) });
    const longer = { judgementRoundId, closesAt: inHours(5) };
    await evaluation.ask(judgementRoundContract.change, longer, evaluator, { ifMatch: seen });
    const closing = (ifMatch: number | null) =>
      evaluation.ask(judgementRoundContract.close, { judgementRoundId }, evaluator, { ifMatch });
    await expect(closing(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(closing(seen)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await closing(seen + 1)).toMatchObject({ state: 'closed' });
  });

  it('is given more time or less, never into the past: the judges see it, and what they have said stays', async () => {
    const made = await round({ closesAt: inHours(1) });
    const judge = await invite(made, '王工');
    await save(judge, both('3', '2'));
    const judgementRoundId = made.id;
    const move = (closesAt: string, ifMatch: number, actor = evaluator) =>
      evaluation.ask(judgementRoundContract.change, { judgementRoundId, closesAt }, actor, { ifMatch });
    const start = evaluation.clock.now();
    const [later, sooner] = [inHours(5), inHours(3)];
    expect(await move(later, 1)).toMatchObject({ version: 2, closesAt: later, state: 'open' });
    await expect(move(sooner, 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await expect(move(inHours(-1), 2)).rejects.toMatchObject({ code: 'ROUND_ENDS_IN_PAST' });
    await expect(move(sooner, 2, actorWith())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Its first end goes by.
    evaluation.clock.set(new Date(start.getTime() + 2 * 3_600_000));
    expect(await open(judge)).toMatchObject({ state: 'open', closesAt: later });
    expect(await move(sooner, 2)).toMatchObject({ closesAt: sooner });
    evaluation.clock.set(new Date(start.getTime() + 3 * 3_600_000));
    const sheet = await eventually(async () => {
      const seen = await open(judge);
      expect(seen.state).toBe('closed');
      return seen;
    });
    expect(sheet.groups.map(({ upper }) => upper)).toEqual([[['3']], [['2']]]);
    await expect(move(inHours(9), 4)).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    const trail: { before: object; after: object }[] = await evaluation.dataSource.query(
      `SELECT before, after FROM audit_record WHERE subject_id = $1 AND action = 'evaluation.judgement-round.change'
       ORDER BY after->>'closesAt'`,
      [made.id],
    );
    expect(trail).toEqual([
      { before: { closesAt: later }, after: { closesAt: sooner } },
      { before: { closesAt: made.closesAt }, after: { closesAt: later } },
    ]);
    evaluation.clock.set(start);
  });

  it('is of published systems, has an end within a year, and is seen by its evaluators alone', async () => {
    const made = await round();
    await expect(round({ closesAt: inHours(-1) })).rejects.toMatchObject({ code: 'ROUND_ENDS_IN_PAST' });
    await expect(round({ closesAt: inHours(24 * 400) })).rejects.toMatchObject({
      code: 'ROUND_ENDS_IN_PAST',
    });
    await expect(round({ nodes: [{ parentKey: 'liked' }] })).rejects.toMatchObject({
      code: 'INDICATOR_UNKNOWN',
    });
    const draft = await evaluation.ask(
      indicatorSystemContract.create,
      { unionId: union.id, name: '草稿', nodes: indicatorNodes },
      evaluator,
    );
    await expect(round({ indicatorSystemId: draft.id })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    const member = actorWith({ unionId: union.id, unionPath: union.path });
    const elsewhere = actorWith({ roles: [['evaluator', randomUUID(), '1.9.']] });
    for (const actor of [member, elsewhere]) {
      const request = { judgementRoundId: made.id };
      await expect(evaluation.ask(judgementRoundContract.get, request, actor)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      expect((await evaluation.ask(judgementRoundContract.list, {}, actor)).items).toEqual([]);
    }
    const listed = await evaluation.ask(
      judgementRoundContract.list,
      { indicatorSystemId: made.indicatorSystemId, state: 'open' },
      evaluator,
    );
    expect(listed.items.map(({ id }) => id)).toEqual([made.id]);
  });
});

describe("a judge's link", () => {
  it('is shown once, and kept nowhere', async () => {
    const made = await round();
    const request = { judgementRoundId: made.id, name: '王工' };
    const call = { idempotencyKey: newId() };
    const first = await evaluation.send(judgementRoundContract.invite, request, evaluator, call);
    const again = await evaluation.send(judgementRoundContract.invite, request, evaluator, call);
    expect(again).toEqual({ ...first, replayed: true, body: { ...first.body, address: null } });
    const kept: { text: string }[] = await evaluation.dataSource.query(
      `SELECT j::text AS text FROM judge j UNION ALL SELECT i::text FROM idempotency i
       UNION ALL SELECT a::text FROM audit_record a UNION ALL SELECT o::text FROM outbox o`,
    );
    expect(kept.filter(({ text }) => text.includes(tokenOf(first.body)))).toEqual([]);
    // The search would find it: what is kept of it, it finds.
    expect(kept.filter(({ text }) => text.includes(first.body.id)).length).toBeGreaterThan(1);
  });

  it('leads nowhere once it is revoked, and what the judge said counts again with a new one', async () => {
    const made = await round();
    const judge = await invite(made, '王工');
    await save(judge, both('3', '2'));
    const request = { judgementRoundId: made.id, judgeId: judge.id };
    const countedNow = async () => {
      const result = await evaluation.ask(
        judgementRoundContract.result,
        { judgementRoundId: made.id },
        evaluator,
      );
      return result.groups[0]?.judges.length;
    };
    await evaluation.ask(judgementRoundContract.revoke, request, evaluator);
    await expect(open(judge)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(save(judge, both('3', '2'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(evaluation.ask(judgementRoundContract.revoke, request, evaluator)).rejects.toMatchObject({
      code: 'JUDGE_REVOKED',
    });
    expect(await countedNow()).toBe(0);
    const renewed = await evaluation.ask(judgementRoundContract.renew, request, evaluator);
    await expect(open(judge)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await open(renewed)).groups[0]?.upper).toEqual([['3']]);
    expect(await countedNow()).toBe(1);
    const nobody = { judgeToken: 'x'.repeat(43) };
    await expect(evaluation.ask(judgementContract.open, nobody, null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is of one name each, and of fifty judges at most, however many are invited at once', async () => {
    const made = await round();
    const twice = await Promise.allSettled([invite(made, '王工'), invite(made, '王工')]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await evaluation.dataSource.query(
      `INSERT INTO judge (judgement_round_id, id, name, token_hash, judgements, invited_at)
       SELECT $1, gen_random_uuid(), n::text, gen_random_uuid()::text, '[]', now() FROM generate_series(1, $2) n`,
      [made.id, judgesMax - 2],
    );
    const last = await Promise.allSettled(['甲', '乙', '丙'].map((name) => invite(made, name)));
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(last.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'JUDGES_TOO_MANY' });
  });

  it('saves from two devices at once without losing a group', async () => {
    const made = await round();
    const judge = await invite(made, '王工');
    const [top, people] = both('3', '2');
    await Promise.all([top, people].map((group) => save(judge, group === undefined ? [] : [group])));
    expect((await open(judge)).groups.map(({ upper }) => upper)).toEqual([[['3']], [['2']]]);
  });
});
