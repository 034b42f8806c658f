import { Injectable } from '@nestjs/common';
import {
  type RankedSubject,
  type SensitivityView,
  type WeightComparisonView,
  whatIfContract,
  type WhatIfRequest,
  type WhatIfView,
} from '@gongxiang/contracts/evaluation/rankings/what-if.contract';
import type { WeightVersionIdRequest } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { NewestScores } from './newest-scores.js';
import { compareMethods } from './comparison.model.js';
import { swapOf } from './sensitivity.model.js';
import { changedWeights, ranksBeside, weightsBeside } from './what-if.model.js';

/** What other weights would change. Computes and saves nothing. */
@Injectable()
export class WhatIfService {
  constructor(
    private readonly transactions: Transactions,
    private readonly newest: NewestScores,
  ) {}

  /** Everybody's rank now, and by a version or by weights put in its place. @throws DomainError what {@link changedWeights} throws */
  @Handles(whatIfContract.compute)
  compute(request: WhatIfRequest, call: CallContext): Promise<WhatIfView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const { version, union, active, scored } = await this.newest.of(tx, request.weightVersionId);
      tx.authorise(actions.tendIndicators, { paths: [union.path], visible: true });
      const weights = changedWeights(version.indicators, request.weights ?? []);
      return {
        basisId: active?.id ?? null,
        weights: weightsBeside(active?.indicators ?? version.indicators, weights),
        subjects: ranksBeside(scored, weights),
      };
    });
  }

  /** For each indicator the smallest change of its weight that would swap the first two of the newest scores. */
  @Handles(whatIfContract.sensitivity)
  sensitivity(request: WeightVersionIdRequest, call: CallContext): Promise<SensitivityView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const { version, scored, valuesOf } = await this.newest.of(tx, request.weightVersionId);
      const keys = version.indicators.map(({ key }) => key);
      const ranked = rankedBy(ranksBeside(scored, version.indicators));
      const [first, second] = ranked;
      if (first === undefined || second === undefined)
        return { first: first ?? null, second: null, swaps: [] };
      const pair = [valuesOf(first.subjectId, keys), valuesOf(second.subjectId, keys)] as const;
      const weights = version.indicators.map(({ weight }) => weight);
      const swaps = version.indicators.map(({ key, weight }, index) => {
        const swap = swapOf(weights, index, pair);
        return { key, weight, swapsAt: swap?.swapsAt ?? null, change: swap?.change ?? null };
      });
      return { first, second, swaps: swaps.sort(bySmallestChange) };
    });
  }

  /** The same groups weighed by every method that there is something to compute from. */
  @Handles(whatIfContract.compare)
  compare(request: WeightVersionIdRequest, call: CallContext): Promise<WeightComparisonView> {
    return this.transactions.read(call, async (tx) => this.comparison(tx, request.weightVersionId));
  }

  private async comparison(tx: Transaction, weightVersionId: string): Promise<WeightComparisonView> {
    tx.authorise(actions.seePublished, {});
    const { version, tree, scored, valuesOf } = await this.newest.of(tx, weightVersionId);
    const keys = version.indicators.map(({ key }) => key);
    const rows = scored.map(({ subjectId }) => valuesOf(subjectId, keys));
    const values = new Map(keys.map((key, index) => [key, rows.map((row) => row[index] ?? null)]));
    return compareMethods({ tree, nodes: version.nodes, input: version.input, values });
  }
}

/** By the weights of the version asked about, whether it is in force or not. */
function rankedBy(subjects: WhatIfView['subjects']): RankedSubject[] {
  return subjects
    .flatMap(({ subjectId, name, scoreAfter, rankAfter }) =>
      scoreAfter === null || rankAfter === null
        ? []
        : [{ subjectId, name, score: scoreAfter, rank: rankAfter }],
    )
    .sort((a, b) => a.rank - b.rank || (a.subjectId < b.subjectId ? -1 : 1));
}

function bySmallestChange(
  { change: one }: { readonly change: number | null },
  { change: other }: { readonly change: number | null },
): number {
  const size = (change: number | null): number => (change === null ? 2 : Math.abs(change));
  return size(one) - size(other);
}
