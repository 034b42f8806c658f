import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { remindersDue } from '../../reference/notice/activity-change.due.js';
import { reminderDue } from './reminder.due.js';
import { ReminderWork } from './reminder-work.js';

@Injectable()
export class ReminderConsumer {
  constructor(private readonly work: ReminderWork) {}

  @OnDue(remindersDue)
  activityMoved(tx: Transaction, activityId: string): Promise<void> {
    return this.work.replan(tx, activityId);
  }

  @OnDue(reminderDue)
  isDue(tx: Transaction, key: string): Promise<void> {
    return this.work.send(tx, key);
  }
}
