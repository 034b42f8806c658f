import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { askedDue, reminderDue } from './confirmation-requests.js';
import { ConfirmationReminder } from './confirmation-reminder.js';

@Injectable()
export class ConfirmationConsumer {
  constructor(private readonly reminder: ConfirmationReminder) {}

  @OnDue(askedDue)
  async notifyAsked(tx: Transaction, entryId: string): Promise<void> {
    await this.reminder.notifyAsked(tx, entryId);
  }

  @OnDue(reminderDue)
  async remind(tx: Transaction, confirmationId: string): Promise<void> {
    await this.reminder.remind(tx, confirmationId);
  }
}
