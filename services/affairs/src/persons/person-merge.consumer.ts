import { Injectable } from '@nestjs/common';
import {
  type CountReferences,
  personMergeEvents,
  type PersonMergeState,
  type ReferencesView,
  affairsPersonMerge,
} from '@gongxiang/contracts/words/person-merge';
import type { CallContext } from '@gongxiang/domain';
import {
  applyPersonMerge,
  Consumer,
  Consumes,
  continuePersonMerge,
  OnDue,
  personMergeDue,
  referencesOf,
  undoPersonMerge,
} from '@gongxiang/messaging/events';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonMergeSteps } from './person-merge-steps.js';

/** The part of this service in merging two records of one person. */
@Consumer('person-merge-consumer')
@Injectable()
export class PersonMergeConsumer {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: PersonMergeSteps,
  ) {}

  @Handles(affairsPersonMerge.count)
  count(request: CountReferences, call: CallContext): Promise<ReferencesView> {
    return this.transactions.read(call, (tx) => referencesOf(tx, this.steps, request));
  }

  @Consumes(personMergeEvents.merged)
  merged(tx: Transaction, merge: PersonMergeState): Promise<void> {
    return applyPersonMerge(tx, this.steps, merge);
  }

  @Consumes(personMergeEvents.unmerged)
  unmerged(tx: Transaction, merge: PersonMergeState): Promise<void> {
    return undoPersonMerge(tx, this.steps, merge);
  }

  @OnDue(personMergeDue)
  look(tx: Transaction, key: string, payload: unknown): Promise<void> {
    return continuePersonMerge(tx, this.steps, { key, payload });
  }
}
