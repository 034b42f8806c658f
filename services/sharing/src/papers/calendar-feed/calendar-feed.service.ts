import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import {
  calendarFeedContract,
  type CalendarFeedView,
  type CreateCalendarFeedRequest,
  type CreatedCalendarFeedView,
  type ListCalendarFeedsRequest,
  type RevokeCalendarFeedRequest,
} from '@gongxiang/contracts/sharing/papers/calendar-feed.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { hashOfSecret, newLinkSecret, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { CalendarFeedRow } from './calendar-feed.entity.js';
import { CalendarFeedRepository } from './calendar-feed.repository.js';

/** One for each calendar that a person uses, with some to spare. */
const feedsMax = 5;

/** Access to a person's calendar: anybody with an address that the person has created, until they revoke it. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly transactions: Transactions,
    private readonly feeds: CalendarFeedRepository,
  ) {}

  /** @throws DomainError `CALENDAR_FEEDS_TOO_MANY`; `NOT_PERMITTED` to an API key */
  @Handles(calendarFeedContract.create)
  create(request: CreateCalendarFeedRequest, call: CallContext): Promise<Outcome<CreatedCalendarFeedView>> {
    const work = async (tx: Transaction): Promise<CreatedCalendarFeedView> => {
      tx.authorise(actions.manageOwnCalendarFeeds, {});
      // A key that created feeds would outlive its own revocation.
      if (tx.call.actor?.apiKeyId !== undefined) throw new DomainError('NOT_PERMITTED');
      const { personId } = tx;
      await this.feeds.lockPerson(tx, personId);
      if ((await this.feeds.count(tx, personId)) >= feedsMax)
        throw new DomainError('CALENDAR_FEEDS_TOO_MANY', { params: { max: feedsMax } });
      const token = newLinkSecret();
      const row: CalendarFeedRow = {
        id: newId(),
        personId,
        name: request.name,
        tokenHash: hashOfSecret(token),
        locale: tx.call.locale,
        createdAt: tx.now,
        lastFetchedOn: null,
      };
      await this.feeds.insert(tx, row);
      tx.audit({ noun: 'calendar-feed', id: row.id, after: { personId, locale: row.locale } });
      return { ...viewOf(row), address: `/calendars/${token}.ics` };
    };
    return this.transactions.command(call, calendarFeedContract.create, request, work, {
      keep: (view) => ({ ...view, address: null }),
    });
  }

  @Handles(calendarFeedContract.list)
  list(request: ListCalendarFeedsRequest, call: CallContext): Promise<Page<CalendarFeedView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.manageOwnCalendarFeeds, {});
      const rows = await this.feeds.list(tx, tx.personId, request);
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  /** The address stops working at the commit: nothing caches it. */
  @Handles(calendarFeedContract.revoke)
  revoke(request: RevokeCalendarFeedRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, calendarFeedContract.revoke, request, async (tx) => {
      const row = await this.feeds.lockById(tx, request.calendarFeedId);
      if (row === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.revokeCalendarFeed, { personId: row.personId });
      await this.feeds.remove(tx, row.id);
      tx.audit({ noun: 'calendar-feed', id: row.id, before: { personId: row.personId }, after: null });
      return new Done();
    });
  }
}

function viewOf(row: CalendarFeedRow): CalendarFeedView {
  const { id, name, createdAt, lastFetchedOn } = row;
  return { id, name, createdAt: createdAt.toISOString(), lastFetchedOn };
}
