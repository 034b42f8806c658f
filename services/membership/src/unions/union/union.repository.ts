import { Injectable } from '@nestjs/common';
import type { NetworkView, PublicUnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { beyondSubtree } from '@gongxiang/domain';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { Any, In } from 'typeorm';
import { UnionRow } from './union.entity.js';

export interface PublicUnion extends Omit<PublicUnionView, 'level' | 'members'> {
  readonly path: string;
  readonly members: number;
}

/** A union with the names and codes by which a roster may refer to it. */
export interface NamedUnion {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly enterpriseName: string | null;
  readonly enterpriseUscc: string | null;
}

const treeLock = `hashtextextended(current_schema() || '.tree', 0)`;

@Injectable()
export class UnionRepository {
  findById(tx: Transaction, id: string): Promise<UnionRow | null> {
    return tx.sql.findOneBy(UnionRow, { id });
  }

  findByPath(tx: Transaction, path: string): Promise<UnionRow | null> {
    return tx.sql.findOneBy(UnionRow, { path });
  }

  /** Locks the union in use of an enterprise. */
  lockByEnterprise(tx: Transaction, enterpriseId: string): Promise<UnionRow | null> {
    const where = { enterpriseId, active: true };
    return tx.sql.findOne(UnionRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** Locked for share until this transaction ends: it is not closed while somebody comes in. */
  shareById(tx: Transaction, id: string): Promise<UnionRow | null> {
    return tx.sql.findOne(UnionRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  lockById(tx: Transaction, id: string): Promise<UnionRow | null> {
    return tx.sql.findOne(UnionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Whether another union under the same parent has this name, ignoring width, case and blanks. */
  async isNameTaken(tx: Transaction, { id, parentId, name }: UnionRow): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM labour_union
       WHERE parent_id = $1 AND folded_name(name) = folded_name($2) AND id <> $3 AND active LIMIT 1`,
      [parentId, name, id],
    );
    return rows.length > 0;
  }

  /** Whether another union has this code. */
  async isCodeTaken(tx: Transaction, { id, uscc }: UnionRow): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      'SELECT 1 FROM labour_union WHERE uscc = $1 AND id <> $2 LIMIT 1',
      [uscc, id],
    );
    return rows.length > 0;
  }

  /** The parks at these paths. */
  parksAt(tx: Transaction, paths: readonly string[]): Promise<{ id: string; path: string }[]> {
    return tx.sql.query(`SELECT id, path FROM labour_union WHERE path = ANY($1) AND tier = 'park'`, [paths]);
  }

  /** The public page of a union; null if it does not exist or is inactive. */
  async findPublic(tx: Transaction, id: string): Promise<PublicUnion | null> {
    const rows: PublicUnion[] = await tx.sql.query(
      `SELECT u.id, u.name, u.path, u.parent_id AS "parentId", p.name AS "parentName", e.name AS "enterpriseName",
         (SELECT count(*)::int FROM labour_union b WHERE b.parent_id = u.id AND b.active) AS "unionsBelow",
         (SELECT count(*)::int FROM union_membership m WHERE m.union_id = u.id AND m.state = 'active') AS members
       FROM labour_union u LEFT JOIN labour_union p ON p.id = u.parent_id LEFT JOIN enterprise e ON e.id = u.enterprise_id
       WHERE u.id = $1 AND u.active`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The root with the counts of the whole tree; null before the first union. */
  async network(tx: Transaction): Promise<(NetworkView & { readonly members: number }) | null> {
    const rows: (NetworkView & { readonly members: number })[] = await tx.sql.query(
      `SELECT u.id AS "unionId", u.name,
         (SELECT count(*)::int FROM labour_union b WHERE b.active) AS unions,
         (SELECT coalesce(sum(t.members), 0)::int FROM census_total t WHERE t.dimension = 'members') AS members
       FROM labour_union u WHERE u.parent_id IS NULL AND u.active ORDER BY u.path LIMIT 1`,
    );
    return rows[0] ?? null;
  }

  async insert(tx: Transaction, row: UnionRow): Promise<void> {
    await tx.sql.insert(UnionRow, row);
  }

  async update(tx: Transaction, row: UnionRow): Promise<void> {
    await tx.sql.update(UnionRow, { id: row.id }, row);
  }

  /**
   * Increments the version of the unions below a firm's union that belong to no other firm. @param path of the firm's
   * union
   */
  async incrementBranchVersions(tx: Transaction, path: string): Promise<UnionRow[]> {
    const [raised] = (await tx.sql.query(
      `UPDATE labour_union SET version = version + 1 WHERE id = ANY(ARRAY(
         SELECT u.id FROM labour_union u WHERE u.path > $1 AND u.path < $2 AND NOT EXISTS (
           SELECT 1 FROM labour_union f
           WHERE f.enterprise_id IS NOT NULL AND f.path > $1 AND f.path < $2 AND starts_with(u.path, f.path))
         ORDER BY u.id FOR UPDATE)) RETURNING id`,
      [path, beyondSubtree(path)],
    )) as [{ id: string }[], number];
    return tx.sql.find(UnionRow, { where: { id: In(raised.map(({ id }) => id)) }, order: { id: 'ASC' } });
  }

  /** Those in use or those that are closed, by name, then id: the order of the index that serves each of the two lists. */
  list(
    tx: Transaction,
    filter: {
      readonly parent?: string;
      readonly q?: string;
      readonly closed?: boolean;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<UnionRow[]> {
    const query = tx.sql
      .createQueryBuilder(UnionRow, 'u')
      .where('u.active = :active', { active: filter.closed !== true })
      .orderBy('u.name')
      .addOrderBy('u.id');
    if (filter.parent !== undefined) query.andWhere('u.parentId = :parent', { parent: filter.parent });
    if (filter.q !== undefined)
      query.andWhere('u.name LIKE :pattern', { pattern: `%${escapeLike(filter.q)}%` });
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) query.andWhere('(u.name, u.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** Until the commit no union is created and no other one moves: a place in the tree is a path that others begin with. */
  async lockTree(tx: Transaction): Promise<void> {
    await tx.sql.query(`SELECT pg_advisory_xact_lock(${treeLock})`);
  }

  /** Until the commit no union moves; others may be created meanwhile. */
  async holdTree(tx: Transaction): Promise<void> {
    await tx.sql.query(`SELECT pg_advisory_xact_lock_shared(${treeLock})`);
  }

  /** Gives all unions below a path their place below another one, and a version more. @returns them, those above first */
  async moveBelow(tx: Transaction, from: string, to: string): Promise<UnionRow[]> {
    const [moved] = (await tx.sql.query(
      `UPDATE labour_union SET path = $3 || substr(path, length($1) + 1), version = version + 1
       WHERE id = ANY(ARRAY(
         SELECT u.id FROM labour_union u WHERE u.path > $1 AND u.path < $2 ORDER BY u.id FOR UPDATE)) RETURNING id`,
      [from, beyondSubtree(from), to],
    )) as [{ id: string }[], number];
    return tx.sql.find(UnionRow, { where: { id: Any(moved.map(({ id }) => id)) }, order: { path: 'ASC' } });
  }

  /** Serialises the creation of the first union until the commit; an advisory lock, as there is no row yet. */
  async lockEmptyTree(tx: Transaction): Promise<void> {
    await tx.sql.query(
      `SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.first_operator', 0))`,
    );
  }

  /** The active unions of a subtree with their names and codes. */
  listNamed(tx: Transaction, path: string): Promise<NamedUnion[]> {
    return tx.sql.query(
      `SELECT u.id, u.name, u.uscc, e.name AS "enterpriseName", e.uscc AS "enterpriseUscc"
       FROM labour_union u LEFT JOIN enterprise e ON e.id = u.enterprise_id
       WHERE u.path >= $1 AND u.path < $2 AND u.active`,
      [path, beyondSubtree(path)],
    );
  }

  /** All unions by id, for republication. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<UnionRow[]> {
    const query = tx.sql.createQueryBuilder(UnionRow, 'u').orderBy('u.id').limit(limit);
    return (afterId === null ? query : query.where('u.id > :afterId', { afterId })).getMany();
  }
}
