import { Injectable } from '@nestjs/common';
import type { ListAnnouncements } from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { networkTimeZone } from '@gongxiang/domain';
import {
  decodeCursor,
  escapeLike,
  newestWithin,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import type { SelectQueryBuilder } from 'typeorm';
import { AnnouncementRow } from './announcement.entity.js';
import type { AnnouncementNames } from './announcement.view.js';

@Injectable()
export class AnnouncementRepository {
  findById(tx: Transaction, id: string): Promise<AnnouncementRow | null> {
    return tx.sql.findOneBy(AnnouncementRow, { id });
  }

  /** Editing, sending and withdrawing serialise on this lock. */
  lockById(tx: Transaction, id: string): Promise<AnnouncementRow | null> {
    return tx.sql.findOne(AnnouncementRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** What the unions, clubs and activities are called that these name, by announcement. */
  async namesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, AnnouncementNames>> {
    const rows: (AnnouncementNames & { readonly id: string })[] = await tx.sql.query(
      `SELECT n.id, coalesce(u.name, '') AS "unionName", coalesce(au.name, c.name, g.name, aa.title, '') AS "audienceName",
         a.title AS "activityTitle"
       FROM announcement n LEFT JOIN union_ref u ON u.id = n.union_id LEFT JOIN activity a ON a.id = n.activity_id
       LEFT JOIN union_ref au ON au.id = n.audience_id AND n.audience_kind IN ('union', 'notReached')
       LEFT JOIN party_ref c ON c.kind = 'club' AND c.id = n.audience_id AND n.audience_kind = 'club'
       LEFT JOIN group_ref g ON g.id = n.audience_id AND n.audience_kind = 'group'
       LEFT JOIN activity aa ON aa.id = n.audience_id AND n.audience_kind IN ('registered', 'attended')
       WHERE n.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, ...names }) => [id, names]));
  }

  /** How many others of a union leave, or have left, on the day of that moment; what was withdrawn before it left is none. */
  async countOnDay(
    tx: Transaction,
    { id, unionId }: Pick<AnnouncementRow, 'id' | 'unionId'>,
    at: Date,
  ): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM announcement
       WHERE union_id = $1 AND writer = 'union' AND id <> $2 AND state <> 'draft' AND (state <> 'withdrawn' OR started_at IS NOT NULL)
         AND (send_at AT TIME ZONE $4)::date = ($3::timestamptz AT TIME ZONE $4)::date`,
      [unionId, id, at, networkTimeZone],
    );
    return rows[0]?.count ?? 0;
  }

  /** The same of a club or a group, in the week of that moment, which begins on Monday. */
  async countOwnInWeek(
    tx: Transaction,
    { id, audienceId }: Pick<AnnouncementRow, 'id' | 'audienceId'>,
    at: Date,
  ): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM announcement
       WHERE audience_id = $1 AND writer <> 'union' AND id <> $2 AND state <> 'draft'
         AND (state <> 'withdrawn' OR started_at IS NOT NULL)
         AND date_trunc('week', send_at, $4) = date_trunc('week', $3::timestamptz, $4)`,
      [audienceId, id, at, networkTimeZone],
    );
    return rows[0]?.count ?? 0;
  }

  async insert(tx: Transaction, row: AnnouncementRow): Promise<void> {
    await tx.sql.insert(AnnouncementRow, row);
  }

  async update(tx: Transaction, row: AnnouncementRow): Promise<void> {
    await tx.sql.update(AnnouncementRow, { id: row.id }, row);
  }

  /** Of unions in these subtrees, the newest first. */
  list(tx: Transaction, filter: ListAnnouncements, paths: readonly string[]): Promise<AnnouncementRow[]> {
    const query = filtered(tx, filter);
    return newestWithin(tx, query, subtreesOf(paths, filter), (union) => `a.union_id = ${union}`);
  }

  /** What a club or a group has written, the newest first. */
  listOwn(tx: Transaction, filter: ListAnnouncements, writerId: string): Promise<AnnouncementRow[]> {
    return filtered(tx, filter)
      .andWhere(`a.audience_id = :writerId AND a.writer <> 'union'`, { writerId })
      .getMany();
  }
}

function filtered(tx: Transaction, filter: ListAnnouncements): SelectQueryBuilder<AnnouncementRow> {
  const query = tx.sql
    .createQueryBuilder(AnnouncementRow, 'a')
    .orderBy('a.id', 'DESC')
    .limit(rowsFor(filter.limit));
  const cursor = decodeCursor(filter.cursor, 1);
  if (cursor !== null) query.andWhere('a.id < :before', { before: cursor[0] });
  if (filter.state !== undefined) query.andWhere('a.state = :state', { state: filter.state });
  if (filter.q !== undefined)
    query.andWhere('a.title LIKE :pattern', { pattern: `%${escapeLike(filter.q)}%` });
  return query;
}
