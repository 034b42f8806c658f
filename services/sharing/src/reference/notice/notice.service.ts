import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  type ListNoticesRequest,
  noticeContract,
  type NoticeIdRequest,
  type NoticePage,
  type NoticeView,
  type ReadNoticesRequest,
} from '@gongxiang/contracts/sharing/reference/notice.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Push } from '@gongxiang/messaging/events';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { NoticeRepository } from './notice.repository.js';
import { noticeViewOf } from './notice.view.js';

/** Everybody's own inbox. Nobody but its person sees it, whatever his roles. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly push: Push,
  ) {}

  @Handles(noticeContract.list)
  list(request: ListNoticesRequest, call: CallContext): Promise<NoticePage> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.readOwnNotices, {});
      const rows = await this.notices.list(tx, tx.personId, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const unread = await this.notices.countUnread(tx, tx.personId);
      return { items: page.items.map(noticeViewOf), nextCursor: page.nextCursor, unread };
    });
  }

  /** Marks a notice as read; who has read it already is told the same. @throws DomainError `NOT_FOUND` */
  @Handles(noticeContract.read)
  read(request: NoticeIdRequest, call: CallContext): Promise<Outcome<NoticeView>> {
    return this.transactions.command(call, noticeContract.read, request, async (tx) => {
      tx.authorise(actions.readOwnNotices, {});
      const { personId } = tx;
      await this.notices.markRead(tx, personId, request.noticeId);
      const line = await this.notices.find(tx, personId, request.noticeId);
      if (line === null) throw new DomainError('NOT_FOUND');
      // His other open pages count as well.
      this.push.hint(tx, [personId], { resource: 'notice', id: line.id, version: 2 });
      return noticeViewOf(line);
    });
  }

  /** What came after the newest that the reader has seen stays unread. @throws DomainError `NOT_FOUND` where that is not his */
  @Handles(noticeContract.readAll)
  readAll(request: ReadNoticesRequest, call: CallContext): Promise<Outcome<Done>> {
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
