import { bulletinsToConfirmMax } from '../affairs/bulletins/bulletin.contract.js';
import { PageRequest, query } from '../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, TextList, Uuid, Whole } from '../core/fields.js';
import { type MoneyDirection, moneyDirections } from '../settlement/money-call.js';
import { Money } from '../words/money.js';
import { type NoticeUrgency, noticeUrgencies } from './kinds/notice-rule.js';
import { type AwaitKind, awaitKinds } from './notice-kinds.js';

/** The largest number of things that is counted. */
export const waitingShownMax = 1_000;

export class WaitingView {
  @Uuid() id: string;
  @OneOf(awaitKinds, { name: 'AwaitKind' }) kind: AwaitKind;
  @OneOf(noticeUrgencies, { name: 'NoticeUrgency' }) urgency: NoticeUrgency;
  @Text({ max: 100, description: 'What it is, in the reader’s language' }) heading: string;
  @Text({ max: 1_000, nullable: true, description: 'What it is about' }) title: string | null;
  @TextList({ max: 10, description: 'What there is to say, in the reader’s language' }) lines: string[];
  @Text({ max: 100, description: 'What the reader has to do, in their language' }) act: string;
  @Text({ max: 300, description: 'The page of the portal where it is done, such as `/loans/…`' })
  link: string;
  @Text({
    max: 200,
    nullable: true,
    description: 'The union whose officers it waits for; null: for the reader',
  })
  unionName: string | null;
  @Instant({ nullable: true, description: 'When it has to be done by' }) dueAt: string | null;
  @Flag({ description: 'That has passed' }) isOverdue: boolean;
  @Nested(() => Money, { nullable: true, description: 'How much it is about' }) amount: Money | null;
  @OneOf(moneyDirections, {
    nullable: true,
    name: 'MoneyDirection',
    description: 'Whether the reader’s side owes that, or is owed it',
  })
  direction: MoneyDirection | null;
  @Instant() since: string;
}

export class ListWaiting extends PageRequest {
  @OneOf(awaitKinds, { optional: true, name: 'AwaitKind' }) kind?: AwaitKind;
}

export class WaitingCount {
  @OneOf(awaitKinds, { name: 'AwaitKind' }) kind: AwaitKind;
  @Text({ max: 100, description: 'In the reader’s language' }) heading: string;
  @Whole({ min: 1, max: waitingShownMax }) count: number;
}

export class WaitingPage {
  @ListOf(() => WaitingView, {
    max: 200 + bulletinsToConfirmMax,
    description: 'The first page has all that the caller must read beside as many others as it is limited to',
  })
  items: WaitingView[];
  @Text({ nullable: true, max: 500 }) nextCursor: string | null;
  @ListOf(() => WaitingCount, { max: 200, description: 'All of it by kind, whatever page and filter' })
  counts: WaitingCount[];
  @Whole({ max: waitingShownMax, description: 'All of it; the maximum stands for more' }) total: number;
}

/** How many unions directly below one are listed. */
export const unionsBelowMax = 1_000;

export class WaitingBelowRequest {
  @Uuid() unionId: string;
}

/** What waits for the officers of a union and of those below it: numbers, never what it is about. */
export class WaitingBelowLine {
  @Uuid({ description: 'A union directly below, with all below that; or the union itself, without them' })
  unionId: string;
  @Text({ max: 200 }) unionName: string;
  @Whole({ description: 'What waits for their officers' }) waiting: number;
  @Whole({ description: 'That of it whose time is over' }) overdue: number;
  @Instant({ nullable: true, description: 'When the time of the oldest of these was over' })
  overdueSince: string | null;
}

export class WaitingBelowView {
  @Uuid() unionId: string;
  @Text({ max: 200 }) unionName: string;
  @ListOf(() => WaitingBelowLine, {
    max: unionsBelowMax + 1,
    description: 'Where anything waits: where most is overdue comes first',
  })
  unions: WaitingBelowLine[];
  @ListOf(() => WaitingCount, { max: 200, description: 'What is overdue by kind, most first' })
  overdue: WaitingCount[];
}

export const waitingContract = {
  list: query('notification.waiting.list', ListWaiting, WaitingPage, {
    http: 'GET waiting',
    tag: 'notices',
    summary:
      'Lists what waits for the caller or for their office at their union, what is due first comes first',
  }),
  below: query('notification.waiting.below', WaitingBelowRequest, WaitingBelowView, {
    http: 'GET unions/:unionId/waiting-below',
    tag: 'notices',
    summary: 'Counts what waits for the officers of a union and of those below it, and what of it is overdue',
  }),
};
