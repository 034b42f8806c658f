import { Injectable } from '@nestjs/common';
import type { EfficacyKind } from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { Hosting, Lending } from './efficacy-facts.model.js';
import { outInSeason } from './season-sql.js';

interface Season {
  readonly start: Date;
  readonly end: Date;
}

/** What the parties that were asked did in the season, by the copies of this service. */
@Injectable()
export class EfficacyFactsRepository {
  async hosting(
    tx: Transaction,
    surveyId: string,
    season: Season,
  ): Promise<ReadonlyMap<EfficacyKind, Hosting>> {
    const rows: (Omit<Hosting, 'costFen'> & { kind: EfficacyKind; costFen: string | null })[] =
      await tx.sql.query(
        `WITH held AS (
           SELECT a.id, h.hosts,
             (SELECT coalesce(sum(heads), 0)::int FROM attendance_ref t WHERE t.activity_id = a.id) AS heads,
             (SELECT sum(total_fen) FROM cost_ref c WHERE c.activity_id = a.id AND NOT EXISTS
               (SELECT 1 FROM cost_reversal r WHERE r.cost_pool_id = c.cost_pool_id)) AS cost
           FROM activity_ref a JOIN activity_host_ref h ON h.activity_id = a.id
           WHERE a.state = 'closed' AND a.ends_at >= $2 AND a.ends_at < $3),
         -- Whoever hosted something may be one person with somebody else by now.
         invited AS (
           SELECT kind, party_kind || ':' || unnest(person_ids(party_id)) AS party
           FROM efficacy_invitation WHERE survey_id = $1),
         held_by AS (
           SELECT DISTINCT i.kind, held.id, held.heads, held.cost
           FROM held CROSS JOIN unnest(held.hosts) AS host JOIN invited i ON i.party = host)
         SELECT kind, count(*)::int AS activities, sum(heads)::int AS heads, sum(cost)::text AS "costFen",
                (coalesce(sum(heads) FILTER (WHERE cost IS NOT NULL), 0))::int AS "costHeads"
         FROM held_by GROUP BY kind`,
        [surveyId, season.start, season.end],
      );
    return new Map(
      rows.map(({ kind, costFen, ...row }) => [
        kind,
        { ...row, costFen: costFen === null ? null : BigInt(costFen) },
      ]),
    );
  }

  async lending(
    tx: Transaction,
    surveyId: string,
    season: Season,
  ): Promise<ReadonlyMap<EfficacyKind, Lending>> {
    const rows: (Lending & { kind: EfficacyKind })[] = await tx.sql.query(
      `WITH loan AS (
         SELECT owner_union_id, borrower_union_id,
                returned_at IS NOT NULL OR ends_at < $4 AS is_due,
                returned_at IS NOT NULL AND returned_at <= ends_at AS on_time
         FROM loan_ref WHERE ${outInSeason('$2', '$3')}),
       side AS (
         SELECT owner_union_id AS union_id, true AS is_lent, is_due, on_time FROM loan
         UNION ALL SELECT borrower_union_id, false, is_due, on_time FROM loan)
       SELECT i.kind, (count(*) FILTER (WHERE is_lent))::int AS lent,
              (count(*) FILTER (WHERE NOT is_lent))::int AS borrowed,
              (count(*) FILTER (WHERE NOT is_lent AND is_due))::int AS due,
              (count(*) FILTER (WHERE NOT is_lent AND on_time))::int AS "onTime"
       FROM side JOIN efficacy_invitation i ON i.party_kind = 'union' AND i.party_id = side.union_id
       WHERE i.survey_id = $1 GROUP BY i.kind`,
      [surveyId, season.start, season.end, tx.now],
    );
    return new Map(rows.map(({ kind, ...row }) => [kind, row]));
  }

  /** The median hours in which requests for what they lend were answered in the season. */
  async replyHours(
    tx: Transaction,
    surveyId: string,
    season: Season,
  ): Promise<ReadonlyMap<EfficacyKind, number>> {
    const rows: { kind: EfficacyKind; hours: number }[] = await tx.sql.query(
      `SELECT i.kind, percentile_cont(0.5) WITHIN GROUP (
         ORDER BY extract(epoch FROM r.decided_at - r.requested_at)::float8 / 3600) AS hours
       FROM loan_reply r JOIN efficacy_invitation i ON i.party_kind = 'union' AND i.party_id = r.lender_union_id
       WHERE i.survey_id = $1 AND r.decided_at >= $2 AND r.decided_at < $3 GROUP BY i.kind`,
      [surveyId, season.start, season.end],
    );
    return new Map(rows.map(({ kind, hours }) => [kind, hours]));
  }
}
