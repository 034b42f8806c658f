import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { groupsFound, titleMatches, Transactions, typedTitleOf } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { bookReach } from '../../reference/bookkeeping.js';
import { type FoundPool, SearchRepository } from './search.repository.js';

/** Cost pools, by the title of their activity or their own: what their list shows to the reader. */
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
      const typed = typedTitleOf(q);
      const groups = await groupsFound(['costPool'] as const, { limit }, async () => {
        const found = [
          ...(await this.things.ofActivities(tx, typed, { reach, limit })),
          ...(await this.things.sharedBills(tx, typed, { reach, limit })),
        ];
        return found.sort(byCloseness).map((one) => ({ ...one, at: null }));
      });
      return { groups };
    });
  }
}

/** The closest matches first, and among equal ones the newest: ids are in the order of time. */
function byCloseness(one: FoundPool, other: FoundPool): number {
  const closer = titleMatches.indexOf(one.match) - titleMatches.indexOf(other.match);
  return closer === 0 ? other.id.localeCompare(one.id, 'en') : closer;
}
