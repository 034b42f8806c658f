import { Injectable } from '@nestjs/common';
import { type Notice, raiseNotices } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeSubjectRepository } from './notice-subject.repository.js';

/** Raises notices in the transaction of their cause; those about an activity have its title and its zone. */
@Injectable()
export class NoticeWriter {
  constructor(private readonly subjects: NoticeSubjectRepository) {}

  /** Costs no statement where there is nobody to notify. */
  async write(tx: Transaction, notices: readonly Notice[]): Promise<void> {
    const meant = notices.filter(({ personIds = [] }) => personIds.length > 0);
    if (meant.length === 0) return;
    const ids = meant.flatMap(({ about }) => about['activityId'] ?? []);
    const activities = await this.subjects.activities(tx, ids);
    await raiseNotices(
      tx,
      'sharing',
      meant.map((notice) => ({ ...activities.get(notice.about['activityId'] ?? ''), ...notice })),
    );
  }
}
