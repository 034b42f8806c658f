import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { monthsOf } from './china-time.model.js';
import type { MonthUse } from './quota.model.js';

/** Whose use of which right is counted. */
export interface UseOf {
  readonly grantIds: readonly string[];
  readonly borrowerUnionId: string;
  /** A loan being checked again, which does not count against itself. */
  readonly exceptLoanId?: string | undefined;
}

/**
 * Counts loans against the quota of a right. It reads the loans themselves, under the lock of the resource: a
 * separate counter could only be wrong.
 */
@Injectable()
export class UsageRepository {
  /**
   * A borrower's use of some rights in each month that a period touches, by right. Refused and cancelled loans do not
   * count; early returns count until then.
   */
  async inMonthsOf(
    tx: Transaction,
    { grantIds, borrowerUnionId, exceptLoanId }: UseOf,
    period: Period,
  ): Promise<Map<string, MonthUse[]>> {
    if (grantIds.length === 0) return new Map();
    const months = monthsOf(period);
    const rows: { grantId: string; place: number; minutes: number; loans: number; pieces: number }[] =
      await tx.sql.query(
        `SELECT l.grant_id AS "grantId", m.place::int AS place, count(*) FILTER (WHERE l.starts_at >= m.start)::int AS loans,
              COALESCE(sum(l.quantity) FILTER (WHERE l.starts_at >= m.start), 0)::int AS pieces,
              COALESCE(sum(extract(epoch FROM LEAST(l.ends_at, l.returned_at, m.beyond) - GREATEST(l.starts_at, m.start))
                / 60) FILTER (WHERE LEAST(l.ends_at, l.returned_at) > GREATEST(l.starts_at, m.start)), 0)::float8 AS minutes
       FROM unnest($3::timestamptz[], $4::timestamptz[]) WITH ORDINALITY AS m(start, beyond, place)
       JOIN loan l ON l.grant_id = ANY($1::uuid[]) AND l.borrower_union_id = $2 AND l.starts_at < m.beyond AND l.ends_at > m.start
       WHERE l.state NOT IN ('refused', 'cancelled') AND l.id IS DISTINCT FROM $5
       GROUP BY l.grant_id, m.place`,
        [
          grantIds,
          borrowerUnionId,
          months.map(({ start }) => start),
          months.map(({ end }) => end),
          exceptLoanId ?? null,
        ],
      );
    const used = new Map(rows.map(({ grantId, place, ...use }) => [`${grantId}/${place}`, use]));
    const unused = { minutes: 0, loans: 0, pieces: 0 };
    return new Map(
      grantIds.map((id) => [
        id,
        months.map((month, index) => ({ month, ...(used.get(`${id}/${index + 1}`) ?? unused) })),
      ]),
    );
  }
}
