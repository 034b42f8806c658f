import { event } from '../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../core/fields.js';
import { duesReferencePattern } from '../words/dues-line.js';
import { type MatterPaymentState, matterPaymentStates } from '../words/matter-payment.js';
import { Money } from '../words/money.js';
import { PartyDto } from '../words/party.js';

export class ProblemDto {
  @Text({ min: 0, max: 500, description: 'JSON pointer into the terms' }) pointer: string;
  @Text() code: string;
}

/** Settlement's answer to `AgreementProposed`: may this version be signed? */
export class AgreementJudged {
  @Uuid() agreementId: string;
  @Uuid() activityId: string;
  /** The hash that was judged; a verdict on another hash is ignored. */
  @Text({ max: 64 }) hash: string;
  @Flag() accepted: boolean;
  @ListOf(() => ProblemDto, { max: 200 }) problems: ProblemDto[];
}

export class ShareAmount {
  @Nested(() => PartyDto) party: PartyDto;
  @Nested(() => Money) amount: Money;
}

/** The approved shares of an activity's costs. */
export class CostPoolApproved {
  @Uuid() costPoolId: string;
  @Whole() version: number;
  /** Null for a shared bill. */
  @Uuid({ nullable: true }) activityId: string | null;
  @Nested(() => Money) total: Money;
  @Nested(() => Money) subsidy: Money;
  @ListOf(() => ShareAmount, { max: 1_000 }) shares: ShareAmount[];
  @Instant() approvedAt: string;
}

/** An entry was taken back; its source no longer counts. */
export class EntryReversed {
  @Uuid() entryId: string;
  @Uuid() reversalId: string;
  /** The cost pool that the entry came from. */
  @Uuid() sourceId: string;
  @Instant() reversedAt: string;
}

/** What has become of a payment that affairs asked for. */
export class MatterPaymentChanged {
  @Uuid() requestId: string;
  @Whole() version: number;
  @OneOf(matterPaymentStates) state: MatterPaymentState;
  /** Why it was refused, or came back. */
  @Text({ nullable: true, max: 500 }) reason: string | null;
  @CalendarDate({ nullable: true }) paidOn: string | null;
  @Instant() changedAt: string;
}

/**
 * That a line of a union's bank account is dues, and whose: as the officer has assigned it. It has the reference and nothing
 * else of the member, and nothing of what the bank has written.
 */
export class DuesLineChanged {
  @Uuid() lineId: string;
  /** Counts each change of what is said of the line. */
  @Whole() version: number;
  @Uuid() unionId: string;
  /** Null: it is no dues after all, and what was booked for it is taken back. */
  @Text({ nullable: true, pattern: duesReferencePattern }) reference: string | null;
  @Nested(() => Money) amount: Money;
  @CalendarDate() paidOn: string;
  /** Whether it is booked although it is more than is due in the year of the reference. */
  @Flag() keepsExcess: boolean;
  @Uuid() changedBy: string;
}

export const settlementEvents = {
  agreementJudged: event('evt.settlement.agreement.judged.v1', AgreementJudged),
  costPoolApproved: event('evt.settlement.cost-pool.approved.v1', CostPoolApproved),
  entryReversed: event('evt.settlement.entry.reversed.v1', EntryReversed),
  duesLineChanged: event('evt.settlement.dues-line.changed.v1', DuesLineChanged),
  matterPaymentChanged: event('evt.settlement.matter-payment.changed.v1', MatterPaymentChanged),
};
