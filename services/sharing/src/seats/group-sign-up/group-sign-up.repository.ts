import { Injectable } from '@nestjs/common';
import { seatStates } from '@gongxiang/contracts/sharing/sharing-events';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

interface CountedActivity {
  readonly activityId: string;
  readonly activityTitle: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly signedUp: number;
}

/** Members who are in the group `$1` on the day `$2`. */
const peopleSql = `SELECT DISTINCT g.person_id FROM group_member_ref g JOIN member_ref m ON m.person_id = g.person_id
  WHERE g.group_id = $1 AND g.valid_from <= $2 AND (g.valid_to IS NULL OR g.valid_to > $2) AND m.state = 'active'`;

@Injectable()
export class GroupSignUpRepository {
  async countPeople(tx: Transaction, groupId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM (${peopleSql}) AS p`,
      [groupId, shanghaiDate(tx.now)],
    );
    return rows[0]?.count ?? 0;
  }

  /** What lies ahead, with how many of the group have a seat or wait for one, the next first. */
  ahead(tx: Transaction, groupId: string, limit: number): Promise<CountedActivity[]> {
    return tx.sql.query(
      `SELECT a.id AS "activityId", a.title AS "activityTitle", a.starts_at AS "startsAt", a.time_zone AS "timeZone",
         count(DISTINCT r.person_id)::int AS "signedUp"
       FROM (${peopleSql}) AS p JOIN registration r ON r.person_id = p.person_id AND r.state = ANY($3)
       JOIN activity a ON a.id = r.activity_id AND a.state = 'published' AND a.starts_at > $4
       GROUP BY a.id ORDER BY a.starts_at, a.id LIMIT $5`,
      [groupId, shanghaiDate(tx.now), seatStates, tx.now, limit],
    );
  }
}
