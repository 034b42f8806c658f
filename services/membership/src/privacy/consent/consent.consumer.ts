import { Injectable } from '@nestjs/common';
import { consentEvents, type ConsentState } from '@gongxiang/contracts/words/consent';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ConsentService } from './consent.service.js';

/** Hears of consents that were given where they were asked for, in another service. */
@Consumer('consent-given-consumer')
@Injectable()
export class ConsentConsumer {
  constructor(private readonly consents: ConsentService) {}

  @Consumes(consentEvents.given)
  given(tx: Transaction, state: ConsentState): Promise<void> {
    return this.consents.record(tx, state);
  }
}
