import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { shownOf, Transactions, typedTitleOf } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { bookReach } from '../../reference/bookkeeping.js';
import { SearchRepository } from './search.repository.js';

/** Cost pools, by the title of their activity: what their list shows to the reader. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly things: SearchRepository,
  ) {}

  @Handles(searchContract('settlement').find)
  find({ q, limit = searchLimitDefault }: SearchRequest, call: CallContext): Promise<FoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const reach = await bookReach(tx, referenceActions.seeCostPool);
      if (reach.length === 0) return { groups: [] };
      const found = await this.things.costPools(tx, typedTitleOf(q), { reach, limit });
      if (found.length === 0) return { groups: [] };
      const items = found.map((one) => ({ ...one, at: null }));
      return { groups: [{ kind: 'costPool', ...shownOf(items, limit) }] };
    });
  }
}
