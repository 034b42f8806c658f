import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { activityChangedDue, type ActivityChangePayload } from './activity-change.due.js';
import { byReason } from './notice.model.js';
import { NoticeSubjectRepository } from './notice-subject.repository.js';
import { NoticeWriter } from './notice-writer.js';

/** People notified per step. */
const notifiedPerStep = 500;

/** Notifies the participants of an activity of its changes. There may be very many, so no request waits for it. */
@Injectable()
export class ActivityChangeNotices {
  constructor(
    private readonly subjects: NoticeSubjectRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** One step; it schedules the next one. Repeating a step notifies nobody twice. */
  async notify(tx: Transaction, payload: ActivityChangePayload): Promise<void> {
    const { activityId, news: change } = payload;
    const people = await this.subjects.takingPart(tx, activityId, payload, notifiedPerStep);
    await this.writer.write(
      tx,
      byReason(people).map((whom) => ({ ...whom, ...change, about: { activityId } })),
    );
    const after = people.at(-1)?.personId;
    if (people.length < notifiedPerStep || after === undefined) return;
    await schedule(tx, {
      kind: activityChangedDue,
      key: change.cause,
      at: tx.now,
      payload: { ...payload, after },
    });
  }
}
