import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { matterPaymentAwaitsDue } from '../awaits-due.js';
import { awaitsOfPayment } from './matter-payment.model.js';
import { MatterPaymentRepository } from './matter-payment.repository.js';

/** Says whom a payment for a matter waits for. */
@Injectable()
export class MatterPaymentAwaits {
  constructor(private readonly payments: MatterPaymentRepository) {}

  @OnDue(matterPaymentAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.payments.find(tx, id);
    if (row === null) return;
    await syncAwaits(tx, 'settlement', 'matterPayment', [{ id, awaits: awaitsOfPayment(row, actions) }]);
  }
}
