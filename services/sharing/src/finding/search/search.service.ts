import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  searchKindsOf,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import { type CallContext, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { groupsFound, Transactions, typedTitleOf } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions as organisingActions } from '../../organising/actions.js';
import { actions } from '../actions.js';
import { SearchRepository } from './search.repository.js';

/** Activities, resources, needs and brands, by title: what the list of each shows to the reader. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly things: SearchRepository,
  ) {}

  @Handles(searchContract('sharing').find)
  find({ q, kind, limit = searchLimitDefault }: SearchRequest, call: CallContext): Promise<FoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.search, {});
      const searcher = {
        personId: tx.personId,
        rolePaths: reachOf(tx.call.actor, activitiesActions.seeDraft),
        brandPaths: reachOf(tx.call.actor, organisingActions.manageBrand),
      };
      const typed = typedTitleOf(q);
      const groups = await groupsFound(searchKindsOf.sharing, { kind, limit }, async (one) => {
        const found = await this.things.find(tx, one, { typed, searcher, limit });
        return found.map((thing) => ({ ...thing, at: thing.at?.toISOString() ?? null }));
      });
      return { groups };
    });
  }
}
