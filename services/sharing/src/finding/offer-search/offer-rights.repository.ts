import { Injectable } from '@nestjs/common';
import { isWithin } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { Borrower } from '../../lending/resource/right.model.js';

/** Reads which activities and brands are open to a union. */
@Injectable()
export class OfferRightsRepository {
  /** Activities with a free seat for the union: in the common pool, in one of its own or of a union above it, or of its size. */
  async withSeatsFor(
    tx: Transaction,
    ids: readonly string[],
    { path: unionPath, sizeClass }: Borrower,
  ): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows: { id: string; path: string | null }[] = await tx.sql.query(
      `SELECT p.activity_id AS id, u.path FROM pool p LEFT JOIN union_ref u ON u.id = p.union_id
       LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
       WHERE p.activity_id = ANY($1::uuid[]) AND p.capacity > coalesce(l.confirmed + l.held, 0)
         AND (p.union_id IS NULL OR u.path IS NOT NULL)
         AND p.club_id IS NULL AND (p.size_classes = '{}' OR $2::text = ANY(p.size_classes))`,
      [ids, sizeClass],
    );
    return rows.flatMap(({ id, path }) => (path === null || isWithin(unionPath, path) ? id : []));
  }

  /** Brands that are open to everybody, or whose founder has approved the union. */
  async adoptableBy(tx: Transaction, ids: readonly string[], unionId: string): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT b.id FROM brand b WHERE b.id = ANY($1::uuid[]) AND (b.adoption = 'open' OR EXISTS (
         SELECT 1 FROM brand_adoption_request q WHERE q.brand_id = b.id AND q.union_id = $2 AND q.state = 'approved'))`,
      [ids, unionId],
    );
    return rows.map(({ id }) => id);
  }
}
