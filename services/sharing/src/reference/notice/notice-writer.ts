import { Injectable } from '@nestjs/common';
import { Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { Notice } from './notice.model.js';
import { NoticeRepository } from './notice.repository.js';

/** Writes notices to inboxes, in the transaction of their cause. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly push: Push,
  ) {}

  /**
   * Notifies each person once per cause, however often it is called, and hints at it to their open pages.
   * @returns the number of new notices
   */
  async write(tx: Transaction, notices: readonly Notice[]): Promise<number> {
    if (notices.length === 0) return 0;
    const written = await this.notices.insert(tx, notices);
    for (const { id, personId } of written)
      this.push.hint(tx, [personId], { resource: 'notice', id, version: 1 });
    return written.length;
  }
}
