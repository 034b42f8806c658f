import { Injectable } from '@nestjs/common';
import { pathsUpwards, type RoleName } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { MemberRef, MotionRef, UnionRef } from './reference.entity.js';

/** Somebody who holds an office at a union. */
export interface OfficeHolder {
  readonly personId: string;
  readonly maskedName: string;
}

/** Of the ten whom an await can leave out, see `exceptIds`. */
const leftOutMax = 8;

@Injectable()
export class ReferenceRepository {
  findUnion(tx: Transaction, id: string): Promise<UnionRef | null> {
    return tx.sql.findOne(UnionRef, { where: { id } });
  }

  /** What a union has voted on in secret. */
  findMotion(tx: Transaction, id: string, unionId: string): Promise<MotionRef | null> {
    return tx.sql.findOne(MotionRef, { where: { id, unionId } });
  }

  /** The nearest open union above a path; null at the root. */
  async unionAbove(tx: Transaction, path: string): Promise<UnionRef | null> {
    const above = pathsUpwards(path).slice(0, -1);
    if (above.length === 0) return null;
    const unions = await tx.sql.find(UnionRef, { where: { path: In(above), active: true } });
    return unions.sort((left, right) => right.path.length - left.path.length)[0] ?? null;
  }

  /** The union at a path and those above it. */
  async unionsUpwards(tx: Transaction, path: string | null): Promise<string[]> {
    if (path === null) return [];
    const unions = await tx.sql.find(UnionRef, {
      select: { id: true },
      where: { path: In(pathsUpwards(path)) },
    });
    return unions.map(({ id }) => id);
  }

  lockMember(tx: Transaction, personId: string): Promise<MemberRef | null> {
    return tx.sql.findOne(MemberRef, { where: { personId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those of some people who are officers somewhere, as many as a notice can leave out beside two others. */
  async officersAmong(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
    if (personIds.length === 0) return [];
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS "personId" FROM role_ref
       WHERE person_id = ANY($1::uuid[]) AND role = 'officer' AND revoked_at IS NULL ORDER BY 1 LIMIT $2`,
      [[...personIds], leftOutMax],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Who holds one of the roles at this very union now, by name. */
  holders(
    tx: Transaction,
    unionId: string,
    roles: readonly RoleName[],
    limit: number,
  ): Promise<OfficeHolder[]> {
    return tx.sql.query(
      `SELECT DISTINCT r.person_id AS "personId", m.masked_name AS "maskedName"
       FROM role_ref r JOIN member_ref m ON m.person_id = r.person_id
       WHERE r.union_id = $1 AND r.role = ANY($2) AND r.revoked_at IS NULL
       ORDER BY m.masked_name, r.person_id LIMIT $3`,
      [unionId, [...roles], limit],
    );
  }
}
