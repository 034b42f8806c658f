import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { activityNewsDue, type NewsPayload } from './activity-news.due.js';
import { ActivityNewsWork } from './activity-news.work.js';

@Injectable()
export class NoticeConsumer {
  constructor(private readonly news: ActivityNewsWork) {}

  @OnDue(activityNewsDue)
  activityNews(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    return this.news.tell(tx, payload as NewsPayload);
  }
}
