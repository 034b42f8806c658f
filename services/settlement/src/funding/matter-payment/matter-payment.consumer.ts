import { Injectable } from '@nestjs/common';
import { affairsEvents, type MatterPaymentRequested } from '@gongxiang/contracts/affairs/affairs-events';
import { Consumer, Consumes, OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { matterPaymentAwaitsDue } from '../awaits-due.js';
import { awaitsOfPayment } from './matter-payment.model.js';
import { MatterPaymentRepository } from './matter-payment.repository.js';
import { MatterPaymentService } from './matter-payment.service.js';

/** Takes payments that affairs asks for, and says whom they wait for. */
@Consumer('matter-payment-consumer')
@Injectable()
export class MatterPaymentConsumer {
  constructor(
    private readonly service: MatterPaymentService,
    private readonly payments: MatterPaymentRepository,
  ) {}

  @Consumes(affairsEvents.matterPaymentRequested)
  requested(tx: Transaction, news: MatterPaymentRequested): Promise<void> {
    return this.service.requested(tx, news);
  }

  @OnDue(matterPaymentAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.payments.find(tx, id);
    if (row === null) return;
    await syncAwaits(tx, 'settlement', 'matterPayment', [{ id, awaits: awaitsOfPayment(row, actions) }]);
  }
}
