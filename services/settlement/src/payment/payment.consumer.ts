import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { overdueKind, PaymentActs } from './payment-acts.service.js';

@Injectable()
export class PaymentConsumer {
  constructor(private readonly acts: PaymentActs) {}

  @OnDue(overdueKind)
  async overdue(tx: Transaction, paymentId: string): Promise<void> {
    await this.acts.remind(tx, paymentId);
  }
}
