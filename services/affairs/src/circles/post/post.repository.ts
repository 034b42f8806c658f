import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In, IsNull, MoreThan, Not } from 'typeorm';
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
import { CirclePostRow, CircleReportRow } from './post.entity.js';

interface PageFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

/** A name under which somebody writes, sealed in the place of their membership. */
export interface AuthorName {
  readonly personId: string;
  readonly memberId: string;
  readonly sealedName: string | null;
}

const reports = { table: 'circle_report', remark: 'post_id', place: 'circle_id' } as const;

@Injectable()
export class CirclePostRepository {
  find(tx: Transaction, id: string): Promise<CirclePostRow | null> {
    return tx.sql.findOne(CirclePostRow, { where: { id } });
  }

  lock(tx: Transaction, id: string): Promise<CirclePostRow | null> {
    return tx.sql.findOne(CirclePostRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byIds(tx: Transaction, ids: readonly string[]): Promise<CirclePostRow[]> {
    return tx.sql.find(CirclePostRow, { where: { id: In([...ids]) } });
  }

  async insert(tx: Transaction, row: CirclePostRow): Promise<void> {
    await tx.sql.insert(CirclePostRow, row);
  }

  async update(tx: Transaction, row: CirclePostRow): Promise<void> {
    await tx.sql.update(CirclePostRow, { id: row.id }, row);
  }

  /** A comment makes its post active, and changes nothing that its version says. */
  async touch(tx: Transaction, id: string): Promise<void> {
    await tx.sql.update(CirclePostRow, { id }, { activeAt: tx.now });
  }

  /** Posts of a circle: pinned ones first, then by the latest activity. */
  ofCircle(
    tx: Transaction,
    circleId: string,
    { cursor, limit, personIds, isModerator }: PageFilter & RemarkReader,
  ): Promise<CirclePostRow[]> {
    const query = tx.sql
      .createQueryBuilder(CirclePostRow, 'p')
      .where('p.circleId = :circleId AND p.postId IS NULL', { circleId })
      .andWhere(remarkShownTo, { personIds: [...personIds], isModerator })
      .orderBy('p.isPinned', 'DESC')
      .addOrderBy('p.activeAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .limit(rowsFor(limit));
    const [isPinned, activeAt, id] = decodeCursor(cursor, 3) ?? [null, null, null];
    if (id !== null)
      query.andWhere(
        '(p.is_pinned, p.active_at, p.id) < (:isPinned::bool, :activeAt::timestamptz, :id::uuid)',
        {
          isPinned,
          activeAt,
          id,
        },
      );
    return query.getMany();
  }

  /** What was hidden in a circle, posts and comments, the newest first. */
  hiddenIn(
    tx: Transaction,
    circleId: string,
    { cursor, limit, appealed }: PageFilter & { readonly appealed?: boolean },
  ): Promise<CirclePostRow[]> {
    const query = tx.sql
      .createQueryBuilder(CirclePostRow, 'p')
      .where(`p.circleId = :circleId AND p.state = 'hidden'`, { circleId })
      .orderBy('p.id', 'DESC')
      .limit(rowsFor(limit));
    if (appealed === true) query.andWhere(appealWaits);
    const before = decodeCursor(cursor, 1)?.[0];
    if (before != null) query.andWhere('p.id < :before', { before });
    return query.getMany();
  }

  /** Comments on a post, the oldest first. */
  commentsOn(
    tx: Transaction,
    postId: string,
    { cursor, limit, personIds, isModerator }: PageFilter & RemarkReader,
  ): Promise<CirclePostRow[]> {
    const query = tx.sql
      .createQueryBuilder(CirclePostRow, 'p')
      .where('p.postId = :postId', { postId })
      .andWhere(remarkShownTo, { personIds: [...personIds], isModerator })
      .orderBy('p.id', 'ASC')
      .limit(rowsFor(limit));
    const after = decodeCursor(cursor, 1)?.[0];
    if (after != null) query.andWhere('p.id > :after', { after });
    return query.getMany();
  }

  /** How many comments of each of some posts are shown. */
  async commentCounts(tx: Transaction, postIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (postIds.length === 0) return new Map();
    const rows: { id: string; count: number }[] = await tx.sql.query(
      `SELECT post_id AS id, count(*)::int AS count FROM circle_post
       WHERE post_id = ANY($1::uuid[]) AND state = 'shown' GROUP BY post_id`,
      [[...postIds]],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Under which names some people write in a circle. */
  async names(
    tx: Transaction,
    circleId: string,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, AuthorName>> {
    if (personIds.length === 0) return new Map();
    const rows: AuthorName[] = await tx.sql.query(
      `SELECT m.person_id AS "personId", m.id AS "memberId", m.sealed_name AS "sealedName" FROM circle_member m
       WHERE m.circle_id = $1 AND m.person_id = ANY($2::uuid[])`,
      [circleId, [...new Set(personIds)]],
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** How much somebody has written since a moment, in all circles. */
  countSince(
    tx: Transaction,
    personIds: readonly string[],
    { since, isComment }: { readonly since: Date; readonly isComment: boolean },
  ): Promise<number> {
    return tx.sql.count(CirclePostRow, {
      where: {
        personId: In([...personIds]),
        writtenAt: MoreThan(since),
        postId: isComment ? Not(IsNull()) : IsNull(),
      },
    });
  }

  async addReport(tx: Transaction, row: CircleReportRow): Promise<void> {
    await tx.sql.insert(CircleReportRow, row);
  }

  hasReported(tx: Transaction, postId: string, personIds: readonly string[]): Promise<boolean> {
    return hasReported(tx, reports, { remarkId: postId, personIds });
  }

  /** On which of some posts and comments a report waits. */
  reported(tx: Transaction, postIds: readonly string[]): Promise<ReadonlySet<string>> {
    return reportedOf(tx, reports, postIds);
  }

  /** Ends what waits about a post or a comment. */
  endReports(tx: Transaction, postId: string, state: 'upheld' | 'dismissed'): Promise<void> {
    return endReports(tx, reports, [postId], state);
  }

  /** What waits about a post that is gone is moot, and with it what waits about its comments. */
  async endReportsWithin(tx: Transaction, postId: string): Promise<void> {
    const comments: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT c.id FROM circle_report r JOIN circle_post c ON c.id = r.post_id
       WHERE c.post_id = $1 AND r.state = 'waiting'`,
      [postId],
    );
    await endReports(tx, reports, [postId, ...comments.map(({ id }) => id)], 'moot');
  }

  waitingReports(tx: Transaction, circleId: string, page: PageFilter): Promise<RemarkReport[]> {
    return waitingReports(tx, reports, circleId, page);
  }
}
