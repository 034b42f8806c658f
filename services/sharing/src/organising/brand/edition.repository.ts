import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { type Onlooker, seenBy } from '../../activities/activity/activity.repository.js';

/** The sums of the editions of one year; of all years if `year` is null. */
export interface YearSums {
  readonly year: number | null;
  readonly editions: number;
  readonly heads: number;
  readonly unions: number;
  /** Heads with a seat, and those of them that attended. */
  readonly seated: number;
  readonly seatedCame: number;
}

/** Reads the editions of brands: activities, with the facts frozen at their close. */
@Injectable()
export class EditionRepository {
  /** Visible editions, latest number first. */
  list(
    tx: Transaction,
    page: { readonly brandId: string; readonly cursor?: string; readonly limit?: number },
    onlooker: Onlooker,
  ): Promise<ActivityRow[]> {
    const query = tx.sql.createQueryBuilder(ActivityRow, 'a');
    seenBy(query, onlooker);
    query
      .andWhere(`a.brand IS NOT NULL AND a.brand->>'id' = :brandId`, { brandId: page.brandId })
      .orderBy(`CAST(a.brand->>'edition' AS integer)`, 'DESC');
    const cursor = decodeCursor(page.cursor, 1);
    if (cursor !== null)
      query.andWhere(`CAST(a.brand->>'edition' AS integer) < CAST(:edition AS integer)`, {
        edition: cursor[0],
      });
    return query.limit(rowsFor(page.limit)).getMany();
  }

  /** Attendance by activity; activities without any are left out. */
  async headsOf(tx: Transaction, activityIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { activityId: string; heads: number }[] = await tx.sql.query(
      `SELECT activity_id AS "activityId", sum(heads)::int AS heads FROM attendance
       WHERE activity_id = ANY($1) GROUP BY activity_id`,
      [activityIds],
    );
    return new Map(rows.map(({ activityId, heads }) => [activityId, heads]));
  }

  /** By the year of the start in the activity's zone, earliest first, and one row for all of them. */
  async sums(tx: Transaction, brandId: string): Promise<YearSums[]> {
    return tx.sql.query(
      `WITH held AS (
         SELECT a.id, a.union_id, a.co_hosts, extract(year FROM a.starts_at AT TIME ZONE a.time_zone)::int AS year
         FROM activity a WHERE a.brand IS NOT NULL AND a.brand->>'id' = $1 AND a.state = 'closed'),
       host AS (
         SELECT h.year, h.union_id FROM held h
         UNION ALL
         SELECT h.year, (c->>'unionId')::uuid FROM held h, jsonb_array_elements(h.co_hosts) c)
       SELECT h.year, count(*)::int AS editions, coalesce(sum(f.heads), 0)::int AS heads,
              coalesce(sum(f.seated), 0)::int AS "seatedCame", coalesce(sum(l.seated), 0)::int AS seated,
              (SELECT count(DISTINCT o.union_id)::int FROM host o WHERE h.year IS NULL OR o.year = h.year) AS unions
       FROM held h
       CROSS JOIN LATERAL (SELECT sum(heads) AS heads, sum(heads) FILTER (WHERE NOT walk_in) AS seated
                           FROM attendance WHERE activity_id = h.id) f
       CROSS JOIN LATERAL (SELECT sum(confirmed) AS seated FROM pool_line WHERE activity_id = h.id) l
       GROUP BY ROLLUP (h.year) ORDER BY h.year NULLS LAST`,
      [brandId],
    );
  }
}
