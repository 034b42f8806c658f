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
       WHERE n.key = k.key AND o.union_id <> l.not_of ORDER BY n.need_id DESC LIMIT l.max`,
      sought,
    );
  }

  /** The same for offers. */
  offersUnder(tx: Transaction, sought: readonly SoughtUnder[]): Promise<string[][]> {
    return this.under(
      tx,
      `SELECT o.offer_id AS id FROM offer_key o
       WHERE o.key = k.key AND o.owner_union_id <> l.not_of ORDER BY o.offer_id DESC LIMIT l.max`,
      sought,
    );
  }

  /**
   * One statement for a tier of all lists, and none for a list that is full by then: most of what is anywhere need not
   * be read for what has enough nearby. At most `max` rows of each key are read, however many exist.
   */
  private async under(
    tx: Transaction,
    underOne: string,
    sought: readonly SoughtUnder[],
  ): Promise<string[][]> {
    const found = sought.map(() => new Set<string>());
    const tiersMax = Math.max(0, ...sought.map(({ tiers }) => tiers.length));
    for (let tier = 0; tier < tiersMax; tier += 1) {
      const keys = sought.flatMap(({ tiers, max }, list) =>
        (found[list]?.size ?? max) < max ? (tiers[tier] ?? []).map((key) => ({ key, list })) : [],
      );
      if (keys.length === 0) continue;
      const rows: { list: number; id: string }[] = await tx.sql.query(
        `SELECT DISTINCT k.list, f.id
         FROM unnest($1::text[], $2::int[]) AS k(key, list)
         JOIN unnest($3::int[], $4::int[], $5::uuid[]) AS l(list, max, not_of) USING (list)
         CROSS JOIN LATERAL (${underOne}) AS f
         ORDER BY k.list, f.id DESC`,
        [
          keys.map(({ key }) => key),
          keys.map(({ list }) => list),
          sought.map((_one, list) => list),
          sought.map(({ max }) => max),
          sought.map(({ notOfUnion }) => notOfUnion),
        ],
      );
      for (const { list, id } of rows) {
        const ids = found[list];
        if (ids !== undefined && ids.size < (sought[list]?.max ?? 0)) ids.add(id);
      }
    }
    return found.map((ids) => [...ids]);
  }
}

/** Each of them under each of its keys. */
function placesOf<T extends PlacedNeed>(all: readonly T[]): { readonly of: T; readonly key: string }[] {
  return all.flatMap((of) => of.keys.map((key) => ({ of, key })));
}
