import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  type SearchItemView,
  searchKindsOf,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { groupsFound, type Transaction, Transactions, typedTitleOf } from '@gongxiang/persistence';
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
  find({ q, kind, limit = searchLimitDefault }: SearchRequest, call: CallContext): Promise<FoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.search, {});
      const groups = await groupsFound(kinds, { kind, limit }, (one) =>
        one === 'member' ? this.members.find(tx, q, limit) : this.named(tx, one, q, limit),
      );
      return { groups };
    });
  }

  private async named(tx: Transaction, kind: NamedKind, q: string, limit: number): Promise<SearchItemView[]> {
    const found = await this.names.find(tx, kind, typedTitleOf(q), limit);
    return found.map((one) => ({ ...one, state: null, at: null }));
  }
}
