import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { disclosureReminderDue, DisclosureReminders } from './disclosure-reminder.service.js';

@Injectable()
export class DisclosureConsumer {
  constructor(private readonly reminders: DisclosureReminders) {}

  @OnDue(disclosureReminderDue)
  async remind(tx: Transaction, year: string, payload: unknown): Promise<void> {
    const { afterId = null } = payload as { afterId?: string | null };
    await this.reminders.remind(tx, Number(year), afterId);
  }
}
