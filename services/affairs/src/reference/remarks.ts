import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';

/** Who reads a list: what is hidden or waits is there for its author, and for moderators. */
export interface RemarkReader {
  readonly personIds: readonly string[];
  readonly isModerator: boolean;
}

/** What somebody has said against something that another has written. */
export interface RemarkReport {
  readonly id: string;
  readonly remarkId: string;
  readonly sealedWords: string | null;
  readonly reportedAt: Date;
}

/** A table of reports, with the columns of what was reported and of where that stands. */
export type RemarkReportTable =
  | { readonly table: 'circle_report'; readonly remark: 'post_id'; readonly place: 'circle_id' }
  | {
      readonly table: 'bulletin_comment_report';
      readonly remark: 'comment_id';
      readonly place: 'bulletin_id';
    };

/** Condition on a row `p`, with the values of a {@link RemarkReader}. */
export const remarkShownTo = `(p.state = 'shown'
  OR (p.state IN ('hidden', 'waiting') AND (:isModerator OR p.person_id = ANY(:personIds))))`;

/** Condition on a row `p`: its author appeals against its hiding. */
export const appealWaits = `p.state = 'hidden' AND p.appealed_at IS NOT NULL AND p.refused_at IS NULL`;

/** Whether somebody has reported it under one of their ids, and that waits. */
export async function hasReported(
  tx: Transaction,
  { table, remark }: RemarkReportTable,
  { remarkId, personIds }: { readonly remarkId: string; readonly personIds: readonly string[] },
): Promise<boolean> {
  const rows: unknown[] = await tx.sql.query(
    `SELECT FROM ${table} WHERE ${remark} = $1 AND person_id = ANY($2::uuid[]) AND state = 'waiting' LIMIT 1`,
    [remarkId, [...personIds]],
  );
  return rows.length > 0;
}

/** On which of some a report waits. */
export async function reportedOf(
  tx: Transaction,
  { table, remark }: RemarkReportTable,
  remarkIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (remarkIds.length === 0) return new Set();
  const rows: { id: string }[] = await tx.sql.query(
    `SELECT DISTINCT ${remark} AS id FROM ${table} WHERE ${remark} = ANY($1::uuid[]) AND state = 'waiting'`,
    [[...remarkIds]],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Ends what waits about some. */
export async function endReports(
  tx: Transaction,
  { table, remark }: RemarkReportTable,
  remarkIds: readonly string[],
  state: 'upheld' | 'dismissed' | 'moot',
): Promise<void> {
  await tx.sql.query(
    `UPDATE ${table} SET state = $2 WHERE ${remark} = ANY($1::uuid[]) AND state = 'waiting'`,
    [[...remarkIds], state],
  );
}

/** What waits in one place, the oldest first. */
export function waitingReports(
  tx: Transaction,
  { table, remark, place }: RemarkReportTable,
  placeId: string,
  { cursor, limit }: { readonly cursor?: string; readonly limit?: number },
): Promise<RemarkReport[]> {
  const [after = null] = decodeCursor(cursor, 1) ?? [];
  return tx.sql.query(
    `SELECT id, ${remark} AS "remarkId", sealed_words AS "sealedWords", reported_at AS "reportedAt" FROM ${table}
     WHERE ${place} = $1 AND state = 'waiting' AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    [placeId, after, rowsFor(limit)],
  );
}
