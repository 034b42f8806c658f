import { Injectable } from '@nestjs/common';
import {
  type ListDataBreaches,
  ownBreachesShown,
} from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import {
  decodeCursor,
  placeholdersIn,
  rowsFor,
  selectListOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { BreachHandoverRow, DataBreachRow } from './data-breach.entity.js';

/** A breach with the name of its union, and the record that corrects it. */
export interface DataBreachRecord extends DataBreachRow {
  readonly unionName: string | null;
  readonly correctedById: string | null;
}

/** A breach of which somebody was notified; other records only if they were notified of those as well. */
export interface OwnBreachRecord extends DataBreachRow {
  readonly notifiedAt: Date;
  readonly correctedById: string | null;
  readonly hasCorrected: boolean;
}

/** What changes of a record. The rest never does, and the database refuses it. */
export type BreachProgress = Pick<
  DataBreachRow,
  | 'version'
  | 'state'
  | 'decidedBy'
  | 'decidedAt'
  | 'refusal'
  | 'affected'
  | 'notified'
  | 'position'
  | 'finishedAt'
>;

const isThere = `p.erased_at IS NULL AND NOT EXISTS (SELECT FROM person_alias a WHERE a.from_id = p.id)`;

/**
 * Whose data it was, as they are on record now: those of the audience, and whoever was notified of what is corrected. $1 is
 * the breach, $2 the person behind whom it begins. Each part is cut by itself, so that a step reads what it needs.
 */
const affectedSql = (cut: string): string => `
  WITH b AS MATERIALIZED (SELECT id, audience, union_id, corrects_id FROM data_breach WHERE id = $1),
  found AS (
    (SELECT p.id FROM person p
     WHERE (SELECT audience FROM b) = 'everybody' AND p.id > $2 AND ${isThere} ${cut})
    UNION
    (SELECT DISTINCT p.id FROM labour_union top JOIN labour_union u ON starts_with(u.path, top.path)
     JOIN union_membership m ON m.union_id = u.id JOIN person p ON p.id = m.person_id
     WHERE top.id = (SELECT union_id FROM b) AND p.id > $2 AND ${isThere} ${cut})
    UNION
    (SELECT DISTINCT p.id FROM b JOIN breach_person n ON n.breach_id = b.id
       OR (n.breach_id = b.corrects_id AND n.notified_at IS NOT NULL)
     JOIN person p ON p.id = present_person(n.person_id)
     WHERE p.id > $2 AND ${isThere} ${cut})
  )`;

const beforeAll = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class DataBreachRepository {
  async findById(tx: Transaction, id: string): Promise<DataBreachRecord | null> {
    const rows: DataBreachRecord[] = await tx.sql.query(`${recordSql(tx)} WHERE b.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<DataBreachRow | null> {
    return tx.sql.findOne(DataBreachRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false if what it corrects has another correction */
  async insert(tx: Transaction, row: DataBreachRow): Promise<boolean> {
    const inserted = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(DataBreachRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Names people whose data it was. @returns how many of them are on record */
  async namePeople(tx: Transaction, breachId: string, personIds: readonly string[]): Promise<number> {
    const rows: unknown[] = await tx.sql.query(
      `INSERT INTO breach_person (breach_id, person_id)
       SELECT $1, p.id FROM person p WHERE p.id = ANY($2) AND p.erased_at IS NULL RETURNING person_id`,
      [breachId, personIds],
    );
    return rows.length;
  }

  async update(tx: Transaction, row: BreachProgress & Pick<DataBreachRow, 'id'>): Promise<void> {
    const { id, version, state, decidedBy, decidedAt, refusal, affected, notified, position, finishedAt } =
      row;
    await tx.sql.update(
      DataBreachRow,
      { id },
      { version, state, decidedBy, decidedAt, refusal, affected, notified, position, finishedAt },
    );
  }

  list(tx: Transaction, { state, cursor, limit }: ListDataBreaches): Promise<DataBreachRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const conditions = ['TRUE'];
    if (state !== undefined) conditions.push(`b.state = ${at(state)}`);
    const after = decodeCursor(cursor, 1);
    if (after !== null) conditions.push(`b.id < ${at(after[0])}::uuid`);
    return tx.sql.query(
      `${recordSql(tx)} WHERE ${conditions.join(' AND ')} ORDER BY b.id DESC LIMIT ${at(rowsFor(limit))}`,
      values,
    );
  }

  async countAffected(tx: Transaction, id: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `${affectedSql('')} SELECT count(*)::int AS count FROM found`,
      [id, beforeAll],
    );
    return rows[0]?.count ?? 0;
  }

  /** Under the lock of the breach, so that no two entries take the same number. */
  async addHandover(tx: Transaction, row: BreachHandoverRow): Promise<void> {
    await tx.sql.insert(BreachHandoverRow, row);
  }

  /** What was recorded of the reports on these breaches, the first entry of each first. */
  handoversOf(tx: Transaction, breachIds: readonly string[]): Promise<BreachHandoverRow[]> {
    return tx.sql.find(BreachHandoverRow, {
      where: { breachId: In([...breachIds]) },
      order: { number: 'ASC' },
    });
  }

  /** In the order of their ids, after the one who was looked at last. */
  async affectedAfter(
    tx: Transaction,
    { id, position }: Pick<DataBreachRow, 'id' | 'position'>,
    limit: number,
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `${affectedSql('ORDER BY p.id LIMIT $3')} SELECT id FROM found ORDER BY id LIMIT $3`,
      [id, position ?? beforeAll, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Notes that these are notified. @returns those who were not before, under any id of theirs */
  async noteNotified(tx: Transaction, breachId: string, personIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `INSERT INTO breach_person AS n (breach_id, person_id, notified_at)
       SELECT $1, p, $3 FROM unnest($2::uuid[]) AS t(p)
       WHERE NOT EXISTS (SELECT FROM breach_person o
         WHERE o.breach_id = $1 AND o.person_id = ANY(person_ids(p)) AND o.notified_at IS NOT NULL)
       ON CONFLICT (breach_id, person_id) DO UPDATE SET notified_at = excluded.notified_at
         WHERE n.notified_at IS NULL
       RETURNING person_id AS id`,
      [breachId, personIds, tx.now],
    );
    return rows.map((row) => row.id);
  }

  /** Of what a person was notified, under any id of theirs, the newest first. @param id only this one */
  listOwn(tx: Transaction, personId: string, id: string | null): Promise<OwnBreachRecord[]> {
    const isOwn = (breach: string): string =>
      `EXISTS (SELECT FROM breach_person o WHERE o.breach_id = ${breach}
         AND o.person_id = ANY(person_ids($1)) AND o.notified_at IS NOT NULL)`;
    return tx.sql.query(
      `SELECT ${selectListOf(tx.sql, DataBreachRow, 'b')}, n.at AS "notifiedAt",
         ${isOwn('b.corrects_id')} AS "hasCorrected",
         (SELECT c.id FROM data_breach c WHERE c.corrects_id = b.id AND ${isOwn('c.id')}) AS "correctedById"
       FROM (SELECT breach_id, min(notified_at) AS at FROM breach_person
             WHERE person_id = ANY(person_ids($1)) AND notified_at IS NOT NULL AND ($2::uuid IS NULL OR breach_id = $2)
             GROUP BY breach_id ORDER BY breach_id DESC LIMIT $3) n
       JOIN data_breach b ON b.id = n.breach_id ORDER BY b.id DESC`,
      [personId, id, ownBreachesShown],
    );
  }
}

function recordSql(tx: Transaction): string {
  return `SELECT ${selectListOf(tx.sql, DataBreachRow, 'b')}, u.name AS "unionName", c.id AS "correctedById"
    FROM data_breach b LEFT JOIN labour_union u ON u.id = b.union_id
    LEFT JOIN data_breach c ON c.corrects_id = b.id AND c.state NOT IN ('refused', 'withdrawn')`;
}
