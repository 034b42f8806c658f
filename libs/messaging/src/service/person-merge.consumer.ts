import { Inject, Injectable, type Type } from '@nestjs/common';
import {
  type CountReferences,
  personMergeEvents,
  type PersonMergePart,
  type PersonMergeState,
  type ReferencesView,
} from '@gongxiang/contracts/words/person-merge';
import type { CallContext } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import {
  applyPersonMerge,
  Consumer,
  Consumes,
  continuePersonMerge,
  OnDue,
  personMergeDue,
  type PersonMergeSteps,
  referencesOf,
  undoPersonMerge,
} from '../events/index.js';
import { Handles } from '../rpc/index.js';

/**
 * The part of a service in merging two records of one person.
 * @param contract how it is asked
 * @param steps a provider of what it does beside moving rows
 */
export function personMergeConsumer(
  contract: Pick<PersonMergePart, 'count'>,
  steps: Type<PersonMergeSteps>,
): Type<object> {
  @Consumer('person-merge-consumer')
  @Injectable()
  class PersonMergeConsumer {
    constructor(
      private readonly transactions: Transactions,
      @Inject(steps) private readonly steps: PersonMergeSteps,
    ) {}

    @Handles(contract.count)
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
  return PersonMergeConsumer;
}
