import { createHash } from 'node:crypto';
import {
  type CreateRankingRequest,
  rankingContract,
  type RankingView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, newId } from '@gongxiang/domain';
import { briefFilesOf, FileStore } from '@gongxiang/messaging/files';
import { canonicalJson } from '@gongxiang/persistence';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { knownUnion, publishedSystem } from '../../evaluation.fixture.js';
import { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { indicatorsOf } from '../../systems/indicator-system/indicator-tree.model.js';
import { computeScore, type ScoreInput } from '../../scores/score/score.model.js';

/** A union that ranks, with weights in force: 满意度 ½, 认同感 ¼, 到场率 ¼. */
export interface RankingUnion {
  readonly union: UnionState;
  /** Who ranks. */
  readonly evaluator: Actor;
  /** Who decides on appeals. */
  readonly decider: Actor;
  readonly systemId: string;
  readonly weightVersionId: string;
}

export async function rankingUnion(evaluation: ServiceFixture, path: string): Promise<RankingUnion> {
  const union = await knownUnion(evaluation, path);
  const evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  const decider = actorWith({ roles: [['officer', union.id, union.path]] });
  const systemId = await publishedSystem(evaluation, union.id, evaluator);
  const weightVersionId = await weighed(evaluation, systemId, evaluator);
  return { union, evaluator, decider, systemId, weightVersionId };
}

/** Puts weights in force. */
export async function weighed(
  evaluation: ServiceFixture,
  systemId: string,
  evaluator: Actor,
): Promise<string> {
  const nodes = [
    { parentKey: null, method: 'direct' as const, weights: [3, 1] },
    { parentKey: 'people', method: 'direct' as const, weights: [2, 1] },
  ];
  const { id } = await evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator);
  await evaluation.ask(weightVersionContract.activate, { weightVersionId: id }, evaluator);
  return id;
}

interface Planted {
  readonly kind: ScoreSubjectKind;
  readonly id: string;
  readonly unionId: string;
  readonly values: ScoreInput['values'];
}

/** Scores as the service would have computed them from these values, written at once. */
export async function plantScores(
  evaluation: ServiceFixture,
  { systemId, weightVersionId }: RankingUnion,
  planted: readonly Planted[],
): Promise<void> {
  const { manager } = evaluation.dataSource;
  const { nodes } = await manager.findOneByOrFail(IndicatorSystemRow, { id: systemId });
  const weights = [
    { id: 'liked', weight: 0.5, path: ['people', 'liked'] },
    { id: 'ours', weight: 0.25, path: ['people', 'ours'] },
    { id: 'came', weight: 0.25, path: ['came'] },
  ];
  const rows = planted.map(({ kind, id, unionId, values }) => {
    const inputs: ScoreInput = { weights, indicators: indicatorsOf(nodes), values, missing: 'omit' };
    const period = kind === 'activity' ? null : '2026-06-30';
    return {
      id: newId(),
      kind,
      subject: id,
      union_id: unionId,
      period,
      inputs,
      score: computeScore(inputs).score,
      hash: createHash('sha256').update(canonicalJson(inputs)).digest('hex'),
    };
  });
  await manager.query(
    `INSERT INTO score (id, subject_kind, subject_id, union_id, period_from, period_to, weight_version_id, missing, score,
       inputs, inputs_hash, detail, revision, revises_id, cause, created_at)
     SELECT p.id, p.kind, p.subject, p.union_id, p.period, p.period, $2, 'omit', p.score, p.inputs, p.hash, '{}',
       coalesce(last.revision, 0) + 1, last.id, 'asked', now()
     FROM jsonb_to_recordset($1) AS p(id uuid, kind text, subject uuid, union_id uuid, period date, score double precision,
       inputs jsonb, hash text)
     LEFT JOIN LATERAL (SELECT s.id, s.revision FROM score s WHERE s.subject_id = p.subject AND s.weight_version_id = $2
       ORDER BY s.id DESC LIMIT 1) AS last ON true`,
    [JSON.stringify(rows), weightVersionId],
  );
}

/** Unions with scores: every answer and every share of each as given, 0 to 1. */
export async function scoredUnions(
  evaluation: ServiceFixture,
  ranking: RankingUnion,
  shares: readonly { readonly size: 'small' | 'large'; readonly share: number }[],
): Promise<UnionState[]> {
  const unions: UnionState[] = [];
  for (const [index, { size }] of shares.entries())
    unions.push(await knownUnion(evaluation, `${ranking.union.path}${index + 1}.`, size));
  const planted = unions.map(({ id }, index) => {
    const share = shares[index]?.share ?? 0;
    const answer = 1 + 4 * share;
    return { kind: 'union' as const, id, unionId: id, values: { liked: answer, ours: answer, came: share } };
  });
  await plantScores(evaluation, ranking, planted);
  return unions;
}

export function rankUnions(
  evaluation: ServiceFixture,
  { systemId, evaluator }: RankingUnion,
  more: Partial<CreateRankingRequest> = {},
): Promise<RankingView> {
  const request = {
    indicatorSystemId: systemId,
    subjectKind: 'union' as const,
    method: 'score' as const,
    ...more,
  };
  return evaluation.ask(rankingContract.create, request, evaluator);
}

/** A rendered file of a person, which is stored for minutes. */
export async function printed(evaluation: ServiceFixture, key: string, person: Actor): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await new FileStore(evaluation.store, briefFilesOf('evaluation')).get(
    key,
    person.personId,
  ))
    chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
