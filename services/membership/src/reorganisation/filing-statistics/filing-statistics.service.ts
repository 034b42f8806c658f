import { Injectable } from '@nestjs/common';
import {
  filingKinds,
  filingStatisticsContract,
  type FilingStatisticsRequest,
  type FilingStatisticsView,
} from '@gongxiang/contracts/membership/unions/filing-statistics.contract';
import { type CallContext, dayMs, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { statisticsOf } from './filing-statistics.model.js';
import { FilingStatisticsRepository } from './filing-statistics.repository.js';

const countedDays = 365;

/** How fast a union decides on what is filed about unions below it. */
@Injectable()
export class FilingStatisticsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly turns: FilingStatisticsRepository,
    private readonly unions: UnionRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, also to those who have no office there or above */
  @Handles(filingStatisticsContract.show)
  show({ unionId }: FilingStatisticsRequest, call: CallContext): Promise<FilingStatisticsView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, unionId);
      tx.authorise(actions.seeFilingStatistics, { paths: union ? [union.path] : [] });
      if (union === null) throw new DomainError('NOT_FOUND');
      const after = new Date(tx.now.getTime() - countedDays * dayMs);
      return { items: statisticsOf(filingKinds, await this.turns.turnsOf(tx, union, after), tx.now) };
    });
  }
}
