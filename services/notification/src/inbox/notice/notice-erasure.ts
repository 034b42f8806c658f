import { dayMs } from '@gongxiang/domain';
import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeRepository } from './notice.repository.js';

/** Due work: old notices are erased, once a day. */
export const noticeErasureDue = 'notice-erasure';

const readRetentionDays = 180;
const unreadRetentionDays = 365;
const perStep = 5_000;

/** An inbox is no archive: the subject of a notice stays, and says more than the notice does. */
@Injectable()
export class NoticeErasure {
  constructor(private readonly notices: NoticeRepository) {}

  /** Some thousands at a time, and again at once if there may be more. */
  @OnDue(noticeErasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const before = (days: number): Date => new Date(tx.now.getTime() - days * dayMs);
    const old = { readBefore: before(readRetentionDays), unreadSince: before(unreadRetentionDays) };
    const gone = await this.notices.erase(tx, old, perStep);
    const at = gone < perStep ? new Date(tx.now.getTime() + dayMs) : tx.now;
    await schedule(tx, { kind: noticeErasureDue, key, at });
  }
}
