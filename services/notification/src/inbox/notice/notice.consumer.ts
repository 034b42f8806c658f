import { Injectable } from '@nestjs/common';
import {
  noticeMoveEvents,
  noticeRaisedEvents,
  type NoticesMoved,
  type NoticeRaised,
  noticeTextEvents,
  type NoticeTextState,
} from '@gongxiang/contracts/notification/notice-raised';
import { Consumer, Consumes, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeDelivery } from './notice-delivery.js';
import { NoticeTextRow } from './notice.entity.js';

/** Delivers what the services raise. */
@Consumer('notice-consumer')
@Injectable()
export class NoticeConsumer {
  constructor(private readonly delivery: NoticeDelivery) {}

  @Consumes(noticeRaisedEvents.membership)
  byMembership(tx: Transaction, raised: NoticeRaised): Promise<void> {
    return this.delivery.deliver(tx, raised);
  }

  @Consumes(noticeRaisedEvents.sharing)
  bySharing(tx: Transaction, raised: NoticeRaised): Promise<void> {
    return this.delivery.deliver(tx, raised);
  }

  @Consumes(noticeRaisedEvents.settlement)
  bySettlement(tx: Transaction, raised: NoticeRaised): Promise<void> {
    return this.delivery.deliver(tx, raised);
  }

  @Consumes(noticeRaisedEvents.evaluation)
  byEvaluation(tx: Transaction, raised: NoticeRaised): Promise<void> {
    return this.delivery.deliver(tx, raised);
  }

  @Consumes(noticeRaisedEvents.affairs)
  byAffairs(tx: Transaction, raised: NoticeRaised): Promise<void> {
    return this.delivery.deliver(tx, raised);
  }

  @Consumes(noticeTextEvents.changed)
  async textChanged(tx: Transaction, { withdrawnAt, ...text }: NoticeTextState): Promise<void> {
    tx.send(
      storeCopy(tx, NoticeTextRow, {
        ...text,
        withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
      }),
    );
  }

  /** What sharing kept until there was this service. */
  @Consumes(noticeMoveEvents.moved)
  moved(tx: Transaction, { notices }: NoticesMoved): Promise<void> {
    return this.delivery.takeOver(tx, notices);
  }
}
