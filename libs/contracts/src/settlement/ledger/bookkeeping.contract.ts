import { pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, Nested, OneOf, Text, Uuid } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import {
  type MandateSide,
  mandateSides,
  type MandateState,
  mandateStates,
} from '../../sharing/reference/mandate.contract.js';
import { PersonName } from '../party-names.js';

/** What is done for another union: something to a cost pool, which may first be opened for an activity, or to a payment. */
export const bookActKinds = ['activity', 'costPool', 'payment'] as const;
export type BookActKind = (typeof bookActKinds)[number];

export class ListBookkeepingMandatesRequest extends PageRequest {
  @OneOf(mandateSides, {
    optional: true,
    name: 'MandateSide',
    description: "given by the caller's unions, or taken on by them; both where absent",
  })
  side?: MandateSide;
  @Flag({ optional: true, description: 'Only those by which somebody may act now' }) inForce?: boolean;
}

export class BookkeepingMandateIdRequest {
  @Uuid() mandateId: string;
}

export class ListBookkeepingUsesRequest extends PageRequest {
  @Uuid() mandateId: string;
}

/** A mandate by which one union keeps the books of another, as those see it whose money it is. */
export class BookkeepingMandateView {
  @Uuid() id: string;
  @Uuid({ description: 'Whose books they are' }) fromUnionId: string;
  @Text() fromUnionName: string;
  @Uuid({ description: 'Who keeps them' }) toUnionId: string;
  @Text() toUnionName: string;
  @Instant() from: string;
  @Instant() until: string;
  @Instant({ nullable: true }) revokedAt: string | null;
  @OneOf(mandateStates, { name: 'MandateState' }) state: MandateState;
  @Nested(() => Money, { nullable: true, description: 'The most of one act; null for no limit' })
  entryLimit: Money | null;
  @Flag({ description: 'The caller may act by it now' }) mayAct: boolean;
}

/** Once that somebody acted for another union. */
export class BookkeepingUseView {
  @Uuid() id: string;
  @Instant() at: string;
  @Uuid({ nullable: true, description: 'Who acted' }) personId: string | null;
  @PersonName() maskedName: string | null;
  @Text({ description: 'What was done, such as settlement.cost-pool.approve' }) action: string;
  @OneOf(bookActKinds, { name: 'BookActKind' }) kind: BookActKind;
  @Uuid({ description: 'The activity, cost pool or payment' }) aboutId: string;
  @Text({ nullable: true, description: 'The activity that it was about; null for a payment' }) title:
    string | null;
  @Nested(() => Money, { nullable: true, description: 'What the act came to; null where it has no amount' })
  amount: Money | null;
}

export const bookkeepingContract = {
  list: query(
    'settlement.bookkeeping-mandate.list',
    ListBookkeepingMandatesRequest,
    pageOf(BookkeepingMandateView),
    {
      http: 'GET bookkeeping-mandates',
      tag: 'ledger',
      summary: 'Lists by which mandates one union keeps the books of another, for both sides, newest first',
    },
  ),
  get: query('settlement.bookkeeping-mandate.get', BookkeepingMandateIdRequest, BookkeepingMandateView, {
    http: 'GET bookkeeping-mandates/:mandateId',
    tag: 'ledger',
    summary: 'Shows such a mandate, and whether the caller may act by it now',
  }),
  uses: query('settlement.bookkeeping-mandate.uses', ListBookkeepingUsesRequest, pageOf(BookkeepingUseView), {
    http: 'GET bookkeeping-mandates/:mandateId/uses',
    tag: 'ledger',
    summary: 'Lists who acted for the other union, when and in what, the latest first',
  }),
};
