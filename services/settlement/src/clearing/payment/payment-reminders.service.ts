import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { FreezeGuard } from '../freeze/freeze-guard.js';
import { type NotificationDraft, MoneyNotifications } from '../../reference/money-notifications.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { actingUnionOf } from './payment-awaits.model.js';
import { overdueKind } from './payment-acts.service.js';
import type { PaymentRow } from './payment.entity.js';
import { endOf, nextReminderAt } from './payment.model.js';
import { PaymentRepository } from './payment.repository.js';

/**
 * Notifies those who must act on an open payment. Sends nothing while one of its parties is frozen, because nobody
 * can act.
 */
@Injectable()
export class PaymentReminders {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly references: ReferenceRepository,
    private readonly freezes: FreezeGuard,
    private readonly hints: RoleHints,
    private readonly notifications: MoneyNotifications,
  ) {}

  /** The due day is near. */
  async dueSoon(tx: Transaction, paymentId: string): Promise<void> {
    const row = await this.payments.findById(tx, paymentId);
    if (row?.state !== 'open' || (await this.isFrozen(tx, row))) return;
    await this.notify(tx, row, { kind: 'paymentDue', path: await this.pathToAct(tx, row) });
  }

  /** The due day is over; repeats weekly. */
  async overdue(tx: Transaction, paymentId: string): Promise<void> {
    const before = await this.payments.lockById(tx, paymentId);
    if (before?.state !== 'open') return;
    const isFrozen = await this.isFrozen(tx, before);
    const row = isFrozen ? before : remindedAt(before, tx.now);
    if (!isFrozen) {
      await this.payments.update(tx, row);
      const path = await this.pathToAct(tx, row);
      const hint = { resource: 'payment', id: row.id, version: row.version };
      await this.hints.send(tx, hint, { rule: actions.confirmSent, paths: [path] });
      await this.notify(tx, row, { kind: 'paymentOverdue', round: row.reminderCount, path });
    }
    const at = nextReminderAt(tx.now, row.reminderCount);
    if (at !== null) await schedule(tx, { kind: overdueKind, key: row.id, at });
  }

  private async notify(
    tx: Transaction,
    { id: aboutId, payer, payee, amountFen: amount, dueOn }: PaymentRow,
    { path, ...stage }: Pick<NotificationDraft, 'kind' | 'round'> & { readonly path: string },
  ): Promise<void> {
    const names = await this.references.parties(tx, [payer, payee]);
    const title = [payer, payee].map((key) => names.get(key)?.name ?? '').join(' → ');
    const notification = { ...stage, aboutId, title, amount, until: endOf(dueOn) };
    await this.notifications.notify(tx, notification, { rule: actions.confirmSent, paths: [path] });
  }

  private isFrozen(tx: Transaction, { payer, payee }: PaymentRow): Promise<boolean> {
    return this.freezes.isAnyFrozen(tx, [payer, payee]);
  }

  /** The payer acts first by confirming the transfer, then the payee by confirming its receipt. */
  private async pathToAct(tx: Transaction, row: PaymentRow): Promise<string> {
    const { path } = await this.references.union(tx, actingUnionOf(row));
    return path;
  }
}

function remindedAt(row: PaymentRow, now: Date): PaymentRow {
  return { ...row, version: row.version + 1, reminderCount: row.reminderCount + 1, remindedAt: now };
}
