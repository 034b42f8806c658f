import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import {
  type ListingKind,
  listingKinds,
  type ListingReportGround,
  listingReportGrounds,
} from './listing-report.js';

/** Reported and shown; hidden as many people have reported it; hidden by an officer; kept, or shown again. */
export const listingReviewStates = ['reported', 'hiddenByReports', 'hidden', 'kept'] as const;
export type ListingReviewState = (typeof listingReviewStates)[number];

/** What an officer makes of reports. */
export const listingReviewDecisions = ['keep', 'hide', 'show'] as const;
export type ListingReviewDecision = (typeof listingReviewDecisions)[number];

/** What becomes of a report: it waits, and is right or not, as the listing is hidden or kept. */
export const listingReportStates = ['waiting', 'upheld', 'dismissed'] as const;
export type ListingReportState = (typeof listingReportStates)[number];

/** Reports on one listing that are shown to officers. */
export const listingReportsShownMax = 50;
const reasonMax = 500;

class ListingReport {
  @OneOf(listingReportGrounds, { name: 'ListingReportGround' }) ground: ListingReportGround;
  @Text({
    optional: true,
    max: reasonMax,
    description:
      'Needed where it is something else; for officers alone, and who has reported it is shown to nobody',
    example: '面试时要先交 300 元服装费',
  })
  words?: string | null;
}

export class ReportVacancy extends ListingReport {
  @Uuid() vacancyId: string;
}

export class ReportBenefit extends ListingReport {
  @Uuid() benefitId: string;
}

export class ListingReportReceipt {
  @Instant() reportedAt: string;
}

export class ListingReviewId {
  @Uuid() reviewId: string;
}

export class ListListingReviews extends PageRequest {
  @Flag({ optional: true, description: 'Those that are decided, or those that wait; both where absent' })
  over?: boolean;
}

export class DecideListingReview extends ListingReviewId {
  @OneOf(listingReviewDecisions, { name: 'ListingReviewDecision' }) decision: ListingReviewDecision;
  @Text({ max: reasonMax, description: 'For the union that has published it', example: '要求先交服装费' })
  reason: string;
}

export class ListingReviewLine {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(listingKinds, { name: 'ListingKind' }) kind: ListingKind;
  @Uuid({ description: 'The vacancy or the benefit' }) listingId: string;
  @Text({ description: 'What it is called' }) title: string;
  @Text({ description: 'The union that has published it' }) unionName: string;
  @OneOf(listingReviewStates, { name: 'ListingReviewState' }) state: ListingReviewState;
  @Whole({ description: 'People who have reported it' }) reports: number;
  @SomeOf(listingReportGrounds) grounds: ListingReportGround[];
  @Instant({ description: 'When it was reported first, or again after it was decided on' }) openedAt: string;
}

/** A report, without who made it. */
export class ListingReportView {
  @OneOf(listingReportGrounds, { name: 'ListingReportGround' }) ground: ListingReportGround;
  @Text({ nullable: true, max: reasonMax }) words: string | null;
  @Instant() at: string;
}

export class ListingReviewDecisionView {
  @OneOf(listingReviewDecisions, { name: 'ListingReviewDecision' }) decision: ListingReviewDecision;
}

export class ListingReviewView extends OmitType(ListingReviewLine, []) {
  @ListOf(() => ListingReportView, { max: listingReportsShownMax, description: 'The newest first' })
  reportsShown: ListingReportView[];
  @Text({ nullable: true, max: reasonMax, description: 'Of the last decision' }) reason: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @ListOf(() => ListingReviewDecisionView, {
    max: listingReviewDecisions.length,
    description: 'What the caller may decide; nothing about what they have written themselves',
  })
  decisions: ListingReviewDecisionView[];
}

const reportExample = { ground: 'fee', words: '面试时要先交 300 元服装费' };

export const listingReviewContract = {
  reportVacancy: command('affairs.listing-review.report-vacancy', ReportVacancy, ListingReportReceipt, {
    http: 'POST vacancies/:vacancyId/reports',
    tag: 'vacancies',
    summary: 'Reports a vacancy that is shown to the caller, once; who has reported it is shown to nobody',
    example: reportExample,
  }),
  reportBenefit: command('affairs.listing-review.report-benefit', ReportBenefit, ListingReportReceipt, {
    http: 'POST benefits/:benefitId/reports',
    tag: 'benefits',
    summary: 'Reports a benefit that is shown to the caller, once; who has reported it is shown to nobody',
    example: { ground: 'expired' },
  }),
  list: query('affairs.listing-review.list', ListListingReviews, pageOf(ListingReviewLine), {
    http: 'GET listing-reviews',
    tag: 'vacancies',
    summary: 'Reported vacancies and benefits of the unions whose officer the caller is, and of those below',
  }),
  get: query('affairs.listing-review.get', ListingReviewId, ListingReviewView, {
    http: 'GET listing-reviews/:reviewId',
    tag: 'vacancies',
    summary: 'What was reported about a vacancy or a benefit, for officers of the publishing union and above',
  }),
  decide: command('affairs.listing-review.decide', DecideListingReview, ListingReviewView, {
    http: 'POST listing-reviews/:reviewId/decide',
    tag: 'vacancies',
    status: 200,
    ifMatch: true,
    summary: 'Keeps what was reported, hides it, or shows it again; those who have reported it are notified',
    example: { decision: 'hide', reason: '要求先交服装费' },
  }),
};
