import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { paymentAwaitsDue } from '../../reference/awaits-due.js';
import { bookkeepersOf } from '../../reference/book-mandate.repository.js';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { FreezeGuard } from '../freeze/freeze-guard.js';
import { actingUnionOf, awaitsOfPayment } from './payment-awaits.model.js';
import { PaymentRepository } from './payment.repository.js';

/** Says whom a payment waits for. */
@Injectable()
export class PaymentAwaits {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly references: ReferenceRepository,
    private readonly freezes: FreezeGuard,
  ) {}

  @OnDue(paymentAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.payments.findById(tx, id);
    if (row === null) return;
    const { payer, payee } = row;
    const names = await this.references.parties(tx, [payer, payee]);
    const facts = {
      payerName: nameOf(payer, names),
      payeeName: nameOf(payee, names),
      isFrozen: await this.freezes.isAnyFrozen(tx, [payer, payee]),
      bookkeeperIds: await bookkeepersOf(tx, actingUnionOf(row), row.amountFen),
    };
    const awaits = awaitsOfPayment(row, facts, actions);
    await syncAwaits(tx, 'settlement', 'payment', [{ id, awaits }]);
  }
}
