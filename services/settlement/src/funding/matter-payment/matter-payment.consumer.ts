import { Injectable } from '@nestjs/common';
import { affairsEvents, type MatterPaymentRequested } from '@gongxiang/contracts/affairs/affairs-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { MatterPaymentService } from './matter-payment.service.js';

/** Takes the payments that affairs asks for. */
@Consumer('matter-payment-consumer')
@Injectable()
export class MatterPaymentConsumer {
  constructor(private readonly payments: MatterPaymentService) {}

  @Consumes(affairsEvents.matterPaymentRequested)
  requested(tx: Transaction, news: MatterPaymentRequested): Promise<void> {
    return this.payments.requested(tx, news);
  }
}
