import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { isReachPublished } from './reach-period.model.js';
import { momentsOf, type SubjectScope } from './subject-scope.model.js';
import { publishableRatings, type Ratings, type UnionAffairs } from './union-affairs.model.js';

type Counts = Omit<UnionAffairs, 'ratings'>;

/** Of matters `m` that had to be decided between `$2` and `$3`: an open one only once its time is over, at `$4`. */
const isDue = `m.decide_by >= $2 AND m.decide_by < $3 AND (m.decided_at IS NOT NULL OR m.decide_by < $4)`;

/** Reads what affairs counts of many unions at once. */
@Injectable()
export class SubjectAffairs {
  /** Of each of these unions, also of those of which nothing is known. */
  async of(tx: Transaction, scope: SubjectScope): Promise<ReadonlyMap<string, UnionAffairs>> {
    const counts = await this.counts(tx, scope);
    const ratings = await this.ratings(tx, scope);
    return new Map(
      counts.map(({ unionId, ...one }) => [
        unionId,
        { ...one, ratings: publishableRatings(ratings.get(unionId) ?? []) },
      ]),
    );
  }

  private counts(tx: Transaction, scope: SubjectScope): Promise<(Counts & { readonly unionId: string })[]> {
    const { from, to } = momentsOf(scope);
    return tx.sql.query(
      `SELECT u.id AS "unionId", d.decided AS "mattersDecided", m.due AS "mattersDue", m."inTime" AS "mattersInTime",
         m.escalated AS "mattersEscalated", m.reopened AS "mattersReopened", b.owed AS "readersOwed",
         b.reached AS "readersReached", p.due AS "partsDue", p."inTime" AS "partsInTime"
       FROM unnest($1::uuid[]) AS u(id)
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS decided FROM matter_ref m
         WHERE m.union_id = u.id AND m.decided_at >= $2 AND m.decided_at < $3) AS d
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS due, (count(*) FILTER (WHERE m.decided_at <= m.decide_by))::int AS "inTime",
           (count(*) FILTER (WHERE m.escalations > 0))::int AS escalated,
           (count(*) FILTER (WHERE m.is_reopened))::int AS reopened
         FROM matter_ref m WHERE m.union_id = u.id AND ${isDue}) AS m
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(b.members), 0)::int AS owed, coalesce(sum(b.confirmed), 0)::int AS reached
         FROM bulletin_reach b WHERE b.union_id = u.id AND b.shown_until >= $2 AND b.shown_until < $3) AS b
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS due, (count(*) FILTER (WHERE p.returned_on <= p.due_on))::int AS "inTime"
         FROM assignment_part_ref p WHERE p.union_id = u.id AND p.due_on BETWEEN $5 AND $6
           AND (p.returned_on IS NOT NULL OR p.due_on < $7)) AS p`,
      [scope.ids, from, to, tx.now, scope.from, scope.to, shanghaiDate(tx.now)],
    );
  }

  /**
   * By quarter. Like reach (E127) only of whole quarters and years that are over: of other days, and of a score that is revised
   * with each further rating, the difference would be a single one.
   */
  private async ratings(
    tx: Transaction,
    scope: SubjectScope,
  ): Promise<ReadonlyMap<string, readonly Ratings[]>> {
    if (!isReachPublished(scope, shanghaiDate(tx.now))) return new Map();
    const { from, to } = momentsOf(scope);
    const rows: { unionId: string; quarters: Ratings[] }[] = await tx.sql.query(
      `SELECT q.union_id AS "unionId", json_agg(json_build_object('count', q.count, 'sum', q.sum)) AS quarters
       FROM (SELECT m.union_id, count(*) AS count, sum(m.stars) AS sum FROM matter_ref m
         WHERE m.union_id = ANY($1) AND m.rated_at >= $2 AND m.rated_at < $3
         GROUP BY m.union_id, date_trunc('quarter', m.rated_at AT TIME ZONE 'Asia/Shanghai')) AS q
       GROUP BY q.union_id`,
      [scope.ids, from, to],
    );
    return new Map(rows.map(({ unionId, quarters }) => [unionId, quarters]));
  }
}
