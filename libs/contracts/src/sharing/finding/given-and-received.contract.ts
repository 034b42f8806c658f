import { NoRequest, query, slow } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type ResourceFunction, resourceFunctions } from '../sharing-events.js';
import { SharingPeriodRequest } from './supply-and-demand.contract.js';

const hoursMax = 1e15;

export class GivenAndReceivedRequest extends SharingPeriodRequest {
  @Uuid() unionId: string;
}

export class LendingGraphRequest extends SharingPeriodRequest {}

/** What one gave another, or all others. */
export class SharedSumsView {
  @Whole({ description: 'Loans that begin in the period, approved or further on' }) loans: number;
  @Whole({ max: hoursMax, description: 'Their hours' }) hours: number;
  @Whole({ description: 'People who came to activities of the other' }) seats: number;
}

export class SharingPartnerView {
  @Uuid() unionId: string;
  @Text({ min: 0 }) name: string;
  @Nested(() => SharedSumsView) given: SharedSumsView;
  @Nested(() => SharedSumsView) received: SharedSumsView;
}

export class GivenAndReceivedMonthView {
  @Text({ max: 7, description: 'Year and month in China', example: '2026-11' }) month: string;
  @Nested(() => SharedSumsView) given: SharedSumsView;
  @Nested(() => SharedSumsView) received: SharedSumsView;
}

/** What a union gave the others and received from them. Money stands in its statement, which settlement keeps. */
export class GivenAndReceivedView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Instant() from: string;
  @Instant() to: string;
  @Nested(() => SharedSumsView) given: SharedSumsView;
  @Nested(() => SharedSumsView) received: SharedSumsView;
  @ListOf(() => SharingPartnerView, { max: 50, description: 'With whom most was shared comes first' })
  partners: SharingPartnerView[];
  @Whole({ description: 'Unions beyond those' }) partnersLeftOut: number;
  @ListOf(() => GivenAndReceivedMonthView, { max: 26, description: 'In their order, empty ones too' })
  months: GivenAndReceivedMonthView[];
}

export class LendingEdgeView extends SharedSumsView {
  @Uuid({ description: 'Who gave' }) fromId: string;
  @Text({ min: 0 }) fromName: string;
  @Uuid({ description: 'Who received' }) toId: string;
  @Text({ min: 0 }) toName: string;
}

export class LendingRestView extends SharedSumsView {
  @Whole({ description: 'How many pairs of unions' }) pairs: number;
}

/** Who gave what to whom: pairs of which the caller holds an office on a side, the strongest first; the others as one sum. */
export class LendingGraphView {
  @ListOf(() => LendingEdgeView, { max: 40 }) edges: LendingEdgeView[];
  @Nested(() => LendingRestView) rest: LendingRestView;
}

/**
 * `grant`: others seek it, and nobody may borrow it. `offerAgain`: others seek it, and it was withdrawn. `propose`: others
 * seek it, and it stands idle. `idle`: it is offered, and nobody borrows it.
 */
export const offerAdvices = ['grant', 'offerAgain', 'propose', 'idle'] as const;
export type OfferAdvice = (typeof offerAdvices)[number];

export class OfferSuggestionsRequest {
  @Uuid() unionId: string;
  @Whole({ min: 1, max: 1_095, optional: true, description: 'So long not lent is idle; 90 where absent' })
  idleDays?: number;
}

export class OfferSuggestionView {
  @Uuid() resourceId: string;
  @Text({ max: 100 }) title: string;
  @OneOf(resourceFunctions, { name: 'ResourceFunction' }) function: ResourceFunction;
  @Text({ nullable: true, max: 50 }) district: string | null;
  @OneOf(offerAdvices, { name: 'OfferAdvice' }) advice: OfferAdvice;
  @Whole({ description: 'Open needs of other unions that it would answer, in its district or without one' })
  needs: number;
  @Flag({ description: 'Somebody has a right to use it now' }) lendable: boolean;
  @Instant({ nullable: true, description: 'When the last loan to another union ended, or will' })
  lastLentAt: string | null;
}

export class OfferSuggestionsView {
  @ListOf(() => OfferSuggestionView, {
    max: 200,
    description: 'What is sought most comes first, then what is idle longest',
  })
  items: OfferSuggestionView[];
  @Text({ nullable: true, description: 'Always null: of 200 resources at most' }) nextCursor: string | null;
}

/** What the network has shared in the last 365 days. It names nobody. */
export class SharingFiguresView {
  @Instant({ description: 'From when on what has begun is counted' }) since: string;
  @Whole({ description: 'Activities that were held' }) activities: number;
  @Whole({ description: 'People who came to them, as often as they came' }) attendances: number;
  @Whole({ description: 'Loans from one union to another' }) loans: number;
  @Whole({ description: 'Hours of those loans', max: hoursMax }) hours: number;
}

/** How many unions directly below one are listed. */
export const sharingBelowMax = 1_000;

export class SharingBelowRequest extends SharingPeriodRequest {
  @Uuid() unionId: string;
}

/** What a union, or a branch of the tree, held and lent in the period. */
export class SharingBelowLine {
  @Uuid({ description: 'A union directly below, with all below that; or the union itself, without them' })
  unionId: string;
  @Text({ min: 0 }) unionName: string;
  @Whole({ description: 'Activities that began in the period, without those that were cancelled' })
  activities: number;
  @Whole({ description: 'People who came to them, as often as they came' }) attendances: number;
  @Whole({ description: 'Loans to another union' }) lent: number;
  @Whole({ description: 'Loans from another union' }) borrowed: number;
}

export class SharingBelowMonthView {
  @Text({ example: '2026-11' }) month: string;
  @Whole() activities: number;
  @Whole() attendances: number;
  @Whole() lent: number;
}

export class SharingBelowView {
  @Uuid() unionId: string;
  @Text({ min: 0 }) unionName: string;
  @ListOf(() => SharingBelowLine, {
    max: sharingBelowMax + 1,
    description: 'The union itself, and each in use directly below it, by name; also those without anything',
  })
  unions: SharingBelowLine[];
  @ListOf(() => SharingBelowMonthView, { max: 26, description: 'All of it by month, empty ones too' })
  months: SharingBelowMonthView[];
}

export const givenAndReceivedContract = {
  get: slow(
    query('sharing.given-and-received.get', GivenAndReceivedRequest, GivenAndReceivedView, {
      http: 'GET unions/:unionId/given-and-received',
      tag: 'supply-and-demand',
      summary: 'What a union gave the others and received from them: loans, hours, seats',
    }),
  ),
  graph: slow(
    query('sharing.given-and-received.graph', LendingGraphRequest, LendingGraphView, {
      http: 'GET lending-graph',
      tag: 'supply-and-demand',
      summary: 'Who gave what to whom; pairs with which the caller has nothing to do are one sum',
    }),
  ),
  suggest: slow(
    query('sharing.given-and-received.suggest', OfferSuggestionsRequest, OfferSuggestionsView, {
      http: 'GET unions/:unionId/offer-suggestions',
      tag: 'supply-and-demand',
      summary: 'What a union might offer next: what others seek of the kind it owns, and what stands idle',
    }),
  ),
  below: slow(
    query('sharing.given-and-received.below', SharingBelowRequest, SharingBelowView, {
      http: 'GET unions/:unionId/sharing-below',
      tag: 'supply-and-demand',
      summary: 'What a union and those below it held and lent: by union directly below, and by month',
    }),
  ),
  figures: query('sharing.given-and-received.figures', NoRequest, SharingFiguresView, {
    http: 'GET public/sharing-figures',
    tag: 'public',
    summary: 'Shows to anyone what the network has shared in the last 365 days',
    public: true,
    cacheSeconds: 60,
    remembered: true,
  }),
};
