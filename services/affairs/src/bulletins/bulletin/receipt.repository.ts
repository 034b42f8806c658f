import { Injectable } from '@nestjs/common';
import {
  readingUnionsMax,
  type UnionReadingView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { addressedSql, addressedValues, type Addressees } from '../audience/audience.repository.js';
import { BulletinReceiptRow } from './bulletin.entity.js';

/** Somebody who is asked to read something and has not confirmed it. */
export interface Unread {
  readonly personId: string;
  readonly maskedName: string;
}

/** How far those who are asked to read something were looked at. */
export interface UnreadPlace {
  readonly path: string;
  readonly unionId: string;
  /** The last of that union; null once all of it were. */
  readonly personId: string | null;
}

/** Some of those who have not confirmed something. */
export interface UnreadPage {
  readonly personIds: readonly string[];
  /** After whom to go on; null at the end. */
  readonly next: UnreadPlace | null;
}

/** Sorts before the id of anything. */
const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/** How many have read, in all and by union. */
export interface Reading {
  readonly members: number;
  readonly confirmed: number;
  readonly unions: UnionReadingView[];
}

/** That a member `m` has confirmed bulletin `$1`, also under the id of a record that was merged into theirs. */
const confirmedSql = `(EXISTS (
    SELECT FROM bulletin_receipt r WHERE r.bulletin_id = $1 AND r.person_id = m.person_id)
  OR EXISTS (
    SELECT FROM person_alias a JOIN bulletin_receipt r ON r.person_id = a.from_id
    WHERE a.into_id = m.person_id AND r.bulletin_id = $1))`;

@Injectable()
export class ReceiptRepository {
  /** Once: of two at the same moment one writes, and the other changes nothing. */
  async add(tx: Transaction, row: BulletinReceiptRow): Promise<void> {
    await tx.sql.createQueryBuilder().insert().into(BulletinReceiptRow).values(row).orIgnore().execute();
  }

  /** When somebody confirmed which of some bulletins, under any of their ids. */
  async of(
    tx: Transaction,
    personIds: readonly string[],
    bulletinIds: readonly string[],
  ): Promise<ReadonlyMap<string, Date>> {
    if (bulletinIds.length === 0 || personIds.length === 0) return new Map();
    const rows: { bulletinId: string; confirmedAt: Date }[] = await tx.sql.query(
      `SELECT bulletin_id AS "bulletinId", min(confirmed_at) AS "confirmedAt" FROM bulletin_receipt
       WHERE bulletin_id = ANY($1::uuid[]) AND person_id = ANY($2::uuid[]) GROUP BY bulletin_id`,
      [[...bulletinIds], [...personIds]],
    );
    return new Map(rows.map(({ bulletinId, confirmedAt }) => [bulletinId, confirmedAt]));
  }

  /** @param path of the union of which it is asked; each union directly below it counts with all below that */
  async reading(
    tx: Transaction,
    bulletinId: string,
    { addressees, path }: { readonly addressees: Addressees; readonly path: string },
  ): Promise<Reading> {
    const depth = path.split('.').length;
    const rows: (UnionReadingView & { allMembers: number; allConfirmed: number })[] = await tx.sql.query(
      `WITH part AS (
         SELECT substring(u.path FROM $4) AS path, count(*) AS members,
           count(*) FILTER (WHERE r.person_id IS NOT NULL) AS confirmed
         FROM member_ref m JOIN union_ref u ON u.id = m.union_id
         LEFT JOIN (
           SELECT DISTINCT coalesce(a.into_id, r.person_id) AS person_id
           FROM bulletin_receipt r LEFT JOIN person_alias a ON a.from_id = r.person_id
           WHERE r.bulletin_id = $1) AS r ON r.person_id = m.person_id
         WHERE u.path >= $2 AND u.path < $3 AND m.state = 'active' AND ${addressedSql('$6', '$7')}
         GROUP BY 1)
       SELECT o.id AS "unionId", o.name AS "unionName", part.members::int AS members,
         part.confirmed::int AS confirmed,
         (sum(part.members) OVER ())::int AS "allMembers", (sum(part.confirmed) OVER ())::int AS "allConfirmed"
       FROM part JOIN LATERAL (
         SELECT u.id, u.name FROM union_ref u WHERE u.path = part.path ORDER BY u.active DESC LIMIT 1) AS o ON true
       ORDER BY part.confirmed::numeric / part.members, o.name, o.id LIMIT $5`,
      [
        bulletinId,
        addressees.start,
        addressees.beyond,
        `^(?:[0-9]+\\.){1,${depth}}`,
        readingUnionsMax,
        ...addressedValues(addressees),
      ],
    );
    return {
      members: rows[0]?.allMembers ?? 0,
      confirmed: rows[0]?.allConfirmed ?? 0,
      unions: rows.map(({ unionId, unionName, members, confirmed }) => ({
        unionId,
        unionName,
        members,
        confirmed,
      })),
    };
  }

  /** Members of one very union who have not confirmed it. */
  unreadOf(
    tx: Transaction,
    filter: {
      readonly bulletinId: string;
      readonly unionId: string;
      readonly addressees: Addressees;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<Unread[]> {
    const [after = null] = decodeCursor(filter.cursor, 1) ?? [];
    return tx.sql.query(
      `SELECT m.person_id AS "personId", m.masked_name AS "maskedName" FROM member_ref m
       WHERE m.union_id = $2 AND m.state = 'active' AND NOT ${confirmedSql}
         AND ($3::uuid IS NULL OR m.person_id > $3)
         AND EXISTS (SELECT FROM union_ref u WHERE u.id = $2 AND ${addressedSql('$5', '$6')})
       ORDER BY m.person_id LIMIT $4`,
      [
        filter.bulletinId,
        filter.unionId,
        after,
        rowsFor(filter.limit),
        ...addressedValues(filter.addressees),
      ],
    );
  }

  /**
   * The next of all who have not confirmed it, union by union along their paths and in each by person: a walk of two indexes
   * that looks at some unions and some members at a time, however many the part of the tree has and however many of them have
   * confirmed it already. In the order of the persons alone each step would read all members of the part.
   */
  async unreadWithin(
    tx: Transaction,
    bulletinId: string,
    page: {
      readonly addressees: Addressees;
      readonly after: UnreadPlace | null;
      readonly lookedAtMax: number;
    },
  ): Promise<UnreadPage> {
    const { addressees, after, lookedAtMax } = page;
    const { start, beyond } = addressees;
    const from = after ?? { path: start, unionId: beforeAllIds, personId: beforeAllIds };
    const [found]: [UnreadPage] = await tx.sql.query(
      `WITH unions AS (
         SELECT u.id, u.path FROM union_ref u
         WHERE u.path >= $2 AND u.path < $3 AND (u.path, u.id) >= ($4, $5::uuid) AND ${addressedSql('$8', '$9')}
         ORDER BY u.path, u.id LIMIT $7),
       looked AS MATERIALIZED (
         SELECT u.path, u.id AS union_id, m.person_id FROM unions u CROSS JOIN LATERAL (
           SELECT m.person_id FROM member_ref m
           -- As a range of the index, and not as one union: else PostgreSQL may walk all members in the order of their ids.
           WHERE m.union_id <= u.id AND m.state = 'active' AND (m.union_id, m.person_id) >
             (u.id, CASE WHEN u.id = $5 THEN $6::uuid ELSE '${beforeAllIds}' END)
           ORDER BY m.union_id, m.person_id LIMIT $7) AS m
         ORDER BY u.path, u.id, m.person_id LIMIT $7),
       -- As many members as are looked at: there may be more. Else all of these unions are done.
       next_member AS (
         SELECT path, union_id AS "unionId", person_id AS "personId" FROM looked
         ORDER BY path, union_id, person_id OFFSET $7::int - 1 LIMIT 1),
       next_union AS (
         SELECT path, id AS "unionId", NULL::uuid AS "personId" FROM unions ORDER BY path, id OFFSET $7::int - 1 LIMIT 1)
       SELECT
         ARRAY(SELECT m.person_id FROM looked m WHERE NOT ${confirmedSql}
           ORDER BY m.path, m.union_id, m.person_id) AS "personIds",
         coalesce((SELECT to_jsonb(n) FROM next_member n), (SELECT to_jsonb(n) FROM next_union n)) AS next`,
      [
        bulletinId,
        start,
        beyond,
        from.path,
        from.unionId,
        from.personId,
        lookedAtMax,
        ...addressedValues(addressees),
      ],
    );
    return found;
  }
}
