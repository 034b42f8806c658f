import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { HostedActivity } from './subject-activities.repository.js';
import { momentsOf, type SubjectScope } from './subject-scope.model.js';

interface LoanPunctuality {
  readonly subjectId: string;
  readonly due: number;
  readonly onTime: number;
}

export interface LentOut {
  readonly subjectId: string;
  readonly made: number;
  /** Hours in which at least one piece was out. */
  readonly hours: number;
}

const counted = `count(*)::int AS due, (count(*) FILTER (WHERE l.returned_at <= l.ends_at))::int AS "onTime"`;
const medianReply = `percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.decided_at - r.requested_at) / 3600) AS hours`;
const lent = `l.state IN ('handedOver', 'returned')`;

/** Reads the loans of many subjects at once. An overdue loan that is not returned counts as late. */
@Injectable()
export class SubjectLoans {
  punctuality(
    tx: Transaction,
    scope: SubjectScope,
    held: readonly HostedActivity[],
  ): Promise<LoanPunctuality[]> {
    if (scope.kind === 'activity') return this.ofOrganisers(tx, held);
    if (scope.kind === 'union') return this.dueWithin(tx, scope, 'borrower_union_id');
    if (scope.kind === 'resource') return this.dueWithin(tx, scope, 'resource_id');
    return this.forActivities(tx, held);
  }

  /** Median reply times: of the organiser's union in the year before each close, or of unions within the days. */
  async replyHours(
    tx: Transaction,
    scope: SubjectScope,
    held: readonly HostedActivity[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.replies(tx, scope, held);
    return new Map(rows.map(({ subjectId, hours }) => [subjectId, hours]));
  }

  /** The lending totals of each of these resources. */
  lentOut(tx: Transaction, scope: SubjectScope): Promise<LentOut[]> {
    const { from, to } = momentsOf(scope);
    return tx.sql.query(
      `SELECT o.resource_id AS "subjectId", o.made,
              (SELECT coalesce(sum(extract(epoch FROM upper(r) - lower(r))), 0) / 3600
               FROM unnest(o.out) AS r)::float8 AS hours
       FROM (SELECT resource_id, (count(*) FILTER (WHERE handed_over_at >= $2))::int AS made,
                    range_agg(tstzrange(greatest(handed_over_at, $2), least(coalesce(returned_at, $3), $3))) AS out
             FROM loan_ref
             WHERE resource_id = ANY($1) AND handed_over_at < $3 AND coalesce(returned_at, $3) >= $2
             GROUP BY resource_id) o`,
      [scope.ids, from, to],
    );
  }

  /** The number of loans handed over from each of these unions. */
  async madeBy(tx: Transaction, scope: SubjectScope): Promise<ReadonlyMap<string, number>> {
    const { from, to } = momentsOf(scope);
    const rows: { id: string; made: number }[] = await tx.sql.query(
      `SELECT owner_union_id AS id, count(*)::int AS made FROM loan_ref
       WHERE owner_union_id = ANY($1) AND handed_over_at >= $2 AND handed_over_at < $3 GROUP BY owner_union_id`,
      [scope.ids, from, to],
    );
    return new Map(rows.map(({ id, made }) => [id, made]));
  }

  /** For activities: the loans to the organiser's union due in the year before the close. */
  private ofOrganisers(tx: Transaction, held: readonly HostedActivity[]): Promise<LoanPunctuality[]> {
    return tx.sql.query(
      `SELECT h.subject_id AS "subjectId", ${counted}
       FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS h(subject_id, union_id, closed_at)
       JOIN loan_ref l ON l.borrower_union_id = h.union_id AND ${lent}
         AND l.ends_at <= h.closed_at AND l.ends_at > h.closed_at - interval '1 year'
       GROUP BY h.subject_id`,
      [held.map((one) => one.subjectId), held.map((one) => one.unionId), held.map((one) => one.closedAt)],
    );
  }

  private replies(
    tx: Transaction,
    scope: SubjectScope,
    held: readonly HostedActivity[],
  ): Promise<{ subjectId: string; hours: number }[]> {
    if (scope.kind === 'activity')
      return tx.sql.query(
        `SELECT h.subject_id AS "subjectId", ${medianReply}
         FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS h(subject_id, union_id, closed_at)
         JOIN loan_reply r ON r.lender_union_id = h.union_id
           AND r.decided_at <= h.closed_at AND r.decided_at > h.closed_at - interval '1 year'
         GROUP BY h.subject_id`,
        [held.map((one) => one.subjectId), held.map((one) => one.unionId), held.map((one) => one.closedAt)],
      );
    if (scope.kind !== 'union') return Promise.resolve([]);
    const { from, to } = momentsOf(scope);
    return tx.sql.query(
      `SELECT r.lender_union_id AS "subjectId", ${medianReply} FROM loan_reply r
       WHERE r.lender_union_id = ANY($1) AND r.decided_at >= $2 AND r.decided_at < $3 GROUP BY r.lender_union_id`,
      [scope.ids, from, to],
    );
  }

  private dueWithin(
    tx: Transaction,
    scope: SubjectScope,
    column: 'borrower_union_id' | 'resource_id',
  ): Promise<LoanPunctuality[]> {
    const { from, to } = momentsOf(scope);
    return tx.sql.query(
      `SELECT l.${column} AS "subjectId", ${counted} FROM loan_ref l
       WHERE l.${column} = ANY($1) AND ${lent} AND l.ends_at >= $2 AND l.ends_at < $3 GROUP BY l.${column}`,
      [scope.ids, from, to],
    );
  }

  /** For clubs and brands: the loans for their activities. */
  private forActivities(tx: Transaction, held: readonly HostedActivity[]): Promise<LoanPunctuality[]> {
    return tx.sql.query(
      `SELECT h.subject_id AS "subjectId", ${counted}
       FROM unnest($1::uuid[], $2::uuid[]) AS h(subject_id, activity_id)
       JOIN loan_ref l ON l.activity_id = h.activity_id AND ${lent} GROUP BY h.subject_id`,
      [held.map(({ subjectId }) => subjectId), held.map(({ id }) => id)],
    );
  }
}
