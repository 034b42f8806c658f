import { event } from '../core/contract.js';
import { Flag, Instant, ListOf, Nested, Text, Uuid, Whole } from '../core/fields.js';
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

export const settlementEvents = {
  agreementJudged: event('evt.settlement.agreement.judged.v1', AgreementJudged),
  costPoolApproved: event('evt.settlement.cost-pool.approved.v1', CostPoolApproved),
  entryReversed: event('evt.settlement.entry.reversed.v1', EntryReversed),
};
