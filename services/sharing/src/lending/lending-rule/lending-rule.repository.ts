import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import type { ResourceRow } from '../resource/resource.entity.js';
import type { HadTime } from './lending-effect.model.js';
import { LendingRuleRow } from './lending-rule.entity.js';
import { type LendingRule, noRule } from './lending-rule.model.js';

type Placed = Pick<ResourceRow, 'id' | 'partOfId'>;

/** No window of a rule contains the starts of more loans of one resource than this. */
const loansMax = 10_000;

@Injectable()
export class LendingRuleRepository {
  /** The row of a resource itself, or that of its whole if it has none. */
  async find(tx: Transaction, { id, partOfId }: Placed): Promise<LendingRuleRow | null> {
    const ids = partOfId === null ? [id] : [id, partOfId];
    const rows = await tx.sql.findBy(LendingRuleRow, { resourceId: In(ids) });
    return rows.find((row) => row.resourceId === id) ?? rows[0] ?? null;
  }

  async of(tx: Transaction, resource: Placed): Promise<LendingRule> {
    return (await this.find(tx, resource)) ?? noRule;
  }

  /** The rules of several resources, by resource; those without any are left out. */
  async ofAll(tx: Transaction, resources: readonly Placed[]): Promise<Map<string, LendingRule>> {
    const ids = resources.flatMap(({ id, partOfId }) => (partOfId === null ? [id] : [id, partOfId]));
    const rows = await tx.sql.findBy(LendingRuleRow, { resourceId: In(ids) });
    const known = new Map(rows.map((row) => [row.resourceId, row]));
    return new Map(
      resources.flatMap(({ id, partOfId }) => {
        const rule = known.get(id) ?? known.get(partOfId ?? '');
        return rule === undefined ? [] : [[id, rule] as const];
      }),
    );
  }

  /** The caller holds the lock of the resource. */
  async save(tx: Transaction, row: LendingRuleRow): Promise<void> {
    await tx.sql.upsert(LendingRuleRow, row, ['resourceId']);
  }

  /**
   * What unions other than small and micro ones and the owner have of a resource within a window. The caller holds
   * its lock.
   */
  takenByLarge(
    tx: Transaction,
    resource: ResourceRow,
    { window, exceptLoanId }: { readonly window: Period; readonly exceptLoanId: string | null },
  ): Promise<Period[]> {
    return tx.sql.query(
      `SELECT l.starts_at AS start, l.ends_at AS end FROM loan l JOIN union_ref u ON u.id = l.borrower_union_id
       WHERE l.resource_id = $1 AND l.state NOT IN ('refused', 'cancelled')
         AND l.starts_at < $3 AND l.ends_at > $2 AND l.borrower_union_id <> $4
         AND (u.size_class IS NULL OR u.size_class NOT IN ('small', 'micro')) AND l.id IS DISTINCT FROM $5
       LIMIT ${loansMax}`,
      [resource.id, window.start, window.end, resource.ownerUnionId, exceptLoanId],
    );
  }

  /** The loans of a resource that a union has, or had, around a window. The caller holds the resource's lock. */
  loansOf(
    tx: Transaction,
    of: { readonly resourceId: string; readonly borrowerUnionId: string },
    { window, exceptLoanId }: { readonly window: Period; readonly exceptLoanId: string | null },
  ): Promise<Period[]> {
    return tx.sql.query(
      `SELECT l.starts_at AS start, l.ends_at AS end FROM loan l
       WHERE l.resource_id = $1 AND l.state NOT IN ('refused', 'cancelled')
         AND l.starts_at < $3 AND l.ends_at > $2 AND l.borrower_union_id = $4 AND l.id IS DISTINCT FROM $5
       ORDER BY l.starts_at LIMIT ${loansMax}`,
      [of.resourceId, window.start, window.end, of.borrowerUnionId, exceptLoanId],
    );
  }

  /**
   * What unions other than the owner used of a resource, within several times of a window: agreed loans that were not
   * cancelled since. None is longer than a year and a day. The partial index excludes refused and cancelled loans,
   * and is used only with its exact condition.
   * @param times sets of ranges in PostgreSQL's notation; the answer refers to their places in the list
   */
  hadWithin(
    tx: Transaction,
    resource: ResourceRow,
    times: readonly string[],
    window: Period,
  ): Promise<HadTime[]> {
    return tx.sql.query(
      `SELECT (asked.number - 1)::int AS place, (u.size_class IN ('small', 'micro')) IS TRUE AS "isSmall",
              count(*)::int AS loans, sum(had.hours)::float8 AS hours
       FROM loan l JOIN union_ref u ON u.id = l.borrower_union_id
       JOIN unnest($2::tstzmultirange[]) WITH ORDINALITY AS asked(times, number)
         ON asked.times && tstzrange(l.starts_at, l.ends_at)
       CROSS JOIN LATERAL (
         SELECT sum(extract(epoch FROM upper(one) - lower(one))) / 3600 AS hours
         FROM unnest(asked.times * tstzmultirange(tstzrange(l.starts_at, l.ends_at))) AS one) AS had
       WHERE l.resource_id = $1 AND l.state NOT IN ('refused', 'cancelled') AND l.state <> 'requested'
         AND l.starts_at >= $3::timestamptz - interval '366 days' AND l.starts_at < $4 AND l.borrower_union_id <> $5
       GROUP BY 1, 2`,
      [resource.id, times, window.start, window.end, resource.ownerUnionId],
    );
  }
}
