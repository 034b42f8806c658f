import { Injectable } from '@nestjs/common';
import type { RecordKind, RecordState } from '@gongxiang/contracts/affairs/records/record.contract';
import { shanghaiDate } from '@gongxiang/domain';
import {
  decodeCursor,
  fewUnionsWithin,
  insertAll,
  newestOf,
  parameterOf,
  reachCondition,
  rowsFor,
  subtreesOf,
  titlePatternsOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In, type SelectQueryBuilder } from 'typeorm';
import { PersonRecordRow } from './record.entity.js';

/** A record with the people and unions of it. */
export interface KeptRecord extends PersonRecordRow {
  readonly personName: string;
  /** The union of which the person is a member now; null if of none. */
  readonly homeId: string | null;
  readonly homeName: string | null;
  readonly homePath: string | null;
  readonly enteredByName: string | null;
  readonly enteredAtName: string;
  readonly verifiedByName: string | null;
}

/** Somebody who belongs to a union. */
export interface RecordMember {
  readonly unionId: string;
  readonly unionPath: string;
}

interface PageFilter {
  readonly kind?: RecordKind;
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

interface OfficerFilter extends PageFilter {
  readonly paths: readonly string[];
  readonly personId?: string;
  readonly state?: RecordState;
  /** Those that end until then, and have not ended. */
  readonly endsBy?: string;
}

const recordSql = `
  SELECT r.id, r.version, r.person_id AS "personId", r.state, r.kind, r.title, r.pinyin, r.issuer,
    r.issued_on::text AS "issuedOn", r.valid_until::text AS "validUntil", r.is_over AS "isOver", r.details, r.sealed_number AS "sealedNumber",
    r.entered_by AS "enteredBy", r.union_id AS "unionId", r.entered_at AS "enteredAt", r.verified_by AS "verifiedBy",
    r.verified_at AS "verifiedAt", r.sealed_reason AS "sealedReason", r.sealed_name AS "sealedName",
    r.course_id AS "courseId",
    p.masked_name AS "personName", h.id AS "homeId", h.name AS "homeName", h.path AS "homePath",
    e.masked_name AS "enteredByName", u.name AS "enteredAtName", v.masked_name AS "verifiedByName"
  FROM person_record r
  JOIN member_ref p ON p.person_id = r.person_id
  JOIN union_ref u ON u.id = r.union_id
  LEFT JOIN union_ref h ON h.id = p.union_id AND p.state = 'active'
  LEFT JOIN member_ref e ON e.person_id = r.entered_by
  LEFT JOIN member_ref v ON v.person_id = r.verified_by`;

@Injectable()
export class RecordRepository {
  async find(tx: Transaction, id: string): Promise<KeptRecord | null> {
    const rows: KeptRecord[] = await tx.sql.query(`${recordSql} WHERE r.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lock(tx: Transaction, id: string): Promise<PersonRecordRow | null> {
    return tx.sql.findOne(PersonRecordRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The records of a person that wait to be verified, under all ids that they have had, locked. */
  async lockEntered(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT id FROM person_record WHERE person_id = ANY(person_ids($1)) AND state = 'entered' ORDER BY id FOR UPDATE`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  async insert(tx: Transaction, row: PersonRecordRow): Promise<void> {
    await tx.sql.insert(PersonRecordRow, row);
  }

  insertAll(tx: Transaction, rows: readonly PersonRecordRow[]): Promise<void> {
    return insertAll(tx, PersonRecordRow, rows);
  }

  async update(tx: Transaction, row: PersonRecordRow): Promise<void> {
    await tx.sql.update(PersonRecordRow, { id: row.id }, row);
  }

  /** The union to which a person belongs; null if to none. */
  async memberOf(tx: Transaction, personId: string): Promise<RecordMember | null> {
    const rows: RecordMember[] = await tx.sql.query(
      `SELECT u.id AS "unionId", u.path AS "unionPath" FROM member_ref m JOIN union_ref u ON u.id = m.union_id
       WHERE m.person_id = $1 AND m.state = 'active'`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** Counts the records of a person. The lock on the copy of their membership keeps several at once within the bound. */
  async countOf(tx: Transaction, personId: string): Promise<number> {
    await tx.sql.query('SELECT 1 FROM member_ref WHERE person_id = $1 FOR UPDATE', [personId]);
    return tx.sql.count(PersonRecordRow, { where: { personId } });
  }

  /** The unions to which people belong; who belongs to none is not among them. */
  async membersOf(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, RecordMember>> {
    const rows: (RecordMember & { readonly personId: string })[] = await tx.sql.query(
      `SELECT m.person_id AS "personId", u.id AS "unionId", u.path AS "unionPath"
       FROM member_ref m JOIN union_ref u ON u.id = m.union_id
       WHERE m.person_id = ANY($1::uuid[]) AND m.state = 'active'`,
      [personIds],
    );
    return new Map(rows.map(({ personId, ...member }) => [personId, member]));
  }

  /** Keeps others from entering records of these people until the commit, as {@link countOf} does for one. */
  async lockMembers(tx: Transaction, personIds: readonly string[]): Promise<void> {
    await tx.sql.query(
      'SELECT 1 FROM member_ref WHERE person_id = ANY($1::uuid[]) ORDER BY person_id FOR UPDATE',
      [personIds],
    );
  }

  /** How many records people have; who has none is not among them. */
  async countsOf(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { readonly personId: string; readonly count: number }[] = await tx.sql.query(
      `SELECT person_id AS "personId", count(*)::int AS count FROM person_record
       WHERE person_id = ANY($1::uuid[]) GROUP BY person_id`,
      [personIds],
    );
    return new Map(rows.map(({ personId, count }) => [personId, count]));
  }

  /** The records of people that are called one of these titles. */
  titled(
    tx: Transaction,
    personIds: readonly string[],
    titles: readonly string[],
  ): Promise<PersonRecordRow[]> {
    return tx.sql.find(PersonRecordRow, { where: { personId: In([...personIds]), title: In([...titles]) } });
  }

  /** A person's own, the newest first. */
  ofPerson(tx: Transaction, personId: string, { kind, cursor, limit }: PageFilter): Promise<KeptRecord[]> {
    return tx.sql.query(
      `${recordSql} WHERE r.person_id = $1 AND ($2::text IS NULL OR r.kind = $2)
         AND ($3::uuid IS NULL OR r.id < $3::uuid) ORDER BY r.id DESC LIMIT $4`,
      [personId, kind ?? null, decodeCursor(cursor, 1)?.[0] ?? null, rowsFor(limit)],
    );
  }

  /** Those of the members of the unions in some subtrees, the newest first. */
  async ofUnions(tx: Transaction, filter: OfficerFilter): Promise<KeptRecord[]> {
    const { paths, personId, state, endsBy } = filter;
    const query = newestBy(tx, filter);
    if (personId !== undefined) query.andWhere('r.person_id = :personId', { personId });
    if (state !== undefined) query.andWhere('r.state = :state', { state });
    if (endsBy !== undefined)
      query.andWhere('r.valid_until BETWEEN :today AND :endsBy', { today: shanghaiDate(tx.now), endsBy });
    return this.full(tx, await newestOfMembers(tx, query, paths));
  }

  /**
   * What others may find: verified, not over, of people who have consented.
   * @param path of the union of which they are members, or one below it; null for anybody
   */
  async found(tx: Transaction, path: string | null, filter: PageFilter): Promise<KeptRecord[]> {
    const query = newestBy(tx, filter).andWhere(
      `r.state = 'verified' AND r.sealed_name IS NOT NULL AND NOT r.is_over`,
    );
    return this.full(tx, path === null ? await query.getMany() : await newestOfMembers(tx, query, [path]));
  }

  private full(tx: Transaction, rows: readonly PersonRecordRow[]): Promise<KeptRecord[]> {
    if (rows.length === 0) return Promise.resolve([]);
    return tx.sql.query(`${recordSql} WHERE r.id = ANY($1::uuid[]) ORDER BY r.id DESC`, [
      rows.map(({ id }) => id),
    ]);
  }
}

function newestBy(
  tx: Transaction,
  { kind, q, cursor, limit }: PageFilter,
): SelectQueryBuilder<PersonRecordRow> {
  const query = tx.sql.createQueryBuilder(PersonRecordRow, 'r').orderBy('r.id', 'DESC').limit(rowsFor(limit));
  if (kind !== undefined) query.andWhere('r.kind = :kind', { kind });
  if (q !== undefined)
    query.andWhere('(r.title ILIKE :contained OR r.pinyin LIKE :typed)', titlePatternsOf(q));
  const cursorId = decodeCursor(cursor, 1)?.[0];
  if (cursorId != null) query.andWhere('r.id < :before', { before: cursorId });
  return query;
}

/**
 * Those of the members of the unions in some subtrees. Of few unions they are found by the index of their members; of a wide
 * reach each record is tested, from the newest on: OFFSET 0 stops PostgreSQL from reading all members for it.
 */
async function newestOfMembers(
  tx: Transaction,
  query: SelectQueryBuilder<PersonRecordRow>,
  paths: readonly string[],
): Promise<PersonRecordRow[]> {
  const reach = subtreesOf(paths);
  const few = await fewUnionsWithin(tx, reach);
  const members = `SELECT m.person_id FROM member_ref m WHERE m.state = 'active'`;
  if (few !== null)
    return newestOf(tx, query, {
      owners: few,
      isOwned: (union) => `r.person_id IN (${members} AND m.union_id = ${union})`,
    });
  const isInReach = await reachCondition(tx, reach, parameterOf(query));
  return query
    .andWhere(`EXISTS (${members} AND m.person_id = r.person_id AND ${isInReach('m.union_id')} OFFSET 0)`)
    .getMany();
}
