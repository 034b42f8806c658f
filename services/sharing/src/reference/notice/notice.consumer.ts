import { Injectable } from '@nestjs/common';
import { type IntakeNews, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { activityNewsDue, type NewsPayload } from './activity-news.due.js';
import { ActivityNewsWork } from './activity-news-work.js';
import { noticeOfIntake } from './notice.model.js';
import { NoticeWriter } from './notice-writer.js';

@Consumer('notice-consumer')
@Injectable()
export class NoticeConsumer {
  constructor(
    private readonly news: ActivityNewsWork,
    private readonly writer: NoticeWriter,
  ) {}

  @OnDue(activityNewsDue)
  activityNews(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    return this.news.tell(tx, payload as NewsPayload);
  }

  @Consumes(membershipEvents.intakeMoved)
  async intakeMoved(tx: Transaction, news: IntakeNews): Promise<void> {
    await this.writer.write(tx, [noticeOfIntake(news)]);
  }
}
