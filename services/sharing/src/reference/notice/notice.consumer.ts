import { Injectable } from '@nestjs/common';
import { type IntakeNews, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { activityChangedDue, type ActivityChangePayload } from './activity-change.due.js';
import { ActivityChangeNotices } from './activity-change-notices.js';
import { noticeOfIntake } from './notice.model.js';
import { NoticeWriter } from './notice-writer.js';

@Consumer('notice-consumer')
@Injectable()
export class NoticeConsumer {
  constructor(
    private readonly changes: ActivityChangeNotices,
    private readonly writer: NoticeWriter,
  ) {}

  @OnDue(activityChangedDue)
  activityChanged(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    return this.changes.notify(tx, payload as ActivityChangePayload);
  }

  @Consumes(membershipEvents.intakeMoved)
  async intakeMoved(tx: Transaction, changes: IntakeNews): Promise<void> {
    await this.writer.write(tx, [noticeOfIntake(changes)]);
  }
}
