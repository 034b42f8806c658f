import { command, Done, PageRequest, query } from '../core/contract.js';
import { AlwaysTrue, Instant, ListOf, OneOf, Text, TextList, Uuid, UuidList, Whole } from '../core/fields.js';
import { type NoticeChannel, noticeChannels } from './notice-channels.js';
import { type NoticeKind, noticeKinds, type NoticeTopic, noticeTopics } from './notice-kinds.js';
import { type NoticeReason, noticeReasons } from './notice-reasons.js';
import { type NoticeUrgency, noticeUrgencies } from './kinds/notice-rule.js';

/** The largest number of unread notices that is shown. */
export const unreadShownMax = 100;

export class NoticeView {
  @Uuid() id: string;
  @OneOf(noticeKinds, { name: 'NoticeKind' }) kind: NoticeKind;
  @OneOf(noticeUrgencies, { name: 'NoticeUrgency' }) urgency: NoticeUrgency;
  @Text({ max: 100, description: 'What has happened, in the reader’s language' }) heading: string;
  @Text({ max: 1_000, nullable: true, description: 'What it is about, as it was called then' }) title:
    string | null;
  @TextList({
    max: 10,
    description: 'What there is to say, a sentence or two each, in the reader’s language',
  })
  lines: string[];
  @Text({ max: 100, nullable: true, description: 'Of what somebody has written to the readers' })
  subject: string | null;
  @Text({ max: 2_000, nullable: true, description: 'What they have written; null once it is withdrawn' })
  text: string | null;
  @Instant({ nullable: true, description: 'When that was withdrawn' }) withdrawnAt: string | null;
  @OneOf(noticeReasons, { name: 'NoticeReason', description: 'Why the reader is notified' })
  why: NoticeReason;
  @Text({ max: 300, description: 'The same in the reader’s language' }) because: string;
  @Text({ max: 300, description: 'The page of the portal where it is dealt with, such as `/loans/…`' })
  link: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) readAt: string | null;
}

export class ListNotices extends PageRequest {
  @AlwaysTrue({ optional: true, description: 'Only those that are unread' }) unread?: true;
  @OneOf(noticeKinds, { optional: true, name: 'NoticeKind' }) kind?: NoticeKind;
  @OneOf(noticeTopics, { optional: true, name: 'NoticeTopic', description: 'All kinds about one of these' })
  topic?: NoticeTopic;
}

export class NoticePage {
  @ListOf(() => NoticeView, { max: 200 }) items: NoticeView[];
  @Text({ nullable: true, max: 500 }) nextCursor: string | null;
  @Whole({ max: unreadShownMax, description: 'Unread ones of every kind; the maximum stands for more' })
  unread: number;
}

export class NoticeId {
  @Uuid() noticeId: string;
}

export class ReadNotices {
  @Uuid({ description: 'The newest that the reader has seen: what came after it stays unread' }) upTo: string;
}

/** Texts of one page. */
const textsMax = 200;

export class CountReads {
  @UuidList({ min: 1, max: textsMax }) textIds: string[];
}

export class ReadCount {
  @Uuid() textId: string;
  @Whole({ min: 1 }) read: number;
}

export class ReadCountsView {
  @ListOf(() => ReadCount, { max: textsMax, description: 'Texts that nobody has read are left out' })
  counts: ReadCount[];
}

export class CountOutcomes {
  @Uuid() textId: string;
}

/** What became of the messages of a text by one way out of the platform. */
export class ChannelOutcomes {
  @OneOf(noticeChannels, { name: 'NoticeChannel' }) channel: NoticeChannel;
  @Whole({ description: 'To be sent yet' }) waiting: number;
  @Whole() sent: number;
  @Whole({ description: 'The provider has refused them, or they could not leave for a day' }) failed: number;
  @Whole({ description: 'Read in the inbox, or withdrawn, before they were sent' }) dropped: number;
}

export class FailureCount {
  @OneOf(noticeChannels, { name: 'NoticeChannel' }) channel: NoticeChannel;
  @Text({ description: 'What the provider answers, as a code' }) reason: string;
  @Whole({ min: 1 }) count: number;
}

/** How often reasons are told apart; the rest is left out. */
export const reasonsMax = 50;

/** Figures only, of what is still kept: messages 90 days, notices until they expire. */
export class OutcomesView {
  @Whole({ description: 'Inboxes that have it' }) delivered: number;
  @Whole({ description: 'Of these, read' }) read: number;
  @ListOf(() => ChannelOutcomes, { max: noticeChannels.length }) channels: ChannelOutcomes[];
  @ListOf(() => FailureCount, { max: reasonsMax, description: 'The most frequent first' })
  failures: FailureCount[];
}

export const noticeContract = {
  /** Only the gateway asks it, about a text that a service has just shown to the caller. */
  countOutcomes: query('notification.notice.count-outcomes', CountOutcomes, OutcomesView),
  /** Only the gateway asks it, about texts that a service has just shown to the caller. */
  countReads: query('notification.notice.count-reads', CountReads, ReadCountsView),
  list: query('notification.notice.list', ListNotices, NoticePage, {
    http: 'GET me/notices',
    tag: 'notices',
    summary: 'Lists the caller’s notices, the newest first, and counts the unread ones',
  }),
  read: command('notification.notice.read', NoticeId, NoticeView, {
    http: 'POST me/notices/:noticeId/read',
    tag: 'notices',
    summary: 'Marks a notice as read',
    status: 200,
    example: {},
  }),
  readAll: command('notification.notice.readAll', ReadNotices, Done, {
    http: 'POST me/notices/read-all',
    tag: 'notices',
    summary: 'Marks the caller’s notices as read, up to one that they have seen',
    status: 200,
    example: { upTo: '019a9a5e-3c00-7000-8000-000000000001' },
  }),
};
