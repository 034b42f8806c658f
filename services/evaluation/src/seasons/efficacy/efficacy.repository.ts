import { Injectable } from '@nestjs/common';
import type { EfficacyRequest } from '@gongxiang/contracts/evaluation/scores/score.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Transaction } from '@gongxiang/persistence';

export interface PublishedSum {
  readonly function: ResourceFunction;
  readonly business: UnionBusiness;
  readonly surveys: number;
  readonly answers: number;
  readonly total: number;
}

@Injectable()
export class EfficacyRepository {
  /**
   * Sums the published answers, normalised to 1 to 5, so that 10 of 10 is worth 5. Answers for which less is better are
   * inverted (5 becomes 1), so that a high mean is always good.
   */
  publishedSums(tx: Transaction, { from, to }: EfficacyRequest): Promise<PublishedSum[]> {
    return tx.sql.query(
      `SELECT function, business, count(DISTINCT survey_id)::int AS surveys, sum(answer_count)::int AS answers,
              sum(answer_count + 4 / (scale_max - scale_min) *
                  CASE direction WHEN 'min' THEN scale_max * answer_count - answer_sum
                                 ELSE answer_sum - scale_min * answer_count END ORDER BY survey_id, question_key) AS total
       FROM survey_result
       WHERE dimension = 'all' AND answer_count IS NOT NULL AND function IS NOT NULL AND frozen_on BETWEEN $1 AND $2
         AND answer_sum IS NOT NULL AND scale_min < scale_max
       GROUP BY function, business`,
      [from, to],
    );
  }
}
