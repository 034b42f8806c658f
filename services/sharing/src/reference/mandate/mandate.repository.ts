import { Injectable } from '@nestjs/common';
import type { MandateSide } from '@gongxiang/contracts/sharing/reference/mandate.contract';
import type { MandateScope } from '@gongxiang/contracts/sharing/sharing-events';
import { decodeCursor, newestWithin, rowsFor, subtreesOf, type Transaction } from '@gongxiang/persistence';
import { useNoun } from './acting.js';
import { MandateRow } from './mandate.entity.js';

interface PageOf {
  readonly cursor?: string;
  readonly limit?: number;
}

interface UseLine {
  readonly id: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly maskedName: string | null;
  readonly action: string;
  readonly scope: MandateScope;
  readonly aboutId: string;
}

@Injectable()
export class MandateRepository {
  findById(tx: Transaction, id: string): Promise<MandateRow | null> {
    return tx.sql.findOneBy(MandateRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<MandateRow | null> {
    return tx.sql.findOne(MandateRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: MandateRow): Promise<void> {
    await tx.sql.insert(MandateRow, row);
  }

  async update(tx: Transaction, row: MandateRow): Promise<void> {
    await tx.sql.update(MandateRow, { id: row.id }, row);
  }

  /** The number a union has granted that are or will be in force. The caller holds the lock of the union's copy. */
  async countGranted(tx: Transaction, fromUnionId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM mandate
       WHERE from_union_id = $1 AND revoked_at IS NULL AND valid_until > $2`,
      [fromUnionId, tx.now],
    );
    return rows[0]?.count ?? 0;
  }

  /** In id order, for republishing. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<MandateRow[]> {
    const query = tx.sql.createQueryBuilder(MandateRow, 'm').orderBy('m.id');
    if (afterId !== null) query.where('m.id > :afterId', { afterId });
    return query.limit(limit).getMany();
  }

  /** Those that unions in these subtrees have granted or accepted, newest first. */
  list(
    tx: Transaction,
    filter: PageOf & { readonly paths: readonly string[]; readonly side?: MandateSide },
  ): Promise<MandateRow[]> {
    const query = tx.sql
      .createQueryBuilder(MandateRow, 'm')
      .orderBy('m.id', 'DESC')
      .limit(rowsFor(filter.limit));
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('m.id < :before', { before: cursor[0] });
    const sides = {
      given: (union: string) => `m.from_union_id = ${union}`,
      taken: (union: string) => `m.to_union_id = ${union}`,
    };
    const shown = filter.side === undefined ? [sides.given, sides.taken] : [sides[filter.side]];
    return newestWithin(tx, query, subtreesOf(filter.paths), ...shown);
  }

  /** Its uses, latest first: from the audit trail itself, so that nothing can be left out. */
  uses(tx: Transaction, filter: PageOf & { readonly mandateId: string }): Promise<UseLine[]> {
    const [before = null] = decodeCursor(filter.cursor, 1) ?? [];
    return tx.sql.query(
      `SELECT a.id, a.at, a.action, a.actor_id AS "personId", m.masked_name AS "maskedName", a.after->>'scope' AS scope,
              a.after->>'aboutId' AS "aboutId"
       FROM audit_record a LEFT JOIN member_ref m ON m.person_id = a.actor_id
       WHERE a.noun = $1 AND a.subject_id = $2 AND ($3::uuid IS NULL OR a.id < $3)
       ORDER BY a.id DESC LIMIT $4`,
      [useNoun, filter.mandateId, before, rowsFor(filter.limit)],
    );
  }
}
