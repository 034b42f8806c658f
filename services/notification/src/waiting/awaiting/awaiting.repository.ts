import { Injectable } from '@nestjs/common';
import type { AwaitsState, AwaitState } from '@gongxiang/contracts/notification/awaits';
import type { AwaitKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeOffices, NotifyingService } from '@gongxiang/contracts/notification/notice-raised';
import { type ListWaiting, waitingShownMax } from '@gongxiang/contracts/notification/waiting.contract';
import type { Matter } from '@gongxiang/contracts/words/matter';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import type { LinkedAct } from '../../sending/message-links.js';
import { AwaitingRow } from './awaiting.entity.js';

/** Something that waits, with the union whose officers are meant; null where the reader is. */
export type WaitingLine = AwaitingRow & { readonly unionName: string | null };

/** What a service tells of, and where it stands in it. */
export type Thing = Pick<AwaitsState, 'subject' | 'id'> & { readonly service: NotifyingService };

/** The union that has somebody: the one asked, or the nearest above it. Of `o` as of `a`. */
const unionOfOffice = `(
  SELECT u.id FROM union_ref q
  JOIN union_ref u ON u.id = q.id OR (a.is_nearest AND u.path = ANY(ARRAY(
    SELECT left(q.path, i) FROM generate_series(1, length(q.path)) i WHERE substr(q.path, i, 1) = '.')))
  WHERE q.id = o.asked_id AND EXISTS (
    SELECT FROM role_ref r WHERE r.union_id = u.id AND r.role = ANY(a.roles) AND r.revoked_at IS NULL
      AND NOT EXISTS (SELECT FROM await_except x WHERE x.await_id = a.id AND x.person_id = r.person_id))
  ORDER BY length(u.path) DESC LIMIT 1)`;

/** Whether the delegation `d` holds at the time `$2`. */
const inForce = `d.revoked_at IS NULL AND (d.valid_to IS NULL OR d.valid_to > $2)`;

/** The ids of all that waits for the person `$1` at the time `$2`, by name, by their offices or by what is delegated to them. */
const mine = `
  SELECT p.await_id AS id, NULL::uuid AS asked_id FROM await_person p WHERE p.person_id = $1
  UNION ALL
  SELECT DISTINCT ON (o.await_id) o.await_id, o.asked_id
  FROM role_ref r JOIN await_office o ON o.union_id = r.union_id
  JOIN awaiting a ON a.id = o.await_id AND r.role = ANY(a.roles)
  WHERE r.person_id = $1 AND r.revoked_at IS NULL
    AND NOT EXISTS (SELECT FROM await_except x WHERE x.await_id = a.id AND x.person_id = $1)
    AND NOT EXISTS (SELECT FROM await_person p WHERE p.await_id = a.id AND p.person_id = $1)
  UNION ALL
  SELECT DISTINCT m.await_id, NULL::uuid
  FROM delegation_ref d JOIN await_matter m ON m.kind = d.matter_kind AND m.id = d.matter_id
  JOIN awaiting a ON a.id = m.await_id
  WHERE d.person_id = $1 AND ${inForce}
    AND NOT EXISTS (SELECT FROM await_except x WHERE x.await_id = a.id AND x.person_id = $1)
    AND NOT EXISTS (SELECT FROM await_person p WHERE p.await_id = a.id AND p.person_id = $1)
    AND NOT EXISTS (
      SELECT FROM await_office o JOIN role_ref r ON r.union_id = o.union_id
      WHERE o.await_id = a.id AND r.person_id = $1 AND r.role = ANY(a.roles) AND r.revoked_at IS NULL)`;

/** Of what waits for people by name alone. */
const nobody = {
  roles: [],
  unionIds: [],
  isNearest: false,
  exceptIds: [],
  matters: [],
} satisfies NoticeOffices;

/** Held by who reads who holds an office to place what waits there, and alone by who places anew what waits already. */
const placing = `hashtextextended(current_schema() || '.placing', 0)`;

@Injectable()
export class AwaitingRepository {
  /**
   * Until the commit nothing is placed anew that is not stored yet: it would stay with nobody where somebody comes to the
   * office meanwhile. To be taken before a thing is locked, as who places anew waits for all who have it.
   */
  async whilePlacing(tx: Transaction): Promise<void> {
    await tx.sql.query(`SELECT pg_advisory_xact_lock_shared(${placing})`);
  }

  /** Locks a thing for what is told of it. @returns false for what is older than what is known */
  async isNewer(tx: Transaction, { service, subject, id }: Thing, version: number): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `INSERT INTO awaited_thing AS t (service, subject, id, version, told_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (service, subject, id) DO UPDATE SET version = excluded.version, told_at = excluded.told_at
       WHERE t.version < excluded.version RETURNING 1`,
      [service, subject, id, version, tx.now],
    );
    return rows.length > 0;
  }

  /**
   * Replaces what is known of a thing by what its owner has, whichever of the two is older.
   * @param change the version that is known, null for none
   * @returns false where it is another one by now
   */
  async supersede(
    tx: Transaction,
    { service, subject, id }: Thing,
    { from, to }: { readonly from: number | null; readonly to: number },
  ): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `INSERT INTO awaited_thing AS t (service, subject, id, version, told_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (service, subject, id) DO UPDATE SET version = excluded.version, told_at = excluded.told_at
       WHERE t.version = $6 RETURNING 1`,
      [service, subject, id, to, tx.now, from],
    );
    return rows.length > 0;
  }

  async ofThing(
    tx: Transaction,
    { service, subject, id }: Thing,
  ): Promise<Pick<AwaitingRow, 'id' | 'kind' | 'slot'>[]> {
    return tx.sql.query(
      `SELECT id, kind, slot FROM awaiting WHERE service = $1 AND subject = $2 AND thing_id = $3`,
      [service, subject, id],
    );
  }

  /** Writes what has begun, or changes what lasts; the id says which it is. */
  async store(
    tx: Transaction,
    { service, subject, id: thingId }: Thing,
    { id, offices, personIds, ...state }: AwaitState & { readonly id: string },
  ): Promise<void> {
    const { kind, slot, why, about, title, values, timeZone, dueAt, linkVersion = null } = state;
    const { roles, isNearest, unionIds, exceptIds, matters } = { ...nobody, ...offices };
    await tx.sql.query(
      `INSERT INTO awaiting (id, service, subject, thing_id, kind, slot, why, roles, is_nearest, about, title, values,
         time_zone, due_at, link_version, since)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       ON CONFLICT (id) DO UPDATE SET why = excluded.why, roles = excluded.roles, is_nearest = excluded.is_nearest,
         about = excluded.about, title = excluded.title, values = excluded.values, time_zone = excluded.time_zone,
         due_at = excluded.due_at, link_version = excluded.link_version`,
      [
        id,
        service,
        subject,
        thingId,
        kind,
        slot,
        why,
        roles,
        isNearest,
        about,
        title,
        values,
        timeZone,
        dueAt,
        linkVersion,
        tx.now,
      ],
    );
    await this.storeWhom(tx, id, { personIds, unionIds, exceptIds });
    await this.storeMatters(tx, id, matters);
  }

  private async storeMatters(tx: Transaction, id: string, matters: readonly Matter[]): Promise<void> {
    const columns = [matters.map(({ kind }) => kind), matters.map((matter) => matter.id)];
    await tx.sql.query(
      `DELETE FROM await_matter WHERE await_id = $1
         AND (kind, id) NOT IN (SELECT * FROM unnest($2::text[], $3::uuid[]))`,
      [id, ...columns],
    );
    await tx.sql.query(
      `INSERT INTO await_matter (await_id, kind, id) SELECT $1, * FROM unnest($2::text[], $3::uuid[])
       ON CONFLICT DO NOTHING`,
      [id, ...columns],
    );
  }

  private async storeWhom(
    tx: Transaction,
    id: string,
    whom: Readonly<Record<'personIds' | 'unionIds' | 'exceptIds', readonly string[]>>,
  ): Promise<void> {
    for (const [table, column, ids] of [
      ['await_person', 'person_id', whom.personIds],
      ['await_except', 'person_id', whom.exceptIds],
      ['await_office', 'asked_id', whom.unionIds],
    ] as const) {
      await tx.sql.query(`DELETE FROM ${table} WHERE await_id = $1 AND ${column} <> ALL($2)`, [id, ids]);
      await tx.sql.query(
        `INSERT INTO ${table} (await_id, ${column}) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
        [id, ids],
      );
    }
    await tx.sql.query(
      `UPDATE await_office o SET union_id = ${unionOfOffice} FROM awaiting a WHERE a.id = o.await_id AND a.id = $1`,
      [id],
    );
  }

  find(tx: Transaction, ids: readonly string[]): Promise<AwaitingRow[]> {
    return tx.sql.findBy(AwaitingRow, { id: In([...ids]) });
  }

  /** Something that waits for a person, by name or in office; null where it does not, or not any more. */
  async findFor(tx: Transaction, { personId, awaitId }: LinkedAct): Promise<AwaitingRow | null> {
    const rows: unknown[] = await tx.sql.query(`SELECT FROM (${mine}) AS m WHERE m.id = $3`, [
      personId,
      tx.now,
      awaitId,
    ]);
    return rows.length === 0 ? null : tx.sql.findOneBy(AwaitingRow, { id: awaitId });
  }

  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.sql.query(`DELETE FROM awaiting WHERE id = ANY($1)`, [ids]);
  }

  /** Whom these wait for now. */
  async peopleOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM await_person WHERE await_id = ANY($1)
       UNION
       SELECT r.person_id FROM await_office o JOIN awaiting a ON a.id = o.await_id
       JOIN role_ref r ON r.union_id = o.union_id AND r.role = ANY(a.roles) AND r.revoked_at IS NULL
       WHERE o.await_id = ANY($1)
         AND NOT EXISTS (SELECT FROM await_except x WHERE x.await_id = a.id AND x.person_id = r.person_id)
       UNION
       SELECT d.person_id FROM await_matter m
       JOIN delegation_ref d ON d.matter_kind = m.kind AND d.matter_id = m.id AND ${inForce}
       WHERE m.await_id = ANY($1)
         AND NOT EXISTS (SELECT FROM await_except x WHERE x.await_id = m.await_id AND x.person_id = d.person_id)
       ORDER BY 1`,
      [ids, tx.now],
    );
    return rows.map(({ personId }) => personId);
  }

  /**
   * Somebody has come to an office of a union, or has left it: who is nearest may be another now.
   * @returns who holds an office to which something has moved
   */
  async placeOffices(tx: Transaction, unionId: string): Promise<string[]> {
    await tx.sql.query(`SELECT pg_advisory_xact_lock(${placing})`);
    const rows: { personId: string }[] = await tx.sql.query(
      `WITH placed AS (
         SELECT o.await_id, o.asked_id, ${unionOfOffice} AS union_id
         FROM await_office o JOIN awaiting a ON a.id = o.await_id
         WHERE o.asked_id IN (
           SELECT q.id FROM union_ref u JOIN union_ref q ON q.path LIKE u.path || '%' WHERE u.id = $1)
       ), moved AS (
         UPDATE await_office o SET union_id = p.union_id FROM placed p
         WHERE o.await_id = p.await_id AND o.asked_id = p.asked_id AND o.union_id IS DISTINCT FROM p.union_id
         RETURNING o.await_id, o.union_id
       )
       SELECT DISTINCT r.person_id AS "personId" FROM moved m JOIN awaiting a ON a.id = m.await_id
       JOIN role_ref r ON r.union_id = m.union_id AND r.role = ANY(a.roles) AND r.revoked_at IS NULL
       ORDER BY 1`,
      [unionId],
    );
    return rows.map(({ personId }) => personId);
  }

  /**
   * What waits for a person of which they have not been told, neither by a notice of its own nor among others, oldest
   * first. It counts as told from now on.
   */
  async takeUntold(tx: Transaction, personId: string): Promise<AwaitingRow[]> {
    const rows: { awaitId: string }[] = await tx.sql.query(
      `INSERT INTO await_told (await_id, person_id)
       SELECT DISTINCT m.id, $1::uuid FROM (${mine}) AS m
       WHERE NOT EXISTS (SELECT FROM notice n WHERE n.person_id = $1 AND n.cause = 'await/' || m.id)
       ON CONFLICT DO NOTHING RETURNING await_id AS "awaitId"`,
      [personId, tx.now],
    );
    return this.find(
      tx,
      rows.map(({ awaitId }) => awaitId),
    );
  }

  /** What waits for a person, what is due first comes first, then what has no time. */
  async list(tx: Transaction, personId: string, filter: ListWaiting): Promise<WaitingLine[]> {
    const cursor = decodeCursor(filter.cursor, 2);
    return tx.sql.query(
      `SELECT a.id, a.service, a.subject, a.thing_id AS "thingId", a.kind, a.slot, a.why, a.roles,
         a.is_nearest AS "isNearest", a.about, a.title, a.values, a.time_zone AS "timeZone", a.due_at AS "dueAt",
         a.link_version AS "linkVersion", a.since, u.name AS "unionName"
       FROM (${mine}) AS m JOIN awaiting a ON a.id = m.id LEFT JOIN union_ref u ON u.id = m.asked_id
       WHERE ($3::text IS NULL OR a.kind = $3)
         AND ($4::timestamptz IS NULL OR (coalesce(a.due_at, 'infinity'), a.id) > ($4::timestamptz, $5::uuid))
       ORDER BY coalesce(a.due_at, 'infinity'), a.id LIMIT $6`,
      [
        personId,
        tx.now,
        filter.kind ?? null,
        cursor?.[0] ?? null,
        cursor?.[1] ?? null,
        rowsFor(filter.limit),
      ],
    );
  }

  /** By kind, of at most as many as are counted. */
  async counts(tx: Transaction, personId: string): Promise<{ kind: AwaitKind; count: number }[]> {
    return tx.sql.query(
      `SELECT a.kind, count(*)::int AS count
       FROM (SELECT * FROM (${mine}) AS m LIMIT ${waitingShownMax}) AS m JOIN awaiting a ON a.id = m.id
       GROUP BY a.kind ORDER BY a.kind`,
      [personId, tx.now],
    );
  }

  /** Removes the oldest that nothing waits for any more. @returns the number, at most `limit` */
  async eraseThings(tx: Transaction, toldBefore: Date, limit: number): Promise<number> {
    const [rows]: [unknown[], number] = await tx.sql.query(
      `DELETE FROM awaited_thing WHERE ctid = ANY(ARRAY(
         SELECT t.ctid FROM awaited_thing t WHERE t.told_at < $1 AND NOT EXISTS (
           SELECT FROM awaiting a WHERE a.service = t.service AND a.subject = t.subject AND a.thing_id = t.id)
         ORDER BY t.told_at LIMIT $2)) RETURNING 1`,
      [toldBefore, limit],
    );
    return rows.length;
  }
}
