import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

/** The keys to look under, most likely first, and the limit. */
interface SoughtUnder {
  readonly tiers: readonly (readonly string[])[];
  readonly max: number;
  /** Offers of this union are left out. */
  readonly notOfUnion: string;
}

/** The index keys of a need. */
interface PlacedNeed {
  readonly id: string;
  /** Empty removes it. */
  readonly keys: readonly string[];
}

/** The same for an offer. */
interface PlacedOffer extends PlacedNeed {
  readonly ownerUnionId: string;
}

/** The index in which needs and offers find each other, see `match-keys.model.ts`. */
@Injectable()
export class MatchKeyRepository {
  async placeNeeds(tx: Transaction, needs: readonly PlacedNeed[]): Promise<void> {
    const placed = placesOf(needs);
    await tx.sql.query(
      `DELETE FROM need_key k WHERE need_id = ANY($1)
         AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::text[]) AS p(id, key) WHERE p.id = k.need_id AND p.key = k.key)`,
      [needs.map(({ id }) => id), placed.map(({ of }) => of.id), placed.map(({ key }) => key)],
    );
    await tx.sql.query(
      `INSERT INTO need_key (need_id, key) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING`,
      [placed.map(({ of }) => of.id), placed.map(({ key }) => key)],
    );
  }

  async placeOffers(tx: Transaction, offers: readonly PlacedOffer[]): Promise<void> {
    const placed = placesOf(offers);
    await tx.sql.query(
      `DELETE FROM offer_key k WHERE offer_id = ANY($1)
         AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::text[]) AS p(id, key) WHERE p.id = k.offer_id AND p.key = k.key)`,
      [offers.map(({ id }) => id), placed.map(({ of }) => of.id), placed.map(({ key }) => key)],
    );
    await tx.sql.query(
      `INSERT INTO offer_key (offer_id, owner_union_id, key)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) ON CONFLICT DO NOTHING`,
      [placed.map(({ of }) => of.id), placed.map(({ of }) => of.ownerUnionId), placed.map(({ key }) => key)],
    );
  }

  /**
   * The newest needs under the tiers of keys, up to `max`: as many of the first tier as there are, then of the next.
   * @returns in the order of `sought`
   */
  needsUnder(tx: Transaction, sought: readonly SoughtUnder[]): Promise<string[][]> {
    return this.under(
      tx,
      `SELECT n.need_id AS id FROM need_key n JOIN need o ON o.id = n.need_id
       WHERE n.key = k.key AND o.union_id <> k.not_of ORDER BY n.need_id DESC LIMIT k.max`,
      sought,
    );
  }

  /** The same for offers. */
  offersUnder(tx: Transaction, sought: readonly SoughtUnder[]): Promise<string[][]> {
    return this.under(
      tx,
      `SELECT o.offer_id AS id FROM offer_key o
       WHERE o.key = k.key AND o.owner_union_id <> k.not_of ORDER BY o.offer_id DESC LIMIT k.max`,
      sought,
    );
  }

  /** One statement for any number of keys: at most `max` rows of each are read, however many exist. */
  private async under(
    tx: Transaction,
    underOne: string,
    sought: readonly SoughtUnder[],
  ): Promise<string[][]> {
    const keys = sought.flatMap(({ tiers, max, notOfUnion }, list) =>
      tiers.flatMap((tier, place) => tier.map((key) => ({ key, list, tier: place, max, notOfUnion }))),
    );
    const rows: { list: number; id: string }[] = await tx.sql.query(
      `SELECT list, id FROM (
         SELECT k.list, f.id, min(k.tier) AS tier, k.max,
           row_number() OVER (PARTITION BY k.list ORDER BY min(k.tier), f.id DESC) AS place
         FROM unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::uuid[]) AS k(key, list, tier, max, not_of)
         CROSS JOIN LATERAL (${underOne}) AS f
         GROUP BY k.list, k.max, f.id) AS ranked
       WHERE place <= max ORDER BY list, place`,
      [
        keys.map(({ key }) => key),
        keys.map(({ list }) => list),
        keys.map(({ tier }) => tier),
        keys.map(({ max }) => max),
        keys.map(({ notOfUnion }) => notOfUnion),
      ],
    );
    const found: string[][] = sought.map(() => []);
    for (const { list, id } of rows) found[list]?.push(id);
    return found;
  }
}

/** Each of them under each of its keys. */
function placesOf<T extends PlacedNeed>(all: readonly T[]): { readonly of: T; readonly key: string }[] {
  return all.flatMap((of) => of.keys.map((key) => ({ of, key })));
}
