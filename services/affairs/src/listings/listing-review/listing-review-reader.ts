import { Injectable } from '@nestjs/common';
import {
  type ListingReviewId,
  type ListingReviewLine,
  listingReviewContract,
  listingReportsShownMax,
  type ListingReviewView,
  type ListListingReviews,
} from '@gongxiang/contracts/affairs/listings/listing-review.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, isSelf, mayDo, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { withUnions } from '../../reference/with-unions.js';
import { actions } from '../actions.js';
import type { ListingReviewRow } from './listing-review.entity.js';
import { decisionsOf, type ReviewRoles } from './listing-review.model.js';
import { ListingReviewRepository } from './listing-review.repository.js';
import { ListingReviewSeal } from './listing-review-seal.js';
import { ReviewedListings } from './reviewed-listings.js';

/** Reports on listings, for officers of the unions that have published them and of those above; never who made them. */
@Injectable()
export class ListingReviewReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly reviews: ListingReviewRepository,
    private readonly listings: ReviewedListings,
    private readonly references: ReferenceRepository,
    private readonly seal: ListingReviewSeal,
  ) {}

  @Handles(listingReviewContract.list)
  list(request: ListListingReviews, call: CallContext): Promise<Page<ListingReviewLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeVacancies, {});
      const paths = reachOf(call.actor, actions.decideOnListings);
      const page = toPage(await this.reviews.page(tx, { ...request, paths }), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
      return { ...page, items: await this.lines(tx, page.items) };
    });
  }

  @Handles(listingReviewContract.get)
  get({ reviewId }: ListingReviewId, call: CallContext): Promise<ListingReviewView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeVacancies, {});
      const row = await this.reviews.find(tx, reviewId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.view(tx, row);
    });
  }

  /** @throws DomainError `NOT_FOUND` to whom it does not concern */
  async view(tx: Transaction, row: ListingReviewRow): Promise<ListingReviewView> {
    const listing = (await this.listings.byIds(tx, [row.listingId])).get(row.listingId);
    const [line] = await this.lines(tx, [row]);
    if (listing === undefined || line === undefined) throw new DomainError('NOT_FOUND');
    const roles = await this.rolesOf(tx, row, listing.writtenBy);
    const reports = await this.reviews.reports(tx, row.id, listingReportsShownMax);
    return {
      ...line,
      reportsShown: reports.map(({ id, ground, sealedWords, reportedAt }) => ({
        ground,
        words: this.seal.open('report', id, sealedWords),
        at: reportedAt.toISOString(),
      })),
      reason: row.reason,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decisions: decisionsOf(row, roles).map((decision) => ({ decision })),
    };
  }

  /** @throws DomainError `NOT_FOUND` unless the caller is an officer of its union or of one above */
  async rolesOf(tx: Transaction, row: ListingReviewRow, writtenBy: string): Promise<ReviewRoles> {
    const { actor } = tx.call;
    const union = await this.references.findUnion(tx, row.unionId);
    if (actor === null || union === null) throw new DomainError('NOT_FOUND');
    tx.authorise(actions.decideOnListings, { paths: [union.path] });
    const above = await this.references.unionAbove(tx, union.path);
    return {
      isDecider: !isSelf(actor, writtenBy),
      isAbove: mayDo(actor, actions.decideOnListings, { paths: [above?.path ?? union.path] }),
    };
  }

  private async lines(tx: Transaction, rows: readonly ListingReviewRow[]): Promise<ListingReviewLine[]> {
    const totals = await this.reviews.totals(
      tx,
      rows.map(({ id }) => id),
    );
    const listings = await this.listings.byIds(
      tx,
      rows.map(({ listingId }) => listingId),
    );
    return (await withUnions(tx, rows)).flatMap((row) => {
      const listing = listings.get(row.listingId);
      if (listing === undefined) return [];
      const { reports, grounds } = totals.get(row.id) ?? { reports: 0, grounds: [] };
      return [
        {
          id: row.id,
          version: row.version,
          kind: row.listingKind,
          listingId: row.listingId,
          title: listing.title,
          unionName: row.unionName,
          state: row.state,
          reports,
          grounds,
          openedAt: row.openedAt.toISOString(),
        },
      ];
    });
  }
}
