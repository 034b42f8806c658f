import { Injectable } from '@nestjs/common';
import { beyondSubtree } from '@gongxiang/domain';
import { decodeCursor, placeholdersIn, rowsFor, type Transaction } from '@gongxiang/persistence';
import { EmploymentRow } from './employment.entity.js';

/** An employment with the names of the enterprises and of the serving union. */
export interface NamedEmployment extends Omit<EmploymentRow, 'employerName'> {
  readonly employerName: string;
  readonly servedByUnionName: string | null;
}

/** Somebody whom a union serves, with what is shown of them and of their own union. */
export interface ServedRecord extends NamedEmployment {
  readonly servedByUnionId: string;
  readonly servedByUnionName: string;
  readonly servedByUnionPath: string;
  readonly name: string;
  readonly maskedName: string;
  readonly unionId: string | null;
  readonly unionName: string | null;
  readonly unionPath: string | null;
}

interface PageOf {
  readonly cursor?: string;
  readonly limit?: number;
}

const columns = `
  e.id, e.version, e.person_id AS "personId", e.kind, e.enterprise_id AS "enterpriseId",
  coalesce(employer.name, e.employer_name) AS "employerName", e.host_enterprise_id AS "hostEnterpriseId",
  coalesce(host.name, e.host_name) AS "hostName", e.served_by_union_id AS "servedByUnionId",
  s.name AS "servedByUnionName", e.valid_from AS "validFrom", e.valid_to AS "validTo", e.created_at AS "createdAt"`;

const names = `
  LEFT JOIN enterprise employer ON employer.id = e.enterprise_id
  LEFT JOIN enterprise host ON host.id = e.host_enterprise_id`;

@Injectable()
export class EmploymentRepository {
  async findById(tx: Transaction, id: string): Promise<NamedEmployment | null> {
    const rows: NamedEmployment[] = await tx.sql.query(
      `SELECT ${columns} FROM employment e ${names} LEFT JOIN labour_union s ON s.id = e.served_by_union_id WHERE e.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<EmploymentRow | null> {
    return tx.sql.findOne(EmploymentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** All of a person, newest first. */
  allOf(tx: Transaction, personId: string): Promise<EmploymentRow[]> {
    return tx.sql.find(EmploymentRow, { where: { personId }, order: { validFrom: 'DESC', id: 'DESC' } });
  }

  async insert(tx: Transaction, row: EmploymentRow): Promise<void> {
    await tx.sql.insert(EmploymentRow, row);
  }

  async update(tx: Transaction, { id, ...row }: EmploymentRow): Promise<void> {
    await tx.sql.update(EmploymentRow, { id }, row);
  }

  /**
   * Of a person, newest first: the order of the index.
   * @param before only those that began before this day, if any
   */
  list(
    tx: Transaction,
    {
      personId,
      before,
      cursor,
      limit,
    }: PageOf & { readonly personId: string; readonly before: string | null },
  ): Promise<NamedEmployment[]> {
    const [from = null, id = null] = decodeCursor(cursor, 2) ?? [];
    return tx.sql.query(
      `SELECT ${columns} FROM employment e ${names} LEFT JOIN labour_union s ON s.id = e.served_by_union_id
       WHERE e.person_id = $1 AND ($2::date IS NULL OR e.valid_from < $2)
         AND ($3::date IS NULL OR (e.valid_from, e.id) < ($3, $4::uuid))
       ORDER BY e.valid_from DESC, e.id DESC LIMIT $5`,
      [personId, before, from, id, rowsFor(limit)],
    );
  }

  /**
   * Those whom the unions of these subtrees serve, by union, then by age of the record: each is the order of an index.
   * @param day in China: without `past`, only those who are served on it
   */
  listServed(
    tx: Transaction,
    filter: PageOf & { readonly paths: readonly string[]; readonly past: boolean; readonly day: string },
  ): Promise<ServedRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const within = filter.paths.map(
      (path) => `(s.path >= ${at(path)} AND s.path < ${at(beyondSubtree(path))})`,
    );
    const conditions = [`(${within.join(' OR ')})`];
    if (!filter.past) conditions.push(`(e.valid_to IS NULL OR e.valid_to > ${at(filter.day)}::date)`);
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) conditions.push(`(s.path, e.id) > (${at(cursor[0])}, ${at(cursor[1])}::uuid)`);
    return tx.sql.query(
      `SELECT ${columns}, s.path AS "servedByUnionPath", p.name, p.masked_name AS "maskedName",
         u.id AS "unionId", u.name AS "unionName", u.path AS "unionPath"
       FROM employment e JOIN labour_union s ON s.id = e.served_by_union_id ${names}
       JOIN person p ON p.id = e.person_id
       LEFT JOIN union_membership m ON m.person_id = e.person_id AND m.state <> 'ended'
       LEFT JOIN labour_union u ON u.id = m.union_id
       WHERE ${conditions.join(' AND ')} ORDER BY s.path, e.id LIMIT ${at(rowsFor(filter.limit))}`,
      values,
    );
  }
}
