import { Injectable } from '@nestjs/common';
import type { RankingGrouping } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ScoreRow } from '../../scores/score/score.entity.js';
import { SubjectRepository } from '../../reference/subject/subject.repository.js';
import type { RankedSubject, RankingBasis } from './ranking.model.js';

/** A bound on what one transaction reads and writes, not on what can be ranked well. */
export const rankedMax = 50_000;
const pageSize = 2_000;

/** Which scores are ranked. */
interface RankingScope {
  readonly weightVersionId: string;
  /** Null for all kinds. */
  readonly subjectKind: ScoreSubjectKind | null;
  /** The subtree of unions whose subjects are ranked. */
  readonly path: string;
  readonly subjectIds: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly groupBy: RankingGrouping;
  /** More than these are refused. */
  readonly max: number;
}

interface NewestScore extends Omit<RankedSubject, 'subjectName' | 'groupKey'> {
  readonly kind: ScoreSubjectKind;
  readonly sizeClass: SizeClassName | null;
  readonly business: UnionBusiness | null;
  readonly function: ResourceFunction | null;
}

/** Reads what is ranked, or would be: a page at a time, and of each score only what a place rests on. */
@Injectable()
export class RankedScores {
  constructor(private readonly subjects: SubjectRepository) {}

  /**
   * The newest score of each subject in scope, in the order of the subjects.
   * @throws DomainError `RANKING_TOO_LARGE`
   */
  async newestOf(tx: Transaction, scope: RankingScope): Promise<RankedSubject[]> {
    const found: RankedSubject[] = [];
    for (let after: string | null = null, isLast = false; !isLast;) {
      const page: NewestScore[] = await this.page(tx, scope, after);
      found.push(...(await this.named(tx, scope, page)));
      if (found.length > scope.max)
        throw new DomainError('RANKING_TOO_LARGE', { params: { max: scope.max } });
      after = page.at(-1)?.subjectId ?? null;
      isLast = page.length < pageSize;
    }
    return found;
  }

  /**
   * The data shared by all scores of one weight version, read from any of them.
   * @param nodes the nodes of the system
   */
  async basisOf(tx: Transaction, scoreId: string, nodes: readonly IndicatorNode[]): Promise<RankingBasis> {
    const { inputs } = await tx.sql.findOneByOrFail(ScoreRow, { id: scoreId });
    const names = new Map(nodes.map(({ key, name }) => [key, name]));
    return { weights: inputs.weights, indicators: inputs.indicators, names };
  }

  private page(tx: Transaction, scope: RankingScope, after: string | null): Promise<NewestScore[]> {
    return tx.sql.query(
      `SELECT DISTINCT ON (s.subject_id) s.subject_id AS "subjectId", s.subject_kind AS kind, s.id AS "scoreId", s.union_id AS "unionId",
         s.inputs_hash AS "scoreHash", s.missing, s.inputs->'values' AS values, u.size_class AS "sizeClass",
         a.business, a.function,
         -- What was published to the score, of one survey or of several: as many as answered the question that most did.
         coalesce((SELECT max((q.value->>'count')::int) FROM jsonb_each(s.inputs->'answers') AS q),
                  (SELECT max(r.answer_count) FROM survey_result r WHERE r.survey_id = s.survey_id AND r.dimension = 'all'))
           AS answers
       FROM score s JOIN union_ref u ON u.id = s.union_id
       LEFT JOIN activity_ref a ON s.subject_kind = 'activity' AND a.id = s.subject_id
       WHERE s.weight_version_id = $1 AND ($2::text IS NULL OR s.subject_kind = $2) AND u.path ^@ $3
         AND ($4::uuid[] IS NULL OR s.subject_id = ANY($4))
         AND ($5::date IS NULL OR coalesce(s.period_from, (a.ends_at AT TIME ZONE 'Asia/Shanghai')::date) >= $5)
         AND ($6::date IS NULL OR coalesce(s.period_to, (a.ends_at AT TIME ZONE 'Asia/Shanghai')::date) <= $6)
         AND ($7::uuid IS NULL OR s.subject_id > $7)
       ORDER BY s.subject_id, s.id DESC LIMIT $8`,
      [
        scope.weightVersionId,
        scope.subjectKind,
        scope.path,
        scope.subjectIds,
        scope.from,
        scope.to,
        after,
        pageSize,
      ],
    );
  }

  private async named(
    tx: Transaction,
    { groupBy }: RankingScope,
    page: readonly NewestScore[],
  ): Promise<RankedSubject[]> {
    const subjects = page.map(({ kind, subjectId: id }) => ({ kind, id }));
    const names = await this.subjects.namesOf(tx, subjects);
    return page.map(({ sizeClass, business, function: resourceFunction, ...score }) => {
      // Where the size class is not known, those of the same ignorance are compared.
      const groups = {
        none: null,
        sizeClass: sizeClass ?? 'unclassified',
        business,
        function: resourceFunction,
      };
      return {
        ...score,
        subjectName: names.get(score.subjectId) ?? score.subjectId,
        groupKey: groups[groupBy],
      };
    });
  }
}
