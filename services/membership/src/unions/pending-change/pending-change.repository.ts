import { Injectable } from '@nestjs/common';
import type { PendingChangeState } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { isWithin, pathsUpwards, type RoleName } from '@gongxiang/domain';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { PendingChangeRow } from './pending-change.entity.js';
import { openStates } from './pending-change.model.js';

/** A change with the displayed data of its union, its subject and its proposer. */
export interface PendingChangeRecord extends PendingChangeRow {
  readonly unionName: string;
  readonly unionPath: string;
  /** The union at which it is decided, mostly the one above, and its path; null at the root. */
  readonly aboveId: string | null;
  readonly abovePath: string | null;
  readonly personName: string | null;
  readonly enterpriseName: string | null;
  readonly proposerName: string;
}

export interface PendingChangeFilter {
  readonly state?: PendingChangeState;
  readonly open?: boolean;
  readonly unionId?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const recordSql = `
  SELECT c.id, c.version, c.kind, c.state, c.union_id AS "unionId", c.person_id AS "personId", c.role, c.valid_to AS "validTo",
    c.enterprise_id AS "enterpriseId", c.decider_union_id AS "deciderUnionId", c.changes, c.proposed_by AS "proposedBy", c.proposed_at AS "proposedAt",
    c.decided_by AS "decidedBy", c.decided_at AS "decidedAt", c.accepted_at AS "acceptedAt", c.reason, u.name AS "unionName", u.path AS "unionPath",
    a.id AS "aboveId", a.path AS "abovePath", p.masked_name AS "personName", e.name AS "enterpriseName", q.masked_name AS "proposerName"
  FROM pending_change c JOIN labour_union u ON u.id = c.union_id JOIN person q ON q.id = c.proposed_by
  LEFT JOIN labour_union a ON a.id = coalesce(c.decider_union_id, u.parent_id) LEFT JOIN person p ON p.id = c.person_id
  LEFT JOIN enterprise e ON e.id = c.enterprise_id`;

@Injectable()
export class PendingChangeRepository {
  async findById(tx: Transaction, id: string): Promise<PendingChangeRecord | null> {
    const rows: PendingChangeRecord[] = await tx.sql.query(`${recordSql} WHERE c.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<PendingChangeRow | null> {
    return tx.sql.findOne(PendingChangeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks the roles proposed for or offered to a person, at a union and below it. */
  lockOpenAbout(tx: Transaction, personId: string, path: string): Promise<PendingChangeRow[]> {
    return tx.sql
      .createQueryBuilder(PendingChangeRow, 'c')
      .setLock('pessimistic_write')
      .where('c.personId = :personId AND c.state IN (:...openStates)', { personId, openStates })
      .andWhere('c.unionId IN (SELECT u.id FROM labour_union u WHERE starts_with(u.path, :path))', { path })
      .orderBy('c.id')
      .getMany();
  }

  /** Locks all that wait or are offered at a union itself. */
  lockOpenAt(tx: Transaction, unionId: string): Promise<PendingChangeRow[]> {
    return tx.sql.find(PendingChangeRow, {
      where: { unionId, state: In(openStates) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  findOpenRole(
    tx: Transaction,
    sought: { readonly unionId: string; readonly personId: string; readonly role: RoleName },
  ): Promise<PendingChangeRow | null> {
    const { unionId, personId, role } = sought;
    const state = In(openStates);
    return tx.sql.findOneBy(PendingChangeRow, { kind: 'role', state, unionId, personId, role });
  }

  /** The paths of the unions at which roles are proposed for or offered to a person. */
  async placesOfRoles(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { path: string }[] = await tx.sql.query(
      `SELECT DISTINCT u.path FROM pending_change c JOIN labour_union u ON u.id = c.union_id
       WHERE c.person_id = $1 AND c.kind = 'role' AND c.state = ANY($2)`,
      [personId, openStates],
    );
    return rows.map(({ path }) => path);
  }

  /** Locks the password-reset code of a person that waits for confirmation. */
  lockWaitingReset(tx: Transaction, personId: string): Promise<PendingChangeRow | null> {
    return tx.sql.findOne(PendingChangeRow, {
      where: { kind: 'passwordReset', state: 'waiting', personId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The waiting change of name, tier or code by union id, for those unions that have one. */
  async waitingOfUnions(tx: Transaction, unionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; unionId: string }[] = await tx.sql.query(
      `SELECT id, union_id AS "unionId" FROM pending_change
       WHERE kind = 'union' AND state = 'waiting' AND union_id = ANY($1)`,
      [unionIds],
    );
    return new Map(rows.map(({ id, unionId }) => [unionId, id]));
  }

  /** The waiting change by enterprise id, for those enterprises that have one. */
  async waitingOfEnterprises(
    tx: Transaction,
    enterpriseIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; enterpriseId: string }[] = await tx.sql.query(
      `SELECT id, enterprise_id AS "enterpriseId" FROM pending_change
       WHERE kind = 'enterprise' AND state = 'waiting' AND enterprise_id = ANY($1)`,
      [enterpriseIds],
    );
    return new Map(rows.map(({ id, enterpriseId }) => [enterpriseId, id]));
  }

  /** Counts a person's open proposals, up to `max`. */
  async countOpen(tx: Transaction, personId: string, max: number): Promise<number> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM pending_change WHERE proposed_by = $1 AND state = ANY($3) LIMIT $2`,
      [personId, max, openStates],
    );
    return rows.length;
  }

  async insert(tx: Transaction, row: PendingChangeRow): Promise<void> {
    await tx.sql.insert(PendingChangeRow, row);
  }

  async update(tx: Transaction, row: PendingChangeRow): Promise<void> {
    await tx.sql.update(PendingChangeRow, { id: row.id }, row);
  }

  /** The people who may confirm changes at a path: those who hold one of the roles there or above. */
  async holdersOver(
    tx: Transaction,
    path: string,
    roles: readonly RoleName[],
    max: number,
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT g.person_id AS "personId" FROM labour_union u JOIN role_grant g ON g.union_id = u.id
       WHERE u.path = ANY($1) AND g.revoked_at IS NULL AND g.role = ANY($2) LIMIT $3`,
      [pathsUpwards(path), roles, max],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Newest first, in the subtrees that the caller may see. */
  async listWithin(
    tx: Transaction,
    within: readonly string[],
    filter: PendingChangeFilter,
  ): Promise<PendingChangeRecord[]> {
    const values = valuesOf(filter);
    const isShown = await isInReach(tx, within, values);
    return tx.sql.query(
      `${recordSql} WHERE ${isShown('c.union_id')}
         AND ($1::text[] IS NULL OR c.state = ANY($1)) AND ($2::uuid IS NULL OR c.union_id = $2)
         AND ($3::uuid IS NULL OR c.id < $3) ORDER BY c.id DESC LIMIT $4`,
      values,
    );
  }

  /**
   * The changes that a person may decide: those of unions below their own and of the root itself, unless they are
   * decided further up, and roles offered to them.
   */
  async listToDecide(
    tx: Transaction,
    { personId, within }: { readonly personId: string; readonly within: readonly string[] },
    filter: PendingChangeFilter,
  ): Promise<PendingChangeRecord[]> {
    // Those of a union itself are decided above it, unless the person has an office there as well.
    const own = within.filter((path) => !within.some((other) => other !== path && isWithin(path, other)));
    const values = [...valuesOf(filter), personId, own];
    const isBelow = await isInReach(tx, within, values);
    return tx.sql.query(
      `${recordSql} WHERE c.id IN (
           SELECT id FROM pending_change WHERE state = 'waiting' AND ${isBelow('union_id')}
             AND (decider_union_id IS NULL OR ${isBelow('decider_union_id')})
             AND NOT EXISTS (SELECT FROM labour_union w
               WHERE w.id = union_id AND w.path = ANY($6::text[]) AND w.parent_id IS NOT NULL)
             AND proposed_by <> $5 AND person_id IS DISTINCT FROM $5
           UNION ALL SELECT id FROM pending_change WHERE state = 'offered' AND person_id = $5)
         AND ($1::text[] IS NULL OR c.state = ANY($1)) AND ($2::uuid IS NULL OR c.union_id = $2)
         AND ($3::uuid IS NULL OR c.id < $3) ORDER BY c.id DESC LIMIT $4`,
      values,
    );
  }

  /** The changes that a person has proposed, and those that concern them. */
  listOf(tx: Transaction, personId: string, filter: PendingChangeFilter): Promise<PendingChangeRecord[]> {
    return tx.sql.query(
      `${recordSql} WHERE c.id IN (SELECT id FROM pending_change WHERE proposed_by = $1
           UNION ALL SELECT id FROM pending_change WHERE person_id = $1)
         AND ($2::text[] IS NULL OR c.state = ANY($2)) AND ($3::uuid IS NULL OR c.union_id = $3)
         AND ($4::uuid IS NULL OR c.id < $4) ORDER BY c.id DESC LIMIT $5`,
      [personId, ...valuesOf(filter)],
    );
  }
}

function isInReach(
  tx: Transaction,
  within: readonly string[],
  values: unknown[],
): Promise<(unionId: string) => string> {
  return reachCondition(tx, subtreesOf(within), placeholdersIn(values), 'labour_union');
}

function valuesOf({ state, open, unionId, cursor, limit }: PendingChangeFilter): unknown[] {
  const states = state === undefined ? null : [state];
  const among = open ? openStates.filter((one) => states === null || one === state) : states;
  return [among, unionId ?? null, decodeCursor(cursor, 1)?.[0] ?? null, rowsFor(limit)];
}
