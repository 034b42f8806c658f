import { Injectable } from '@nestjs/common';
import type { SeatState } from '@gongxiang/contracts/sharing/sharing-events';
import type { Transaction } from '@gongxiang/persistence';

/** What a notice says of an activity. */
interface NoticedActivity {
  /** Null of what a person plans, and has not published: it is theirs, and may be erased. */
  readonly title: string | null;
  readonly timeZone: string;
}

@Injectable()
export class NoticeSubjectRepository {
  async activities(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, NoticedActivity>> {
    if (ids.length === 0) return new Map();
    const rows: (NoticedActivity & { id: string })[] = await tx.sql.query(
      `SELECT id, CASE WHEN organiser_kind <> 'person' OR published_at IS NOT NULL THEN title END AS title,
         time_zone AS "timeZone"
       FROM activity WHERE id = ANY($1)`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, ...activity }) => [id, activity]));
  }

  /** People with a seat, an offer or a waitlist place at a time, in id order. */
  async takingPart(
    tx: Transaction,
    activityId: string,
    { registeredUntil, after }: { readonly registeredUntil: string; readonly after: string | null },
    limit: number,
  ): Promise<{ personId: string; state: SeatState }[]> {
    return tx.sql.query(
      `SELECT person_id AS "personId", state FROM registration
       WHERE activity_id = $1 AND state IN ('confirmed', 'held', 'waitlisted') AND registered_at <= $2
         AND ($3::uuid IS NULL OR person_id > $3)
       ORDER BY person_id LIMIT $4`,
      [activityId, registeredUntil, after, limit],
    );
  }
}
