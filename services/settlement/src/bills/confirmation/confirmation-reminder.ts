import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { MoneyNotifications } from '../../reference/money-notifications.js';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { ConfirmationRequests } from './confirmation-requests.js';
import type { ConfirmationRow } from './confirmation.entity.js';
import { stakeOf } from './confirmation.model.js';
import { ConfirmationRepository } from './confirmation.repository.js';

/** Notifies those who may answer for a party again, shortly before the deadline. */
@Injectable()
export class ConfirmationReminder {
  constructor(
    private readonly confirmations: ConfirmationRepository,
    private readonly references: ReferenceRepository,
    private readonly requests: ConfirmationRequests,
    private readonly notifications: MoneyNotifications,
  ) {}

  /** Refreshes the open pages of those who may answer and notifies them. */
  async remind(tx: Transaction, confirmationId: string): Promise<void> {
    const row = await this.confirmations.findById(tx, confirmationId);
    if (row?.state !== 'waiting') return;
    await this.requests.hint(tx, row);
    await this.notify(tx, row);
  }

  private async notify(tx: Transaction, row: ConfirmationRow): Promise<void> {
    const { id: aboutId, title, confirmBy: until, unionId } = row;
    const { direction, amountFen: amount } = stakeOf(row);
    const { path } = await this.references.union(tx, unionId);
    const partyName = nameOf(row.party, await this.references.parties(tx, [row.party]));
    const notification = { aboutId, title, amount, until, direction, partyName };
    await this.notifications.notify(
      tx,
      { kind: 'confirmationDue', ...notification },
      { rule: actions.answerConfirmation, paths: [path] },
    );
  }
}
