import { Injectable } from '@nestjs/common';
import {
  type CreateRankingRequest,
  type ListRankingsRequest,
  type Page,
  rankingContract,
  type RankingRequest,
  type RankingView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { decodeCursor, rowsFor, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { ScoreRepository } from '../score/score.repository.js';
import { WeightVersionRepository } from '../weight/weight-version.repository.js';
import { RankingRow } from './ranking.entity.js';
import { rankSubjects } from './ranking.model.js';

export const rankedMax = 1_000;
/** How much of each ranking a list shows. */
const listedMax = 10;

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
      const { activityIds = null, from = null, to = null, method } = request;
      const scope = { weightVersionId: version.id, path: union.path, activityIds, from, to };
      const found = await this.scores.newestOf(tx, scope, rankedMax);
      const subjects = found.map(({ row, title }) => ({
        activityId: row.activityId,
        activityTitle: title,
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
      return viewOf(row);
    });
  }

  get(request: RankingRequest, call: CallContext): Promise<RankingView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const row = await tx.sql.findOneBy(RankingRow, { id: request.rankingId });
      if (row === null) throw new DomainError('NOT_FOUND');
      return viewOf(row);
    });
  }

  list(request: ListRankingsRequest, call: CallContext): Promise<Page<RankingView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await newest(tx, request);
      return toPage(rows.map(headOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }
}

function newest(tx: Transaction, filter: ListRankingsRequest): Promise<RankingRow[]> {
  const query = tx.sql.createQueryBuilder(RankingRow, 'r').orderBy('r.id', 'DESC');
  const { indicatorSystemId } = filter;
  if (indicatorSystemId !== undefined)
    query.where('r.indicatorSystemId = :indicatorSystemId', { indicatorSystemId });
  const cursor = decodeCursor(filter.cursor, 1);
  if (cursor !== null) query.andWhere('r.id < :id', { id: cursor[0] });
  return query.limit(rowsFor(filter.limit)).getMany();
}

function viewOf(row: RankingRow): RankingView {
  const { id, indicatorSystemId, weightVersionId, method, scaling, entries, leftOut, createdAt } = row;
  return {
    id,
    indicatorSystemId,
    weightVersionId,
    method,
    scaling,
    entries,
    leftOut,
    createdAt: createdAt.toISOString(),
  };
}

/** A ranking as a list shows it: a page of whole ones would not fit into an answer. */
function headOf(row: RankingRow): RankingView {
  const entries = row.entries.slice(0, listedMax);
  return viewOf({ ...row, entries, leftOut: row.leftOut.slice(0, listedMax) });
}
