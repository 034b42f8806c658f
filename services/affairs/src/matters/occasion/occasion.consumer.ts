import { Injectable } from '@nestjs/common';
import { consentEvents, type ConsentState } from '@gongxiang/contracts/words/consent';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { OccasionService } from './occasion.service.js';

/** Hears of who does not want to be visited for the days in their records. */
@Consumer('occasion-consumer')
@Injectable()
export class OccasionConsumer {
  constructor(private readonly occasions: OccasionService) {}

  @Consumes(consentEvents.changed)
  consentChanged(tx: Transaction, state: ConsentState): Promise<void> {
    return this.occasions.choose(tx, state);
  }
}
