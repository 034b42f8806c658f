import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

/** Under which keys to look, the likeliest first, and for how many at most. */
export interface SoughtUnder {
  readonly tiers: readonly (readonly string[])[];
  readonly max: number;
}

/** The index in which needs and offers find each other, see `match-keys.model.ts`. */
@Injectable()
export class MatchKeyRepository {
  /** @param keys none takes the need out */
  async placeNeed(tx: Transaction, needId: string, keys: readonly string[]): Promise<void> {
    await tx.sql.query('DELETE FROM need_key WHERE need_id = $1 AND NOT key = ANY($2)', [needId, keys]);
    await tx.sql.query(
      'INSERT INTO need_key (key, need_id) SELECT k, $1 FROM unnest($2::text[]) AS k ON CONFLICT DO NOTHING',
      [needId, keys],
    );
  }

  /** @param keys none takes the offer out */
  async placeOffer(
    tx: Transaction,
    offer: { readonly id: string; readonly ownerUnionId: string },
    keys: readonly string[],
  ): Promise<void> {
    await tx.sql.query('DELETE FROM offer_key WHERE offer_id = $1 AND NOT key = ANY($2)', [offer.id, keys]);
    await tx.sql.query(
      `INSERT INTO offer_key (key, offer_id, owner_union_id) SELECT k, $1, $2 FROM unnest($3::text[]) AS k
       ON CONFLICT DO NOTHING`,
      [offer.id, offer.ownerUnionId, keys],
    );
  }

  /**
   * The newest needs under the tiers of keys, as many as `max`: of the first tier as many as there are, then of the next.
   */
  async needsUnder(tx: Transaction, sought: SoughtUnder, notOfUnion: string): Promise<string[]> {
    const found = await this.under(
      tx,
      `SELECT n.need_id AS id FROM need_key n JOIN need o ON o.id = n.need_id
       WHERE n.key = k.key AND o.union_id <> $5 ORDER BY n.need_id DESC LIMIT k.max`,
      [[sought], notOfUnion],
    );
    return found[0] ?? [];
  }

  /** The same of offers, for several at once. @returns in the order of what is sought */
  offersUnder(tx: Transaction, sought: readonly SoughtUnder[], notOfUnion: string): Promise<string[][]> {
    return this.under(
      tx,
      `SELECT o.offer_id AS id FROM offer_key o
       WHERE o.key = k.key AND o.owner_union_id <> $5 ORDER BY o.offer_id DESC LIMIT k.max`,
      [sought, notOfUnion],
    );
  }

  /** One statement, however many keys are looked under: no more than `max` rows of each are read, however many there are. */
  private async under(
    tx: Transaction,
    underOne: string,
    [sought, notOfUnion]: readonly [readonly SoughtUnder[], string],
  ): Promise<string[][]> {
    const keys = sought.flatMap(({ tiers, max }, list) =>
      tiers.flatMap((tier, place) => tier.map((key) => ({ key, list, tier: place, max }))),
    );
    const rows: { list: number; id: string }[] = await tx.sql.query(
      `SELECT list, id FROM (
         SELECT k.list, f.id, min(k.tier) AS tier, k.max,
           row_number() OVER (PARTITION BY k.list ORDER BY min(k.tier), f.id DESC) AS place
         FROM unnest($1::text[], $2::int[], $3::int[], $4::int[]) AS k(key, list, tier, max)
         CROSS JOIN LATERAL (${underOne}) AS f
         GROUP BY k.list, k.max, f.id) AS ranked
       WHERE place <= max ORDER BY list, place`,
      [
        ...[keys.map(({ key }) => key), keys.map(({ list }) => list)],
        ...[keys.map(({ tier }) => tier), keys.map(({ max }) => max), notOfUnion],
      ],
    );
    const found: string[][] = sought.map(() => []);
    for (const { list, id } of rows) found[list]?.push(id);
    return found;
  }
}
