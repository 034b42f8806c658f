import { Injectable } from '@nestjs/common';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { EnterpriseRow } from './enterprise.entity.js';

interface Filter {
  readonly q?: string;
  readonly sizeClass?: SizeClassName;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class EnterpriseRepository {
  findById(tx: Transaction, id: string): Promise<EnterpriseRow | null> {
    return tx.sql.findOneBy(EnterpriseRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<EnterpriseRow | null> {
    return tx.sql.findOne(EnterpriseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false if the code is registered already */
  async insert(tx: Transaction, row: EnterpriseRow): Promise<boolean> {
    const inserted = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(EnterpriseRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async update(tx: Transaction, row: EnterpriseRow): Promise<void> {
    await tx.sql.update(EnterpriseRow, { id: row.id }, row);
  }

  list(tx: Transaction, filter: Filter): Promise<EnterpriseRow[]> {
    const query = tx.sql.createQueryBuilder(EnterpriseRow, 'e').orderBy('e.name').addOrderBy('e.id');
    if (filter.q !== undefined)
      query.andWhere('e.name LIKE :pattern', { pattern: `%${escapeLike(filter.q)}%` });
    if (filter.sizeClass !== undefined)
      query.andWhere('e.sizeClass = :sizeClass', { sizeClass: filter.sizeClass });
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) query.andWhere('(e.name, e.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  after(tx: Transaction, afterId: string | null, limit: number): Promise<EnterpriseRow[]> {
    const query = tx.sql.createQueryBuilder(EnterpriseRow, 'e').orderBy('e.id').limit(limit);
    return (afterId === null ? query : query.where('e.id > :afterId', { afterId })).getMany();
  }

  /** The size class by path, for those paths at which an enterprise's union is. */
  async sizeClassesAt(
    tx: Transaction,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, SizeClassName>> {
    const rows: { path: string; sizeClass: SizeClassName }[] = await tx.sql.query(
      `SELECT u.path, e.size_class AS "sizeClass" FROM labour_union u JOIN enterprise e ON e.id = u.enterprise_id
       WHERE u.path = ANY($1)`,
      [paths],
    );
    return new Map(rows.map((row) => [row.path, row.sizeClass]));
  }

  /**
   * The paths at which an office may see an enterprise's figures: those of its union and of the union that maintains
   * its record.
   */
  async pathsOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (ids.length === 0) return new Map();
    const rows: { id: string; paths: string[] }[] = await tx.sql.query(
      `SELECT e.id, array_agg(u.path) AS paths FROM enterprise e
       JOIN labour_union u ON u.id = e.keeper_union_id OR (u.enterprise_id = e.id AND u.active)
       WHERE e.id = ANY($1) GROUP BY e.id`,
      [ids],
    );
    return new Map(rows.map(({ id, paths }) => [id, paths]));
  }

  /** The union in use of each that has one. */
  unionIds(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.unionsOf(tx, ids, 'AND active');
  }

  /** The same, or the union that was closed last: what was begun in the name of the enterprise still goes on there. */
  unionsBehind(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.unionsOf(tx, ids, '');
  }

  private async unionsOf(
    tx: Transaction,
    ids: readonly string[],
    condition: string,
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows: { id: string; unionId: string }[] = await tx.sql.query(
      `SELECT DISTINCT ON (enterprise_id) enterprise_id AS id, id AS "unionId" FROM labour_union
       WHERE enterprise_id = ANY($1) ${condition} ORDER BY enterprise_id, active DESC, closed_at DESC`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.unionId]));
  }
}
