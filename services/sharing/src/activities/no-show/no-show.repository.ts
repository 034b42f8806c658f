import { Injectable } from '@nestjs/common';
import type { NoShowState } from '@gongxiang/contracts/sharing/activities/no-show.contract';
import { newId } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { NoShowReviewRow } from './no-show.entity.js';
import type { NoShowRecord } from './no-show.model.js';

/** A no-show with its review. */
export interface FoundNoShow {
  readonly id: string;
  /** The version of the review; 1 without one. */
  readonly version: number;
  readonly activityId: string;
  readonly activityTitle: string;
  readonly personId: string;
  readonly maskedName: string | null;
  readonly unionName: string | null;
  readonly occurredAt: Date;
  readonly state: NoShowState;
  readonly appealText: string | null;
  readonly appealedAt: Date | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
}

export interface NoShowCount {
  readonly activityId: string;
  readonly activityTitle: string;
  readonly startsAt: Date;
  readonly registered: number;
  readonly noShows: number;
  readonly excused: number;
}

/** A correction of the attendance may show that the person was there, whatever was decided before. */
const attended = `EXISTS (SELECT 1 FROM attendance f
  WHERE f.activity_id = n.activity_id AND f.person_id = n.person_id)`;

const stateColumn = `CASE WHEN ${attended} THEN 'attended' WHEN v.excused THEN 'excused'
  WHEN v.excused IS FALSE THEN 'upheld' WHEN v.appealed_at IS NOT NULL THEN 'appealed' ELSE 'counted' END`;

const joined = `no_show n LEFT JOIN no_show_review v ON v.activity_id = n.activity_id AND v.person_id = n.person_id`;

const found = `SELECT n.id, coalesce(v.version, 0) + 1 AS version, n.activity_id AS "activityId",
    a.title AS "activityTitle", n.person_id AS "personId", m.masked_name AS "maskedName", u.name AS "unionName",
    n.occurred_at AS "occurredAt", ${stateColumn} AS state, v.appeal_text AS "appealText",
    v.appealed_at AS "appealedAt", v.decision_reason AS "decisionReason", v.decided_at AS "decidedAt"
  FROM ${joined} JOIN activity a ON a.id = n.activity_id
  LEFT JOIN member_ref m ON m.person_id = n.person_id LEFT JOIN union_ref u ON u.id = m.union_id`;

@Injectable()
export class NoShowRepository {
  /**
   * People who had a seat to the end and did not come. Waitlisted, offered and cancelled registrations had none;
   * people admitted against the rules were there. Leaving early is no absence.
   */
  async absent(tx: Transaction, activityId: string): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT n.person_id AS "personId" FROM registration n
       WHERE n.activity_id = $1 AND n.state = 'confirmed' AND NOT ${attended}
       AND NOT EXISTS (SELECT 1 FROM door_movement o WHERE o.activity_id = n.activity_id
                       AND o.person_id = n.person_id AND o.direction = 'in' AND o.admitted)
       ORDER BY n.person_id`,
      [activityId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Once per person and activity: recording it again changes nothing. */
  async record(
    tx: Transaction,
    activity: { readonly id: string; readonly unionId: string; readonly startsAt: Date },
    personIds: readonly string[],
  ): Promise<void> {
    await tx.sql.query(
      `INSERT INTO no_show (activity_id, person_id, id, union_id, occurred_at)
       SELECT $1, p.person_id, p.id, $2, $3 FROM unnest($4::uuid[], $5::uuid[]) AS p(person_id, id)
       ON CONFLICT (activity_id, person_id) DO NOTHING`,
      [activity.id, activity.unionId, activity.startsAt, personIds, personIds.map(() => newId())],
    );
  }

  /** What counts against these persons at the activities of a union; people without no-shows are left out. */
  async recordsOf(
    tx: Transaction,
    { unionId, personIds, since }: { unionId: string; personIds: readonly string[]; since: Date },
  ): Promise<ReadonlyMap<string, NoShowRecord>> {
    const rows: (NoShowRecord & { personId: string })[] = await tx.sql.query(
      `SELECT present_person(n.person_id) AS "personId", count(*)::int AS count, max(n.occurred_at) AS "lastAt" FROM ${joined}
       WHERE n.person_id = ANY(ARRAY(SELECT from_id FROM person_alias WHERE into_id = ANY($1)) || $1::uuid[])
       AND n.union_id = $2 AND n.occurred_at >= $3
       AND v.excused IS NOT TRUE AND NOT ${attended} GROUP BY 1`,
      [personIds, unionId, since],
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }

  async findById(tx: Transaction, id: string): Promise<FoundNoShow | null> {
    const rows: FoundNoShow[] = await tx.sql.query(`${found} WHERE n.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Those of an activity with an appeal on which nobody has decided, whether or not the person came after all. */
  async appealedAt(tx: Transaction, activityId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT n.id FROM ${joined}
       WHERE n.activity_id = $1 AND v.appealed_at IS NOT NULL AND v.excused IS NULL ORDER BY n.id`,
      [activityId],
    );
    return rows.map(({ id }) => id);
  }

  /** Latest first. */
  ofPerson(
    tx: Transaction,
    personId: string,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<FoundNoShow[]> {
    const cursor = decodeCursor(page.cursor, 2) ?? [null, null];
    return tx.sql.query(
      `${found} WHERE n.person_id = ANY(person_ids($1))
       AND ($2::timestamptz IS NULL OR (n.occurred_at, n.id) < ($2::timestamptz, $3::uuid))
       ORDER BY n.occurred_at DESC, n.id DESC LIMIT $4`,
      [personId, cursor[0], cursor[1], rowsFor(page.limit)],
    );
  }

  /** In person id order. */
  ofActivity(
    tx: Transaction,
    filter: {
      readonly activityId: string;
      readonly state?: NoShowState;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<FoundNoShow[]> {
    const cursor = decodeCursor(filter.cursor, 1) ?? [null];
    return tx.sql.query(
      `${found} WHERE n.activity_id = $1 AND ($2::text IS NULL OR ${stateColumn} = $2)
       AND ($3::uuid IS NULL OR n.person_id > $3) ORDER BY n.person_id LIMIT $4`,
      [filter.activityId, filter.state ?? null, cursor[0], rowsFor(filter.limit)],
    );
  }

  /** The closed activities of a union, latest first. */
  counts(
    tx: Transaction,
    filter: { readonly unionId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<NoShowCount[]> {
    const cursor = decodeCursor(filter.cursor, 2) ?? [null, null];
    return tx.sql.query(
      `SELECT a.id AS "activityId", a.title AS "activityTitle", a.starts_at AS "startsAt", r.registered,
              c."noShows", c.excused
       FROM (SELECT id, title, starts_at FROM activity WHERE union_id = $1 AND state = 'closed'
             AND ($2::timestamptz IS NULL OR (starts_at, id) < ($2::timestamptz, $3::uuid))
             ORDER BY starts_at DESC, id DESC LIMIT $4) a,
       LATERAL (SELECT count(*)::int AS registered FROM registration
                WHERE activity_id = a.id AND state = 'confirmed') r,
       LATERAL (SELECT count(*)::int AS "noShows",
                       count(*) FILTER (WHERE v.excused OR ${attended})::int AS excused
                FROM ${joined} WHERE n.activity_id = a.id) c
       ORDER BY a.starts_at DESC, a.id DESC`,
      [filter.unionId, cursor[0], cursor[1], rowsFor(filter.limit)],
    );
  }

  /** Under the lock of the activity; only the given fields change. */
  async review(
    tx: Transaction,
    { activityId, personId }: { readonly activityId: string; readonly personId: string },
    said: Partial<Omit<NoShowReviewRow, 'activityId' | 'personId' | 'version'>>,
  ): Promise<void> {
    const before = await tx.sql.findOneBy(NoShowReviewRow, { activityId, personId });
    const version = (before?.version ?? 0) + 1;
    if (before === null) await tx.sql.insert(NoShowReviewRow, { activityId, personId, version, ...said });
    else await tx.sql.update(NoShowReviewRow, { activityId, personId }, { version, ...said });
  }
}
