import { Inject, Injectable, type Type } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type ErasureObstaclesView,
  type ErasurePreviewPart,
  type ErasureSubject,
  type PersonErased,
  type PersonErasurePart,
  personErasureEvents,
} from '@gongxiang/contracts/words/person-erasure';
import type { CallContext } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import {
  applyAndAcknowledge,
  Consumer,
  Consumes,
  type ErasureSteps,
  erasureObstaclesOf,
  previewErasure,
} from '../events/index.js';
import { Handles } from '../rpc/index.js';

/**
 * The part of a service in erasing a person.
 * @param contract how it is asked, and acknowledges
 * @param steps a provider of what it has of people, and does with it
 */
export function personErasureConsumer(contract: PersonErasurePart, steps: Type<ErasureSteps>): Type<object> {
  @Consumer('person-erasure-consumer')
  @Injectable()
  class PersonErasureConsumer {
    constructor(
      private readonly transactions: Transactions,
      @Inject(steps) private readonly steps: ErasureSteps,
    ) {}

    @Handles(contract.preview)
    preview(_request: NoRequest, call: CallContext): Promise<ErasurePreviewPart> {
      return this.transactions.read(call, (tx) => previewErasure(tx, this.steps, tx.personId));
    }

    @Handles(contract.obstacles)
    obstacles({ personId }: ErasureSubject, call: CallContext): Promise<ErasureObstaclesView> {
      return this.transactions.read(call, (tx) => erasureObstaclesOf(tx, this.steps, personId));
    }

    @Consumes(personErasureEvents.erased)
    erased(tx: Transaction, erased: PersonErased): Promise<void> {
      return applyAndAcknowledge(tx, this.steps, { erased, applied: contract.applied });
    }
  }
  return PersonErasureConsumer;
}
