import { decodeCursor, newestWithin, rowsFor, subtreesOf, type Transaction } from '@gongxiang/persistence';
import type { EntityTarget, SelectQueryBuilder } from 'typeorm';

/** How many have reported something, and why. */
export interface ReportTotals<Ground> {
  readonly reviewId: string;
  readonly reports: number;
  readonly grounds: Ground[];
}

/** What was reported, by the id of the review. @param table of the reports, with `review_id` and `ground` */
export async function reportTotals<Ground>(
  tx: Transaction,
  table: 'bulletin_report' | 'listing_report',
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, ReportTotals<Ground>>> {
  const rows: ReportTotals<Ground>[] = await tx.sql.query(
    `SELECT review_id AS "reviewId", count(*)::int AS reports, array_agg(DISTINCT ground) AS grounds
     FROM ${table} WHERE review_id = ANY($1::uuid[]) GROUP BY review_id`,
    [[...reviewIds]],
  );
  return new Map(rows.map((row) => [row.reviewId, row]));
}

/** Reviews `r` of the unions in some subtrees, the newest first. @param narrow to those that are sought */
export function reviewsWithin<Row extends { readonly id: string }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  filter: { readonly paths: readonly string[]; readonly cursor?: string; readonly limit?: number },
  narrow: (query: SelectQueryBuilder<Row>) => void,
): Promise<Row[]> {
  const query = tx.sql.createQueryBuilder(entity, 'r').orderBy('r.id', 'DESC').limit(rowsFor(filter.limit));
  narrow(query);
  const cursor = decodeCursor(filter.cursor, 1);
  if (cursor !== null) query.andWhere('r.id < :before', { before: cursor[0] });
  return newestWithin(tx, query, subtreesOf(filter.paths), (union) => `r.union_id = ${union}`);
}
