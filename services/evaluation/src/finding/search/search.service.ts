import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  type SearchGroupView,
  type SearchItemView,
  searchKindsOf,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import { type CallContext, pathsUpwards } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { shownOf, type Transaction, Transactions, typedTitleOf } from '@gongxiang/persistence';
import { pathsFor } from '../../reference/reading-paths.js';
import { actions as surveysActions } from '../../surveys/actions.js';
import { actions as systemsActions } from '../../systems/actions.js';
import { actions as votesActions } from '../../votes/actions.js';
import { type EvaluationKind, type FoundThing, SearchRepository } from './search.repository.js';

/** Surveys, votes, rankings and indicator systems, by title: what the list of each shows to the reader. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly things: SearchRepository,
  ) {}

  @Handles(searchContract('evaluation').find)
  find(request: SearchRequest, call: CallContext): Promise<FoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      const groups: SearchGroupView[] = [];
      for (const kind of searchKindsOf.evaluation)
        if (request.kind === undefined || request.kind === kind)
          groups.push(...(await this.groupOf(tx, kind, request)));
      return { groups };
    });
  }

  private async groupOf(
    tx: Transaction,
    kind: EvaluationKind,
    { q, limit = searchLimitDefault }: SearchRequest,
  ): Promise<SearchGroupView[]> {
    const reader = {
      personId: tx.personId,
      upwards: pathsUpwards(tx.call.actor?.unionPath ?? ''),
      surveys: pathsFor(tx, surveysActions.seeSurvey),
      votes: pathsFor(tx, votesActions.seeVote),
      drafts: pathsFor(tx, systemsActions.tendIndicators),
    };
    const found = await this.things.find(tx, kind, { typed: typedTitleOf(q), reader, limit });
    if (found.length === 0) return [];
    return [
      {
        kind,
        ...shownOf(
          found.map((one) => itemOf(one, tx.now)),
          limit,
        ),
      },
    ];
  }
}

function itemOf({ opensAt, at, state, ...rest }: FoundThing, now: Date): SearchItemView {
  const isScheduled = state === 'open' && opensAt !== null && opensAt > now;
  return { ...rest, state: isScheduled ? 'scheduled' : state, at: at?.toISOString() ?? null };
}
