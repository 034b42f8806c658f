import { Injectable } from '@nestjs/common';
import type { ListingKind, ListingReportGround } from '@gongxiang/contracts/affairs/listings/listing-report';
import type { ListingReportState } from '@gongxiang/contracts/affairs/listings/listing-review.contract';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { type ReportTotals, reportTotals, reviewsWithin } from '../../reference/reviews.js';
import { ListingReportRow, ListingReviewRow } from './listing-review.entity.js';
import { openReviewStates } from './listing-review.model.js';

/** A report that was decided on. */
interface DecidedReport {
  readonly id: string;
  readonly personId: string;
  readonly state: ListingReportState;
}

@Injectable()
export class ListingReviewRepository {
  find(tx: Transaction, id: string): Promise<ListingReviewRow | null> {
    return tx.sql.findOne(ListingReviewRow, { where: { id } });
  }

  /** Its listing has to be locked before. */
  lock(tx: Transaction, id: string): Promise<ListingReviewRow | null> {
    return tx.sql.findOne(ListingReviewRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockOf(tx: Transaction, listingKind: ListingKind, listingId: string): Promise<ListingReviewRow | null> {
    return tx.sql.findOne(ListingReviewRow, {
      where: { listingKind, listingId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(tx: Transaction, row: ListingReviewRow): Promise<void> {
    await tx.sql.insert(ListingReviewRow, row);
  }

  async update(tx: Transaction, row: ListingReviewRow): Promise<void> {
    await tx.sql.update(ListingReviewRow, { id: row.id }, row);
  }

  async addReport(tx: Transaction, row: ListingReportRow): Promise<void> {
    await tx.sql.insert(ListingReportRow, row);
  }

  /** Whether the caller has reported a listing, under any of their ids. */
  async hasReported(tx: Transaction, listingKind: ListingKind, listingId: string): Promise<boolean> {
    const personIds = [tx.personId, ...(tx.call.actor?.formerIds ?? [])];
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM listing_report t JOIN listing_review r ON r.id = t.review_id
       WHERE r.listing_kind = $1 AND r.listing_id = $2 AND t.person_id = ANY($3::uuid[]) LIMIT 1`,
      [listingKind, listingId, personIds],
    );
    return rows.length > 0;
  }

  /** How many people have reports that wait; whoever was merged is one. */
  async waitingReporters(tx: Transaction, reviewId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(DISTINCT coalesce(a.into_id, t.person_id))::int AS count
       FROM listing_report t LEFT JOIN person_alias a ON a.from_id = t.person_id
       WHERE t.review_id = $1 AND t.state = 'waiting'`,
      [reviewId],
    );
    return rows[0]?.count ?? 0;
  }

  /** The newest first. */
  reports(tx: Transaction, reviewId: string, limit: number): Promise<ListingReportRow[]> {
    return tx.sql.find(ListingReportRow, { where: { reviewId }, order: { id: 'DESC' }, take: limit });
  }

  async endReports(tx: Transaction, reviewId: string, state: ListingReportState): Promise<void> {
    await tx.sql.update(ListingReportRow, { reviewId, state: 'waiting' }, { state });
  }

  /** Those who have yet to be told what came of their reports, under the id that they have now. */
  untold(tx: Transaction, reviewId: string, limit: number): Promise<DecidedReport[]> {
    return tx.sql.query(
      `SELECT t.id, coalesce(a.into_id, t.person_id) AS "personId", t.state
       FROM listing_report t LEFT JOIN person_alias a ON a.from_id = t.person_id
       WHERE t.review_id = $1 AND t.state <> 'waiting' AND t.notified_at IS NULL ORDER BY t.id LIMIT $2`,
      [reviewId, limit],
    );
  }

  async markTold(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.sql.update(ListingReportRow, { id: In([...ids]) }, { notifiedAt: tx.now });
  }

  totals(
    tx: Transaction,
    reviewIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReportTotals<ListingReportGround>>> {
    return reportTotals(tx, 'listing_report', reviewIds);
  }

  /** Those of the unions in some subtrees, the newest first. */
  page(
    tx: Transaction,
    filter: {
      readonly paths: readonly string[];
      readonly over?: boolean;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<ListingReviewRow[]> {
    return reviewsWithin(tx, ListingReviewRow, filter, (query) => {
      if (filter.over !== undefined)
        query.andWhere(`r.state ${filter.over ? 'NOT ' : ''}IN (:...openStates)`, {
          openStates: openReviewStates,
        });
    });
  }
}
