import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  type SearchGroupView,
  type SearchItemView,
  type SearchKind,
  searchKindsOf,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { shownOf, type Transaction, Transactions, typedTitleOf } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { MemberSearch } from './member-search.js';
import { type NamedKind, SearchRepository } from './search.repository.js';

const kinds: readonly (NamedKind | 'member')[] = searchKindsOf.membership;

/** Unions, their partners and people, by name. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly names: SearchRepository,
    private readonly members: MemberSearch,
  ) {}

  @Handles(searchContract('membership').find)
  find(request: SearchRequest, call: CallContext): Promise<FoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.search, {});
      const groups: SearchGroupView[] = [];
      for (const kind of kinds)
        if (request.kind === undefined || request.kind === kind)
          groups.push(...(await this.groupOf(tx, kind, request)));
      return { groups };
    });
  }

  private async groupOf(
    tx: Transaction,
    kind: NamedKind | 'member',
    { q, limit = searchLimitDefault }: SearchRequest,
  ): Promise<SearchGroupView[]> {
    const found =
      kind === 'member' ? await this.members.find(tx, q, limit) : await this.named(tx, kind, q, limit);
    return found.length === 0 ? [] : [{ kind: kind satisfies SearchKind, ...shownOf(found, limit) }];
  }

  private async named(tx: Transaction, kind: NamedKind, q: string, limit: number): Promise<SearchItemView[]> {
    const found = await this.names.find(tx, kind, typedTitleOf(q), limit);
    return found.map((one) => ({ ...one, state: null, at: null }));
  }
}
