import { Injectable } from '@nestjs/common';
import { awaitEvents, type AwaitsState } from '@gongxiang/contracts/notification/awaits';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AwaitingService } from './awaiting.service.js';

/** Keeps what the services tell of what waits for whom. */
@Consumer('awaiting-consumer')
@Injectable()
export class AwaitingConsumer {
  constructor(private readonly awaiting: AwaitingService) {}

  @Consumes(awaitEvents.membership)
  ofMembership(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'membership', told);
  }

  @Consumes(awaitEvents.sharing)
  ofSharing(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'sharing', told);
  }

  @Consumes(awaitEvents.settlement)
  ofSettlement(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'settlement', told);
  }

  @Consumes(awaitEvents.evaluation)
  ofEvaluation(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'evaluation', told);
  }

  @Consumes(awaitEvents.affairs)
  ofAffairs(tx: Transaction, told: AwaitsState): Promise<void> {
    return this.awaiting.take(tx, 'affairs', told);
  }
}
