import { Injectable } from '@nestjs/common';
import { type CreateRankingRequest, rankingContract, type RankingView } from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { ScoreRepository } from '../score/score.repository.js';
import { WeightVersionRepository } from '../weight/weight-version.repository.js';
import { RankingRow } from './ranking.entity.js';
import { rankSubjects } from './ranking.model.js';
import { rankingView } from './ranking-view.js';

export const rankedMax = 1_000;

@Injectable()
export class RankingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly systems: IndicatorSystemRepository,
    private readonly weights: WeightVersionRepository,
    private readonly scores: ScoreRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Ranks the newest scores under the weights in force, and keeps the ranking as it was. */
  create(request: CreateRankingRequest, call: CallContext): Promise<Outcome<RankingView>> {
    return this.transactions.command(call, rankingContract.create, request, async (tx) => {
      const system = await this.systems.find(tx, request.indicatorSystemId);
      const union = await this.references.union(tx, system.unionId);
      tx.authorise(actions.tendIndicators, { paths: [union.path], visible: system.state === 'published' });
      const version = await this.weights.findActive(tx, system.id);
      if (version === null) throw new DomainError('WEIGHTS_NOT_ACTIVE');
      const { activityIds: subjectIds = null, from = null, to = null, method } = request;
      const scope = { weightVersionId: version.id, path: union.path, subjectIds, from, to };
      const found = await this.scores.newestOf(tx, { ...scope, subjectKind: 'activity' }, rankedMax);
      const subjects = found.map(({ row, name }) => ({
        activityId: row.subjectId,
        activityTitle: name ?? '',
        scoreId: row.id,
        input: row.inputs,
      }));
      const scaling = request.scaling ?? 'vector';
      const { entries, leftOut } = rankSubjects(subjects, method, scaling);
      if (entries.length === 0) throw new DomainError('NOTHING_TO_RANK');
      const row: RankingRow = {
        id: newId(),
        indicatorSystemId: system.id,
        weightVersionId: version.id,
        method,
        scaling: method === 'topsis' ? scaling : null,
        entries,
        leftOut,
        createdAt: tx.now,
      };
      await tx.sql.insert(RankingRow, row);
      tx.audit({ noun: 'ranking', id: row.id, before: null, after: { method, ranked: entries.length } });
      const named = { indicatorSystemName: system.name, indicatorSystemVersion: system.versionNumber };
      const systems = new Map([[version.id, { indicatorSystemId: system.id, ...named }]]);
      const titles = new Map(subjects.map(({ activityId, activityTitle }) => [activityId, activityTitle]));
      return rankingView(row, { titles, systems });
    });
  }
}
