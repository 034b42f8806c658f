import { Injectable } from '@nestjs/common';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { Transaction } from '@gongxiang/persistence';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { RankedScores } from '../ranking/ranked-scores.repository.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { computeScore } from '../../scores/score/score.model.js';
import type { WeightVersionRow } from '../../systems/weight/weight-version.entity.js';
import { WeightVersionRepository } from '../../systems/weight/weight-version.repository.js';
import type { MeasuredValues } from './sensitivity.model.js';
import type { Scored } from './what-if.model.js';

/** All of them are shown beside each other, in one answer. */
const scoredMax = 1_000;

interface NewestOfSystem {
  readonly version: WeightVersionRow;
  readonly tree: readonly IndicatorNode[];
  readonly union: UnionRef;
  /** The version in force, under which the scores were computed. */
  readonly active: WeightVersionRow | null;
  readonly scored: readonly Scored[];
  /** 0 to 100, in the order of the keys; null where nothing was measured and it is left out. */
  readonly valuesOf: (subjectId: string, keys: readonly string[]) => MeasuredValues;
}

/** The newest score of everything that was scored by a system, with what it was computed from. */
@Injectable()
export class NewestScores {
  constructor(
    private readonly weights: WeightVersionRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly scores: RankedScores,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `RANKING_TOO_LARGE` */
  async of(tx: Transaction, weightVersionId: string): Promise<NewestOfSystem> {
    const version = await this.weights.find(tx, weightVersionId);
    const system = await this.systems.find(tx, version.indicatorSystemId);
    const union = await this.references.union(tx, system.unionId);
    const active = await this.weights.findActive(tx, system.id);
    const scored = active === null ? [] : await this.scoredBy(tx, system.nodes, active, union.path);
    const inputs = new Map(scored.map(({ subjectId, input }) => [subjectId, input]));
    return {
      version,
      tree: system.nodes,
      union,
      active,
      scored,
      valuesOf: (subjectId, keys) => {
        const input = inputs.get(subjectId);
        const parts = input === undefined ? [] : computeScore(input).contributions;
        const values = new Map(parts.map(({ indicatorId, normalised }) => [indicatorId, normalised]));
        return keys.map((key) => values.get(key) ?? null);
      },
    };
  }

  private async scoredBy(
    tx: Transaction,
    tree: readonly IndicatorNode[],
    { id: weightVersionId }: WeightVersionRow,
    path: string,
  ): Promise<Scored[]> {
    const all = { subjectKind: null, subjectIds: null, from: null, to: null, groupBy: 'none' } as const;
    const found = await this.scores.newestOf(tx, { ...all, weightVersionId, path, max: scoredMax });
    const [first] = found;
    if (first === undefined) return [];
    const { weights, indicators } = await this.scores.basisOf(tx, first.scoreId, tree);
    return found.map(({ subjectId, subjectName: name, values, missing }) => ({
      subjectId,
      name,
      input: { weights, indicators, values, missing },
    }));
  }
}
