import { Injectable } from '@nestjs/common';
import { type ListNotices, unreadShownMax } from '@gongxiang/contracts/notification/notice.contract';
import { kindsAbout } from '@gongxiang/contracts/notification/notice-kinds';
import type { KeptNotice, NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import { newId } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { NoticeRow, type NoticeTextRow } from './notice.entity.js';

/** A notice with what somebody has written in it. */
export type NoticeLine = NoticeRow & Pick<NoticeTextRow, 'subject' | 'text' | 'withdrawnAt'>;

const lines = `SELECT n.person_id AS "personId", n.id, n.kind, n.why, n.cause, n.about, n.title, n.values, n.time_zone AS "timeZone",
  n.text_id AS "textId", n.created_at AS "createdAt", n.read_at AS "readAt", x.subject, x.text,
  x.withdrawn_at AS "withdrawnAt"
  FROM notice n LEFT JOIN notice_text x ON x.id = n.text_id`;

@Injectable()
export class NoticeRepository {
  /** @returns the new ones: whoever was notified for the same cause before is left out */
  async insert(
    tx: Transaction,
    raised: NoticeRaised,
    personIds: readonly string[],
  ): Promise<{ id: string; personId: string }[]> {
    return tx.sql.query(
      `INSERT INTO notice (person_id, id, kind, why, cause, about, title, values, time_zone, text_id, created_at)
       SELECT person_id, id, $3, $4, $5, $6, $7, $8, $9, $10, $11
       FROM unnest($1::uuid[], $2::uuid[]) AS t(person_id, id)
       ON CONFLICT (person_id, cause) DO NOTHING RETURNING id, person_id AS "personId"`,
      [
        personIds,
        personIds.map(() => newId()),
        raised.kind,
        raised.why,
        raised.cause,
        raised.about,
        raised.title,
        raised.values,
        raised.timeZone,
        raised.textId,
        tx.now,
      ],
    );
  }

  /** With the id, the time and the reading of each. */
  async takeOver(tx: Transaction, notices: readonly KeptNotice[]): Promise<void> {
    await tx.sql.query(
      `INSERT INTO notice (person_id, id, kind, why, cause, about, title, values, time_zone, text_id, created_at, read_at)
       SELECT "personId", id, kind, why, cause, about, title, values, "timeZone", "textId", "createdAt", "readAt"
       FROM jsonb_to_recordset($1::jsonb) AS t("personId" uuid, id uuid, kind text, why text, cause text, about jsonb,
         title text, values jsonb, "timeZone" text, "textId" uuid, "createdAt" timestamptz, "readAt" timestamptz)
       ON CONFLICT (person_id, cause) DO NOTHING`,
      [JSON.stringify(notices)],
    );
  }

  /** A person's, newest first. */
  list(tx: Transaction, personId: string, filter: ListNotices): Promise<NoticeLine[]> {
    const cursor = decodeCursor(filter.cursor, 1);
    return tx.sql.query(
      `${lines} WHERE n.person_id = $1 AND ($2::uuid IS NULL OR n.id < $2) AND ($3::text IS NULL OR n.kind = $3)
       AND ($5::text[] IS NULL OR n.kind = ANY($5))
       ${filter.unread ? 'AND n.read_at IS NULL' : ''}
       ORDER BY n.id DESC LIMIT $4`,
      [
        personId,
        cursor?.[0] ?? null,
        filter.kind ?? null,
        rowsFor(filter.limit),
        filter.topic === undefined ? null : kindsAbout(filter.topic),
      ],
    );
  }

  async find(tx: Transaction, personId: string, id: string): Promise<NoticeLine | null> {
    const rows: NoticeLine[] = await tx.sql.query(`${lines} WHERE n.person_id = $1 AND n.id = $2`, [
      personId,
      id,
    ]);
    return rows[0] ?? null;
  }

  /** At most what a page can show. */
  async countUnread(tx: Transaction, personId: string): Promise<number> {
    const rows: { unread: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS unread
       FROM (SELECT 1 FROM notice WHERE person_id = $1 AND read_at IS NULL LIMIT ${unreadShownMax}) AS n`,
      [personId],
    );
    return rows[0]?.unread ?? 0;
  }

  async markRead(tx: Transaction, personId: string, id: string): Promise<void> {
    await tx.sql.query(
      `UPDATE notice SET read_at = $3 WHERE person_id = $1 AND id = $2 AND read_at IS NULL`,
      [personId, id, tx.now],
    );
  }

  /** Marks the unread notices of some causes as read. @returns which */
  async markSettled(tx: Transaction, causes: readonly string[]): Promise<{ id: string; personId: string }[]> {
    const [rows]: [{ id: string; personId: string }[], number] = await tx.sql.query(
      `UPDATE notice SET read_at = $2 WHERE cause = ANY($1) AND read_at IS NULL RETURNING id, person_id AS "personId"`,
      [causes, tx.now],
    );
    return rows;
  }

  /** Ids are in time order. */
  async markAllRead(tx: Transaction, personId: string, upTo: string): Promise<void> {
    await tx.sql.query(
      `UPDATE notice SET read_at = $3 WHERE person_id = $1 AND id <= $2 AND read_at IS NULL`,
      [personId, upTo, tx.now],
    );
  }

  /** How many have read each of these texts, of those whose notice still exists. */
  async readCounts(tx: Transaction, textIds: readonly string[]): Promise<{ textId: string; read: number }[]> {
    return tx.sql.query(
      `SELECT text_id AS "textId", count(*)::int AS read FROM notice
       WHERE text_id = ANY($1) AND read_at IS NOT NULL GROUP BY text_id`,
      [textIds],
    );
  }

  /** Inboxes that have a text, and in how many of them it is read. */
  async countOf(tx: Transaction, textId: string): Promise<{ delivered: number; read: number }> {
    const [counts]: { delivered: number; read: number }[] = await tx.sql.query(
      'SELECT count(*)::int AS delivered, count(read_at)::int AS read FROM notice WHERE text_id = $1',
      [textId],
    );
    return counts ?? { delivered: 0, read: 0 };
  }

  /** In two parts, as unread notices and read ones have an index each. */
  async countSince(tx: Transaction, from: Date): Promise<{ delivered: number; read: number }> {
    const [counts]: { unread: number; read: number }[] = await tx.sql.query(
      `SELECT (SELECT count(*)::int FROM notice WHERE read_at IS NULL AND created_at >= $1) AS unread,
         (SELECT count(*)::int FROM notice WHERE read_at >= $1 AND created_at >= $1) AS read`,
      [from],
    );
    const { unread, read } = counts ?? { unread: 0, read: 0 };
    return { delivered: unread + read, read };
  }

  /**
   * Deletes the oldest notices read before a time, and unread ones created before another.
   * @returns the number, at most `limit`
   */
  async erase(
    tx: Transaction,
    { readBefore, unreadSince }: { readonly readBefore: Date; readonly unreadSince: Date },
    limit: number,
  ): Promise<number> {
    const [rows]: [unknown[], number] = await tx.sql.query(
      `DELETE FROM notice WHERE ctid = ANY(ARRAY(
         (SELECT ctid FROM notice WHERE read_at < $1 ORDER BY read_at LIMIT $3)
         UNION ALL
         (SELECT ctid FROM notice WHERE read_at IS NULL AND created_at < $2 ORDER BY created_at LIMIT $3)
         LIMIT $3)) RETURNING 1`,
      [readBefore, unreadSince, limit],
    );
    return rows.length;
  }
}
