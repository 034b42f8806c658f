import { Injectable } from '@nestjs/common';
import type {
  ServiceCategory,
  ServiceDefinition,
  ServiceItemState,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { pathsUpwards } from '@gongxiang/domain';
import {
  decodeCursor,
  escapeLike,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
  typedPinyin,
} from '@gongxiang/persistence';
import { ServiceEditionRow, ServiceItemRow } from './service-item.entity.js';

/** A service with what is shown of it, and the union that offers it. */
export interface ServiceItemRecord extends ServiceItemRow {
  readonly definition: ServiceDefinition;
  readonly unionName: string;
  readonly unionPath: string;
}

interface ListFilter {
  readonly state: ServiceItemState;
  readonly category?: ServiceCategory;
  readonly unionId?: string;
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
  /** Of services that are not open: the paths of the unions whose officer the caller is. */
  readonly within: readonly string[];
}

const recordSqlOf = (services: string): string => `
  SELECT s.id, s.version, s.union_id AS "unionId", s.state, s.edition, s.name, s.pinyin, s.category,
    s.close_reason AS "closeReason", s.opened_at AS "openedAt", e.definition, u.name AS "unionName", u.path AS "unionPath"
  FROM ${services} s JOIN service_edition e ON e.service_id = s.id AND e.number = s.edition
  JOIN union_ref u ON u.id = s.union_id`;

@Injectable()
export class ServiceItemRepository {
  async find(tx: Transaction, id: string): Promise<ServiceItemRecord | null> {
    const rows: ServiceItemRecord[] = await tx.sql.query(`${recordSqlOf('service_item')} WHERE s.id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  lock(tx: Transaction, id: string): Promise<ServiceItemRow | null> {
    return tx.sql.findOne(ServiceItemRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** What a service said in one edition. */
  async edition(tx: Transaction, serviceId: string, number: number): Promise<ServiceDefinition> {
    const row = await tx.sql.findOneOrFail(ServiceEditionRow, { where: { serviceId, number } });
    return row.definition;
  }

  /** Counts the services of a union, up to `max`. The lock keeps two that are created at once within the bound. */
  async countOf(tx: Transaction, unionId: string, max: number): Promise<number> {
    await tx.sql.query(`SELECT 1 FROM union_ref WHERE id = $1 FOR UPDATE`, [unionId]);
    const rows: unknown[] = await tx.sql.query(`SELECT 1 FROM service_item WHERE union_id = $1 LIMIT $2`, [
      unionId,
      max,
    ]);
    return rows.length;
  }

  async insert(tx: Transaction, row: ServiceItemRow): Promise<void> {
    await tx.sql.insert(ServiceItemRow, row);
  }

  async update(tx: Transaction, row: ServiceItemRow): Promise<void> {
    await tx.sql.update(ServiceItemRow, { id: row.id }, row);
  }

  async addEdition(tx: Transaction, row: ServiceEditionRow): Promise<void> {
    await tx.sql.insert(ServiceEditionRow, row);
  }

  /** Open services of a union and of those above whose matters are opened from the list of visits, the nearest first. */
  forOccasions(tx: Transaction, path: string): Promise<ServiceItemRecord[]> {
    return tx.sql.query(
      `${recordSqlOf('service_item')}
       WHERE s.state = 'open' AND u.path = ANY($1) AND jsonb_typeof(e.definition -> 'occasion') = 'object'
       ORDER BY length(u.path) DESC, s.name, s.id`,
      [pathsUpwards(path)],
    );
  }

  /** By name. */
  async list(tx: Transaction, filter: ListFilter): Promise<ServiceItemRecord[]> {
    const [name, id] = decodeCursor(filter.cursor, 2) ?? [null, null];
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const conditions = [`s.state = ${bind(filter.state)}`];
    if (filter.category !== undefined) conditions.push(`s.category = ${bind(filter.category)}`);
    if (filter.unionId !== undefined) conditions.push(`s.union_id = ${bind(filter.unionId)}::uuid`);
    if (filter.q !== undefined) conditions.push(nameHas(filter.q, bind));
    if (name !== null) conditions.push(`(s.name, s.id) > (${bind(name)}, ${bind(id)}::uuid)`);
    if (filter.state !== 'open')
      conditions.push((await reachCondition(tx, subtreesOf(filter.within), bind))('s.union_id'));
    // The page comes first: joined beforehand, PostgreSQL would read the editions of all services.
    const page = `(SELECT * FROM service_item s WHERE ${conditions.join(' AND ')}
      ORDER BY s.name, s.id LIMIT ${bind(rowsFor(filter.limit))})`;
    return tx.sql.query(`${recordSqlOf(page)} ORDER BY s.name, s.id`, values);
  }
}

/** Wherever it stands in the name, or in its pinyin. */
function nameHas(q: string, bind: (value: unknown) => string): string {
  const contained = bind(`%${escapeLike(q.trim())}%`);
  return `(s.name ILIKE ${contained} OR s.pinyin LIKE ${bind(`% ${escapeLike(typedPinyin(q.trim().toLowerCase()))}%`)})`;
}
