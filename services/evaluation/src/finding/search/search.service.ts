import { Injectable } from '@nestjs/common';
import {
  type FoundView,
  searchContract,
  type SearchItemView,
  searchKindsOf,
  searchLimitDefault,
  type SearchRequest,
} from '@gongxiang/contracts/words/search';
import { type CallContext, pathsUpwards } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { groupsFound, type Transaction, Transactions, typedTitleOf } from '@gongxiang/persistence';
import { pathsFor } from '../../reference/reading-paths.js';
import { actions as surveysActions } from '../../surveys/actions.js';
import { actions as systemsActions } from '../../systems/actions.js';
import { actions as votesActions } from '../../votes/actions.js';
import { type FoundThing, type Reader, SearchRepository } from './search.repository.js';

/** Surveys, votes, rankings and indicator systems, by title: what the list of each shows to the reader. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly things: SearchRepository,
  ) {}

  @Handles(searchContract('evaluation').find)
  find({ q, kind, limit = searchLimitDefault }: SearchRequest, call: CallContext): Promise<FoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      const reader = readerOf(tx);
      const typed = typedTitleOf(q);
      const groups = await groupsFound(searchKindsOf.evaluation, { kind, limit }, async (one) => {
        const found = await this.things.find(tx, one, { typed, reader, limit });
        return found.map((thing) => itemOf(thing, tx.now));
      });
      return { groups };
    });
  }
}

function readerOf(tx: Transaction): Reader {
  return {
    personId: tx.personId,
    upwards: pathsUpwards(tx.call.actor?.unionPath ?? ''),
    surveys: pathsFor(tx, surveysActions.seeSurvey),
    votes: pathsFor(tx, votesActions.seeVote),
    drafts: pathsFor(tx, systemsActions.tendIndicators),
  };
}

function itemOf({ opensAt, at, state, ...rest }: FoundThing, now: Date): SearchItemView {
  const isScheduled = state === 'open' && opensAt !== null && opensAt > now;
  return { ...rest, state: isScheduled ? 'scheduled' : state, at: at?.toISOString() ?? null };
}
