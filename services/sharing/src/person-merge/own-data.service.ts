import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import { type KeptDataView, sharingPersonData } from '@gongxiang/contracts/words/person-data';
import type { CallContext } from '@gongxiang/domain';
import { keptDataOf } from '@gongxiang/messaging/events';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { personData } from './person-data.js';

/** Counts what this service has of the caller. */
@Injectable()
export class OwnDataService {
  constructor(private readonly transactions: Transactions) {}

  @Handles(sharingPersonData.count)
  count(_request: NoRequest, call: CallContext): Promise<KeptDataView> {
    return this.transactions.read(call, (tx) => keptDataOf(tx, personData));
  }
}
