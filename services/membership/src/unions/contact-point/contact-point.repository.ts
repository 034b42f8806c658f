import { Injectable } from '@nestjs/common';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { UnionRow } from '../union/union.entity.js';
import { ContactPointRow } from './contact-point.entity.js';

/** A row with its union, by which it is named and who may see it is decided. */
export type ContactPointOfUnion = ContactPointRow & { readonly union: UnionRow };

interface Filter {
  readonly union?: string;
  readonly q?: string;
  /** Places such as `1.4.`: closed ones of unions below them are listed too. */
  readonly closedBelow: readonly string[];
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class ContactPointRepository {
  async findById(tx: Transaction, id: string): Promise<ContactPointOfUnion | null> {
    return (await this.query(tx).where('c.id = :id', { id }).getOne()) as ContactPointOfUnion | null;
  }

  lockById(tx: Transaction, id: string): Promise<ContactPointRow | null> {
    return tx.sql.findOne(ContactPointRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: ContactPointRow): Promise<void> {
    await tx.sql.insert(ContactPointRow, row);
  }

  async update(tx: Transaction, { id, ...row }: ContactPointRow): Promise<void> {
    await tx.sql.update(ContactPointRow, { id }, row);
  }

  /** By name, then id: the order of the indexes. */
  async list(tx: Transaction, filter: Filter): Promise<ContactPointOfUnion[]> {
    const query = this.query(tx).orderBy('c.name').addOrderBy('c.id').limit(rowsFor(filter.limit));
    query.where('(c.active OR u.path LIKE ANY (:below))', {
      below: filter.closedBelow.map((path) => `${escapeLike(path)}%`),
    });
    if (filter.union !== undefined) query.andWhere('c.unionId = :union', { union: filter.union });
    if (filter.q !== undefined)
      query.andWhere('c.name LIKE :pattern', { pattern: `%${escapeLike(filter.q)}%` });
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) query.andWhere('(c.name, c.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
    return (await query.getMany()) as ContactPointOfUnion[];
  }

  private query(tx: Transaction) {
    return tx.sql
      .createQueryBuilder(ContactPointRow, 'c')
      .innerJoinAndMapOne('c.union', UnionRow, 'u', 'u.id = c.unionId');
  }
}
