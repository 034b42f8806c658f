import { Injectable } from '@nestjs/common';
import type { VisitState } from '@gongxiang/contracts/affairs/records/visit.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { SelectQueryBuilder } from 'typeorm';
import { VisitRow } from './visit.entity.js';

interface PageFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class VisitRepository {
  find(tx: Transaction, id: string): Promise<VisitRow | null> {
    return tx.sql.findOne(VisitRow, { where: { id } });
  }

  lock(tx: Transaction, id: string): Promise<VisitRow | null> {
    return tx.sql.findOne(VisitRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: VisitRow): Promise<void> {
    await tx.sql.insert(VisitRow, row);
  }

  async update(tx: Transaction, row: VisitRow): Promise<void> {
    await tx.sql.update(VisitRow, { id: row.id }, row);
  }

  ofUnions(
    tx: Transaction,
    unionIds: readonly string[],
    filter: PageFilter & { readonly state?: VisitState; readonly personId?: string },
  ): Promise<VisitRow[]> {
    const query = newest(tx, filter).andWhere('v.union_id = ANY(:unionIds)', { unionIds: [...unionIds] });
    if (filter.state !== undefined) query.andWhere('v.state = :state', { state: filter.state });
    if (filter.personId !== undefined)
      query.andWhere('v.person_id = :personId', { personId: filter.personId });
    return query.getMany();
  }

  ofPerson(tx: Transaction, personId: string, page: PageFilter): Promise<VisitRow[]> {
    return newest(tx, page).andWhere('v.person_id = :personId', { personId }).getMany();
  }

  ofVisitor(tx: Transaction, personId: string, page: PageFilter): Promise<VisitRow[]> {
    return newest(tx, page).andWhere('v.visitor_ids @> ARRAY[:personId]::uuid[]', { personId }).getMany();
  }

  /** Visits to a person on which something is still to be seen to, under all ids that they have had, locked. */
  async lockPromised(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT id FROM visit WHERE person_id = ANY(person_ids($1)) AND state = 'promised' ORDER BY id FOR UPDATE`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  /** How people are called who are known as members, masked. */
  async names(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows: { personId: string; maskedName: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId", masked_name AS "maskedName" FROM member_ref
       WHERE person_id = ANY($1::uuid[])`,
      [[...new Set(personIds)]],
    );
    return new Map(rows.map(({ personId, maskedName }) => [personId, maskedName]));
  }
}

function newest(tx: Transaction, { cursor, limit }: PageFilter): SelectQueryBuilder<VisitRow> {
  const query = tx.sql.createQueryBuilder(VisitRow, 'v').orderBy('v.id', 'DESC').limit(rowsFor(limit));
  const before = decodeCursor(cursor, 1)?.[0];
  if (before != null) query.andWhere('v.id < :before', { before });
  return query;
}
