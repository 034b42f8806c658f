import { Injectable } from '@nestjs/common';
import { beyondSubtree } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

/** Members with a value of a dimension in the subtree of a union directly below another, or at that other itself. */
export interface Count {
  /** The path of the union directly below, or of the union itself. */
  readonly path: string;
  readonly dimension: string;
  readonly value: string;
  readonly members: number;
}

export interface LevelUnion {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly active: boolean;
  readonly unionsBelow: number;
}

const monthly: readonly string[] = ['joined', 'left', 'moved'];

@Injectable()
export class CensusRepository {
  /**
   * Sums the totals of a subtree by the unions directly below its root.
   * @param dimensions as in the totals; `sizeClass` is that of the nearest enterprise at or above a union
   * @param monthFrom joined, left and moved from this month on, `YYYY-MM`
   */
  async counts(
    tx: Transaction,
    { path, dimensions, monthFrom }: { path: string; dimensions: readonly string[]; monthFrom: string },
  ): Promise<Count[]> {
    const kept = dimensions.filter((dimension) => dimension !== 'sizeClass');
    const rows: Count[] = await tx.sql.query(
      `SELECT left(u.path, length($1) + strpos(substr(u.path, length($1) + 1), '.')) AS path, t.dimension, t.value,
         sum(t.members)::int AS members
       FROM labour_union u JOIN census_total t ON t.union_id = u.id
       WHERE u.path >= $1 AND u.path < $2 AND t.dimension = ANY($3) AND (t.dimension <> ALL($4) OR t.value >= $5)
       GROUP BY 1, 2, 3`,
      [path, beyondSubtree(path), kept, monthly, monthFrom],
    );
    return dimensions.includes('sizeClass') ? [...rows, ...(await this.bySize(tx, path))] : rows;
  }

  private bySize(tx: Transaction, path: string): Promise<Count[]> {
    return tx.sql.query(
      `SELECT left(c.path, length($1) + strpos(substr(c.path, length($1) + 1), '.')) AS path, 'sizeClass' AS dimension,
         coalesce(c.size_class, 'none') AS value, sum(c.members)::int AS members
       FROM (
         SELECT u.path, t.members, (
           SELECT e.size_class FROM labour_union f JOIN enterprise e ON e.id = f.enterprise_id
           WHERE f.path = ANY(ARRAY(
             SELECT left(u.path, i) FROM generate_series(1, length(u.path)) i WHERE substr(u.path, i, 1) = '.'))
           ORDER BY length(f.path) DESC LIMIT 1) AS size_class
         FROM labour_union u JOIN census_total t ON t.union_id = u.id AND t.dimension = 'members'
         WHERE u.path >= $1 AND u.path < $2
       ) c GROUP BY 1, 3`,
      [path, beyondSubtree(path)],
    );
  }

  /** A union itself and those directly below it, by name; inactive ones only if they are asked for by their path. */
  level(tx: Transaction, unionId: string): Promise<LevelUnion[]> {
    return tx.sql.query(
      `SELECT u.id, u.name, u.path, u.active,
         (SELECT count(*)::int FROM labour_union b WHERE b.parent_id = u.id AND b.active) AS "unionsBelow"
       FROM labour_union u WHERE u.id = $1 OR u.parent_id = $1 ORDER BY u.name, u.id`,
      [unionId],
    );
  }

  /** Up to when everything is in the totals. */
  async asOf(tx: Transaction): Promise<Date> {
    const rows: { since: Date | null }[] = await tx.sql.query(
      `SELECT changed_at AS since FROM census_change ORDER BY id LIMIT 1`,
    );
    return rows[0]?.since ?? tx.now;
  }
}
