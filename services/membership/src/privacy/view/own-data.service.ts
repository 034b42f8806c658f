import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import { type KeptDataView, membershipPersonData } from '@gongxiang/contracts/words/person-data';
import type { CallContext } from '@gongxiang/domain';
import { keptDataOf } from '@gongxiang/messaging/events';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { personData } from './person-data.js';

/** Counts what this service has of the caller. */
@Injectable()
export class OwnDataService {
  constructor(private readonly transactions: Transactions) {}

  @Handles(membershipPersonData.count)
  count(_request: NoRequest, call: CallContext): Promise<KeptDataView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnData, {});
      return keptDataOf(tx, personData);
    });
  }
}
