import { Injectable } from '@nestjs/common';
import { Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { Notice } from './notice.model.js';
import { NoticeRepository } from './notice.repository.js';

/** Puts notices into the inboxes of persons, in the transaction of their cause. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly push: Push,
  ) {}

  /**
   * Tells each person once for each cause, however often it is asked to, and hints at it to his open pages.
   * @returns how many of them are told for the first time
   */
  async write(tx: Transaction, notices: readonly Notice[]): Promise<number> {
    if (notices.length === 0) return 0;
    const written = await this.notices.insert(tx, notices);
    for (const { id, personId } of written)
      this.push.hint(tx, [personId], { resource: 'notice', id, version: 1 });
    return written.length;
  }
}
