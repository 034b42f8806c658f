import { Injectable } from '@nestjs/common';
import type { MemberOrder } from '@gongxiang/contracts/membership/members/member.contract';
import type {
  EmploymentKind,
  EndReason,
  MembershipStanding,
  MembershipState,
  RetainedReason,
} from '@gongxiang/contracts/membership/membership-events';
import { beyondSubtree } from '@gongxiang/domain';
import {
  type Counted,
  countOf,
  decodeCursor,
  fewUnionsWithin,
  inOrderParts,
  insertAll,
  type OrderPart,
  type OrderSql,
  partInSql,
  placeholdersIn,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In, Not } from 'typeorm';
import { failuresPerDayMax } from './entry-closing.model.js';
import { MembershipRow } from './membership.entity.js';

/** A membership with the displayed data of its person and its union. */
export interface MemberRecord {
  readonly id: string;
  readonly personId: string;
  readonly version: number;
  readonly name: string;
  readonly maskedName: string;
  readonly residentNumber: string | null;
  readonly phone: string | null;
  readonly unionId: string;
  readonly unionName: string;
  readonly unionPath: string;
  readonly state: MembershipState;
  readonly standing: MembershipStanding;
  readonly retainedReason: RetainedReason | null;
  readonly retainedFrom: string | null;
  readonly endedReason: EndReason | null;
  readonly endDecision: string | null;
  /** When the person left by themselves. */
  readonly leftAt: Date | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly employmentKind: EmploymentKind | null;
  readonly servedByUnionId: string | null;
  /** The officer who admitted the person; null if unknown. */
  readonly admittedBy: string | null;
  /** See {@link Belonging.employedUntil}. */
  readonly employedUntil: string | null;
  /** Since when too many wrong codes were tried in this person's name, however long ago; null if never. */
  readonly entryRefusedFrom: Date | null;
}

/** A membership that has not ended, with the path of its union. */
export interface OpenMembership extends MembershipRow {
  readonly unionPath: string;
}

/** A member's sealed name and phone, and the path of the union by which it is decided who may see them. */
export interface NamedMember {
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly unionPath: string;
}

/** The name of a person's union, and their kind of employment as recorded by it. */
export interface UnionTerms {
  readonly unionName: string;
  readonly employmentKind: EmploymentKind | null;
}

/** Keyed hashes of a searched text as a name, a number and a phone. */
export interface SoughtHashes {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
}

export interface Sought extends SoughtHashes {
  /** Of the pinyin of a whole name, and the unions at which it may be searched for; null if it is none. */
  readonly pinyin?: { readonly hash: string; readonly unionIds: readonly string[] } | null;
}

export interface MemberFilter {
  /** The subtrees whose members are listed. */
  readonly paths: readonly string[];
  readonly sought: Sought | null;
  /** Only those who are in this group now. */
  readonly group?: string;
  readonly state?: MembershipState;
  /** Only those that have not ended. */
  readonly open?: true;
  readonly standing?: MembershipStanding;
  readonly endedReason?: EndReason;
  readonly order?: MemberOrder;
  readonly count?: true;
  readonly cursor?: string;
  readonly limit?: number;
}

const recordSql = `
  SELECT m.id, m.person_id AS "personId", p.version, p.name, p.masked_name AS "maskedName",
    p.resident_number AS "residentNumber", p.phone, m.union_id AS "unionId", u.name AS "unionName",
    u.path AS "unionPath", m.state, m.standing, m.retained_reason AS "retainedReason",
    m.retained_from AS "retainedFrom", m.ended_reason AS "endedReason", m.end_decision AS "endDecision",
    m.left_at AS "leftAt", m.valid_from AS "validFrom", m.valid_to AS "validTo",
    m.employment_kind AS "employmentKind", m.served_by_union_id AS "servedByUnionId", m.admitted_by AS "admittedBy",
    (SELECT max(coalesce(e.valid_to, 'infinity'))::text FROM employment e WHERE e.person_id = p.id) AS "employedUntil",
    (SELECT max(t.began_at) FROM entry_attempt t WHERE t.person_id = p.id AND t.failures >= ${failuresPerDayMax})
      AS "entryRefusedFrom"
  FROM union_membership m JOIN labour_union u ON u.id = m.union_id JOIN person p ON p.id = m.person_id`;

@Injectable()
export class MemberRepository {
  async findById(tx: Transaction, id: string): Promise<MemberRecord | null> {
    const rows: MemberRecord[] = await tx.sql.query(`${recordSql} WHERE m.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<MembershipRow | null> {
    return tx.sql.findOne(MembershipRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findOpen(tx: Transaction, personId: string): Promise<MembershipRow | null> {
    return tx.sql.findOneBy(MembershipRow, { personId, state: Not('ended') });
  }

  /** The union that serves a person by their newest employment that goes on and names one. */
  async findServingUnion(tx: Transaction, personId: string): Promise<string | null> {
    const rows: { unionId: string }[] = await tx.sql.query(
      `SELECT served_by_union_id AS "unionId" FROM employment
       WHERE person_id = $1 AND valid_to IS NULL AND served_by_union_id IS NOT NULL
       ORDER BY valid_from DESC, id DESC LIMIT 1`,
      [personId],
    );
    return rows[0]?.unionId ?? null;
  }

  /** The membership of a person that has not ended, else the last one. */
  async findLatest(tx: Transaction, personId: string): Promise<MemberRecord | null> {
    const rows: MemberRecord[] = await tx.sql.query(
      `${recordSql} WHERE m.person_id = $1 ORDER BY (m.state = 'ended'), m.id DESC LIMIT 1`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** The sealed names of members, with the paths of their unions. */
  namesOf(tx: Transaction, personIds: readonly string[]): Promise<NamedMember[]> {
    return tx.sql.query(
      `SELECT m.person_id AS "personId", p.name, p.phone, u.path AS "unionPath"
       FROM union_membership m JOIN labour_union u ON u.id = m.union_id JOIN person p ON p.id = m.person_id
       WHERE m.person_id = ANY($1) AND m.state <> 'ended'`,
      [personIds],
    );
  }

  findOpenOf(tx: Transaction, personIds: readonly string[]): Promise<MembershipRow[]> {
    return tx.sql.findBy(MembershipRow, { personId: In([...personIds]), state: Not('ended') });
  }

  listOpenOf(tx: Transaction, personIds: readonly string[]): Promise<OpenMembership[]> {
    return tx.sql.query(
      `SELECT m.id, m.person_id AS "personId", m.union_id AS "unionId", m.state, m.valid_from AS "validFrom",
         m.valid_to AS "validTo", m.employment_kind AS "employmentKind", m.standing,
         m.retained_reason AS "retainedReason", m.retained_from AS "retainedFrom", m.ended_reason AS "endedReason",
         m.end_decision AS "endDecision", m.left_at AS "leftAt", m.created_at AS "createdAt", m.admitted_by AS "admittedBy", u.path AS "unionPath"
       FROM union_membership m JOIN labour_union u ON u.id = m.union_id
       WHERE m.person_id = ANY($1) AND m.state <> 'ended'`,
      [personIds],
    );
  }

  /** The terms of a person at a union; null if there is no such union. */
  async findTermsAt(tx: Transaction, personId: string, unionId: string): Promise<UnionTerms | null> {
    const rows: UnionTerms[] = await tx.sql.query(
      `SELECT u.name AS "unionName", m.employment_kind AS "employmentKind" FROM labour_union u
       LEFT JOIN union_membership m ON m.union_id = u.id AND m.person_id = $2 AND m.state <> 'ended'
       WHERE u.id = $1`,
      [unionId, personId],
    );
    return rows[0] ?? null;
  }

  insert(tx: Transaction, rows: readonly MembershipRow[]): Promise<void> {
    return insertAll(tx, MembershipRow, rows);
  }

  async update(tx: Transaction, row: MembershipRow): Promise<void> {
    await tx.sql.update(MembershipRow, { id: row.id }, row);
  }

  /** Writes the joining dates and kinds of employment of many memberships in one statement. */
  async updateTerms(tx: Transaction, rows: readonly MembershipRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.sql.query(
      `UPDATE union_membership m SET valid_from = n.valid_from, employment_kind = n.employment_kind
       FROM unnest($1::uuid[], $2::date[], $3::text[]) AS n(id, valid_from, employment_kind) WHERE m.id = n.id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ validFrom }) => validFrom),
        rows.map(({ employmentKind }) => employmentKind),
      ],
    );
  }

  /** Ordered by union path, then by age of the membership, where no other order is asked for; each is the order of an index. */
  async list(tx: Transaction, filter: MemberFilter): Promise<MemberRecord[]> {
    const { order, cursor, paths } = filter;
    const limit = rowsFor(filter.limit);
    if (order === undefined) return this.byUnion(tx, filter, limit);
    const few = await fewUnionsWithin(tx, subtreesOf(paths), 'labour_union');
    return inOrderParts({ word: order, cursor }, limit, (part) => this.inOrder(tx, filter, part, few));
  }

  /** How many the list has, see {@link countOf}. */
  count(tx: Transaction, filter: MemberFilter): Promise<Counted | null> {
    return countOf(tx, filter, () => {
      const values: unknown[] = [];
      const at = placeholdersIn(values);
      const conditions = [withinSql(filter.paths, at), ...narrowing(filter, at)];
      return { sql: `SELECT FROM ${tablesOf(filter)} WHERE ${conditions.join(' AND ')}`, values };
    });
  }

  private byUnion(tx: Transaction, filter: MemberFilter, limit: number): Promise<MemberRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const conditions = [withinSql(filter.paths, at), ...narrowing(filter, at)];
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) conditions.push(`(u.path, m.id) > (${at(cursor[0])}, ${at(cursor[1])}::uuid)`);
    return tx.sql.query(
      `${recordSql} WHERE ${conditions.join(' AND ')} ORDER BY u.path, m.id LIMIT ${at(limit)}`,
      values,
    );
  }

  /** A page of each of few unions, or else of all memberships: both are walked in the order of an index. */
  private inOrder(
    tx: Transaction,
    filter: MemberFilter,
    part: OrderPart,
    few: readonly string[] | null,
  ): Promise<MemberRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const { conditions, orderBy } = partInSql(part, byJoining, at);
    const wanted = [...narrowing(filter, at), ...conditions];
    const limit = at(part.limit);
    const pageOf = (within: string): string =>
      `SELECT m.id, m.valid_from FROM ${tablesOf(filter)}
       WHERE ${[within, ...wanted].join(' AND ')} ORDER BY ${orderBy} LIMIT ${limit}`;
    const page =
      few === null
        ? pageOf(withinSql(filter.paths, at))
        : `SELECT m.* FROM unnest(${at(few)}::uuid[]) AS own(id)
           CROSS JOIN LATERAL (${pageOf('m.union_id = own.id')}) AS m ORDER BY ${orderBy} LIMIT ${limit}`;
    return tx.sql.query(`${recordSql} JOIN (${page}) AS page ON page.id = m.id ORDER BY ${orderBy}`, values);
  }

  /**
   * The memberships that have not ended of whoever each text may name, by the place of the text; texts that name nobody
   * are left out.
   */
  async match(
    tx: Transaction,
    {
      paths,
      sought,
      perLineMax,
    }: {
      readonly paths: readonly string[];
      readonly sought: readonly SoughtHashes[];
      readonly perLineMax: number;
    },
  ): Promise<ReadonlyMap<number, readonly MemberRecord[]>> {
    const values: unknown[] = [
      sought.map(({ name }) => name),
      sought.map(({ residentNumber }) => residentNumber),
      sought.map(({ phone }) => phone),
      perLineMax,
    ];
    const within = withinSql(paths, placeholdersIn(values));
    const rows: (MemberRecord & { readonly place: number })[] = await tx.sql.query(
      `SELECT line.place::int - 1 AS place, found.*
       FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS line(name, number, phone, place)
       CROSS JOIN LATERAL (${recordSql}
         WHERE ${within} AND m.state <> 'ended'
           AND (p.name_hash = line.name OR p.resident_number_hash = line.number OR p.phone_hash = line.phone)
         ORDER BY u.path, m.id LIMIT $4) AS found
       ORDER BY line.place`,
      values,
    );
    const byPlace = new Map<number, MemberRecord[]>();
    for (const { place, ...record } of rows) byPlace.set(place, [...(byPlace.get(place) ?? []), record]);
    return byPlace;
  }

  /** The membership of a person that has not ended, or else the newest; null without any. */
  async newestOf(tx: Transaction, personId: string): Promise<MemberRecord | null> {
    const rows: MemberRecord[] = await tx.sql.query(
      `${recordSql} WHERE m.person_id = $1 ORDER BY (m.state <> 'ended') DESC, m.id DESC LIMIT 1`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** The membership of each of these people that has not ended, or else the newest. */
  newestAmong(tx: Transaction, personIds: readonly string[]): Promise<MemberRecord[]> {
    return tx.sql.query(
      `SELECT latest.* FROM unnest($1::uuid[]) AS page(id)
       JOIN LATERAL (${recordSql} WHERE m.person_id = page.id ORDER BY (m.state <> 'ended') DESC, m.id DESC LIMIT 1) AS latest ON true
       ORDER BY page.id`,
      [personIds],
    );
  }

  /** The membership of each person that has not ended, or else the newest, by person id, for republication. */
  after(tx: Transaction, afterPersonId: string | null, limit: number): Promise<MemberRecord[]> {
    return tx.sql.query(
      `SELECT latest.* FROM (SELECT id FROM person WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2) AS page
       JOIN LATERAL (${recordSql} WHERE m.person_id = page.id ORDER BY (m.state <> 'ended') DESC, m.id DESC LIMIT 1) AS latest ON true
       ORDER BY page.id`,
      [afterPersonId, limit],
    );
  }
}

type At = ReturnType<typeof placeholdersIn>;

const byJoining: OrderSql = { value: 'm.valid_from', type: 'date', hasValue: 'true', id: 'm.id' };

/** What the conditions of a list are about: of its person they say something only where one is looked for. */
function tablesOf({ sought }: MemberFilter): string {
  const tables = 'union_membership m JOIN labour_union u ON u.id = m.union_id';
  return sought === null ? tables : `${tables} JOIN person p ON p.id = m.person_id`;
}

function narrowing({ sought, group, state, open, standing, endedReason }: MemberFilter, at: At): string[] {
  const conditions: string[] = [];
  if (sought !== null) conditions.push(soughtSql(sought, at));
  if (group !== undefined)
    conditions.push(
      `m.person_id IN (SELECT person_id FROM group_member WHERE group_id = ${at(group)} AND valid_to IS NULL)`,
    );
  if (state !== undefined) conditions.push(`m.state = ${at(state)}`);
  if (open) conditions.push(`m.state <> 'ended'`);
  if (standing !== undefined) conditions.push(`m.standing = ${at(standing)}`);
  if (endedReason !== undefined) conditions.push(`m.ended_reason = ${at(endedReason)}`);
  return conditions;
}

function withinSql(paths: readonly string[], at: At): string {
  const within = paths.map((path) => `(u.path >= ${at(path)} AND u.path < ${at(beyondSubtree(path))})`);
  return within.length === 0 ? 'false' : `(${within.join(' OR ')})`;
}

/** The people who sound alike are looked up first, so that the index of each of the hashes is used. */
function soughtSql({ name, residentNumber, phone, pinyin }: Sought, at: At): string {
  const same = `p.name_hash = ${at(name)} OR p.resident_number_hash = ${at(residentNumber)} OR p.phone_hash = ${at(phone)}`;
  if (!pinyin) return `(${same})`;
  const sounding = `SELECT n.id FROM person_pinyin n JOIN union_membership o ON o.person_id = n.id
    WHERE n.hashes @> ARRAY[${at(pinyin.hash)}] AND o.union_id = ANY(${at(pinyin.unionIds)})`;
  return `(${same} OR p.id = ANY(ARRAY(${sounding})) AND m.union_id = ANY(${at(pinyin.unionIds)}))`;
}
