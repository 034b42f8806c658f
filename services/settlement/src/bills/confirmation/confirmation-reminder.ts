import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type NotificationDraft, MoneyNotifications } from '../../reference/money-notifications.js';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { ConfirmationRequests } from './confirmation-requests.js';
import type { ConfirmationRow } from './confirmation.entity.js';
import { ConfirmationRepository } from './confirmation.repository.js';

/** Notifies those who may answer for a party: when confirmation is requested, and again shortly before the deadline. */
@Injectable()
export class ConfirmationReminder {
  constructor(
    private readonly confirmations: ConfirmationRepository,
    private readonly references: ReferenceRepository,
    private readonly requests: ConfirmationRequests,
    private readonly notifications: MoneyNotifications,
  ) {}

  /** Runs as due work, so that posting an entry does not wait for the lookup of the recipients. */
  async notifyAsked(tx: Transaction, entryId: string): Promise<void> {
    for (const row of await this.confirmations.waitingOf(tx, entryId))
      await this.notify(tx, 'confirmationAsked', row);
  }

  /** Refreshes the open pages of those who may answer and notifies them. */
  async remind(tx: Transaction, confirmationId: string): Promise<void> {
    const row = await this.confirmations.findById(tx, confirmationId);
    if (row?.state !== 'waiting') return;
    await this.requests.hint(tx, row);
    await this.notify(tx, 'confirmationDue', row);
  }

  private async notify(
    tx: Transaction,
    kind: NotificationDraft['kind'],
    row: ConfirmationRow,
  ): Promise<void> {
    const { id: aboutId, title, owesFen, owedFen, confirmBy: until, unionId } = row;
    const direction = owesFen > 0n ? 'owes' : 'owed';
    const amount = direction === 'owes' ? owesFen : owedFen;
    const { path } = await this.references.union(tx, unionId);
    const partyName = nameOf(row.party, await this.references.parties(tx, [row.party]));
    const notifyAsked = { kind, aboutId, title, amount, until, direction, partyName } as const;
    await this.notifications.notify(tx, notifyAsked, { rule: actions.answerConfirmation, paths: [path] });
  }
}
