import { type Locale, locales } from '@gongxiang/domain';
import { command, Done, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Instant, OneOf, secretPattern, Text, Uuid } from '../../core/fields.js';

export class CreateCalendarFeedRequest {
  @Text({ max: 60, description: 'The calendar or the device that will ask for it', example: '我的手机' })
  name: string;
}

export class ListCalendarFeedsRequest extends PageRequest {}

export class RevokeCalendarFeedRequest {
  @Uuid() calendarFeedId: string;
}

export class CalendarFeedView {
  @Uuid() id: string;
  @Text() name: string;
  @Instant() createdAt: string;
  @CalendarDate({ nullable: true, description: 'The last day on which a calendar asked for it' })
  lastFetchedOn: string | null;
}

export class CreatedCalendarFeedView extends CalendarFeedView {
  @Text({
    nullable: true,
    description:
      'The address to subscribe to, on this host. Whoever has it reads the calendar: shown this once, null in a repeated answer',
    example: '/calendars/0Fv3cXJmV1m8kqk3r1T0b2n5wH6y7u8i9o0pAsDfGhJ.ics',
  })
  address: string | null;
}

export class ReadCalendarRequest {
  @Text({ pattern: secretPattern }) feedToken: string;
  @Text({
    min: 0,
    max: 300,
    description: 'Where the portal is, as the caller addressed it; empty where unknown',
  })
  origin: string;
}

/** For the gateway, which adds what other services have for its owner. */
export class OwnedCalendarView {
  @Text({ max: 4_000_000, description: 'iCalendar, RFC 5545' }) text: string;
  @Uuid({ description: 'Whose calendar it is' }) ownerId: string;
  @OneOf(locales, { description: 'The language of its owner' }) locale: Locale;
}

export const calendarFeedContract = {
  create: command('sharing.calendar-feed.create', CreateCalendarFeedRequest, CreatedCalendarFeedView, {
    http: 'POST me/calendar-feeds',
    tag: 'registrations',
    summary:
      'Makes an address, `/calendars/{feedToken}.ics`, by which a calendar follows what the caller takes part in, and what is due at unions whose officer they are; shown once',
    example: { name: '我的手机' },
  }),
  list: query('sharing.calendar-feed.list', ListCalendarFeedsRequest, pageOf(CalendarFeedView), {
    http: 'GET me/calendar-feeds',
    tag: 'registrations',
    summary: "Lists the caller's calendar feeds, the newest first, without their addresses",
  }),
  revoke: command('sharing.calendar-feed.revoke', RevokeCalendarFeedRequest, Done, {
    http: 'DELETE me/calendar-feeds/:calendarFeedId',
    tag: 'registrations',
    summary: 'Revokes a calendar feed: its address leads nowhere from now on',
  }),
  /** The calendar itself, for whoever has its address. */
  read: query('sharing.calendar-feed.read', ReadCalendarRequest, OwnedCalendarView),
};
