import { Injectable } from '@nestjs/common';
import { networkTimeZone, shanghaiDate } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In, MoreThan } from 'typeorm';
import { MemberRef } from '../../reference/reference.entity.js';
import {
  appealWaits,
  endReports,
  hasReported,
  type RemarkReader,
  type RemarkReport,
  remarkShownTo,
  reportedOf,
  waitingReports,
} from '../../reference/remarks.js';
import { strikeMonths, type Trust, trustOf } from '../trust/trust.model.js';
import { BulletinCommentReportRow, BulletinCommentRow } from './comment.entity.js';

interface PageFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

/** What waits under a bulletin. */
export interface WaitingComments {
  readonly comments: number;
  readonly reports: number;
  /** Two at most of those whose comments wait, and of those whose were reported. */
  readonly authorIds: readonly string[];
  readonly reportedIds: readonly string[];
  /** Appeals against a hiding, with two at most of those who appeal, and of those who have hidden. */
  readonly appeals: number;
  readonly appellantIds: readonly string[];
  readonly hiderIds: readonly string[];
}

const reports = { table: 'bulletin_comment_report', remark: 'comment_id', place: 'bulletin_id' } as const;

@Injectable()
export class CommentRepository {
  find(tx: Transaction, id: string): Promise<BulletinCommentRow | null> {
    return tx.sql.findOne(BulletinCommentRow, { where: { id } });
  }

  lock(tx: Transaction, id: string): Promise<BulletinCommentRow | null> {
    return tx.sql.findOne(BulletinCommentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byIds(tx: Transaction, ids: readonly string[]): Promise<BulletinCommentRow[]> {
    return tx.sql.find(BulletinCommentRow, { where: { id: In([...ids]) } });
  }

  async insert(tx: Transaction, row: BulletinCommentRow): Promise<void> {
    await tx.sql.insert(BulletinCommentRow, row);
  }

  async update(tx: Transaction, row: BulletinCommentRow): Promise<void> {
    await tx.sql.update(BulletinCommentRow, { id: row.id }, row);
  }

  /** Comments on a bulletin, the newest first. */
  ofBulletin(
    tx: Transaction,
    bulletinId: string,
    filter: PageFilter & RemarkReader & { readonly state?: 'waiting' | 'hidden' | 'appealed' },
  ): Promise<BulletinCommentRow[]> {
    const { cursor, limit, state, personIds, isModerator } = filter;
    const query = tx.sql
      .createQueryBuilder(BulletinCommentRow, 'p')
      .where('p.bulletinId = :bulletinId', { bulletinId })
      .andWhere(remarkShownTo, { personIds: [...personIds], isModerator })
      .orderBy('p.id', 'DESC')
      .limit(rowsFor(limit));
    if (state === 'appealed') query.andWhere(appealWaits);
    else if (state !== undefined) query.andWhere('p.state = :state', { state });
    const before = decodeCursor(cursor, 1)?.[0];
    if (before != null) query.andWhere('p.id < :before', { before });
    return query.getMany();
  }

  countShown(tx: Transaction, bulletinId: string): Promise<number> {
    return tx.sql.count(BulletinCommentRow, { where: { bulletinId, state: 'shown' } });
  }

  countSince(tx: Transaction, personIds: readonly string[], since: Date): Promise<number> {
    return tx.sql.count(BulletinCommentRow, {
      where: { personId: In([...personIds]), writtenAt: MoreThan(since) },
    });
  }

  /** Under which masked names some people write; whoever was erased has none. */
  async names(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await tx.sql.find(MemberRef, { where: { personId: In([...new Set(personIds)]) } });
    return new Map(rows.map(({ personId, maskedName }) => [personId, maskedName]));
  }

  /** How far somebody is trusted to write without being checked, like a union to publish. */
  async trustIn(tx: Transaction, personIds: readonly string[]): Promise<Trust> {
    const rows: { day: string }[] = await tx.sql.query(
      `SELECT ((c.struck_at AT TIME ZONE '${networkTimeZone}')::date)::text AS day FROM bulletin_comment c
       WHERE c.person_id = ANY($1::uuid[]) AND c.struck_at > $2::timestamptz - make_interval(months => $3, days => 2)`,
      [[...personIds], tx.now, strikeMonths],
    );
    return trustOf(
      rows.map(({ day }) => day),
      shanghaiDate(tx.now),
    );
  }

  async addReport(tx: Transaction, row: BulletinCommentReportRow): Promise<void> {
    await tx.sql.insert(BulletinCommentReportRow, row);
  }

  hasReported(tx: Transaction, commentId: string, personIds: readonly string[]): Promise<boolean> {
    return hasReported(tx, reports, { remarkId: commentId, personIds });
  }

  reported(tx: Transaction, commentIds: readonly string[]): Promise<ReadonlySet<string>> {
    return reportedOf(tx, reports, commentIds);
  }

  endReports(tx: Transaction, commentId: string, state: 'upheld' | 'dismissed' | 'moot'): Promise<void> {
    return endReports(tx, reports, [commentId], state);
  }

  waitingReports(tx: Transaction, bulletinId: string, page: PageFilter): Promise<RemarkReport[]> {
    return waitingReports(tx, reports, bulletinId, page);
  }

  async waiting(tx: Transaction, bulletinId: string): Promise<WaitingComments> {
    const [row] = (await tx.sql.query(
      `SELECT
         (SELECT count(*)::int FROM bulletin_comment WHERE bulletin_id = $1 AND state = 'waiting') AS comments,
         (SELECT count(*)::int FROM bulletin_comment_report WHERE bulletin_id = $1 AND state = 'waiting') AS reports,
         ARRAY(SELECT DISTINCT person_id FROM bulletin_comment
           WHERE bulletin_id = $1 AND state = 'waiting' LIMIT 2) AS "authorIds",
         ARRAY(SELECT DISTINCT c.person_id FROM bulletin_comment_report r JOIN bulletin_comment c ON c.id = r.comment_id
           WHERE r.bulletin_id = $1 AND r.state = 'waiting' LIMIT 2) AS "reportedIds",
         (SELECT count(*)::int FROM bulletin_comment p WHERE bulletin_id = $1 AND ${appealWaits}) AS appeals,
         ARRAY(SELECT DISTINCT person_id FROM bulletin_comment p
           WHERE bulletin_id = $1 AND ${appealWaits} LIMIT 2) AS "appellantIds",
         ARRAY(SELECT DISTINCT decided_by FROM bulletin_comment p
           WHERE bulletin_id = $1 AND ${appealWaits} LIMIT 2) AS "hiderIds"`,
      [bulletinId],
    )) as [WaitingComments];
    return row;
  }

  /** The bulletins under which a comment or an appeal of somebody waits, in the order in which they are locked. */
  async waitingOf(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT bulletin_id AS id FROM bulletin_comment p
       WHERE person_id = $1 AND (state = 'waiting' OR (${appealWaits})) ORDER BY 1`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes back what of somebody waits under a bulletin: comments, and appeals, whose words are gone. */
  async withdrawWaiting(tx: Transaction, bulletinId: string, personId: string): Promise<void> {
    await tx.sql.query(
      `UPDATE bulletin_comment p SET state = 'withdrawn', version = version + 1
       WHERE bulletin_id = $1 AND person_id = $2 AND (state = 'waiting' OR (${appealWaits}))`,
      [bulletinId, personId],
    );
  }
}
