import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { dueSoonKind, overdueKind } from './payment-acts.service.js';
import { PaymentReminders } from './payment-reminders.service.js';

@Injectable()
export class PaymentConsumer {
  constructor(private readonly reminders: PaymentReminders) {}

  @OnDue(dueSoonKind)
  async dueSoon(tx: Transaction, paymentId: string): Promise<void> {
    await this.reminders.dueSoon(tx, paymentId);
  }

  @OnDue(overdueKind)
  async overdue(tx: Transaction, paymentId: string): Promise<void> {
    await this.reminders.overdue(tx, paymentId);
  }
}
