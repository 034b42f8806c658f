import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Instant, Nested, OneOf, SomeOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';
import { type SeatState, seatStates } from '../sharing-events.js';

export const messageStates = ['queued', 'sent', 'withdrawn'] as const;
export type MessageState = (typeof messageStates)[number];

const poolsMax = 200;
const unionsMax = 50;

/** Which of those who are registered; everybody of them where nothing is said. */
export class MessageFilter {
  @SomeOf(seatStates, { optional: true, min: 1, description: 'Who has a seat, is offered one, or waits' })
  states?: SeatState[] | null;

  @UuidList({ optional: true, min: 1, max: poolsMax, description: 'Of these pools' })
  poolIds?: string[] | null;

  @UuidList({ optional: true, min: 1, max: unionsMax, description: 'Of these unions, and all below them' })
  unionIds?: string[] | null;
}

export class PreviewMessageRequest {
  @Uuid() activityId: string;
  @Nested(() => MessageFilter) filter: MessageFilter;
}

export class MessagePreviewView {
  @Whole({ description: 'People whom it would reach now' }) recipients: number;
}

export class SendMessageRequest extends PreviewMessageRequest {
  @Text({ max: 100, example: '集合地点' }) subject: string;
  @Text({ max: 2_000, description: 'Plain text', example: '请在东门集合，带好水杯。' }) text: string;
}

export class ListMessagesRequest extends PageRequest {
  @Uuid() activityId: string;
}

export class MessageIdRequest {
  @Uuid() activityId: string;
  @Uuid() messageId: string;
}

export class MessageView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text({ max: 100 }) subject: string;
  @Text({ max: 2_000 }) text: string;
  @Nested(() => MessageFilter) filter: MessageFilter;
  @OneOf(messageStates, { name: 'MessageState' }) state: MessageState;
  @Whole({ description: 'People whom it was to reach when it was written' }) total: number;
  @Whole({ description: 'Of these, whom it has reached' }) sent: number;
  @Whole({ nullable: true, description: 'Of these, who have read it; null where that is not known now' })
  read: number | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) withdrawnAt: string | null;
}

const filter = { states: ['confirmed'] };

export const messageContract = {
  preview: query('sharing.message.preview', PreviewMessageRequest, MessagePreviewView, {
    http: 'POST activities/:activityId/messages/preview',
    tag: 'notices',
    summary: 'Counts whom a message would reach',
    example: { filter: filter },
  }),
  send: command('sharing.message.send', SendMessageRequest, MessageView, {
    http: 'POST activities/:activityId/messages',
    tag: 'notices',
    summary:
      'Writes to those who are registered, or to a part of them; it goes to their inboxes step by step',
    example: { subject: '集合地点', text: '请在东门集合，带好水杯。', filter: filter },
  }),
  /** Only the gateway asks it, which adds how many have read them. */
  list: query('sharing.message.list', ListMessagesRequest, pageOf(MessageView)),
  withdraw: command('sharing.message.withdraw', MessageIdRequest, MessageView, {
    http: 'POST activities/:activityId/messages/:messageId/withdraw',
    tag: 'notices',
    summary: 'Withdraws a message: who has not got it gets none, who has sees that it was withdrawn',
    status: 200,
    example: {},
  }),
};
