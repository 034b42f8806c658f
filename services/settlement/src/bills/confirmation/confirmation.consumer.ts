import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { reminderDue } from './confirmation-requests.js';
import { ConfirmationReminder } from './confirmation-reminder.js';

@Injectable()
export class ConfirmationConsumer {
  constructor(private readonly reminder: ConfirmationReminder) {}

  @OnDue(reminderDue)
  async remind(tx: Transaction, confirmationId: string): Promise<void> {
    await this.reminder.remind(tx, confirmationId);
  }
}
