import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import {
  indicatorSystemContract,
  type IndicatorSystemView,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { indicatorTemplateContract } from '@gongxiang/contracts/evaluation/systems/indicator-template.contract';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { Actor } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  indicatorNodes,
  knownActivity,
  knownUnion,
  publishedSystem,
  publishSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  reviewer = actorWith({ roles: [['evaluator', randomUUID(), '1.']] });
});

afterAll(() => evaluation.stop());

const { create, change, review, sendBack, publish, retire, copy, get, list, compare } =
  indicatorSystemContract;

function drafted(actor: Actor = evaluator): Promise<IndicatorSystemView> {
  return evaluation.ask(create, { unionId: union.id, name: '效能', nodes: indicatorNodes }, actor);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'OK').catch((error: { code: string }) => error.code);
}

describe('the life of an indicator system', () => {
  it('goes from draft by review to published, and never changes after that', async () => {
    const draft = await drafted();
    expect(draft).toMatchObject({ state: 'draft', editedByMe: true, reviewedAt: null, template: null });
    const systemId = draft.id;
    const typed = { systemId, name: '效能评价', nodes: indicatorNodes };
    const changed = await evaluation.ask(change, typed, evaluator, { ifMatch: 1 });
    expect(changed).toMatchObject({ state: 'draft', name: '效能评价', version: 2 });
    expect(await codeOf(evaluation.ask(publish, { systemId }, evaluator))).toBe('ILLEGAL_TRANSITION');
    const reviewed = await evaluation.ask(review, { systemId }, reviewer, { ifMatch: 2 });
    expect(reviewed).toMatchObject({ state: 'reviewed', reviewedAt: expect.any(String) });
    // A reviewer cannot confirm a version that was edited meanwhile.
    expect(await codeOf(evaluation.ask(change, typed, evaluator, { ifMatch: 3 }))).toBe('ILLEGAL_TRANSITION');
    const published = await evaluation.ask(publish, { systemId }, evaluator);
    expect(published.nodes).toEqual(indicatorNodes);
    await expect(
      evaluation.dataSource.query(`UPDATE indicator_system SET nodes = '[]' WHERE id = $1`, [systemId]),
    ).rejects.toThrow('never changes');
  });

  it('is reviewed by somebody else, of the version that they have read', async () => {
    const { id: systemId } = await drafted();
    expect(await codeOf(evaluation.ask(review, { systemId }, evaluator, { ifMatch: 1 }))).toBe('SAME_PERSON');
    expect(await codeOf(evaluation.ask(review, { systemId }, reviewer, { ifMatch: 7 }))).toBe(
      'VERSION_STALE',
    );
    // The last co-editor may not review it either.
    const typed = { systemId, name: '效能', nodes: indicatorNodes };
    await evaluation.ask(change, typed, reviewer, { ifMatch: 1 });
    expect(await codeOf(evaluation.ask(review, { systemId }, reviewer, { ifMatch: 2 }))).toBe('SAME_PERSON');
    await evaluation.ask(review, { systemId }, evaluator, { ifMatch: 2 });
    await expect(
      evaluation.dataSource.query('UPDATE indicator_system SET edited_by = reviewed_by WHERE id = $1', [
        systemId,
      ]),
    ).rejects.toThrow('four_eyes');
  });

  it('comes back from review with a reason, which goes with the next review', async () => {
    const { id: systemId } = await drafted();
    const reason = '人均成本缺少目标值';
    expect(await codeOf(evaluation.ask(sendBack, { systemId, reason }, reviewer))).toBe('ILLEGAL_TRANSITION');
    await evaluation.ask(review, { systemId }, reviewer, { ifMatch: 1 });
    const back = await evaluation.ask(sendBack, { systemId, reason }, reviewer);
    expect(back).toMatchObject({ state: 'draft', reviewedAt: null, returnReason: reason });
    const again = await evaluation.ask(review, { systemId }, reviewer, { ifMatch: 3 });
    expect(again).toMatchObject({ state: 'reviewed', returnReason: null });
  });

  it('is published as it was read: not what was sent back and written on since', async () => {
    const { id: systemId } = await drafted();
    const { version: seen } = await evaluation.ask(review, { systemId }, reviewer);
    await evaluation.ask(sendBack, { systemId, reason: '人均成本缺少目标值' }, reviewer);
    const typed = { systemId, name: '效能（改）', nodes: indicatorNodes };
    await evaluation.ask(change, typed, evaluator, { ifMatch: 3 });
    const { version: present } = await evaluation.ask(review, { systemId }, reviewer);
    const decide = (contract: typeof publish, ifMatch: number | null) =>
      codeOf(evaluation.ask(contract, { systemId }, evaluator, { ifMatch }));
    expect(await decide(publish, null)).toBe('VERSION_REQUIRED');
    expect(await decide(publish, seen)).toBe('VERSION_STALE');
    expect(await decide(publish, present)).toBe('OK');
    expect(await decide(retire, present)).toBe('VERSION_STALE');
  });

  it('is retired: nothing new is made by it, it stays to be read, and its next version can be begun', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const retired = await evaluation.ask(retire, { systemId }, evaluator);
    expect(retired).toMatchObject({ state: 'retired', retiredAt: expect.any(String) });
    const { id: activityId } = await knownActivity(evaluation, union, 1);
    const now = evaluation.clock.now().getTime();
    const [opensAt = '', closesAt = ''] = [now, now + 60_000].map((at) => new Date(at).toISOString());
    const survey = { activityId, indicatorSystemId: systemId, opensAt, closesAt };
    expect(await codeOf(evaluation.ask(surveyContract.create, survey, evaluator))).toBe('SYSTEM_RETIRED');
    const nodes = [{ parentKey: null, method: 'direct' as const, weights: [1, 1] }];
    expect(await codeOf(evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator))).toBe(
      'SYSTEM_RETIRED',
    );
    expect(await codeOf(evaluation.ask(retire, { systemId }, evaluator))).toBe('ILLEGAL_TRANSITION');
    expect(await evaluation.ask(get, { systemId }, actorWith())).toMatchObject({ state: 'retired' });
    await expect(
      evaluation.dataSource.query(`UPDATE indicator_system SET name = 'x' WHERE id = $1`, [systemId]),
    ).rejects.toThrow('never changes');
    const next = await evaluation.ask(copy, { systemId }, evaluator);
    expect(next).toMatchObject({ state: 'draft', versionNumber: 2, retiredAt: null, publishedAt: null });
  });

  it('gives each copy a number of its own', async () => {
    const systemId = await publishedSystem(evaluation, union.id, evaluator);
    const copies = await Promise.all([1, 2].map(() => evaluation.ask(copy, { systemId }, evaluator)));
    expect(copies.map(({ versionNumber }) => versionNumber).sort()).toEqual([2, 3]);
    const [{ seriesId = '' } = {}] = copies;
    const { items } = await evaluation.ask(list, { seriesId }, evaluator);
    expect(items.map(({ versionNumber }) => versionNumber).sort()).toEqual([1, 2, 3]);
  });
});

describe('what an indicator system is made of', () => {
  it('may be a template, in the language of who asks', async () => {
    const request = { unionId: union.id, name: '满意度', template: 'activitySatisfaction' as const };
    const made = await evaluation.ask(create, request, evaluator);
    expect(made.template).toBe('activitySatisfaction');
    const { items } = await evaluation.ask(indicatorTemplateContract.list, {}, actorWith());
    const [template] = items.filter(({ key }) => key === 'activitySatisfaction');
    expect(made.nodes).toEqual(template?.nodes);
    const system = await publishSystem(evaluation, made, evaluator);
    const weights = { systemId: system.id, nodes: template?.weighings ?? [] };
    const version = await evaluation.ask(weightVersionContract.create, weights, evaluator);
    expect(version).toMatchObject({ acceptable: true, state: 'computed' });
    const neither = { unionId: union.id, name: '空' };
    expect(await codeOf(evaluation.ask(create, neither, evaluator))).toBe('TREE_OR_TEMPLATE');
  });

  it('is compared with another version, node by node', async () => {
    const against = await publishedSystem(evaluation, union.id, evaluator);
    const next = await evaluation.ask(copy, { systemId: against }, evaluator);
    const nodes = indicatorNodes
      .filter(({ key }) => key !== 'ours')
      .map((node) => (node.key === 'came' ? { ...node, name: '到场比例', parentKey: 'people' } : node));
    await evaluation.ask(change, { systemId: next.id, name: '效能', nodes }, evaluator, { ifMatch: 1 });
    const told = await evaluation.ask(compare, { systemId: next.id, against }, evaluator);
    expect(told).toMatchObject({
      before: { id: against, versionNumber: 1, state: 'published' },
      after: { id: next.id, versionNumber: 2, state: 'draft' },
      unchanged: 2,
    });
    expect(told.differences.map(({ key, marks }) => [key, ...marks])).toEqual([
      ['came', 'moved', 'renamed'],
      ['ours', 'removed'],
    ]);
    // A draft is compared by those who tend it alone.
    expect(await codeOf(evaluation.ask(compare, { systemId: next.id, against }, actorWith()))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('who', () => {
  it('writes it are its evaluators; others see it once it is published', async () => {
    const member = actorWith({ unionId: union.id, unionPath: union.path });
    const elsewhere = actorWith({ roles: [['evaluator', randomUUID(), '1.9.']] });
    const officer = actorWith({ roles: [['officer', union.id, union.path]] });
    const request = { unionId: union.id, name: '效能', nodes: indicatorNodes };
    const { id: systemId } = await evaluation.ask(create, request, evaluator);
    const table: [Actor | null, string[]][] = [
      [null, ['NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN']],
      [member, ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_PERMITTED']],
      [elsewhere, ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_PERMITTED']],
      [officer, ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_PERMITTED']],
      [reviewer, ['OK', 'OK', 'OK', 'OK']],
    ];
    for (const [actor, expected] of table) {
      const codes = [
        await codeOf(evaluation.ask(get, { systemId }, actor)),
        await codeOf(evaluation.ask(review, { systemId }, actor, { ifMatch: 1 })),
        await codeOf(evaluation.ask(publish, { systemId }, actor)),
        await codeOf(evaluation.ask(create, request, actor)),
      ];
      expect(codes).toEqual(expected);
    }
    expect(await evaluation.ask(get, { systemId }, member)).toMatchObject({ state: 'published' });
    const listed = await evaluation.ask(list, {}, member);
    expect(listed.items.every(({ state }) => state === 'published' || state === 'retired')).toBe(true);
    await drafted();
    const drafts = await evaluation.ask(list, { state: 'draft', limit: 1 }, evaluator);
    expect(drafts.items).toHaveLength(1);
    expect(drafts.nextCursor).not.toBeNull();
    const named = await evaluation.ask(list, { q: '没有这个名字' }, evaluator);
    expect(named.items).toEqual([]);
  });
});
