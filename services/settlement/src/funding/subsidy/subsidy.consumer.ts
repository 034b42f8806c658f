import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { reportDue, reportSoonDue } from './subsidy-giver.service.js';
import { noticeDue, SubsidyNoticeService } from './subsidy-notice.service.js';
import { SubsidyProgrammeService, windowDue } from './subsidy-programme.service.js';
import { SubsidyReminders } from './subsidy-reminders.service.js';

/** What of subsidies comes due: the end of a call, of a notice, and of the time for a report. */
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
