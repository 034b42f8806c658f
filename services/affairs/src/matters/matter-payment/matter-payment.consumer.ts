import { Injectable } from '@nestjs/common';
import {
  type MatterPaymentChanged,
  settlementEvents,
} from '@gongxiang/contracts/settlement/settlement-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { MatterPaymentService } from './matter-payment.service.js';

/** Hears what became of the payments that were asked for. */
@Consumer('matter-payment-consumer')
@Injectable()
export class MatterPaymentConsumer {
  constructor(private readonly payments: MatterPaymentService) {}

  @Consumes(settlementEvents.matterPaymentChanged)
  changed(tx: Transaction, news: MatterPaymentChanged): Promise<void> {
    return this.payments.changed(tx, news);
  }
}
