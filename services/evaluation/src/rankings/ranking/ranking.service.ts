import { Injectable } from '@nestjs/common';
import {
  type CreateRankingRequest,
  rankingContract,
  type RankingRequest,
  type RankingView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Existing, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { rankedMax, RankedScores } from './ranked-scores.repository.js';
import { RankingDesk } from './ranking-desk.service.js';
import type { RankingRow } from './ranking.entity.js';
import { nextRankingState } from './ranking-life.model.js';
import { type ComputedRanking, rankSubjects, requireFitting } from './ranking.model.js';
import { rankingHash } from './ranking-hash.js';
import { RankingReader } from './ranking-reader.service.js';
import { RankingRepository } from './ranking.repository.js';

type Asked = Pick<
  RankingRow,
  | ('title' | 'subjectKind' | 'method' | 'scaling' | 'groupBy' | 'minimumAnswers' | 'subjectIds')
  | ('periodFrom' | 'periodTo' | 'revision' | 'revisionOfId')
>;

@Injectable()
export class RankingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: RankingDesk,
    private readonly scores: RankedScores,
    private readonly rankings: RankingRepository,
    private readonly reader: RankingReader,
  ) {}

  /** Ranks the newest scores under the weights in force, and keeps the ranking as it was: as a draft. */
  @Handles(rankingContract.create)
  create(request: CreateRankingRequest, call: CallContext): Promise<Outcome<RankingView>> {
    return this.transactions.command(call, rankingContract.create, request, async (tx) => {
      const system = await this.desk.systemOf(tx, request.indicatorSystemId);
      return this.make(tx, system, askedOf(request, system.name));
    });
  }

  /**
   * Ranks anew by the same terms, beside what was found before; it takes its place once it is on notice. One that is
   * revised already answers with its revision.
   */
  @Handles(rankingContract.revise)
  revise(request: RankingRequest, call: CallContext): Promise<Outcome<RankingView>> {
    return this.transactions.command(call, rankingContract.revise, request, async (tx) => {
      const before = await this.desk.take(tx, request.rankingId);
      requireVersion(tx, before.version);
      nextRankingState(before.state, 'revise');
      const known = await this.rankings.revisionOf(tx, before.id);
      if (known !== null) return new Existing(await this.reader.viewOf(tx, known));
      const system = await this.desk.systemOf(tx, before.indicatorSystemId);
      const { title, subjectKind, method, scaling, groupBy, minimumAnswers, subjectIds } = before;
      return this.make(tx, system, {
        title,
        subjectKind,
        method,
        scaling,
        groupBy,
        minimumAnswers,
        subjectIds,
        periodFrom: before.periodFrom,
        periodTo: before.periodTo,
        revision: before.revision + 1,
        revisionOfId: before.id,
      });
    });
  }

  private async make(tx: Transaction, system: IndicatorSystemRow, asked: Asked): Promise<RankingView> {
    const { subjectKind, groupBy, minimumAnswers } = asked;
    requireFitting(subjectKind, groupBy, minimumAnswers);
    const { version, path } = await this.desk.weightsOf(tx, system);
    const scope = {
      weightVersionId: version.id,
      subjectKind,
      path,
      subjectIds: asked.subjectIds,
      groupBy,
      from: asked.periodFrom,
      to: asked.periodTo,
      max: rankedMax,
    };
    const subjects = await this.scores.newestOf(tx, scope);
    const [first] = subjects;
    if (first === undefined) throw new DomainError('NOTHING_TO_RANK');
    const basis = await this.scores.basisOf(tx, first.scoreId, system.nodes);
    const rule = { method: asked.method, scaling: asked.scaling ?? 'vector', minimumAnswers };
    const computed = rankSubjects(subjects, basis, rule);
    if (computed.places.length === 0) throw new DomainError('NOTHING_TO_RANK');
    const row: RankingRow = {
      id: newId(),
      version: 1,
      indicatorSystemId: system.id,
      weightVersionId: version.id,
      unionId: system.unionId,
      ...asked,
      state: 'draft',
      createdBy: tx.personId,
      createdAt: tx.now,
      ranked: computed.places.length,
      leftOut: computed.leftOut.length,
      hash: rankingHash(computed.places.map((place) => ({ ...place.subject, ...place }))),
      publishedBy: null,
      publishedAt: null,
      noticeEndsAt: null,
      finalisedAt: null,
      reason: null,
    };
    await this.keep(tx, row, computed);
    const { method, ranked, revision, hash } = row;
    tx.audit({
      noun: 'ranking',
      id: row.id,
      before: null,
      after: { method, subjectKind, ranked, revision, hash },
    });
    return this.reader.viewOf(tx, row);
  }

  private async keep(tx: Transaction, row: RankingRow, { places, leftOut }: ComputedRanking): Promise<void> {
    const entries = places.map(({ subject, rank, groupRank, score, why }, index) => {
      const { subjectId, subjectName, unionId, scoreId, scoreHash, groupKey, answers } = subject;
      return {
        rankingId: row.id,
        place: index + 1,
        subjectId,
        subjectName,
        unionId,
        scoreId,
        scoreHash,
        rank,
        groupKey,
        groupRank,
        score,
        answers,
        why,
      };
    });
    const without = leftOut.map(({ subject: { subjectId, subjectName, unionId, scoreId }, reason }) => ({
      rankingId: row.id,
      subjectId,
      subjectName,
      unionId,
      reason,
      scoreId,
    }));
    await this.rankings.insert(tx, row, entries, without);
  }
}

function askedOf(request: CreateRankingRequest, systemName: string): Asked {
  const { method, scaling, subjectKind = 'activity', groupBy = 'none', minimumAnswers = 0 } = request;
  return {
    title: request.title ?? systemName,
    subjectKind,
    method,
    groupBy,
    minimumAnswers,
    scaling: method === 'topsis' ? (scaling ?? 'vector') : null,
    subjectIds: request.subjectIds ?? null,
    periodFrom: request.from ?? null,
    periodTo: request.to ?? null,
    revision: 1,
    revisionOfId: null,
  };
}
