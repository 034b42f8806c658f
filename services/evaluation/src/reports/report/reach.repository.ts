import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { Season } from '../../seasons/tuning/season.model.js';
import { ReachCellRow, ReachFreezeRow, ReachUnionRow } from './reach.entity.js';
import type { CountedUnion } from './reach.model.js';
import type { FrozenReach, ReachGroup, ReachUnion } from './reach-tree.model.js';
import type { ReportScope } from './report.repository.js';

/** So many rows stand in one statement. */
const rowsPerInsert = 2_000;

@Injectable()
export class ReachRepository {
  /** When the first activity ended; null where there is none. */
  async firstEnd(tx: Transaction): Promise<Date | null> {
    const rows: { endsAt: Date }[] = await tx.sql.query(
      'SELECT ends_at AS "endsAt" FROM activity_ref ORDER BY ends_at LIMIT 1',
    );
    return rows[0]?.endsAt ?? null;
  }

  async frozenPeriods(tx: Transaction): Promise<ReadonlySet<string>> {
    return new Set(
      (await tx.sql.find(ReachFreezeRow, { select: { period: true } })).map(({ period }) => period),
    );
  }

  findFreeze(tx: Transaction, period: string): Promise<ReachFreezeRow | null> {
    return tx.sql.findOneBy(ReachFreezeRow, { period });
  }

  /** The tree as it is now: all unions that are there. */
  unions(tx: Transaction): Promise<ReachUnion[]> {
    return tx.sql.query(
      `SELECT id AS "unionId", path, name, size_class AS "sizeClass" FROM union_ref WHERE active ORDER BY path`,
    );
  }

  /**
   * The members of all unions by union and decade of birth, and how many of them came to an activity that ended in a
   * period, regardless of its host.
   */
  groups(tx: Transaction, { from, to }: Season): Promise<ReachGroup[]> {
    return tx.sql.query(
      `SELECT u.id AS "unionId", m.birth_decade AS decade, count(*)::int AS members, ${served}
       FROM union_ref u JOIN member_ref m ON m.union_id = u.id
       WHERE u.active AND m.state <> 'ended' GROUP BY u.id, m.birth_decade ORDER BY u.path, m.birth_decade`,
      [from, to],
    );
  }

  /** The unions of a subtree that have members, and how many of these came in a period until now. */
  soFar(tx: Transaction, { path, from, to }: ReportScope): Promise<(CountedUnion & { served: number })[]> {
    return tx.sql.query(
      `SELECT u.id AS "unionId", u.path, u.name, u.size_class AS "sizeClass", count(*)::int AS "ownMembers", ${served}
       FROM union_ref u JOIN member_ref m ON m.union_id = u.id
       WHERE u.path ^@ $3 AND u.active AND m.state <> 'ended' GROUP BY u.id ORDER BY u.path`,
      [from, to, path],
    );
  }

  async insert(
    tx: Transaction,
    freeze: ReachFreezeRow,
    unions: readonly ReachUnionRow[],
    cells: readonly ReachCellRow[],
  ): Promise<void> {
    await tx.sql.insert(ReachFreezeRow, freeze);
    for (const some of batchesOf(unions)) await tx.sql.insert(ReachUnionRow, [...some]);
    for (const some of batchesOf(cells)) await tx.sql.insert(ReachCellRow, [...some]);
  }

  /** All that was frozen of a period; null where it was not. */
  async frozen(tx: Transaction, period: string): Promise<FrozenReach | null> {
    if ((await this.findFreeze(tx, period)) === null) return null;
    return {
      unions: await tx.sql.findBy(ReachUnionRow, { period }),
      cells: await tx.sql.findBy(ReachCellRow, { period }),
    };
  }

  /** The union as it was when the period was frozen; null where it was not there. */
  findUnion(tx: Transaction, period: string, unionId: string): Promise<ReachUnionRow | null> {
    return tx.sql.findOneBy(ReachUnionRow, { period, unionId });
  }

  /** A subtree as it was. */
  async below(
    tx: Transaction,
    { period, path, unionId }: ReachUnionRow,
  ): Promise<{ unions: ReachUnionRow[]; cells: ReachCellRow[] }> {
    const unions = await tx.sql
      .createQueryBuilder(ReachUnionRow, 'u')
      .where('u.period = :period AND u.path ^@ :path', { period, path })
      .orderBy('u.path')
      .getMany();
    const cells = await tx.sql
      .createQueryBuilder(ReachCellRow, 'c')
      .where(
        `c.period = :period AND c.union_id = ANY(:ids::uuid[])
         AND (c.kind IN ('all', 'own') OR (c.union_id = :unionId AND c.kind <> 'rest'))`,
        { period, ids: unions.map((union) => union.unionId), unionId },
      )
      .getMany();
    return { unions, cells };
  }
}

const served = `(count(*) FILTER (WHERE EXISTS (
  SELECT 1 FROM attendance_ref f JOIN activity_ref a ON a.id = f.activity_id
  WHERE f.person_id = m.person_id AND f.heads > 0
    AND a.ends_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND a.ends_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')))::int AS served`;

function batchesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerInsert) }, (_, index) =>
    rows.slice(index * rowsPerInsert, (index + 1) * rowsPerInsert),
  );
}
