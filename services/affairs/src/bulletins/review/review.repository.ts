import { Injectable } from '@nestjs/common';
import type { BulletinReportGround } from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { type ReportTotals, reportTotals, reviewsWithin } from '../../reference/reviews.js';
import { overReviewStates } from './review.model.js';
import { BulletinReportRow, BulletinReviewEntryRow, BulletinReviewRow } from './review.entity.js';

/** What became of reported bulletins in a span of time. */
export interface ReviewSums {
  readonly reported: number;
  readonly hidden: number;
  readonly restored: number;
}

@Injectable()
export class ReviewRepository {
  find(tx: Transaction, id: string): Promise<BulletinReviewRow | null> {
    return tx.sql.findOne(BulletinReviewRow, { where: { id } });
  }

  lock(tx: Transaction, id: string): Promise<BulletinReviewRow | null> {
    return tx.sql.findOne(BulletinReviewRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The newest of a bulletin; its bulletin has to be locked. */
  async lockNewest(tx: Transaction, bulletinId: string): Promise<BulletinReviewRow | null> {
    const [row] = await tx.sql.find(BulletinReviewRow, {
      where: { bulletinId },
      order: { id: 'DESC' },
      take: 1,
      lock: { mode: 'pessimistic_write' },
    });
    return row ?? null;
  }

  async insert(tx: Transaction, row: BulletinReviewRow): Promise<void> {
    await tx.sql.insert(BulletinReviewRow, row);
  }

  async update(tx: Transaction, row: BulletinReviewRow): Promise<void> {
    await tx.sql.update(BulletinReviewRow, { id: row.id }, row);
  }

  /** The review has to be locked. */
  async addEntry(tx: Transaction, entry: Omit<BulletinReviewEntryRow, 'sequence'>): Promise<void> {
    const sequence =
      1 + (await tx.sql.count(BulletinReviewEntryRow, { where: { reviewId: entry.reviewId } }));
    await tx.sql.insert(BulletinReviewEntryRow, { ...entry, sequence });
  }

  /** In the order in which they happened. */
  entries(tx: Transaction, reviewId: string): Promise<BulletinReviewEntryRow[]> {
    return tx.sql.find(BulletinReviewEntryRow, { where: { reviewId }, order: { sequence: 'ASC' } });
  }

  async addReport(tx: Transaction, row: BulletinReportRow): Promise<void> {
    await tx.sql.insert(BulletinReportRow, row);
  }

  /** Whether somebody has reported it, under any of their ids. */
  async hasReported(tx: Transaction, reviewId: string, personIds: readonly string[]): Promise<boolean> {
    return (await tx.sql.count(BulletinReportRow, { where: { reviewId, personId: In([...personIds]) } })) > 0;
  }

  /** The newest first. */
  reports(tx: Transaction, reviewId: string, limit: number): Promise<BulletinReportRow[]> {
    return tx.sql.find(BulletinReportRow, { where: { reviewId }, order: { id: 'DESC' }, take: limit });
  }

  /** The next of those who have reported it, in the order of their ids. */
  async reporters(
    tx: Transaction,
    reviewId: string,
    page: { readonly afterId: string | null; readonly limit: number },
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT r.person_id AS "personId" FROM bulletin_report r
       WHERE r.review_id = $1 AND ($2::uuid IS NULL OR r.person_id > $2) ORDER BY r.person_id LIMIT $3`,
      [reviewId, page.afterId, page.limit],
    );
    return rows.map(({ personId }) => personId);
  }

  totals(
    tx: Transaction,
    reviewIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReportTotals<BulletinReportGround>>> {
    return reportTotals(tx, 'bulletin_report', reviewIds);
  }

  /** Those of the unions in some subtrees, the newest first. */
  page(
    tx: Transaction,
    filter: {
      readonly paths: readonly string[];
      readonly bulletinId?: string;
      readonly over?: boolean;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<BulletinReviewRow[]> {
    return reviewsWithin(tx, BulletinReviewRow, filter, (query) => {
      if (filter.over !== undefined)
        query.andWhere(`r.state ${filter.over ? '' : 'NOT '}IN (:...overStates)`, {
          overStates: overReviewStates,
        });
      if (filter.bulletinId !== undefined)
        query.andWhere('r.bulletin_id = :bulletinId', { bulletinId: filter.bulletinId });
    });
  }

  async sums(tx: Transaction, { from, to }: { readonly from: Date; readonly to: Date }): Promise<ReviewSums> {
    const rows: ReviewSums[] = await tx.sql.query(
      `SELECT count(*) FILTER (WHERE opened_at >= $1 AND opened_at < $2)::int AS reported,
         count(*) FILTER (WHERE hidden_at >= $1 AND hidden_at < $2)::int AS hidden,
         count(*) FILTER (WHERE restored_at >= $1 AND restored_at < $2)::int AS restored
       FROM bulletin_review`,
      [from, to],
    );
    return rows[0] ?? { reported: 0, hidden: 0, restored: 0 };
  }
}
