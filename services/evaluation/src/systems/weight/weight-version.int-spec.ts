import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorSystemContract } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import {
  type NodeWeighing,
  weightVersionContract,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { Actor } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  indicatorNodes,
  knownUnion,
  publishedSystem,
  publishSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
});

afterAll(() => evaluation.stop());

const three = ['a', 'b', 'c'].map((key) => ({ ...indicatorNodes[1], key, name: key, parentKey: null }));
const people: NodeWeighing = { parentKey: 'people', method: 'ahp', upper: [['1']] };
const top: NodeWeighing = { parentKey: null, method: 'direct', weights: [3, 1] };

describe('a weight version', () => {
  it('E132: keeps method, solver, table and judgements, and gives the weights of the whole', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const nodes: NodeWeighing[] = [top, { ...people, solver: 'geometricMean', randomIndex: 'saaty-2005' }];
    const version = await evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator);
    expect(version).toMatchObject({ versionNumber: 1, state: 'computed', acceptable: true, input: nodes });
    expect(version.nodes[1]).toMatchObject({
      method: 'ahp',
      solver: 'geometricMean',
      randomIndex: 'saaty-2005',
    });
    // ¾ halved, ¾ halved, ¼
    expect(version.indicators.map(({ key, weight }) => [key, weight])).toEqual([
      ['liked', 0.375],
      ['ours', 0.375],
      ['came', 0.25],
    ]);
  });

  it('records several judges, and of measured values their scaling and hash', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const rows = [
      [1, 5],
      [3, 4],
    ];
    const judges = [
      { judge: 1, upper: [['4']] },
      { judge: 2, upper: [['1']] },
    ];
    const nodes: NodeWeighing[] = [
      { parentKey: null, method: 'critic', rows, directions: ['max', 'min'] },
      { parentKey: 'people', method: 'ahp', judges },
    ];
    const version = await evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator);
    expect(version.nodes[0]).toMatchObject({
      scaling: 'minMax',
      rowsHash: createHash('sha256').update('[[1,5],[3,4]]').digest('hex'),
      judges: [],
    });
    // √(4 · 1) = 2 : 1
    expect(version.nodes[1]?.weights).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12)]);
    expect(version.nodes[1]).toMatchObject({
      scaling: null,
      rowsHash: null,
      mend: null,
      solver: 'eigenvector',
      randomIndex: 'saaty-1980',
      judges: [1, 2].map((judge) => ({ judge, consistencyRatio: 0 })),
    });
    expect(version.input).toEqual(nodes);
  });

  it('E134: cannot be activated with a consistency ratio above 0.10, not even in the database', async () => {
    const request = { unionId: union.id, name: '三项', nodes: three as typeof indicatorNodes };
    const system = await evaluation.ask(indicatorSystemContract.create, request, evaluator);
    await publishSystem(evaluation, system, evaluator);
    const systemId = system.id;
    const nodes: NodeWeighing[] = [{ parentKey: null, method: 'ahp', upper: [['9', '1/9'], ['9']] }];
    const version = await evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator);
    expect(version.acceptable).toBe(false);
    // The first of three that would do as well: at 1/9 the circle is broken, and 0.10 still far.
    expect(version.nodes[0]?.mend).toMatchObject({ row: 0, column: 1, value: '1/9' });
    // λmax = 10 1/9 of three items: CI = 3.556, over 0.58
    await expect(
      evaluation.ask(weightVersionContract.activate, { weightVersionId: version.id }, evaluator),
    ).rejects.toMatchObject({
      code: 'CONSISTENCY_TOO_LOW',
      params: { parent: '', first: 'a', second: 'b', ratio: '6.130' },
    });
    await expect(
      evaluation.dataSource.query(
        `UPDATE weight_version SET state = 'active', activated_at = now() WHERE id = $1`,
        [version.id],
      ),
    ).rejects.toThrow('check constraint');
  });

  it('supersedes the one before; of two activated at once one is in force', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const nodes = [top, people];
    const versions = await Promise.all(
      [1, 2, 3].map(() => evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator)),
    );
    expect(versions.map(({ versionNumber }) => versionNumber).sort()).toEqual([1, 2, 3]);
    await Promise.all(
      versions.map(({ id }) =>
        evaluation.ask(weightVersionContract.activate, { weightVersionId: id }, evaluator),
      ),
    );
    const { items } = await evaluation.ask(weightVersionContract.list, { systemId }, actorWith());
    expect(items.map(({ state }) => state).sort()).toEqual(['active', 'superseded', 'superseded']);
    const active = items.find(({ state }) => state === 'active');
    await expect(
      evaluation.ask(weightVersionContract.activate, { weightVersionId: active?.id ?? '' }, evaluator),
    ).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('comes into force by whoever has seen it', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const request = { systemId, nodes: [top, people] };
    const { id: weightVersionId } = await evaluation.ask(weightVersionContract.create, request, evaluator);
    const activate = (ifMatch: number | null) =>
      evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator, { ifMatch });
    await expect(activate(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(activate(9)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await activate(1)).toMatchObject({ state: 'active', version: 2 });
  });

  it('of a retired system comes into force no more; the one that was stays', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const versions = await Promise.all(
      [1, 2].map(() =>
        evaluation.ask(weightVersionContract.create, { systemId, nodes: [top, people] }, evaluator),
      ),
    );
    const [first, second] = versions.map(({ id }) => ({ weightVersionId: id }));
    if (first === undefined || second === undefined) throw new Error('there are two');
    await evaluation.ask(weightVersionContract.activate, first, evaluator);
    await evaluation.ask(indicatorSystemContract.retire, { systemId }, evaluator);
    await expect(evaluation.ask(weightVersionContract.activate, second, evaluator)).rejects.toMatchObject({
      code: 'SYSTEM_RETIRED',
    });
    expect(await evaluation.ask(weightVersionContract.get, first, actorWith())).toMatchObject({
      state: 'active',
    });
  });

  it('is made by evaluators of the system, and only of a published one', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const request = { systemId, nodes: [top, people] };
    const officer = actorWith({ roles: [['officer', union.id, union.path]] });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [officer, 'NOT_PERMITTED'],
    ] as const) {
      await expect(evaluation.ask(weightVersionContract.create, request, actor)).rejects.toMatchObject({
        code,
      });
    }
    const copy = await evaluation.ask(indicatorSystemContract.copy, { systemId }, evaluator);
    await expect(
      evaluation.ask(weightVersionContract.create, { ...request, systemId: copy.id }, evaluator),
    ).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
