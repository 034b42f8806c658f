import { Injectable } from '@nestjs/common';
import type { WorkLine } from '@gongxiang/contracts/membership/joining/work-line';
import { boxAround, type Coordinates, distanceTenthsSql, pathsUpwards, rootPath } from '@gongxiang/domain';
import { escapeLike, placeholdersIn, type Transaction } from '@gongxiang/persistence';
import { JoiningPolicyRow } from './joining-policy.entity.js';
import { directTiers, type UnionOnTheWay, workingDaysDefault } from './application.model.js';

/** An enterprise as anyone may find it. */
export interface FoundEnterprise {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly area: string | null;
  readonly unionPath: string | null;
  readonly keeperUnionId: string;
}

export interface FoundPlace extends UnionOnTheWay {
  readonly address: string | null;
  readonly parentName: string | null;
}

const foundMax = 10;
/** Unions farther away than this do not cover a place. */
const nearKm = 100;

const unionSql = `
  SELECT u.id, u.path, u.name, u.tier, u.longitude, u.latitude, u.active, u.address, b.name AS "parentName",
    p.accepts_direct_members AS "acceptsDirect", coalesce(p.work_lines, '{}') AS "workLines"
  FROM labour_union u LEFT JOIN labour_union b ON b.id = u.parent_id LEFT JOIN joining_policy p ON p.union_id = u.id`;
/** As `takesDirectMembers` decides. */
const takesDirect = `u.active AND (u.path = '${rootPath}' OR coalesce(p.accepts_direct_members, u.tier = ANY($1)))`;

const enterpriseSql = `
  SELECT e.id, e.name, e.uscc, b.name AS area, u.path AS "unionPath",
    e.keeper_union_id AS "keeperUnionId"
  FROM enterprise e LEFT JOIN labour_union u ON u.enterprise_id = e.id AND u.active
  LEFT JOIN labour_union b ON b.id = coalesce(u.parent_id, e.keeper_union_id)`;

/** Reads what the way of an application depends on. */
@Injectable()
export class RouteRepository {
  /** The unions at a path and above it. */
  unionsUpwards(tx: Transaction, path: string): Promise<UnionOnTheWay[]> {
    return tx.sql.query(`${unionSql} WHERE u.path = ANY($1)`, [pathsUpwards(path)]);
  }

  async findUnion(tx: Transaction, id: string): Promise<UnionOnTheWay | null> {
    const rows: UnionOnTheWay[] = await tx.sql.query(`${unionSql} WHERE u.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The sector unions for a line of work whose area has a path in it: those directly below a union at it or above it. */
  sectorUnions(tx: Transaction, line: WorkLine, path: string): Promise<UnionOnTheWay[]> {
    return tx.sql.query(
      `${unionSql} WHERE u.active AND p.work_lines @> ARRAY[$1] AND coalesce(b.path, u.path) = ANY($2)`,
      [line, pathsUpwards(path)],
    );
  }

  /** Whether a union is in use; it stays so until this transaction ends. */
  async shareInUse(tx: Transaction, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      'SELECT 1 FROM labour_union WHERE id = $1 AND active FOR SHARE',
      [id],
    );
    return rows.length > 0;
  }

  /** Whether a union is that of an enterprise. */
  async isOfEnterprise(tx: Transaction, unionId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      'SELECT 1 FROM labour_union WHERE id = $1 AND enterprise_id IS NOT NULL AND active',
      [unionId],
    );
    return rows.length > 0;
  }

  /** Unions that take members directly: the nearest first where a position is given, else by name; at most ten. */
  async findDirect(
    tx: Transaction,
    { q, position }: { readonly q: string | null; readonly position: Coordinates | null },
  ): Promise<FoundPlace[]> {
    const values: unknown[] = [directTiers];
    const at = placeholdersIn(values);
    const conditions = [takesDirect];
    if (q !== null) {
      const pattern = at(`%${escapeLike(q)}%`);
      conditions.push(`(u.name LIKE ${pattern} OR u.address LIKE ${pattern})`);
    }
    let order = 'u.name, u.id';
    if (position !== null) {
      const box = boxAround(position, nearKm);
      conditions.push(
        `u.latitude BETWEEN ${at(box.south)} AND ${at(box.north)} AND u.longitude BETWEEN ${at(box.west)} AND ${at(box.east)}`,
      );
      const from = {
        latitude: `${at(position.latitude)}::float8`,
        longitude: `${at(position.longitude)}::float8`,
      };
      order = `${distanceTenthsSql(from, { latitude: 'u.latitude', longitude: 'u.longitude' })}, u.path`;
    }
    return tx.sql.query(
      `${unionSql} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${foundMax}`,
      values,
    );
  }

  async findEnterprise(tx: Transaction, id: string): Promise<FoundEnterprise | null> {
    const rows: FoundEnterprise[] = await tx.sql.query(`${enterpriseSql} WHERE e.id = $1 AND e.active`, [id]);
    return rows[0] ?? null;
  }

  /** By a part of the name or by the whole code; at most ten. */
  findEnterprises(tx: Transaction, q: string): Promise<FoundEnterprise[]> {
    return tx.sql.query(
      `${enterpriseSql} WHERE e.active AND (e.name LIKE $1 OR e.uscc = $2) ORDER BY e.name, e.id LIMIT ${foundMax}`,
      [`%${escapeLike(q)}%`, q.toUpperCase()],
    );
  }

  /** The working days that the root has set for all. */
  async workingDays(tx: Transaction): Promise<number> {
    const rows: { days: number | null }[] = await tx.sql.query(
      `SELECT p.working_days AS days FROM joining_policy p JOIN labour_union u ON u.id = p.union_id WHERE u.path = $1`,
      [rootPath],
    );
    return rows[0]?.days ?? workingDaysDefault;
  }

  findPolicy(tx: Transaction, unionId: string): Promise<JoiningPolicyRow | null> {
    return tx.sql.findOneBy(JoiningPolicyRow, { unionId });
  }

  async savePolicy(tx: Transaction, row: JoiningPolicyRow): Promise<void> {
    await tx.sql.upsert(JoiningPolicyRow, row, ['unionId']);
  }
}
