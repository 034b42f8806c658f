import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  type CountOutcomes,
  type CountReads,
  type ListNotices,
  noticeContract,
  type NoticeId,
  type NoticePage,
  type NoticeView,
  type OutcomesView,
  type ReadCountsView,
  type ReadNotices,
} from '@gongxiang/contracts/notification/notice.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Push } from '@gongxiang/messaging/events';
import { toPage, Transactions } from '@gongxiang/persistence';
import { Deliveries } from '../../sending/delivery/deliveries.js';
import { actions } from '../actions.js';
import { NoticeRepository } from './notice.repository.js';
import { noticeViewOf } from './notice.view.js';

/** Each person's own inbox. Only the person sees it, whatever the roles of others. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly deliveries: Deliveries,
    private readonly push: Push,
  ) {}

  @Handles(noticeContract.list)
  list(request: ListNotices, call: CallContext): Promise<NoticePage> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.readOwnNotices, {});
      const rows = await this.notices.list(tx, tx.personId, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const unread = await this.notices.countUnread(tx, tx.personId);
      return { items: page.items.map((line) => noticeViewOf(line, tx)), nextCursor: page.nextCursor, unread };
    });
  }

  /** Nothing in it says who. */
  @Handles(noticeContract.countReads)
  countReads({ textIds }: CountReads, call: CallContext): Promise<ReadCountsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.countReads, {});
      return { counts: await this.notices.readCounts(tx, textIds) };
    });
  }

  /** Nothing in it says who. */
  @Handles(noticeContract.countOutcomes)
  countOutcomes({ textId }: CountOutcomes, call: CallContext): Promise<OutcomesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.countReads, {});
      const inboxes = await this.notices.countOf(tx, textId);
      return { ...inboxes, ...(await this.deliveries.outcomesOf(tx, textId)) };
    });
  }

  /** Marks a notice as read; repeating it returns the same answer. @throws DomainError `NOT_FOUND` */
  @Handles(noticeContract.read)
  read(request: NoticeId, call: CallContext): Promise<Outcome<NoticeView>> {
    return this.transactions.command(call, noticeContract.read, request, async (tx) => {
      tx.authorise(actions.readOwnNotices, {});
      const { personId } = tx;
      await this.notices.markRead(tx, personId, request.noticeId);
      const line = await this.notices.find(tx, personId, request.noticeId);
      if (line === null) throw new DomainError('NOT_FOUND');
      // The person's other open pages show the number as well.
      this.push.hint(tx, [personId], { resource: 'notice', id: line.id, version: 2 });
      return noticeViewOf(line, tx);
    });
  }

  /**
   * Notices newer than the last one the reader has seen stay unread. @throws DomainError `NOT_FOUND` if that is not
   * theirs
   */
  @Handles(noticeContract.readAll)
  readAll(request: ReadNotices, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, noticeContract.readAll, request, async (tx) => {
      tx.authorise(actions.readOwnNotices, {});
      const { personId } = tx;
      if ((await this.notices.find(tx, personId, request.upTo)) === null) throw new DomainError('NOT_FOUND');
      await this.notices.markAllRead(tx, personId, request.upTo);
      this.push.hint(tx, [personId], { resource: 'notice', id: personId, version: 2 });
      return new Done();
    });
  }
}
