import { Injectable } from '@nestjs/common';
import type { MissingRuleName } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ChangedFacts } from '../../reference/activity/facts-changed.js';
import type { SubjectScope } from '../../reference/subject/subject-scope.model.js';

/** Scores that are computed together: of one kind, by the same days, weights and rule. */
interface AffectedScope extends SubjectScope {
  readonly weightVersionId: string;
  readonly missing: MissingRuleName;
}

/** The newest revisions of some subjects whose days, if they have any, hold a moment; `f` is what has changed. */
const newestOf = (changed: string): string => `
  WITH f AS (${changed})
  SELECT s.subject_kind AS kind, array_agg(DISTINCT s.subject_id) AS ids, s.period_from::text AS "from",
         s.period_to::text AS "to", s.weight_version_id AS "weightVersionId", s.missing
  FROM f JOIN score s ON s.subject_id = f.subject_id AND (s.period_from IS NULL
    OR (f.first_at < (s.period_to + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND f.last_at >= s.period_from::timestamp AT TIME ZONE 'Asia/Shanghai'))
  WHERE NOT EXISTS (SELECT 1 FROM score n WHERE n.revises_id = s.id)
  GROUP BY s.subject_kind, s.period_from, s.period_to, s.weight_version_id, s.missing
  ORDER BY s.weight_version_id, s.subject_kind, s.period_from, s.missing`;

/** The subjects of an activity. @param a as it is called in the statement */
const subjectsOf = (a: string): string => `CROSS JOIN LATERAL (VALUES
  (${a}.id), (${a}.union_id), (${a}.organiser_id), (${a}.brand_id), (${a}.resource_id)) AS v(subject_id)`;

/**
 * Besides its own: the later activities of the union to which somebody came of whom it tells. Whoever came to both, or is
 * found not to have come to this one, is or was one who comes again.
 */
const ofActivity = newestOf(`
  SELECT subject_id, a.ends_at AS first_at, a.ends_at AS last_at FROM activity_ref a
  ${subjectsOf('a')}
  WHERE a.id = $1
  UNION ALL
  SELECT subject_id, l.ends_at, l.ends_at FROM activity_ref a
  JOIN activity_ref l ON l.union_id = a.union_id AND l.id <> a.id AND l.state = 'closed'
    AND l.ends_at >= a.ends_at AND l.ends_at < a.ends_at + interval '1 year'
  ${subjectsOf('l')}
  WHERE a.id = $1 AND EXISTS (
    SELECT 1 FROM attendance_ref e JOIN attendance_ref f ON f.person_id = e.person_id
    WHERE e.activity_id = a.id AND f.activity_id = l.id AND f.heads > 0)`);

/** Besides the resource and both unions: the activities of the borrower whose punctuality it is part of. */
const ofLoan = newestOf(`
  SELECT subject_id, coalesce(l.handed_over_at, l.ends_at) AS first_at, l.ends_at AS last_at FROM loan_ref l
  CROSS JOIN LATERAL (VALUES (l.resource_id), (l.borrower_union_id), (l.owner_union_id)) AS v(subject_id)
  WHERE l.id = $1
  UNION ALL
  SELECT a.id, c.closed_at, c.closed_at FROM loan_ref l
  JOIN activity_ref a ON a.union_id = l.borrower_union_id
  JOIN activity_close c ON c.activity_id = a.id
    AND c.closed_at >= l.ends_at AND c.closed_at < l.ends_at + interval '1 year'
  WHERE l.id = $1
  UNION ALL
  SELECT subject_id, a.ends_at, a.ends_at FROM loan_ref l JOIN activity_ref a ON a.id = l.activity_id
  CROSS JOIN LATERAL (VALUES (a.organiser_id), (a.brand_id)) AS v(subject_id)
  WHERE l.id = $1`);

/** What holds on the last day of a period may be of a longer one. */
const ofFigures = newestOf(`
  SELECT DISTINCT subject_id, period_from::timestamp AT TIME ZONE 'Asia/Shanghai' AS first_at,
    period_to::timestamp AT TIME ZONE 'Asia/Shanghai' AS last_at
  FROM figure WHERE import_id = $1`);

/** What counts of a union on a day. */
const ofUnionDay = newestOf(`
  SELECT $1::uuid AS subject_id, d.at AS first_at, d.at AS last_at
  FROM (SELECT $2::date::timestamp AT TIME ZONE 'Asia/Shanghai' AS at) AS d`);

/** Finds the scores that rest on something. */
@Injectable()
export class AffectedScores {
  by(tx: Transaction, changed: ChangedFacts): Promise<AffectedScope[]> {
    if ('activityId' in changed) return tx.sql.query(ofActivity, [changed.activityId]);
    if ('loanId' in changed) return tx.sql.query(ofLoan, [changed.loanId]);
    if ('unionId' in changed) return tx.sql.query(ofUnionDay, [changed.unionId, changed.on]);
    return tx.sql.query(ofFigures, [changed.figureImportId]);
  }
}
