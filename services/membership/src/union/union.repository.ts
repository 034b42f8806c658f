import { Injectable } from '@nestjs/common';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { UnionRow } from './union.entity.js';

@Injectable()
export class UnionRepository {
  findById(tx: Transaction, id: string): Promise<UnionRow | null> {
    return tx.sql.findOneBy(UnionRow, { id });
  }

  findByPath(tx: Transaction, path: string): Promise<UnionRow | null> {
    return tx.sql.findOneBy(UnionRow, { path });
  }

  /** The union that an enterprise has. */
  lockByEnterprise(tx: Transaction, enterpriseId: string): Promise<UnionRow | null> {
    return tx.sql.findOne(UnionRow, { where: { enterpriseId }, lock: { mode: 'pessimistic_write' } });
  }

  lockById(tx: Transaction, id: string): Promise<UnionRow | null> {
    return tx.sql.findOne(UnionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: UnionRow): Promise<void> {
    await tx.sql.insert(UnionRow, row);
  }

  async update(tx: Transaction, row: UnionRow): Promise<void> {
    await tx.sql.update(UnionRow, { id: row.id }, row);
  }

  /** By name, then id: the order of the index that serves each of the two lists. */
  list(
    tx: Transaction,
    filter: {
      readonly parent?: string;
      readonly q?: string;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<UnionRow[]> {
    const query = tx.sql.createQueryBuilder(UnionRow, 'u').orderBy('u.name').addOrderBy('u.id');
    if (filter.parent !== undefined) query.andWhere('u.parentId = :parent', { parent: filter.parent });
    if (filter.q !== undefined)
      query.andWhere('u.name LIKE :pattern', { pattern: `%${escapeLike(filter.q)}%` });
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) query.andWhere('(u.name, u.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** All unions in the order of their ids, for telling their states anew. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<UnionRow[]> {
    const query = tx.sql.createQueryBuilder(UnionRow, 'u').orderBy('u.id').limit(limit);
    return (afterId === null ? query : query.where('u.id > :afterId', { afterId })).getMany();
  }
}
