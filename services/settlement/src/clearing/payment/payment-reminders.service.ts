import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { FreezeGuard } from '../freeze/freeze-guard.js';
import { type CallDraft, MoneyCalls } from '../../reference/money-calls.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { overdueKind } from './payment-acts.service.js';
import type { PaymentRow } from './payment.entity.js';
import { endOf, nextReminderAt } from './payment.model.js';
import { PaymentRepository } from './payment.repository.js';

/** Tells those who are to act of an open payment. While one of its parties is frozen nobody can, so nobody is told. */
@Injectable()
export class PaymentReminders {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly references: ReferenceRepository,
    private readonly freezes: FreezeGuard,
    private readonly hints: RoleHints,
    private readonly calls: MoneyCalls,
  ) {}

  /** Its day comes near. */
  async dueSoon(tx: Transaction, paymentId: string): Promise<void> {
    const row = await this.payments.findById(tx, paymentId);
    if (row?.state !== 'open' || (await this.isFrozen(tx, row))) return;
    await this.call(tx, row, { kind: 'paymentDue', path: await this.pathToAct(tx, row) });
  }

  /** The day is over; comes again in a week. */
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
      await this.call(tx, row, { kind: 'paymentOverdue', round: row.reminderCount, path });
    }
    const at = nextReminderAt(tx.now, row.reminderCount);
    if (at !== null) await schedule(tx, { kind: overdueKind, key: row.id, at });
  }

  private async call(
    tx: Transaction,
    { id: aboutId, payer, payee, amountFen: amount, dueOn }: PaymentRow,
    { path, ...stage }: Pick<CallDraft, 'kind' | 'round'> & { readonly path: string },
  ): Promise<void> {
    const names = await this.references.parties(tx, [payer, payee]);
    const title = [payer, payee].map((key) => names.get(key)?.name ?? '').join(' → ');
    const call = { ...stage, aboutId, title, amount, until: endOf(dueOn) };
    await this.calls.make(tx, call, { rule: actions.confirmSent, paths: [path] });
  }

  private isFrozen(tx: Transaction, { payer, payee }: PaymentRow): Promise<boolean> {
    return this.freezes.isAnyFrozen(tx, [payer, payee]);
  }

  /** First the payer says that it was sent, then the payee that it has come. */
  private async pathToAct(tx: Transaction, row: PaymentRow): Promise<string> {
    const { path } = await this.references.union(
      tx,
      row.sentAt === null ? row.payerUnionId : row.payeeUnionId,
    );
    return path;
  }
}

function remindedAt(row: PaymentRow, now: Date): PaymentRow {
  return { ...row, version: row.version + 1, reminderCount: row.reminderCount + 1, remindedAt: now };
}
