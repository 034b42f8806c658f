import { Injectable } from '@nestjs/common';
import { pathsUpwards, type RoleName, shanghaiDate } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import { RoleGrantRow } from './role.entity.js';

/** A grant with the path of its union. */
export interface PlacedGrant extends RoleGrantRow {
  readonly unionPath: string;
  readonly unionName: string;
}

export interface NamedGrant extends RoleGrantRow {
  readonly maskedName: string;
}

/** Somebody who holds an office; the name is sealed. */
interface NamedHolder {
  readonly personId: string;
  readonly name: string;
  readonly roles: RoleName[];
}

/** SQL: whether grant `g` permits anything on a day. It may be over before it is revoked for that. @param day SQL of the day */
const heldOn = (day: string): string =>
  `g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to >= ${day}::date)`;

@Injectable()
export class RoleRepository {
  async insert(tx: Transaction, row: RoleGrantRow): Promise<void> {
    await tx.sql.insert(RoleGrantRow, row);
  }

  async update(tx: Transaction, row: RoleGrantRow): Promise<void> {
    await tx.sql.update(RoleGrantRow, { id: row.id }, row);
  }

  findById(tx: Transaction, id: string): Promise<RoleGrantRow | null> {
    return tx.sql.findOneBy(RoleGrantRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<RoleGrantRow | null> {
    return tx.sql.findOne(RoleGrantRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findHeld(
    tx: Transaction,
    held: { personId: string; unionId: string; role: RoleName },
  ): Promise<RoleGrantRow | null> {
    return tx.sql.findOneBy(RoleGrantRow, { ...held, revokedAt: IsNull() });
  }

  /** The roles of a person at a union and below it, ordered by union id. */
  listHeldWithin(tx: Transaction, personId: string, path: string): Promise<PlacedGrant[]> {
    return tx.sql.query(
      `SELECT g.id, g.version, g.person_id AS "personId", g.union_id AS "unionId", g.role, g.granted_by AS "grantedBy",
         g.granted_at AS "grantedAt", g.valid_to AS "validTo", g.revoked_at AS "revokedAt", u.path AS "unionPath",
         u.name AS "unionName"
       FROM role_grant g JOIN labour_union u ON u.id = g.union_id
       WHERE g.person_id = $1 AND g.revoked_at IS NULL AND starts_with(u.path, $2) ORDER BY g.union_id, g.id`,
      [personId, path],
    );
  }

  /** The roles held at a union itself, ordered by person. */
  heldAt(tx: Transaction, unionId: string): Promise<RoleGrantRow[]> {
    return tx.sql.find(RoleGrantRow, {
      where: { unionId, revokedAt: IsNull() },
      order: { personId: 'ASC', id: 'ASC' },
    });
  }

  /** Who holds an office at one of these unions today, with their sealed names, ordered by person. */
  holdersAt(tx: Transaction, unionIds: readonly string[], limit: number): Promise<NamedHolder[]> {
    return tx.sql.query(
      `SELECT p.id AS "personId", p.name, array_agg(DISTINCT g.role ORDER BY g.role) AS roles
       FROM role_grant g JOIN person p ON p.id = g.person_id
       WHERE g.union_id = ANY($1) AND ${heldOn('$2')} AND p.erased_at IS NULL
       GROUP BY p.id ORDER BY p.id LIMIT $3`,
      [unionIds, shanghaiDate(tx.now), limit],
    );
  }

  /** Counts those who hold the same role at the same union by another grant, and will on that day. */
  async countOthers(
    tx: Transaction,
    { id, unionId, role }: Pick<RoleGrantRow, 'id' | 'unionId' | 'role'>,
    day: string,
  ): Promise<number> {
    const [row]: { others: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS others FROM role_grant g
       WHERE g.union_id = $1 AND g.role = $2 AND g.id <> $3 AND ${heldOn('$4')}`,
      [unionId, role, id, day],
    );
    return row?.others ?? 0;
  }

  /** Counts the officers of the union at this path. */
  async countOfficersAt(tx: Transaction, path: string): Promise<number> {
    const [row]: { officers: number }[] = await tx.sql.query(
      `SELECT count(DISTINCT g.person_id)::int AS officers FROM labour_union u JOIN role_grant g ON g.union_id = u.id
       WHERE u.path = $1 AND g.role = 'officer' AND ${heldOn('$2')}`,
      [path, shanghaiDate(tx.now)],
    );
    return row?.officers ?? 0;
  }

  /** The unions at a path and below it of which a person is the only officer, by name. */
  unionsOfOnlyOfficer(
    tx: Transaction,
    personId: string,
    path: string,
  ): Promise<{ readonly unionId: string; readonly unionName: string }[]> {
    return tx.sql.query(
      `SELECT u.id AS "unionId", u.name AS "unionName" FROM role_grant g JOIN labour_union u ON u.id = g.union_id
       WHERE g.person_id = $1 AND g.role = 'officer' AND g.revoked_at IS NULL AND starts_with(u.path, $2)
         AND NOT EXISTS (SELECT 1 FROM role_grant o WHERE o.union_id = g.union_id AND o.role = 'officer'
           AND o.revoked_at IS NULL AND o.id <> g.id)
       ORDER BY u.name, u.id`,
      [personId, path],
    );
  }

  /** Whether anybody is an officer of a union above this path. */
  async hasOfficerAbove(tx: Transaction, path: string, exceptPersonId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM role_grant g JOIN labour_union u ON u.id = g.union_id
       WHERE u.path = ANY($1) AND u.path <> $2 AND g.role = 'officer' AND ${heldOn('$4')} AND g.person_id <> $3
       LIMIT 1`,
      [pathsUpwards(path), path, exceptPersonId, shanghaiDate(tx.now)],
    );
    return rows.length > 0;
  }

  /** Whether the membership of a person is retained: they have no vote and hold no office. */
  async isRetained(tx: Transaction, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM union_membership WHERE person_id = $1 AND state <> 'ended' AND standing = 'retained'`,
      [personId],
    );
    return rows.length > 0;
  }

  /** Whether a person holds one of these roles at a path, or above it. */
  async holdsOver(
    tx: Transaction,
    { personId, path, roles }: { personId: string; path: string; roles: readonly RoleName[] },
  ): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM role_grant g JOIN labour_union u ON u.id = g.union_id
       WHERE g.person_id = $1 AND ${heldOn('$4')} AND g.role = ANY($2) AND starts_with($3, u.path) LIMIT 1`,
      [personId, roles, path, shanghaiDate(tx.now)],
    );
    return rows.length > 0;
  }

  /** Those of these people who hold a role, or are proposed for or offered one. */
  async holdersAmong(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM role_grant WHERE person_id = ANY($1) AND revoked_at IS NULL
       UNION SELECT person_id FROM pending_change
         WHERE kind = 'role' AND person_id = ANY($1) AND state IN ('waiting', 'offered')`,
      [personIds],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Whether anybody else has ever been an officer of the union, or is offered to be one. */
  async hasHadOtherOfficer(tx: Transaction, unionId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM role_grant WHERE union_id = $1 AND role = 'officer' AND person_id <> $2
       UNION ALL SELECT 1 FROM pending_change WHERE union_id = $1 AND role = 'officer' AND person_id <> $2
         AND state = 'offered' LIMIT 1`,
      [unionId, personId],
    );
    return rows.length > 0;
  }

  /** Whether `admittedBy` has admitted the person to a union since then. */
  async isAdmittedBy(
    tx: Transaction,
    sought: { readonly personId: string; readonly admittedBy: string; readonly since: Date },
  ): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM union_membership WHERE person_id = $1 AND admitted_by = $2 AND created_at > $3 LIMIT 1`,
      [sought.personId, sought.admittedBy, sought.since],
    );
    return rows.length > 0;
  }

  /** The grants at a union, oldest first: the order of the index. */
  list(
    tx: Transaction,
    page: { readonly unionId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<NamedGrant[]> {
    const [after] = decodeCursor(page.cursor, 1) ?? [null];
    return tx.sql.query(
      `SELECT g.id, g.version, g.person_id AS "personId", g.union_id AS "unionId", g.role, g.granted_by AS "grantedBy",
         g.granted_at AS "grantedAt", g.valid_to AS "validTo", g.revoked_at AS "revokedAt", p.masked_name AS "maskedName"
       FROM role_grant g JOIN person p ON p.id = g.person_id
       WHERE g.union_id = $1 AND g.revoked_at IS NULL AND ($2::uuid IS NULL OR g.id > $2)
       ORDER BY g.id LIMIT $3`,
      [page.unionId, after, rowsFor(page.limit)],
    );
  }

  /** All grants by id, including revoked ones, for republication. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<RoleGrantRow[]> {
    const query = tx.sql.createQueryBuilder(RoleGrantRow, 'g').orderBy('g.id').limit(limit);
    return (afterId === null ? query : query.where('g.id > :afterId', { afterId })).getMany();
  }
}
