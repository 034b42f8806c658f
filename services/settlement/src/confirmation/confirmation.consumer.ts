import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ConfirmationAsking, reminderDue } from './confirmation.asking.js';

@Injectable()
export class ConfirmationConsumer {
  constructor(private readonly asking: ConfirmationAsking) {}

  @OnDue(reminderDue)
  async remind(tx: Transaction, confirmationId: string): Promise<void> {
    await this.asking.remind(tx, confirmationId);
  }
}
