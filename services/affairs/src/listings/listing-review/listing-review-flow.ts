import { Injectable } from '@nestjs/common';
import { OnDue, raiseNotices, schedule, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ListingReviewRow } from './listing-review.entity.js';
import { awaitsOfReview, isHiddenBy } from './listing-review.model.js';
import { ListingReviewRepository } from './listing-review.repository.js';
import { type ReviewedListing, ReviewedListings } from './reviewed-listings.js';

/** Due work: it is counted how many have reported a listing. Its key is the id of the review. */
export const reportersCountingDue = 'listing-reporters-counting';
/** Due work: the next of those who have reported a listing are notified. Its key is the id of the review. */
export const reportersNotifyingDue = 'listing-reporters-notifying';

/** What one event notifies. */
const notifiedPerStep = 500;

/** What follows from reports and decisions. The listing is locked before its review. */
@Injectable()
export class ListingReviewFlow {
  constructor(
    private readonly reviews: ListingReviewRepository,
    private readonly listings: ReviewedListings,
  ) {}

  /** As due work: a trail that named who has acted would name who has reported it last. */
  @OnDue(reportersCountingDue)
  async count(tx: Transaction, id: string): Promise<void> {
    const found = await this.reviews.find(tx, id);
    const listing = found && (await this.listings.lock(tx, found.listingKind, found.listingId));
    const review = await this.reviews.lock(tx, id);
    if (listing === null || review === null) return;
    if (!isHiddenBy(review.state, await this.reviews.waitingReporters(tx, id))) return;
    await this.listings.hide(tx, listing, null);
    const row = await this.save(tx, review, { state: 'hiddenByReports' });
    await this.follow(tx, row, listing);
    await this.tellPublisher(tx, row, { listing, kind: 'listingHidden', exceptIds: [] });
  }

  /** One step; it schedules the next. */
  @OnDue(reportersNotifyingDue)
  async tellReporters(tx: Transaction, id: string): Promise<void> {
    const review = await this.reviews.find(tx, id);
    const untold = review === null ? [] : await this.reviews.untold(tx, id, notifiedPerStep);
    if (review === null || untold.length === 0) return;
    const listing = (await this.listings.byIds(tx, [review.listingId])).get(review.listingId);
    const kinds = { upheld: 'listingReportUpheld', dismissed: 'listingReportDismissed' } as const;
    for (const state of ['upheld', 'dismissed'] as const) {
      const personIds = untold.filter((one) => one.state === state).map(({ personId }) => personId);
      if (personIds.length > 0)
        await raiseNotices(tx, 'affairs', [
          {
            kind: kinds[state],
            why: 'reportedListing',
            personIds,
            about: {},
            title: listing?.title ?? null,
            cause: `${kinds[state]}/${id}`,
          },
        ]);
    }
    await this.reviews.markTold(
      tx,
      untold.map((one) => one.id),
    );
    if (untold.length === notifiedPerStep) await this.planTelling(tx, id);
  }

  async planCounting(tx: Transaction, id: string): Promise<void> {
    await schedule(tx, { kind: reportersCountingDue, key: id, at: tx.now });
  }

  async planTelling(tx: Transaction, id: string): Promise<void> {
    await schedule(tx, { kind: reportersNotifyingDue, key: id, at: tx.now });
  }

  /** Says whom a review waits for. It has to be locked. */
  async follow(tx: Transaction, review: ListingReviewRow, listing: ReviewedListing): Promise<void> {
    const awaits = awaitsOfReview(review, listing);
    await syncAwaits(tx, 'affairs', 'listing-review', [{ id: review.id, awaits }]);
  }

  async save(
    tx: Transaction,
    before: ListingReviewRow,
    changes: Partial<ListingReviewRow>,
  ): Promise<ListingReviewRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.reviews.update(tx, row);
    tx.audit({ noun: 'listing-review', id: row.id, before: auditedOf(before), after: auditedOf(row) });
    return row;
  }

  /** @param exceptIds whoever has decided it knows already */
  async tellPublisher(
    tx: Transaction,
    { id, version, unionId }: ListingReviewRow,
    about: {
      readonly listing: ReviewedListing;
      readonly kind: 'listingHidden' | 'listingShownAgain';
      readonly exceptIds: readonly string[];
    },
  ): Promise<void> {
    const { listing, kind, exceptIds } = about;
    await raiseNotices(tx, 'affairs', [
      {
        kind,
        why: 'publishesListing',
        about: { reviewId: id },
        title: listing.title,
        offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds },
        cause: `${kind}/${id}/${version}`,
      },
    ]);
  }
}

function auditedOf({ version, state, reason }: ListingReviewRow): Record<string, unknown> {
  return { version, state, reason };
}
