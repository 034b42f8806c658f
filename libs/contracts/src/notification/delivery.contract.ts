import { query } from '../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, OneOf, Text, Whole } from '../core/fields.js';
import { noticeChannels, type NoticeChannel } from './notice-channels.js';
import { ChannelOutcomes, reasonsMax } from './notice.contract.js';

/** As long as it is kept what became of a message. */
export const deliveryDaysMax = 90;

export class GetDeliveryReport {
  @Whole({
    optional: true,
    min: 1,
    max: deliveryDaysMax,
    description: 'The last so many days, today among them; 30 where absent',
  })
  days?: number;
}

/** One way out of the platform, and what became of the messages that went by it. */
export class ChannelReport extends ChannelOutcomes {
  @Flag({ description: 'This deployment has it' }) isSetUp: boolean;
  @Whole({
    nullable: true,
    description: 'Of those sent, how many have arrived, as the provider said later; null where none says so',
  })
  delivered: number | null;
  @Instant({ nullable: true, description: 'When the oldest message that is late should have left' })
  lateSince: string | null;
  @Whole({
    nullable: true,
    description:
      'Messages of this month, with codes and texts about accounts; null where nothing bounds them',
  })
  monthSent: number | null;
  @Whole({ nullable: true, description: 'What may leave in a month' }) monthMax: number | null;
}

export class DeliveryDay {
  @CalendarDate() date: string;
  @Whole() sent: number;
  @Whole() failed: number;
  @Whole() dropped: number;
}

const unsentStates = ['failed', 'dropped'] as const;

export class UnsentCount {
  @OneOf(noticeChannels, { name: 'NoticeChannel' }) channel: NoticeChannel;
  @OneOf(unsentStates, { name: 'UnsentState' }) state: (typeof unsentStates)[number];
  @Text({ description: 'What the provider answers, as a code, or why the platform has not sent it' })
  reason: string;
  @Whole({ min: 1 }) count: number;
}

/** Figures of the whole network, never who. */
export class DeliveryReportView {
  @CalendarDate({ description: 'The first day' }) from: string;
  @CalendarDate({ description: 'Today' }) to: string;
  @Whole({ description: 'Notices of these days in inboxes' }) delivered: number;
  @Whole({ description: 'Of these, read' }) read: number;
  @ListOf(() => ChannelReport, { max: noticeChannels.length }) channels: ChannelReport[];
  @ListOf(() => DeliveryDay, { max: deliveryDaysMax, description: 'Each day, the first one first' })
  days: DeliveryDay[];
  @ListOf(() => UnsentCount, { max: reasonsMax, description: 'The most frequent first' })
  unsent: UnsentCount[];
}

export const deliveryContract = {
  report: query('notification.delivery.report', GetDeliveryReport, DeliveryReportView, {
    http: 'GET deliveries',
    tag: 'notices',
    summary:
      'Counts what became of messages by push, mail and other ways; for officers, auditors and operators of the root union',
  }),
};
