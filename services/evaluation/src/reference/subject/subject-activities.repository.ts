import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { momentsOf, subjectColumns, type SubjectScope } from './subject-scope.model.js';

/** A closed activity of a subject, with the totals of its close and of the local facts. */
export interface HostedActivity {
  readonly subjectId: string;
  readonly id: string;
  readonly unionId: string;
  /** Null until its close has arrived. */
  readonly closedAt: Date | null;
  /** The day it ended, in Shanghai. */
  readonly endedOn: string;
  readonly factsHash: string;
  readonly registeredHeads: number;
  readonly capacity: number;
  readonly heads: number;
  /** Whether all facts counted by the close have arrived, by count and hash. */
  readonly isComplete: boolean;
  readonly costFen: string | null;
}

/** Attendance totals of a subject's activities. */
export interface AttendanceTotals {
  readonly subjectId: string;
  readonly unions: number;
  readonly classifiedHeads: number;
  readonly smallFirmHeads: number;
  readonly returningHeads: number;
}

/** Reads the activities of many subjects with a fixed number of statements. */
@Injectable()
export class SubjectActivities {
  /** Closed activities that ended within the days of the scope, in id order. */
  hostedBy(tx: Transaction, scope: SubjectScope): Promise<HostedActivity[]> {
    const { from, to } = momentsOf(scope);
    return tx.sql.query(
      `SELECT a.${subjectColumns[scope.kind]} AS "subjectId", a.id, a.union_id AS "unionId",
              c.closed_at AS "closedAt", (a.ends_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "endedOn",
              coalesce(c.facts_hash, '') AS "factsHash",
              coalesce(c.registered_heads, 0) AS "registeredHeads", coalesce(c.capacity, 0) AS capacity,
              f.heads, f.count = c.fact_count AND f.hash = c.facts_hash AS "isComplete", p.total AS "costFen"
       FROM activity_ref a
       LEFT JOIN activity_close c ON c.activity_id = a.id
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS count, coalesce(sum(heads), 0)::int AS heads,
                encode(sha256(convert_to(coalesce(string_agg(person_id || ':' || union_id || ':' || heads || chr(10), ''
                  ORDER BY person_id), ''), 'UTF8')), 'hex') AS hash
         FROM attendance_ref WHERE activity_id = a.id AND heads > 0) f
       CROSS JOIN LATERAL (
         SELECT sum(total_fen)::text AS total FROM cost_ref c WHERE activity_id = a.id
           AND NOT EXISTS (SELECT 1 FROM cost_reversal r WHERE r.cost_pool_id = c.cost_pool_id)) p
       WHERE a.${subjectColumns[scope.kind]} = ANY($1) AND a.state = 'closed'
         AND ($2::text <> 'club' OR a.organiser_kind = 'club')
         AND ($3::timestamptz IS NULL OR a.ends_at >= $3) AND ($4::timestamptz IS NULL OR a.ends_at < $4)
       ORDER BY a.id`,
      [scope.ids, scope.kind, from, to],
    );
  }

  attendance(tx: Transaction, held: readonly HostedActivity[]): Promise<AttendanceTotals[]> {
    return tx.sql.query(
      `SELECT h.subject_id AS "subjectId", count(DISTINCT a.union_id)::int AS unions,
              coalesce(sum(a.heads) FILTER (WHERE u.size_class <> 'unclassified'), 0)::int AS "classifiedHeads",
              coalesce(sum(a.heads) FILTER (WHERE u.size_class IN ('small', 'micro')), 0)::int AS "smallFirmHeads",
              coalesce(sum(a.heads) FILTER (WHERE EXISTS (
                SELECT 1 FROM attendance_ref e JOIN activity_ref b ON b.id = e.activity_id
                WHERE e.person_id = a.person_id AND e.heads > 0 AND b.id <> t.id AND b.union_id = t.union_id
                  AND b.ends_at <= t.ends_at AND b.ends_at > t.ends_at - interval '1 year')), 0)::int AS "returningHeads"
       FROM unnest($1::uuid[], $2::uuid[]) AS h(subject_id, activity_id)
       JOIN activity_ref t ON t.id = h.activity_id
       JOIN attendance_ref a ON a.activity_id = h.activity_id AND a.heads > 0
       LEFT JOIN union_ref u ON u.id = a.union_id
       GROUP BY h.subject_id`,
      [held.map(({ subjectId }) => subjectId), held.map(({ id }) => id)],
    );
  }
}
