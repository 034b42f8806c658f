import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { matterInstalmentDue, MatterPaymentService } from './matter-payment.service.js';

/** Asks for instalments when their day has come. */
@Injectable()
export class MatterPaymentDueWork {
  constructor(private readonly payments: MatterPaymentService) {}

  @OnDue(matterInstalmentDue)
  due(tx: Transaction, id: string): Promise<void> {
    return this.payments.due(tx, id);
  }
}
