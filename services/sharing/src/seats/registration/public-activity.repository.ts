import { Injectable } from '@nestjs/common';
import type {
  ListPublicActivitiesRequest,
  PublicActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { beyondSubtree } from '@gongxiang/domain';
import { fullSql, phaseSql } from '../../activities/activity/activity-phase-sql.js';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';

type Instants = 'startsAt' | 'endsAt' | 'signUpOpensAt' | 'signUpClosesAt';

export type PublicActivity = Omit<PublicActivityView, Instants | 'phase'> &
  Readonly<Record<Instants, Date>> & { readonly isFull: boolean };

export interface PublicActivityDetail extends PublicActivity {
  readonly description: string | null;
  readonly hasConditions: boolean;
}

/**
 * Seats are counted only for the rows of the page: counting happens outside the query that finds them. A cap over the
 * whole activity limits the free seats.
 */
const publicSql = (found: string, more = ''): string => `
  SELECT a.id, a.title, a.kind, CASE WHEN a.organiser_kind <> 'person' THEN a.organiser_name END AS "organiserName",
    a.union_id AS "unionId", a.venue, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.time_zone AS "timeZone",
    a.sign_up_opens_at AS "signUpOpensAt", a.sign_up_closes_at AS "signUpClosesAt", a.cover, ${fullSql('a')} AS "isFull",
    coalesce(s.seats, 0) AS seats, least(coalesce(s.free, 0), (
      SELECT min(greatest(0, c.capacity - coalesce(s.taken, 0)))::int FROM seat_cap c
      WHERE c.activity_id = a.id AND c.union_id IS NULL)) AS "seatsFree"${more}
  FROM (${found}) a
  LEFT JOIN LATERAL (
    SELECT sum(p.capacity)::int AS seats, sum(greatest(0, p.capacity - t.heads))::int AS free,
      sum(t.heads)::int AS taken
    FROM pool p LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
    CROSS JOIN LATERAL (SELECT coalesce(l.confirmed + l.held, 0) AS heads) t
    WHERE p.activity_id = a.id) s ON true
  ORDER BY a.starts_at, a.id`;

/** Activities as anyone may see them. */
@Injectable()
export class PublicActivityRepository {
  async find(tx: Transaction, id: string): Promise<PublicActivityDetail | null> {
    const rows: PublicActivityDetail[] = await tx.sql.query(
      publicSql(
        `SELECT * FROM activity WHERE id = $1 AND state = 'published'`,
        `, a.description, a.eligibility IS NOT NULL AS "hasConditions"`,
      ),
      [id],
    );
    return rows[0] ?? null;
  }

  /** Published activities of a union and everything below it that have not begun; the next one first. */
  upcoming(
    tx: Transaction,
    unionPath: string,
    page: Pick<ListPublicActivitiesRequest, 'cursor' | 'limit' | 'phase'>,
  ): Promise<PublicActivity[]> {
    const cursor = decodeCursor(page.cursor, 2);
    const standing = page.phase === undefined ? 'true' : phaseSql(page.phase, 'activity', '$1::timestamptz');
    return tx.sql.query(
      publicSql(
        `SELECT * FROM activity WHERE state = 'published' AND starts_at > $1 AND union_path >= $2 AND union_path < $3
           AND ${standing}
           AND ($4::timestamptz IS NULL OR (starts_at, id) > ($4::timestamptz, $5::uuid))
         ORDER BY starts_at, id LIMIT $6`,
      ),
      [
        tx.now,
        unionPath,
        beyondSubtree(unionPath),
        cursor?.[0] ?? null,
        cursor?.[1] ?? null,
        rowsFor(page.limit),
      ],
    );
  }
}
