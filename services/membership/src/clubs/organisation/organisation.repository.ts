import { Injectable } from '@nestjs/common';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { OrganisationRow } from './organisation.entity.js';

type Kind = OrganisationRow['kind'];

@Injectable()
export class OrganisationRepository {
  findById(tx: Transaction, kind: Kind, id: string): Promise<OrganisationRow | null> {
    return tx.sql.findOneBy(OrganisationRow, { id, kind });
  }

  lockById(tx: Transaction, kind: Kind, id: string): Promise<OrganisationRow | null> {
    return tx.sql.findOne(OrganisationRow, { where: { id, kind }, lock: { mode: 'pessimistic_write' } });
  }

  async update(tx: Transaction, row: OrganisationRow): Promise<void> {
    await tx.sql.update(OrganisationRow, { id: row.id }, row);
  }

  async insert(tx: Transaction, row: OrganisationRow): Promise<void> {
    await tx.sql.insert(OrganisationRow, row);
  }

  list(
    tx: Transaction,
    kind: Kind,
    filter: {
      readonly q?: string;
      readonly closed?: boolean;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<OrganisationRow[]> {
    const query = tx.sql
      .createQueryBuilder(OrganisationRow, 'o')
      .where('o.kind = :kind AND o.active = :active', { kind, active: filter.closed !== true });
    if (filter.q !== undefined)
      query.andWhere('o.name LIKE :pattern', { pattern: `%${escapeLike(filter.q)}%` });
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) query.andWhere('(o.name, o.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
    return query.orderBy('o.name').addOrderBy('o.id').limit(rowsFor(filter.limit)).getMany();
  }

  /** How many people are in a club. */
  async countMembers(tx: Transaction, clubId: string): Promise<number> {
    const [row]: { count: number }[] = await tx.sql.query(
      'SELECT count(*)::int AS count FROM club_member WHERE club_id = $1 AND valid_to IS NULL',
      [clubId],
    );
    return row?.count ?? 0;
  }

  after(tx: Transaction, afterId: string | null, limit: number): Promise<OrganisationRow[]> {
    const query = tx.sql.createQueryBuilder(OrganisationRow, 'o').orderBy('o.id').limit(limit);
    return (afterId === null ? query : query.where('o.id > :afterId', { afterId })).getMany();
  }
}
