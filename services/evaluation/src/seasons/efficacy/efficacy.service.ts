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
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { EfficacyRepository, type PublishedSum } from './efficacy.repository.js';

/**
 * The efficacy of the mechanism: attendees' opinions of each resource function in each business. It sums published
 * figures only, so subtracting two periods never reveals suppressed figures.
 */
@Injectable()
export class EfficacyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly efficacy: EfficacyRepository,
  ) {}

  @Handles(efficacyContract.get)
  get(request: EfficacyRequest, call: CallContext): Promise<EfficacyView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      if (request.from > request.to) throw new DomainError('PERIOD_EMPTY', { pointer: '/to' });
      const sums = await this.efficacy.publishedSums(tx, request);
      const byCell = new Map(sums.map((sum) => [`${sum.function}.${sum.business}`, sum]));
      return {
        cells: resourceFunctions.flatMap((name) =>
          unionBusinesses.map((business) => cellOf(name, business, byCell.get(`${name}.${business}`))),
        ),
      };
    });
  }
}

function cellOf(
  name: ResourceFunction,
  business: UnionBusiness,
  sum: PublishedSum | undefined,
): EfficacyCell {
  if (sum === undefined) return { function: name, business, surveys: null, answers: null, mean: null };
  const { surveys, answers, total } = sum;
  return { function: name, business, surveys, answers, mean: total / answers };
}
