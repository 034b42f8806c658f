import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { HostedActivity } from './subject-activities.repository.js';
import { type Reach, publishableReach } from './subject-facts.model.js';

/** Reads how many of the members who could have attended the activities of many subjects did. */
@Injectable()
export class SubjectReach {
  /**
   * Members who could have attended are the current members of the hosting unions and of those below them. Each
   * counts once, however often they attended. Guests of other unions are not counted.
   */
  async of(tx: Transaction, held: readonly HostedActivity[]): Promise<ReadonlyMap<string, Reach>> {
    const rows: { subjectId: string; members: number; served: number }[] = await tx.sql.query(
      `WITH h AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS h(subject_id, activity_id, union_id)),
       place AS (SELECT DISTINCT h.subject_id, u.path FROM h JOIN union_ref u ON u.id = h.union_id),
       -- Of unions below each other the upper one: so no member is counted twice.
       top AS (SELECT * FROM place p WHERE NOT EXISTS (
         SELECT 1 FROM place o WHERE o.subject_id = p.subject_id AND o.path <> p.path AND p.path ^@ o.path)),
       whole AS (
         SELECT p.path, count(*)::int AS members FROM (SELECT DISTINCT path FROM top) p
         JOIN union_ref u ON u.path ^@ p.path AND u.active JOIN member_ref m ON m.union_id = u.id AND m.state <> 'ended'
         GROUP BY p.path),
       came AS (
         SELECT h.subject_id, count(DISTINCT m.person_id)::int AS served FROM h
         JOIN attendance_ref a ON a.activity_id = h.activity_id AND a.heads > 0
         JOIN member_ref m ON m.person_id = a.person_id AND m.state <> 'ended'
         JOIN union_ref u ON u.id = m.union_id AND u.active
         JOIN top t ON t.subject_id = h.subject_id AND u.path ^@ t.path
         GROUP BY h.subject_id)
       SELECT t.subject_id AS "subjectId", sum(w.members)::int AS members, coalesce(c.served, 0) AS served
       FROM top t JOIN whole w USING (path) LEFT JOIN came c USING (subject_id) GROUP BY t.subject_id, c.served`,
      [held.map(({ subjectId }) => subjectId), held.map(({ id }) => id), held.map(({ unionId }) => unionId)],
    );
    return new Map(rows.map(({ subjectId, ...reach }) => [subjectId, publishableReach(reach)]));
  }
}
