import { Injectable } from '@nestjs/common';
import {
  waitingContract,
  type WaitingBelowRequest,
  type WaitingBelowView,
  waitingShownMax,
} from '@gongxiang/contracts/notification/waiting.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { waitingCountOf } from './awaiting.view.js';
import { WaitingBelowRepository } from './waiting-below.repository.js';

/** For the union above: how much waits below it and how late it is. Whose matter it is stays with the union concerned. */
@Injectable()
export class WaitingBelowService {
  constructor(
    private readonly transactions: Transactions,
    private readonly below: WaitingBelowRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, also for whoever holds no office at the union or above it */
  @Handles(waitingContract.below)
  get({ unionId }: WaitingBelowRequest, call: CallContext): Promise<WaitingBelowView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.below.findUnion(tx, unionId.toLowerCase());
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.countWaitingBelow, { paths: [union.path] });
      const lines = await this.below.lines(tx, union.path);
      const overdue = await this.below.overdue(tx, union.path);
      return {
        unionId: union.id,
        unionName: union.name,
        unions: lines.map((line) => ({ ...line, overdueSince: line.overdueSince?.toISOString() ?? null })),
        overdue: overdue.map(({ kind, count }) =>
          waitingCountOf({ kind, count: Math.min(count, waitingShownMax) }, tx),
        ),
      };
    });
  }
}
