import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  type SearchGroupView,
  searchKindsOf,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import { type CallContext, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { shownOf, type Transaction, Transactions, typedTitleOf } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions as organisingActions } from '../../organising/actions.js';
import { actions } from '../actions.js';
import { SearchRepository, type SharedKind } from './search.repository.js';

/** Activities, resources, needs and brands, by title: what the list of each shows to the reader. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly things: SearchRepository,
  ) {}

  @Handles(searchContract('sharing').find)
  find(request: SearchRequest, call: CallContext): Promise<FoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.search, {});
      const groups: SearchGroupView[] = [];
      for (const kind of searchKindsOf.sharing)
        if (request.kind === undefined || request.kind === kind)
          groups.push(...(await this.groupOf(tx, kind, request)));
      return { groups };
    });
  }

  private async groupOf(
    tx: Transaction,
    kind: SharedKind,
    { q, limit = searchLimitDefault }: SearchRequest,
  ): Promise<SearchGroupView[]> {
    const searcher = {
      personId: tx.personId,
      rolePaths: reachOf(tx.call.actor, activitiesActions.seeDraft),
      brandPaths: reachOf(tx.call.actor, organisingActions.manageBrand),
    };
    const found = await this.things.find(tx, kind, { typed: typedTitleOf(q), searcher, limit });
    if (found.length === 0) return [];
    const items = found.map((one) => ({ ...one, at: one.at?.toISOString() ?? null }));
    return [{ kind, ...shownOf(items, limit) }];
  }
}
