import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import { decodeCursor, rowsFor, selectListOf, type Transaction } from '@gongxiang/persistence';
import { GrantRow, GrantVersionRow } from './grant.entity.js';
import { granteeOf, grantView, termsOf } from './grant.view.js';
import type { Borrower, PartyFacts } from './grantee.model.js';
import { PartyFactsRepository } from './party-facts.repository.js';
import { type Right, rightsMax } from './right.model.js';

type ListFilter = { readonly resourceId: string; readonly cursor?: string; readonly limit?: number };

export type NamedBorrower = Borrower & { readonly name: string };

@Injectable()
export class GrantRepository {
  constructor(private readonly facts: PartyFactsRepository) {}

  find(tx: Transaction, resourceId: string, id: string): Promise<GrantRow | null> {
    return tx.sql.findOneBy(GrantRow, { resourceId, id });
  }

  lockById(tx: Transaction, resourceId: string, id: string): Promise<GrantRow | null> {
    return tx.sql.findOne(GrantRow, { where: { resourceId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: GrantRow): Promise<void> {
    await tx.sql.insert(GrantRow, row);
    await this.saveVersion(tx, row);
  }

  async update(tx: Transaction, row: GrantRow): Promise<void> {
    await tx.sql.update(GrantRow, { resourceId: row.resourceId, id: row.id }, row);
    await this.saveVersion(tx, row);
  }

  /** Every active union but the owner, in path order, up to the limit. */
  possibleBorrowers(tx: Transaction, ownerUnionId: string, limit: number): Promise<NamedBorrower[]> {
    return tx.sql.query(
      `SELECT id AS "unionId", name, path, size_class AS "sizeClass", longitude, latitude FROM union_ref
       WHERE active AND id <> $1 ORDER BY path LIMIT $2`,
      [ownerUnionId, limit],
    );
  }

  /** The number of rights of a resource that are or will be in force. The caller holds the resource's lock. */
  async countInForce(tx: Transaction, resourceId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM right_of_use
       WHERE resource_id = $1 AND LEAST(valid_until, revoked_at) > $2`,
      [resourceId, tx.now],
    );
    return rows[0]?.count ?? 0;
  }

  /** The rights of a resource, newest first. */
  list(tx: Transaction, filter: ListFilter): Promise<GrantRow[]> {
    const query = tx.sql
      .createQueryBuilder(GrantRow, 'g')
      .where('g.resourceId = :resourceId', { resourceId: filter.resourceId })
      .orderBy('g.id', 'DESC');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('g.id < :before', { before: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The versions of a right, newest first. */
  versions(tx: Transaction, filter: ListFilter & { readonly grantId: string }): Promise<GrantVersionRow[]> {
    const query = tx.sql
      .createQueryBuilder(GrantVersionRow, 'v')
      .where('v.resourceId = :resourceId AND v.grantId = :grantId', {
        resourceId: filter.resourceId,
        grantId: filter.grantId,
      })
      .orderBy('v.version', 'DESC');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('v.version < :before', { before: Number(cursor[0]) });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The rights of some resources whose terms overlap a period, by resource; revoked ones until then. */
  async inForce(
    tx: Transaction,
    resourceIds: readonly string[],
    period: Period,
  ): Promise<Map<string, Right[]>> {
    const rows: GrantRow[] = await tx.sql.query(
      `SELECT ${selectListOf(tx.sql, GrantRow, 'g')} FROM right_of_use g
       WHERE g.resource_id = ANY($1::uuid[]) AND g.valid_from < $3 AND LEAST(g.valid_until, g.revoked_at) > $2 LIMIT $4`,
      [resourceIds, period.start, period.end, resourceIds.length * rightsMax],
    );
    const named = rows.map((row) => ({ resourceId: row.resourceId, grantee: granteeOf(row) }));
    const facts = await this.facts.of(tx, named);
    const rights = new Map<string, Right[]>();
    facts.forEach((facts, index) => {
      const row = rows[index];
      if (row === undefined) return;
      rights.set(row.resourceId, [...(rights.get(row.resourceId) ?? []), rightOf(row, facts)]);
    });
    return rights;
  }

  private async saveVersion(tx: Transaction, row: GrantRow): Promise<void> {
    const { resourceId, id: grantId, version } = row;
    await tx.sql.insert(GrantVersionRow, {
      resourceId,
      grantId,
      version,
      since: tx.now,
      terms: grantView(row),
    });
  }
}

function rightOf(row: GrantRow, facts: PartyFacts): Right {
  const { validFrom: start, validUntil, revokedAt } = row;
  const end = revokedAt !== null && revokedAt < validUntil ? revokedAt : validUntil;
  return {
    id: row.id,
    version: row.version,
    grantee: granteeOf(row),
    facts,
    term: { start, end },
    price: row.priceKind,
    // Spread last: an object that begins with a spread and is extended takes forty times as long, and a search
    // creates one per right.
    ...termsOf(row),
  };
}
