import { Injectable } from '@nestjs/common';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { LoanWaitState } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import { decodeCursor, newestWithin, rowsFor, subtreesOf, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { UnionRef } from '../../reference/reference.entity.js';
import { LoanWaitRow } from './loan-wait.entity.js';

interface LoanWaitFilter {
  readonly personId: string;
  /** The unions for which the person acts; those below act for themselves. */
  readonly paths: readonly string[];
  readonly state?: LoanWaitState;
  readonly cursor?: string;
  readonly limit?: number;
}

/** The facts of a wait that determine its place. */
interface Waiting {
  readonly id: string;
  readonly resourceId: string;
  readonly sizeClass: SizeClassName | null;
}

/** Rows change only under the lock of their resource. */
@Injectable()
export class LoanWaitRepository {
  findById(tx: Transaction, id: string): Promise<LoanWaitRow | null> {
    return tx.sql.findOneBy(LoanWaitRow, { id });
  }

  async insert(tx: Transaction, row: LoanWaitRow): Promise<void> {
    await tx.sql.insert(LoanWaitRow, row);
  }

  async update(tx: Transaction, row: LoanWaitRow): Promise<void> {
    await tx.sql.update(LoanWaitRow, { id: row.id }, row);
  }

  /** Waits for a resource without an offer, in order of joining. */
  async line(tx: Transaction, resourceId: string): Promise<(LoanWaitRow & Waiting)[]> {
    const rows = await tx.sql
      .createQueryBuilder(LoanWaitRow, 'w')
      // Repeats the index condition, so that the index is used.
      .where(`w.resourceId = :resourceId AND w.state IN ('waiting', 'offered') AND w.state = 'waiting'`, {
        resourceId,
      })
      .orderBy('w.id')
      .getMany();
    const unions = await tx.sql.findBy(UnionRef, { id: In(rows.map((row) => row.borrowerUnionId)) });
    const sizes = new Map(unions.map(({ id, sizeClass }) => [id, sizeClass]));
    return rows.map((row) => ({ ...row, sizeClass: sizes.get(row.borrowerUnionId) ?? null }));
  }

  /** Waits without an offer for some resources. */
  waitingFor(tx: Transaction, resourceIds: readonly string[]): Promise<Waiting[]> {
    return tx.sql.query(
      `SELECT w.id, w.resource_id AS "resourceId", u.size_class AS "sizeClass"
       FROM loan_wait w JOIN union_ref u ON u.id = w.borrower_union_id
       WHERE w.resource_id = ANY($1::uuid[]) AND w.state IN ('waiting', 'offered') AND w.state = 'waiting'`,
      [resourceIds],
    );
  }

  /**
   * A resource, its whole, its parts and the kits around it, as far as somebody waits for them: a time of one is a
   * time of the others.
   */
  async waitedFor(tx: Transaction, resourceId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT r.id FROM resource r
       WHERE (r.id = $1 OR r.part_of_id = $1 OR r.id = (SELECT part_of_id FROM resource WHERE id = $1)
           OR r.id IN (SELECT kit_id FROM kit_content WHERE resource_id = $1)
           OR r.id IN (SELECT resource_id FROM kit_content WHERE kit_id = $1))
         AND EXISTS (SELECT 1 FROM loan_wait w
           WHERE w.resource_id = r.id AND w.state = 'waiting')
       ORDER BY r.id`,
      [resourceId],
    );
    return rows.map(({ id }) => id);
  }

  /** The number of waits and offers of a resource: all, and those of one union. */
  async countOpen(
    tx: Transaction,
    resourceId: string,
    borrowerUnionId: string,
  ): Promise<{ readonly all: number; readonly ofUnion: number }> {
    const rows: { all: number; ofUnion: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS "all", count(*) FILTER (WHERE borrower_union_id = $2)::int AS "ofUnion"
       FROM loan_wait WHERE resource_id = $1 AND state IN ('waiting', 'offered')`,
      [resourceId, borrowerUnionId],
    );
    return rows[0] ?? { all: 0, ofUnion: 0 };
  }

  /** A person's own waits, and those of the unions they act for; newest first. */
  listMine(tx: Transaction, filter: LoanWaitFilter): Promise<LoanWaitRow[]> {
    const query = tx.sql.createQueryBuilder(LoanWaitRow, 'w').orderBy('w.id', 'DESC');
    if (filter.state !== undefined) query.andWhere('w.state = :state', { state: filter.state });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('w.id < :before', { before: cursor[0] });
    return newestWithin(
      tx,
      query.limit(rowsFor(filter.limit)),
      subtreesOf(filter.paths, { ownUnions: true }),
      (union) => `w.borrower_union_id = ${union}`,
      { owners: [filter.personId], isOwned: (person) => `w.requested_by = ${person}` },
    );
  }

  /** Waits and offers of a resource, in order of joining. */
  listOf(
    tx: Transaction,
    filter: { readonly resourceId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<LoanWaitRow[]> {
    const query = tx.sql
      .createQueryBuilder(LoanWaitRow, 'w')
      .where(`w.resourceId = :resourceId AND w.state IN ('waiting', 'offered')`, {
        resourceId: filter.resourceId,
      })
      .orderBy('w.id');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('w.id > :after', { after: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}
