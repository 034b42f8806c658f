import { Injectable } from '@nestjs/common';
import { namingsMax } from '@gongxiang/contracts/affairs/matters/service-handler.contract';
import { type Actor, pathsUpwards } from '@gongxiang/domain';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import type { OfficeHolder } from '../../reference/reference.repository.js';
import { ServiceHandlerRow } from './service-handler.entity.js';

/** A service and a part of the tree: whoever is named for it there deals with its matters. */
export interface Naming {
  readonly serviceId: string;
  readonly unionPath: string;
}

export interface ServiceHandlerRecord extends ServiceHandlerRow {
  readonly unionName: string;
  readonly unionPath: string;
  readonly name: string;
  readonly open: number;
}

interface ListFilter {
  readonly serviceId: string;
  readonly unionId?: string;
  readonly cursor?: string;
  readonly limit?: number;
  /** The paths of the unions whose officer the caller is. */
  readonly within: readonly string[];
}

/** People who deal with the matters of one union, at most: as many as one matter can be given to. */
const namedMax = 200;

const recordSql = `
  SELECT h.id, h.version, h.service_id AS "serviceId", h.union_id AS "unionId", h.person_id AS "personId", h.title,
    h.named_by AS "namedBy", h.named_at AS "namedAt", h.ended_by AS "endedBy", h.ended_at AS "endedAt",
    h.end_reason AS "endReason", u.name AS "unionName", u.path AS "unionPath", p.masked_name AS name,
    (SELECT count(*)::int FROM matter m WHERE m.handler_id = h.person_id AND m.service_id = h.service_id
       AND m.state IN ('sent', 'inWork', 'asked', 'held', 'proposed')) AS open
  FROM service_handler h JOIN union_ref u ON u.id = h.union_id JOIN member_ref p ON p.person_id = h.person_id`;

@Injectable()
export class ServiceHandlerRepository {
  async find(tx: Transaction, id: string): Promise<ServiceHandlerRecord | null> {
    const rows: ServiceHandlerRecord[] = await tx.sql.query(`${recordSql} WHERE h.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lock(tx: Transaction, id: string): Promise<ServiceHandlerRow | null> {
    return tx.sql.findOne(ServiceHandlerRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: ServiceHandlerRow): Promise<void> {
    await tx.sql.insert(ServiceHandlerRow, row);
  }

  async update(tx: Transaction, row: ServiceHandlerRow): Promise<void> {
    await tx.sql.update(ServiceHandlerRow, { id: row.id }, row);
  }

  /** Who is named for a service at this very union now. The service has to be locked. */
  at(tx: Transaction, serviceId: string, unionId: string): Promise<ServiceHandlerRow[]> {
    return tx.sql.find(ServiceHandlerRow, { where: { serviceId, unionId, endedAt: IsNull() } });
  }

  /** Where a person is named now. */
  ofPerson(tx: Transaction, personId: string): Promise<ServiceHandlerRow[]> {
    return tx.sql.find(ServiceHandlerRow, { where: { personId, endedAt: IsNull() }, take: namingsMax });
  }

  /** Where the caller is named now, also under the id of a record that was merged into theirs. */
  namingsOf(tx: Transaction, actor: Actor): Promise<Naming[]> {
    return tx.sql.query(
      `SELECT h.service_id AS "serviceId", u.path AS "unionPath" FROM service_handler h
       JOIN union_ref u ON u.id = h.union_id
       WHERE h.person_id = ANY($1) AND h.ended_at IS NULL ORDER BY h.id LIMIT $2`,
      [[actor.personId, ...(actor.formerIds ?? [])], namingsMax],
    );
  }

  /** Who deals with the matters of a service at a union, by name: those named there or above. @param path of the union */
  namedFor(tx: Transaction, serviceId: string, path: string): Promise<OfficeHolder[]> {
    return tx.sql.query(
      `SELECT DISTINCT h.person_id AS "personId", p.masked_name AS "maskedName"
       FROM union_ref u JOIN service_handler h ON h.union_id = u.id JOIN member_ref p ON p.person_id = h.person_id
       WHERE u.path = ANY($2) AND h.service_id = $1 AND h.ended_at IS NULL
       ORDER BY p.masked_name, h.person_id LIMIT $3`,
      [serviceId, pathsUpwards(path), namedMax],
    );
  }

  /** Lets nobody be named for a service, or cease to be, before the transaction ends: whoever names people locks it. */
  async freeze(tx: Transaction, serviceId: string): Promise<void> {
    await tx.sql.query('SELECT 1 FROM service_item WHERE id = $1 FOR SHARE', [serviceId]);
  }

  /** Those named now at the unions of the caller, above and below, the first named first. */
  async list(tx: Transaction, filter: ListFilter): Promise<ServiceHandlerRecord[]> {
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const conditions = [`h.service_id = ${bind(filter.serviceId)}::uuid`, 'h.ended_at IS NULL'];
    if (filter.unionId !== undefined) conditions.push(`h.union_id = ${bind(filter.unionId)}::uuid`);
    const [id] = decodeCursor(filter.cursor, 1) ?? [null];
    if (id !== null) conditions.push(`h.id > ${bind(id)}::uuid`);
    const isBelow = (await reachCondition(tx, subtreesOf(filter.within), bind))('h.union_id');
    const above = bind(filter.within.flatMap((path) => pathsUpwards(path)));
    conditions.push(`(${isBelow} OR u.path = ANY(${above}::text[]))`);
    return tx.sql.query(
      `${recordSql} WHERE ${conditions.join(' AND ')} ORDER BY h.id LIMIT ${bind(rowsFor(filter.limit))}`,
      values,
    );
  }
}
