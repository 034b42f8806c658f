import { Injectable } from '@nestjs/common';
import type { KeptNotice, NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import { Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { Deliveries } from '../../sending/delivery/deliveries.js';
import { OfficeRepository } from '../../reference/office.repository.js';
import { NoticeRepository } from './notice.repository.js';

/** Writes to inboxes, and hints at it to open pages. */
@Injectable()
export class NoticeDelivery {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly offices: OfficeRepository,
    private readonly deliveries: Deliveries,
    private readonly push: Push,
  ) {}

  /** To those persons and to who holds the offices now. What comes so late that it is of no use is not delivered. */
  async deliver(tx: Transaction, raised: NoticeRaised): Promise<void> {
    if (raised.until !== null && new Date(raised.until) <= tx.now) return;
    const holders = raised.offices === null ? [] : await this.offices.holdersOf(tx, raised.offices);
    const written = await this.notices.insert(tx, raised, [...new Set([...raised.personIds, ...holders])]);
    await this.deliveries.plan(tx, raised, written);
    for (const { id, personId } of written)
      this.push.hint(tx, [personId], { resource: 'notice', id, version: 1 });
  }

  /** What they are about is done, so that nobody has to read them any more. */
  async settle(tx: Transaction, causes: readonly string[]): Promise<void> {
    if (causes.length === 0) return;
    const readers = await this.notices.markSettled(tx, causes);
    for (const { id, personId } of readers)
      this.push.hint(tx, [personId], { resource: 'notice', id, version: 2 });
  }

  /** With the id, the time and the reading of each; nobody is told again. */
  takeOver(tx: Transaction, notices: readonly KeptNotice[]): Promise<void> {
    return this.notices.takeOver(tx, notices);
  }
}
