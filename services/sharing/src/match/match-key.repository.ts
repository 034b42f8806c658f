import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

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

  /** The newest needs under the tiers of keys, as many as `max`: of the first tier as many as there are, then of the next. */
  needsUnder(
    tx: Transaction,
    tiers: readonly (readonly string[])[],
    { notOfUnion, max }: { readonly notOfUnion: string; readonly max: number },
  ): Promise<string[]> {
    return inTiers(tiers, max, (keys) =>
      tx.sql.query(
        `SELECT DISTINCT f.id FROM unnest($1::text[]) AS k(key) CROSS JOIN LATERAL (
           SELECT n.need_id AS id FROM need_key n JOIN need o ON o.id = n.need_id
           WHERE n.key = k.key AND o.union_id <> $2 ORDER BY n.need_id DESC LIMIT $3) AS f
         ORDER BY f.id DESC LIMIT $3`,
        [keys, notOfUnion, max],
      ),
    );
  }

  /** The same of offers. */
  offersUnder(
    tx: Transaction,
    tiers: readonly (readonly string[])[],
    { notOfUnion, max }: { readonly notOfUnion: string; readonly max: number },
  ): Promise<string[]> {
    return inTiers(tiers, max, (keys) =>
      tx.sql.query(
        `SELECT DISTINCT f.id FROM unnest($1::text[]) AS k(key) CROSS JOIN LATERAL (
           SELECT o.offer_id AS id FROM offer_key o
           WHERE o.key = k.key AND o.owner_union_id <> $2 ORDER BY o.offer_id DESC LIMIT $3) AS f
         ORDER BY f.id DESC LIMIT $3`,
        [keys, notOfUnion, max],
      ),
    );
  }
}

async function inTiers(
  tiers: readonly (readonly string[])[],
  max: number,
  ask: (keys: readonly string[]) => Promise<{ id: string }[]>,
): Promise<string[]> {
  const found = new Set<string>();
  for (const keys of tiers) {
    for (const { id } of await ask(keys)) if (found.size < max) found.add(id);
    if (found.size >= max) break;
  }
  return [...found];
}
