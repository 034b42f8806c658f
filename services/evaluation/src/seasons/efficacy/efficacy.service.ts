import { Injectable } from '@nestjs/common';
import {
  type EfficacyCell,
  efficacyContract,
  type EfficacyRequest,
  type EfficacyView,
} from '@gongxiang/contracts/evaluation/scores/score.contract';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '@gongxiang/contracts/sharing/sharing-events';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';

interface Sum {
  readonly function: ResourceFunction;
  readonly business: UnionBusiness;
  readonly surveys: number;
  readonly answers: number;
  readonly total: number;
}

/**
 * The efficacy of the mechanism: what those who came think of each resource function in each business. It sums
 * published figures only, so no two periods can be subtracted to find what a survey held back.
 */
@Injectable()
export class EfficacyService {
  constructor(private readonly transactions: Transactions) {}

  @Handles(efficacyContract.get)
  get(request: EfficacyRequest, call: CallContext): Promise<EfficacyView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      if (request.from > request.to) throw new DomainError('PERIOD_EMPTY', { pointer: '/to' });
      const sums = await publishedSums(tx, request);
      const byCell = new Map(sums.map((sum) => [`${sum.function}.${sum.business}`, sum]));
      return {
        cells: resourceFunctions.flatMap((name) =>
          unionBusinesses.map((business) => cellOf(name, business, byCell.get(`${name}.${business}`))),
        ),
      };
    });
  }
}

/**
 * All answers as steps from 1 to 5, in which a 10 of 10 is worth a 5. Where less is better the answer is turned round,
 * 5 into 1, so that a high mean is good everywhere.
 */
function publishedSums(tx: Transaction, { from, to }: EfficacyRequest): Promise<Sum[]> {
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

function cellOf(name: ResourceFunction, business: UnionBusiness, sum: Sum | undefined): EfficacyCell {
  if (sum === undefined) return { function: name, business, surveys: null, answers: null, mean: null };
  const { surveys, answers, total } = sum;
  return { function: name, business, surveys, answers, mean: total / answers };
}
