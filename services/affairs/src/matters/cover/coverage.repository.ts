import { Injectable } from '@nestjs/common';
import { beyondSubtree, spanOfYear } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { Audience, CoveredUnion, Reached } from './coverage-figures.js';
import { CoverAudienceRow } from './coverage.entity.js';

/** The unions `u` at and below the path in `$1`, up to that in `$2`. */
const isBelow = 'u.path >= $1 AND u.path < $2';

@Injectable()
export class CoverageRepository {
  /** By the first matter of the year that was decided so for somebody: each person counts once for each kind. */
  reached(tx: Transaction, path: string, year: number): Promise<Reached[]> {
    const { from, to } = spanOfYear(year);
    return tx.sql.query(
      `SELECT f.union_id AS "unionId", f.kind, f.month, count(*)::int AS people
       FROM (
         SELECT min(m.home_union_id::text)::uuid AS union_id, e.definition -> 'coverage' ->> 'kind' AS kind,
           extract(month FROM min(m.decided_at) AT TIME ZONE 'Asia/Shanghai')::int AS month
         FROM union_ref u JOIN matter m ON m.home_union_id = u.id
         JOIN service_edition e ON e.service_id = m.service_id AND e.number = m.edition
         WHERE ${isBelow} AND m.person_id IS NOT NULL AND m.decided_at >= $3 AND m.decided_at < $4
           AND m.state IN ('decided', 'closed') AND e.definition -> 'coverage' -> 'outcomes' ? m.outcome
         GROUP BY m.person_id, e.definition -> 'coverage' ->> 'kind') AS f
       GROUP BY f.union_id, f.kind, f.month`,
      [path, beyondSubtree(path), from, to],
    );
  }

  /** What a union has stated goes before what the copies of members say. */
  audiences(tx: Transaction, path: string, year: number): Promise<Audience[]> {
    const { to } = spanOfYear(year);
    return tx.sql.query(
      `WITH members AS (
         SELECT m.union_id, count(*)::int AS people FROM union_ref u
         JOIN member_ref m ON m.union_id = u.id AND m.state = 'active' WHERE ${isBelow} GROUP BY m.union_id
       ), counted AS (
         SELECT m.union_id, k.kind, m.people FROM members m CROSS JOIN (VALUES ('everybody'), ('season')) AS k(kind)
         UNION ALL
         SELECT d.union_id, 'retired', count(*)::int FROM union_ref u JOIN occasion_day d ON d.union_id = u.id
         WHERE ${isBelow} AND d.retired_on IS NOT NULL AND d.retired_on < ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
         GROUP BY d.union_id
       ), stated AS (
         SELECT a.union_id, a.kind, a.people FROM union_ref u JOIN cover_audience a ON a.union_id = u.id
         WHERE ${isBelow} AND a.year = $4
       )
       SELECT coalesce(s.union_id, c.union_id) AS "unionId", coalesce(s.kind, c.kind) AS kind,
         coalesce(s.people, c.people) AS people, CASE WHEN s.kind IS NULL THEN 'counted' ELSE 'stated' END AS source
       FROM stated s FULL JOIN counted c ON c.union_id = s.union_id AND c.kind = s.kind`,
      [path, beyondSubtree(path), to, year],
    );
  }

  /** A union and all below it, by name. */
  unions(tx: Transaction, path: string): Promise<CoveredUnion[]> {
    return tx.sql.query(
      `SELECT u.id, u.name, u.path, u.active FROM union_ref u WHERE ${isBelow} ORDER BY u.name, u.id`,
      [path, beyondSubtree(path)],
    );
  }

  async state(tx: Transaction, row: CoverAudienceRow): Promise<void> {
    await tx.sql.upsert(CoverAudienceRow, row, ['unionId', 'year', 'kind']);
  }

  async takeBack(tx: Transaction, row: Pick<CoverAudienceRow, 'unionId' | 'year' | 'kind'>): Promise<void> {
    const { unionId, year, kind } = row;
    await tx.sql.delete(CoverAudienceRow, { unionId, year, kind });
  }

  stated(
    tx: Transaction,
    row: Pick<CoverAudienceRow, 'unionId' | 'year' | 'kind'>,
  ): Promise<CoverAudienceRow | null> {
    const { unionId, year, kind } = row;
    return tx.sql.findOne(CoverAudienceRow, { where: { unionId, year, kind } });
  }
}
