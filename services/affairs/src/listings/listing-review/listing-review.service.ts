import { Injectable } from '@nestjs/common';
import type { ListingReportGround } from '@gongxiang/contracts/affairs/listings/listing-report';
import {
  type DecideListingReview,
  type ListingReportReceipt,
  listingReviewContract,
  type ListingReviewView,
  type ReportBenefit,
  type ReportVacancy,
} from '@gongxiang/contracts/affairs/listings/listing-review.contract';
import { type CallContext, DomainError, isSelf, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { BenefitReader } from '../benefit/benefit-reader.js';
import { isBenefitShown } from '../benefit/benefit.view.js';
import { VacancyReader } from '../vacancy/vacancy-reader.js';
import { isVacancyShown } from '../vacancy/vacancy.view.js';
import type { ListingReviewRow } from './listing-review.entity.js';
import { ListingReviewFlow } from './listing-review-flow.js';
import { ListingReviewReader } from './listing-review-reader.js';
import { isOpen, isWhoDecides, reportStateAfter, requireWords, stateAfter } from './listing-review.model.js';
import { ListingReviewRepository } from './listing-review.repository.js';
import { ListingReviewSeal } from './listing-review-seal.js';
import { type ReviewedListing, ReviewedListings } from './reviewed-listings.js';

interface Report {
  readonly ground: ListingReportGround;
  readonly words?: string | null;
}

/** Anybody for whom a vacancy or a benefit is reports it; officers of the publishing union and above keep or hide it. */
@Injectable()
export class ListingReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reviews: ListingReviewRepository,
    private readonly listings: ReviewedListings,
    private readonly vacancyReader: VacancyReader,
    private readonly benefitReader: BenefitReader,
    private readonly reader: ListingReviewReader,
    private readonly flow: ListingReviewFlow,
    private readonly seal: ListingReviewSeal,
  ) {}

  @Handles(listingReviewContract.reportVacancy)
  reportVacancy(request: ReportVacancy, call: CallContext): Promise<Outcome<ListingReportReceipt>> {
    return this.transactions.command(call, listingReviewContract.reportVacancy, request, async (tx) => {
      tx.authorise(actions.reportListing, {});
      const listing = await this.listings.lock(tx, 'vacancy', request.vacancyId);
      const { vacancy } = await this.vacancyReader.seen(tx, request.vacancyId);
      return this.report(tx, listing, { ...request, isShown: isVacancyShown(vacancy, tx.now) });
    });
  }

  @Handles(listingReviewContract.reportBenefit)
  reportBenefit(request: ReportBenefit, call: CallContext): Promise<Outcome<ListingReportReceipt>> {
    return this.transactions.command(call, listingReviewContract.reportBenefit, request, async (tx) => {
      tx.authorise(actions.reportListing, {});
      const listing = await this.listings.lock(tx, 'benefit', request.benefitId);
      const benefit = await this.benefitReader.visible(tx, request.benefitId);
      return this.report(tx, listing, { ...request, isShown: isBenefitShown(benefit, tx.now) });
    });
  }

  @Handles(listingReviewContract.decide)
  decide(request: DecideListingReview, call: CallContext): Promise<Outcome<ListingReviewView>> {
    return this.transactions.command(call, listingReviewContract.decide, request, async (tx) => {
      tx.authorise(actions.seeVacancies, {});
      const { reviewId, decision, reason } = request;
      const found = await this.reviews.find(tx, reviewId);
      const listing = found && (await this.listings.lock(tx, found.listingKind, found.listingId));
      const before = await this.reviews.lock(tx, reviewId);
      if (listing === null || before === null) throw new DomainError('NOT_FOUND');
      const roles = await this.reader.rolesOf(tx, before, listing.writtenBy);
      if (!isWhoDecides(decision, before, roles)) throw new DomainError('NOT_PERMITTED');
      requireVersion(tx, before.version);
      const state = stateAfter(before.state, decision);
      if (decision === 'hide') await this.listings.hide(tx, listing, reason);
      if (decision === 'show') await this.listings.show(tx, listing);
      const row = await this.flow.save(tx, before, {
        state,
        reason,
        hiddenAbove: decision === 'hide' && roles.isAbove,
        decidedBy: tx.personId,
        decidedAt: tx.now,
      });
      await this.reviews.endReports(tx, row.id, reportStateAfter(state));
      await this.flow.planTelling(tx, row.id);
      await this.flow.follow(tx, row, listing);
      if (decision !== 'keep')
        await this.flow.tellPublisher(tx, row, {
          listing,
          kind: decision === 'hide' ? 'listingHidden' : 'listingShownAgain',
          exceptIds: [tx.personId],
        });
      return this.reader.view(tx, row);
    });
  }

  /**
   * The lock of the listing keeps two first reports to one review. Not in the trail, whose lines name who has acted:
   * nobody learns who has reported.
   */
  private async report(
    tx: Transaction,
    listing: ReviewedListing | null,
    { ground, words, isShown }: Report & { readonly isShown: boolean },
  ): Promise<ListingReportReceipt> {
    if (listing === null) throw new DomainError('NOT_FOUND');
    const { actor } = tx.call;
    if (actor !== null && isSelf(actor, listing.writtenBy)) throw new DomainError('NOT_PERMITTED');
    if (!isShown) throw new DomainError('LISTING_NOT_SHOWN');
    requireWords(ground, words);
    if (await this.reviews.hasReported(tx, listing.kind, listing.id))
      throw new DomainError('LISTING_REPORTED_BEFORE');
    const review = await this.openReview(tx, listing);
    const id = newId();
    const said = words?.trim();
    await this.reviews.addReport(tx, {
      id,
      reviewId: review.id,
      personId: tx.personId,
      ground,
      sealedWords: said ? this.seal.seal('report', id, said) : null,
      state: 'waiting',
      reportedAt: tx.now,
      notifiedAt: null,
    });
    await this.flow.follow(tx, review, listing);
    await this.flow.planCounting(tx, review.id);
    return { reportedAt: tx.now.toISOString() };
  }

  /** What waits about a listing, or what begins, or begins anew, with this report. */
  private async openReview(tx: Transaction, listing: ReviewedListing): Promise<ListingReviewRow> {
    const known = await this.reviews.lockOf(tx, listing.kind, listing.id);
    if (known !== null && isOpen(known.state)) return known;
    const opened = { state: 'reported', openedAt: tx.now } as const;
    if (known !== null) {
      const row = { ...known, ...opened, version: known.version + 1 };
      await this.reviews.update(tx, row);
      return row;
    }
    const row: ListingReviewRow = {
      ...opened,
      id: newId(),
      version: 1,
      listingKind: listing.kind,
      listingId: listing.id,
      unionId: listing.unionId,
      hiddenAbove: false,
      reason: null,
      decidedBy: null,
      decidedAt: null,
    };
    await this.reviews.insert(tx, row);
    return row;
  }
}
