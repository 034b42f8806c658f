import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { GrantRow } from './resource.entity.js';
import { type Right, rightsMax } from './right.model.js';

@Injectable()
export class GrantRepository {
  lockById(tx: Transaction, resourceId: string, id: string): Promise<GrantRow | null> {
    return tx.sql.findOne(GrantRow, { where: { resourceId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: GrantRow): Promise<void> {
    await tx.sql.insert(GrantRow, row);
  }

  async update(tx: Transaction, row: GrantRow): Promise<void> {
    await tx.sql.update(GrantRow, { resourceId: row.resourceId, id: row.id }, row);
  }

  /** How many rights of a resource are in force or will be. The caller holds the resource's lock. */
  async countInForce(tx: Transaction, resourceId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM right_of_use
       WHERE resource_id = $1 AND revoked_at IS NULL AND valid_until > $2`,
      [resourceId, tx.now],
    );
    return rows[0]?.count ?? 0;
  }

  /** The grants of a resource, newest first. */
  list(
    tx: Transaction,
    filter: { readonly resourceId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<GrantRow[]> {
    const query = tx.sql
      .createQueryBuilder(GrantRow, 'g')
      .where('g.resourceId = :resourceId', { resourceId: filter.resourceId })
      .orderBy('g.id', 'DESC');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('g.id < :before', { before: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The rights in force of some resources whose terms share some time with a period, by resource. */
  async inForce(
    tx: Transaction,
    resourceIds: readonly string[],
    period: Period,
  ): Promise<Map<string, Right[]>> {
    const rows: (Omit<Right, 'grantee' | 'term'> & RightColumns)[] = await tx.sql.query(
      `SELECT g.resource_id AS "resourceId", g.id, g.grantee_kind AS "kind", g.grantee_union_id AS "unionId",
              g.grantee_size_class AS "sizeClass", u.path AS "granteePath", g.valid_from AS "start",
              g.valid_until AS "end", g.approval, g.price_kind AS "price"
       FROM right_of_use g LEFT JOIN union_ref u ON u.id = g.grantee_union_id
       WHERE g.resource_id = ANY($1::uuid[]) AND g.revoked_at IS NULL AND g.valid_from < $3 AND g.valid_until > $2
       LIMIT $4`,
      [resourceIds, period.start, period.end, resourceIds.length * rightsMax],
    );
    const rights = new Map<string, Right[]>();
    for (const { resourceId, kind, unionId, sizeClass, start, end, ...rest } of rows) {
      const right: Right = { ...rest, grantee: { kind, unionId, sizeClass }, term: { start, end } };
      rights.set(resourceId, [...(rights.get(resourceId) ?? []), right]);
    }
    return rights;
  }
}

type RightColumns = Right['grantee'] & Period & { readonly resourceId: string };
