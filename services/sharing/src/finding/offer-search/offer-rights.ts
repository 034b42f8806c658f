import { Injectable } from '@nestjs/common';
import type { OfferRightView } from '@gongxiang/contracts/sharing/finding/offer.contract';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Transaction } from '@gongxiang/persistence';
import { isWithin, type Period } from '@gongxiang/domain';
import { OfferLookup } from '../../lending/resource/offer-lookup.js';
import type { Borrower } from '../../lending/resource/right.model.js';
import type { FoundOffer } from './offer-search.repository.js';

/** For whom, for when and for what a right is needed. */
export interface RightWish {
  readonly borrower: Borrower;
  /** Null: no time is stated. */
  readonly period: Period | null;
  readonly business: UnionBusiness | null;
}

/** Rights of a union to results: a few statements per page, whatever is on it. */
@Injectable()
export class OfferRights {
  constructor(private readonly desk: OfferLookup) {}

  /** @returns by id; results without a right are left out */
  async of(
    tx: Transaction,
    found: readonly FoundOffer[],
    wish: RightWish,
  ): Promise<Map<string, OfferRightView>> {
    const own = found.filter(({ unionId }) => unionId === wish.borrower.unionId);
    const others = found.filter(({ unionId }) => unionId !== wish.borrower.unionId);
    const idsOf = (kind: FoundOffer['kind']): string[] =>
      others.filter((one) => one.kind === kind).map(({ id }) => id);
    return new Map<string, OfferRightView>([
      ...own.map(({ id }) => [id, { kind: 'ownership', approval: null, price: null }] as const),
      ...(await this.granted(tx, idsOf('resource'), wish)),
      ...(await seatsOf(tx, idsOf('activity'), wish)),
      ...(await adoptable(tx, idsOf('brand'), wish)),
    ]);
  }

  private async granted(
    tx: Transaction,
    ids: readonly string[],
    { borrower, ...asked }: RightWish,
  ): Promise<[string, OfferRightView][]> {
    const rights = await this.desk.rightsFor(tx, ids, borrower, asked);
    return [...rights].map(([id, { approval, price }]) => [id, { kind: 'grant', approval, price }]);
  }
}

/**
 * Those with a free seat for the union: in the common pool, in one of its own or of a union above it, or of its size.
 */
async function seatsOf(
  tx: Transaction,
  ids: readonly string[],
  { borrower }: RightWish,
): Promise<[string, OfferRightView][]> {
  if (ids.length === 0) return [];
  const rows: { id: string; path: string | null }[] = await tx.sql.query(
    `SELECT p.activity_id AS id, u.path FROM pool p LEFT JOIN union_ref u ON u.id = p.union_id
     LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
     WHERE p.activity_id = ANY($1::uuid[]) AND p.capacity > coalesce(l.confirmed + l.held, 0)
       AND (p.union_id IS NULL OR u.path IS NOT NULL)
       AND p.club_id IS NULL AND (p.size_classes = '{}' OR $2::text = ANY(p.size_classes))`,
    [ids, borrower.sizeClass],
  );
  const open = rows.filter(({ path }) => path === null || isWithin(borrower.path, path));
  return open.map(({ id }) => [id, { kind: 'seats', approval: null, price: null }]);
}

/** At once if the founder admits everybody, or has approved; otherwise after approval. */
async function adoptable(
  tx: Transaction,
  ids: readonly string[],
  { borrower }: RightWish,
): Promise<[string, OfferRightView][]> {
  if (ids.length === 0) return [];
  const rows: { id: string }[] = await tx.sql.query(
    `SELECT b.id FROM brand b WHERE b.id = ANY($1::uuid[]) AND (b.adoption = 'open' OR EXISTS (
       SELECT 1 FROM brand_adoption_request q WHERE q.brand_id = b.id AND q.union_id = $2 AND q.state = 'approved'))`,
    [ids, borrower.unionId],
  );
  return rows.map(({ id }) => [id, { kind: 'adoption', approval: 'automatic', price: null }]);
}
