import { Injectable } from '@nestjs/common';
import type { ReportGrouping } from '@gongxiang/contracts/evaluation/reports/report.contract';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import type { Transaction } from '@gongxiang/persistence';
import type { Season } from '../../seasons/tuning/season.model.js';

/** Which activities a report takes: those that ended in a period, of unions by one condition on `u` with `$1`. */
export interface ReportScope extends Season {
  /** The subtree, by the path of its top. */
  readonly path: string;
}

/** Sums of one group, from which its figures follow. */
export interface GroupSums {
  /** Null for the total of all groups. */
  readonly key: string | null;
  readonly name: string | null;
  readonly activities: number;
  readonly heads: number;
  readonly smallHeads: number;
  readonly classifiedHeads: number;
  /** Fen of approved costs, and the heads of the activities that have some. */
  readonly costFen: string | null;
  readonly costedHeads: number;
  readonly answers: number;
  readonly answerTotal: number;
  readonly scores: number;
  readonly scoreTotal: number;
}

export interface LoanSums {
  readonly key: string | null;
  readonly loans: number;
  readonly onTime: number;
}

/** A union of the same kind as another. */
interface PeerGroup {
  readonly sizeClass: SizeClassName | null;
  readonly tier: UnionTier | null;
}

const zone = `AT TIME ZONE 'Asia/Shanghai'`;
const month = (instant: string): string => `to_char(${instant} ${zone}, 'YYYY-MM')`;
const quarter = (instant: string): string => `to_char(${instant} ${zone}, 'YYYY-"Q"Q')`;

/** Each activity's group and what that is called. */
const groups: Readonly<Record<ReportGrouping, readonly [key: string, name: string]>> = {
  union: ['a.union_id::text', 'u.name'],
  activity: ['a.id::text', 'a.title'],
  function: ['a.function', 'NULL::text'],
  business: ['a.business', 'NULL::text'],
  cell: [`a.function || '.' || a.business`, 'NULL::text'],
  month: [month('a.ends_at'), 'NULL::text'],
  quarter: [quarter('a.ends_at'), 'NULL::text'],
};

/** A loan belongs to a union and a time, not to a function or an activity. */
const loanGroups: Readonly<Partial<Record<ReportGrouping, string>>> = {
  union: 'l.borrower_union_id::text',
  month: month('l.ends_at'),
  quarter: quarter('l.ends_at'),
};

/**
 * What came of the closed activities of a period, one row each. Every scale of answers is stretched to 1 to 5, turned round
 * where less is better; of scores the newest counts under each weight version in force.
 */
const figures = (condition: string, [key, name]: readonly [string, string]): string => `
  SELECT ${key} AS key, ${name} AS name, h.heads, h.small, h.classified, k.fen, s.answers, s.total, r.scores, r.score
  FROM activity_ref a
  JOIN activity_close c ON c.activity_id = a.id
  JOIN union_ref u ON u.id = a.union_id
  LEFT JOIN LATERAL (
    SELECT sum(f.heads) AS heads, sum(f.heads) FILTER (WHERE w.size_class IN ('small', 'micro')) AS small,
           sum(f.heads) FILTER (WHERE w.size_class <> 'unclassified') AS classified
    FROM attendance_ref f LEFT JOIN union_ref w ON w.id = f.union_id WHERE f.activity_id = a.id) h ON true
  LEFT JOIN LATERAL (
    SELECT sum(p.total_fen) AS fen FROM cost_ref p WHERE p.activity_id = a.id
      AND NOT EXISTS (SELECT 1 FROM cost_reversal x WHERE x.cost_pool_id = p.cost_pool_id)) k ON true
  LEFT JOIN LATERAL (
    SELECT sum(v.answer_count) AS answers,
           sum(v.answer_count + 4 / (v.scale_max - v.scale_min) *
               CASE v.direction WHEN 'min' THEN v.scale_max * v.answer_count - v.answer_sum
                                ELSE v.answer_sum - v.scale_min * v.answer_count END
               ORDER BY v.survey_id, v.question_key) AS total
    FROM survey q JOIN survey_result v ON v.survey_id = q.id
    WHERE q.activity_id = a.id AND v.dimension = 'all' AND v.answer_sum IS NOT NULL AND v.function IS NOT NULL
      AND v.scale_min < v.scale_max) s ON true
  LEFT JOIN LATERAL (
    SELECT count(n.score) AS scores, sum(n.score) AS score FROM (
      SELECT DISTINCT ON (o.weight_version_id) o.score FROM score o JOIN weight_version g ON g.id = o.weight_version_id
      WHERE o.subject_kind = 'activity' AND o.subject_id = a.id AND g.state = 'active' ORDER BY o.weight_version_id, o.id DESC) n) r ON true
  WHERE a.ends_at >= $2::date::timestamp ${zone} AND a.ends_at < ($3::date + 1)::timestamp ${zone} AND ${condition}`;

const sums = `
  count(*)::int AS activities, coalesce(sum(heads), 0)::int AS heads,
  coalesce(sum(small), 0)::int AS "smallHeads", coalesce(sum(classified), 0)::int AS "classifiedHeads",
  sum(fen)::text AS "costFen", coalesce(sum(heads) FILTER (WHERE fen IS NOT NULL), 0)::int AS "costedHeads",
  coalesce(sum(answers), 0)::float8 AS answers, coalesce(sum(total ORDER BY total), 0)::float8 AS "answerTotal",
  coalesce(sum(scores), 0)::float8 AS scores, coalesce(sum(score ORDER BY score), 0)::float8 AS "scoreTotal"`;

/** Reads reports from the copies, each in one statement. */
@Injectable()
export class ReportRepository {
  /** @param rowsMax so many groups, those with the most heads; the total, with a null key, is that of all */
  async groups(
    tx: Transaction,
    { path, from, to }: ReportScope,
    { groupBy, rowsMax }: { readonly groupBy: ReportGrouping; readonly rowsMax: number },
  ): Promise<readonly GroupSums[]> {
    return tx.sql.query(
      `WITH figures AS (${figures('u.path ^@ $1', groups[groupBy])})
       SELECT key, name, ${sums} FROM figures GROUP BY GROUPING SETS ((key, name), ())
       ORDER BY grouping(key) DESC, coalesce(sum(heads), 0) DESC, key LIMIT $4`,
      [path, from, to, rowsMax + 1],
    );
  }

  /** Loans that were due in the period, and how many of them came back in time; none where they do not belong. */
  async loans(
    tx: Transaction,
    { path, from, to }: ReportScope,
    groupBy: ReportGrouping,
  ): Promise<readonly LoanSums[]> {
    const key = loanGroups[groupBy] ?? 'NULL::text';
    return tx.sql.query(
      `SELECT key, count(*)::int AS loans, (count(*) FILTER (WHERE returned_at <= ends_at))::int AS "onTime"
       FROM (SELECT ${key} AS key, l.returned_at, l.ends_at FROM loan_ref l JOIN union_ref u ON u.id = l.borrower_union_id
             WHERE l.state IN ('handedOver', 'returned') AND u.path ^@ $1 AND l.ends_at <= $4
               AND l.ends_at >= $2::date::timestamp ${zone} AND l.ends_at < ($3::date + 1)::timestamp ${zone}) d
       GROUP BY GROUPING SETS ((key), ()) ORDER BY grouping(key) DESC, key`,
      [path, from, to, tx.now],
    );
  }

  /** All unions of a size class and tier, each with its sums; those without an activity have none. */
  async peers(
    tx: Transaction,
    { sizeClass, tier }: PeerGroup,
    { from, to }: Season,
  ): Promise<readonly (GroupSums & { readonly unionId: string })[]> {
    const alike = 'u.size_class IS NOT DISTINCT FROM $1 AND u.tier IS NOT DISTINCT FROM $4 AND u.active';
    return tx.sql.query(
      `WITH figures AS (${figures(alike, groups.union)}), summed AS (SELECT key, name, ${sums} FROM figures GROUP BY key, name)
       SELECT u.id AS "unionId", u.name, s.key, coalesce(s.activities, 0) AS activities, coalesce(s.heads, 0) AS heads,
              coalesce(s."smallHeads", 0) AS "smallHeads", coalesce(s."classifiedHeads", 0) AS "classifiedHeads",
              s."costFen", coalesce(s."costedHeads", 0) AS "costedHeads", coalesce(s.answers, 0) AS answers,
              coalesce(s."answerTotal", 0) AS "answerTotal", coalesce(s.scores, 0) AS scores,
              coalesce(s."scoreTotal", 0) AS "scoreTotal"
       FROM union_ref u LEFT JOIN summed s ON s.key = u.id::text WHERE ${alike}`,
      [sizeClass, from, to, tier],
    );
  }
}
