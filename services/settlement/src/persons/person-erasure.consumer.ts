import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  settlementErasure,
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
import { personData } from './person-data.js';
import { erasurePlan } from './person-erasure.js';

const steps = { plan: erasurePlan, data: personData };

/** The part of this service in erasing a person. */
@Consumer('person-erasure-consumer')
@Injectable()
export class PersonErasureConsumer {
  constructor(private readonly transactions: Transactions) {}

  @Handles(settlementErasure.preview)
  preview(_request: NoRequest, call: CallContext): Promise<ErasurePreviewPart> {
    return this.transactions.read(call, (tx) => previewErasure(tx, steps, tx.personId));
  }

  @Handles(settlementErasure.obstacles)
  obstacles({ personId }: ErasureSubject, call: CallContext): Promise<ErasureObstaclesView> {
    return this.transactions.read(call, (tx) => erasureObstaclesOf(tx, steps, personId));
  }

  @Consumes(personErasureEvents.erased)
  erased(tx: Transaction, erased: PersonErased): Promise<void> {
    return applyAndAcknowledge(tx, steps, { erased, applied: settlementErasure.applied });
  }
}
