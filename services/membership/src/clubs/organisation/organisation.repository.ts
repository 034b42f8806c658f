import { Injectable } from '@nestjs/common';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { OrganisationRow } from './organisation.entity.js';

type Kind = OrganisationRow['kind'];

@Injectable()
export class OrganisationRepository {
  findById(tx: Transaction, kind: Kind, id: string): Promise<OrganisationRow | null> {
    return tx.sql.findOneBy(OrganisationRow, { id, kind });
  }

  async insert(tx: Transaction, row: OrganisationRow): Promise<void> {
    await tx.sql.insert(OrganisationRow, row);
  }

  list(
    tx: Transaction,
    kind: Kind,
    filter: { readonly q?: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<OrganisationRow[]> {
    const query = tx.sql.createQueryBuilder(OrganisationRow, 'o').where('o.kind = :kind', { kind });
    if (filter.q !== undefined)
      query.andWhere('o.name LIKE :pattern', { pattern: `%${escapeLike(filter.q)}%` });
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) query.andWhere('(o.name, o.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
    return query.orderBy('o.name').addOrderBy('o.id').limit(rowsFor(filter.limit)).getMany();
  }

  after(tx: Transaction, afterId: string | null, limit: number): Promise<OrganisationRow[]> {
    const query = tx.sql.createQueryBuilder(OrganisationRow, 'o').orderBy('o.id').limit(limit);
    return (afterId === null ? query : query.where('o.id > :afterId', { afterId })).getMany();
  }
}
