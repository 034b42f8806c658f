import { Injectable } from '@nestjs/common';
import {
  calendarFeedContract,
  type OwnedCalendarView,
  type ReadCalendarRequest,
} from '@gongxiang/contracts/sharing/papers/calendar-feed.contract';
import { type CallContext, dayMs, DomainError, shanghaiDate } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { hashOfSecret, type Transaction, Transactions } from '@gongxiang/persistence';
import { hasLeft } from '../../reference/membership.model.js';
import type { MemberRef } from '../../reference/reference.entity.js';
import { type CalendarEntry, participationEntry, returnEntry, signUpEntry } from './calendar.model.js';
import { CalendarRepository } from './calendar.repository.js';
import { calendarText } from './calendar-text.js';
import type { CalendarFeedRow } from './calendar-feed.entity.js';
import { CalendarFeedRepository } from './calendar-feed.repository.js';

const entriesMax = 500;
const pastDays = 60;
const cancelledDays = 30;
const signUpDays = 30;

/** The calendar of a person, for anybody with an address of it: nobody is signed in. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly transactions: Transactions,
    private readonly feeds: CalendarFeedRepository,
    private readonly calendars: CalendarRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, whether it never existed, was revoked, or its person has left */
  @Handles(calendarFeedContract.read)
  async read({ feedToken, origin }: ReadCalendarRequest, call: CallContext): Promise<OwnedCalendarView> {
    const { feed, text, today } = await this.transactions.read(call, async (tx) => {
      const found = await this.feeds.findByToken(tx, hashOfSecret(feedToken));
      const member = found && (await this.feeds.memberOf(tx, found.personId));
      const date = shanghaiDate(tx.now);
      if (found === null || (member !== null && hasLeft(member, date))) throw new DomainError('NOT_FOUND');
      const entries = await this.entriesOf(tx, found, member?.unionId ?? null);
      return { feed: found, text: calendarText(entries, found.locale, origin), today: date };
    });
    if (feed.lastFetchedOn !== today) {
      await this.transactions.system(call.traceparent, (tx) => this.feeds.recordFetch(tx, feed.id, today));
    }
    return { text, ownerId: feed.personId, locale: feed.locale };
  }

  /** In time order; if there are too many, participations precede possible sign-ups. */
  private async entriesOf(
    tx: Transaction,
    { personId, locale }: CalendarFeedRow,
    unionId: MemberRef['unionId'],
  ): Promise<CalendarEntry[]> {
    const daysAway = (days: number): Date => new Date(tx.now.getTime() + days * dayMs);
    const since = daysAway(-pastDays);
    const max = entriesMax;
    const own = await this.calendars.participations(tx, personId, {
      since,
      max,
      cancelledSince: daysAway(-cancelledDays),
    });
    const loans = await this.calendars.loansToReturn(tx, personId, { since, max });
    const open = { opensBefore: daysAway(signUpDays), max };
    const windows =
      unionId === null ? [] : await this.calendars.signUpWindows(tx, { personId, unionId }, open);
    return [
      ...own.map((one) => participationEntry(one, locale)),
      ...loans.map((one) => returnEntry(one, locale)),
      ...windows.map((one) => signUpEntry(one, locale)),
    ]
      .slice(0, entriesMax)
      .sort((left, right) => left.startsAt.getTime() - right.startsAt.getTime());
  }
}
