import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { reportDue, reportSoonDue } from './subsidy-granting.js';
import { noticeDue, SubsidyNoticeService } from './subsidy-notice.service.js';
import { SubsidyProgrammeService, windowDue } from './subsidy-programme.service.js';
import { SubsidyReminders } from './subsidy-reminders.service.js';

/** Due work of subsidies: the ends of calls, of notices, and of report deadlines. */
@Injectable()
export class SubsidyConsumer {
  constructor(
    private readonly programmes: SubsidyProgrammeService,
    private readonly notices: SubsidyNoticeService,
    private readonly reminders: SubsidyReminders,
  ) {}

  @OnDue(windowDue)
  async windowOver(tx: Transaction, programmeId: string): Promise<void> {
    await this.programmes.windowOver(tx, programmeId);
  }

  @OnDue(noticeDue)
  async noticeOver(tx: Transaction, programmeId: string): Promise<void> {
    await this.notices.over(tx, programmeId);
  }

  @OnDue(reportSoonDue)
  async reportSoon(tx: Transaction, subsidyId: string): Promise<void> {
    await this.reminders.reportSoon(tx, subsidyId);
  }

  @OnDue(reportDue)
  async reportOverdue(tx: Transaction, subsidyId: string): Promise<void> {
    await this.reminders.overdue(tx, subsidyId);
  }
}
