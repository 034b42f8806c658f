import { Injectable } from '@nestjs/common';
import {
  type CreateRankingRequest,
  rankingContract,
  type RankingIdRequest,
  type RankingView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { rankedMax, RankedScores } from './ranked-scores.repository.js';
import { RankingAccess } from './ranking-access.js';
import { rankingAwaitsMayChange } from './ranking-awaits-due.js';
import type { RankingRow } from './ranking.entity.js';
import { nextRankingState } from './ranking-life.model.js';
import { type ComputedRanking, rankSubjects, requireFitting } from './ranking.model.js';
import { rankingHash } from './ranking-hash.js';
import { RankingReader } from './ranking-reader.service.js';
import { RankingRepository } from './ranking.repository.js';

type RankingTerms = Pick<
  RankingRow,
  | ('title' | 'subjectKind' | 'method' | 'scaling' | 'groupBy' | 'minimumAnswers' | 'subjectIds')
  | ('periodFrom' | 'periodTo' | 'revision' | 'revisionOfId')
>;

@Injectable()
export class RankingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rankingAccess: RankingAccess,
    private readonly scores: RankedScores,
    private readonly rankings: RankingRepository,
    private readonly reader: RankingReader,
  ) {}

  /** Ranks the newest scores under the weights in force and stores the ranking as a draft. */
  @Handles(rankingContract.create)
  create(request: CreateRankingRequest, call: CallContext): Promise<Outcome<RankingView>> {
    return this.transactions.command(call, rankingContract.create, request, async (tx) => {
      const system = await this.rankingAccess.systemOf(tx, request.indicatorSystemId);
      return this.insertDraft(tx, system, termsOf(request, system.name));
    });
  }

  /**
   * Creates a revision by the same terms, which supersedes the ranking once it is on notice. If a revision exists
   * already, it is returned.
   */
  @Handles(rankingContract.revise)
  revise(request: RankingIdRequest, call: CallContext): Promise<Outcome<RankingView>> {
    return this.transactions.command(call, rankingContract.revise, request, async (tx) => {
      const before = await this.rankingAccess.lock(tx, request.rankingId);
      requireVersion(tx, before.version);
      nextRankingState(before.state, 'revise');
      const known = await this.rankings.revisionOf(tx, before.id);
      if (known !== null) return new ExistingResult(await this.reader.viewOf(tx, known));
      const system = await this.rankingAccess.systemOf(tx, before.indicatorSystemId);
      const { title, subjectKind, method, scaling, groupBy, minimumAnswers, subjectIds } = before;
      return this.insertDraft(tx, system, {
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

  private async insertDraft(
    tx: Transaction,
    system: IndicatorSystemRow,
    terms: RankingTerms,
  ): Promise<RankingView> {
    const { subjectKind, groupBy, minimumAnswers } = terms;
    requireFitting(subjectKind, groupBy, minimumAnswers);
    const { version, path } = await this.rankingAccess.weightsOf(tx, system);
    const scope = {
      weightVersionId: version.id,
      subjectKind,
      path,
      subjectIds: terms.subjectIds,
      groupBy,
      from: terms.periodFrom,
      to: terms.periodTo,
      max: rankedMax,
    };
    const subjects = await this.scores.newestOf(tx, scope);
    const [first] = subjects;
    if (first === undefined) throw new DomainError('NOTHING_TO_RANK');
    const basis = await this.scores.basisOf(tx, first.scoreId, system.nodes);
    const rule = { method: terms.method, scaling: terms.scaling ?? 'vector', minimumAnswers };
    const computed = rankSubjects(subjects, basis, rule);
    if (computed.places.length === 0) throw new DomainError('NOTHING_TO_RANK');
    const row: RankingRow = {
      id: newId(),
      version: 1,
      indicatorSystemId: system.id,
      weightVersionId: version.id,
      unionId: system.unionId,
      ...terms,
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
    await this.store(tx, row, computed);
    await rankingAwaitsMayChange(tx, row.id);
    const { method, ranked, revision, hash } = row;
    tx.audit({
      noun: 'ranking',
      id: row.id,
      before: null,
      after: { method, subjectKind, ranked, revision, hash },
    });
    return this.reader.viewOf(tx, row);
  }

  private async store(tx: Transaction, row: RankingRow, { places, leftOut }: ComputedRanking): Promise<void> {
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

function termsOf(request: CreateRankingRequest, systemName: string): RankingTerms {
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
