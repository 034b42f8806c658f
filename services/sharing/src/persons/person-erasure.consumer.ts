import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  sharingErasure,
  type ErasureObstaclesView,
  type ErasurePreviewPart,
  type ErasureSubject,
  type PersonErased,
  personErasureEvents,
} from '@gongxiang/contracts/words/person-erasure';
import type { CallContext } from '@gongxiang/domain';
import {
  applyAndAcknowledge,
  Consumer,
  Consumes,
  erasureObstaclesOf,
  previewErasure,
} from '@gongxiang/messaging/events';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonErasureSteps } from './person-erasure-steps.js';

/** The part of this service in erasing a person. */
@Consumer('person-erasure-consumer')
@Injectable()
export class PersonErasureConsumer {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: PersonErasureSteps,
  ) {}

  @Handles(sharingErasure.preview)
  preview(_request: NoRequest, call: CallContext): Promise<ErasurePreviewPart> {
    return this.transactions.read(call, (tx) => previewErasure(tx, this.steps, tx.personId));
  }

  @Handles(sharingErasure.obstacles)
  obstacles({ personId }: ErasureSubject, call: CallContext): Promise<ErasureObstaclesView> {
    return this.transactions.read(call, (tx) => erasureObstaclesOf(tx, this.steps, personId));
  }

  @Consumes(personErasureEvents.erased)
  erased(tx: Transaction, erased: PersonErased): Promise<void> {
    return applyAndAcknowledge(tx, this.steps, { erased, applied: sharingErasure.applied });
  }
}
