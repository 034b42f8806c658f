import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { inForceDue } from '../agreement/agreement-changes.js';
import { activityTaskDue } from './activity-task.due.js';
import { ActivityTaskReminders } from './activity-task-reminders.js';
import { ActivityTaskWork } from './activity-task-work.js';

@Injectable()
export class ActivityTaskConsumer {
  constructor(
    private readonly work: ActivityTaskWork,
    private readonly reminders: ActivityTaskReminders,
  ) {}

  @OnDue(inForceDue)
  cameIntoForce(tx: Transaction, activityId: string): Promise<void> {
    return this.work.follow(tx, activityId);
  }

  @OnDue(activityTaskDue)
  isDue(tx: Transaction, key: string): Promise<void> {
    return this.reminders.remind(tx, key);
  }
}
