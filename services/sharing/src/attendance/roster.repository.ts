import { Injectable } from '@nestjs/common';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { standingOf } from './movement.repository.js';

/** A person the door may meet. */
export interface RosterRow {
  readonly personId: string;
  readonly registrationId: string | null;
  readonly checkInCode: string | null;
  readonly maskedName: string | null;
  readonly poolName: string | null;
  readonly state: RegistrationState | null;
  readonly heads: number;
  readonly personKnown: boolean;
  readonly isPresent: boolean;
  readonly cameHeads: number;
  readonly awayHeads: number;
  readonly admissions: number;
}

/** Registrations, and walk-ins without one. */
@Injectable()
export class RosterRepository {
  /** In person id order: sign-ups during the paging are not part of the snapshot. */
  list(
    tx: Transaction,
    filter: { activityId: string; cursor?: string; limit?: number },
  ): Promise<RosterRow[]> {
    const [after] = decodeCursor(filter.cursor, 1) ?? [null];
    return tx.sql.query(
      `SELECT l.*, m.masked_name AS "maskedName", m.person_id IS NOT NULL AS "personKnown",
              coalesce(d.came, 0) AS "cameHeads", coalesce(d.away, 0) AS "awayHeads",
              coalesce(d.admissions, 0) AS admissions
       FROM ((SELECT r.person_id AS "personId", r.id AS "registrationId", r.check_in_code AS "checkInCode",
                     p.name AS "poolName", r.state, r.heads,
                     EXISTS (SELECT 1 FROM attendance f
                             WHERE f.activity_id = $1 AND f.person_id = r.person_id) AS "isPresent"
              FROM (SELECT * FROM registration WHERE activity_id = $1 AND ($2::uuid IS NULL OR person_id > $2::uuid)
                    ORDER BY person_id LIMIT $3) r
              JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id)
             UNION ALL
             (SELECT f.person_id, NULL, NULL, NULL, NULL, f.heads, true
              FROM attendance f
              WHERE f.activity_id = $1 AND ($2::uuid IS NULL OR f.person_id > $2::uuid) AND ${withoutRegistration}
              ORDER BY f.person_id LIMIT $3)) l
       LEFT JOIN member_ref m ON m.person_id = l."personId"
       LEFT JOIN LATERAL (${standingOf('l."personId"')}) d ON true
       ORDER BY l."personId" LIMIT $3`,
      [filter.activityId, after, rowsFor(filter.limit)],
    );
  }

  async count(tx: Transaction, activityId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT (SELECT count(*) FROM registration WHERE activity_id = $1)::int
            + (SELECT count(*) FROM attendance f WHERE f.activity_id = $1 AND ${withoutRegistration})::int AS count`,
      [activityId],
    );
    return rows[0]?.count ?? 0;
  }
}

const withoutRegistration = `f.walk_in AND NOT EXISTS (
  SELECT 1 FROM registration x WHERE x.activity_id = $1 AND x.person_id = f.person_id)`;
