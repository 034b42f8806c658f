import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { activityChangedDue, type ActivityChangePayload } from './activity-change.due.js';
import { ActivityChangeNotices } from './activity-change-notices.js';

@Injectable()
export class NoticeConsumer {
  constructor(private readonly changes: ActivityChangeNotices) {}

  @OnDue(activityChangedDue)
  activityChanged(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    return this.changes.notify(tx, payload as ActivityChangePayload);
  }
}
