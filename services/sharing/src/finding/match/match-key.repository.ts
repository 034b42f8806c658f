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
      `SELECT n.need_id AS id, o.union_id AS owner FROM need_key n JOIN need o ON o.id = n.need_id
       WHERE n.key = k.key AND o.union_id IS DISTINCT FROM a.not_of ORDER BY n.need_id DESC LIMIT a.max`,
      sought,
    );
  }

  /** The same for offers. */
  offersUnder(tx: Transaction, sought: readonly SoughtUnder[]): Promise<string[][]> {
    return this.under(
      tx,
      `SELECT o.offer_id AS id, o.owner_union_id AS owner FROM offer_key o
       WHERE o.key = k.key AND o.owner_union_id IS DISTINCT FROM a.not_of ORDER BY o.offer_id DESC LIMIT a.max`,
      sought,
    );
  }

  /**
   * Two statements at most for a tier of all lists, and none for a list that is full by then: most of what is anywhere need
   * not be read for what has enough nearby. At most some more than `max` rows of each key are read, however many exist.
   */
  private async under(
    tx: Transaction,
    underOne: string,
    sought: readonly SoughtUnder[],
  ): Promise<string[][]> {
    const found = sought.map(() => new Set<string>());
    const tiersMax = Math.max(0, ...sought.map(({ tiers }) => tiers.length));
    for (let tier = 0; tier < tiersMax; tier += 1) {
      const open = sought.flatMap(({ tiers, max, notOfUnion }, list) => {
        const ids = found[list] ?? new Set<string>();
        const keys = tiers[tier] ?? [];
        return ids.size < max && keys.length > 0 ? [{ ids, keys, max, notOfUnion }] : [];
      });
      for (const { ids, max, newest } of await this.newestOthers(tx, underOne, open))
        for (const id of newest) if (ids.size < max) ids.add(id);
    }
    return found.map((ids) => [...ids]);
  }

  /**
   * The newest under the keys of each list that are not of its own union. Lists that look under the same keys are read as one,
   * with some to spare for what is of their own unions; where that does not suffice, a list is read by itself.
   */
  private async newestOthers<T extends OpenList>(
    tx: Transaction,
    underOne: string,
    lists: readonly T[],
  ): Promise<(T & { readonly newest: readonly string[] })[]> {
    const asks = new Map(
      lists.map(({ keys, max }) => [askName({ keys, max }), { keys, max: max + spareOf(max), notOf: null }]),
    );
    const read = await newestUnder(tx, underOne, [...asks.values()]);
    const shared = new Map([...asks.keys()].map((name, place) => [name, read[place] ?? []]));
    const seen = lists.map((list) => {
      const rows = shared.get(askName(list)) ?? [];
      const newest = rows.flatMap(({ id, owner }) => (owner === list.notOfUnion ? [] : [id]));
      const spare = spareOf(list.max);
      // So many others of each key were read at least; or else all that there are.
      const isWhole = rows.length - newest.length <= spare || rows.length < list.max + spare;
      return { ...list, newest, isWhole };
    });
    const lacking = seen.filter(({ isWhole }) => !isWhole);
    const own = await newestUnder(
      tx,
      underOne,
      lacking.map(({ keys, max, notOfUnion }) => ({ keys, max, notOf: notOfUnion })),
    );
    const ownOf = new Map(lacking.map((list, place) => [list, (own[place] ?? []).map(({ id }) => id)]));
    return seen.map((list) => ({ ...list, newest: ownOf.get(list) ?? list.newest }));
  }
}

/** A list that is not full yet, and the keys that are to fill it. */
interface OpenList {
  readonly keys: readonly string[];
  readonly max: number;
  readonly notOfUnion: string;
}

/** What is read beyond `max`, as some of it may be of the union itself. */
function spareOf(max: number): number {
  return Math.ceil(max / 4);
}

function askName({ keys, max }: Pick<OpenList, 'keys' | 'max'>): string {
  return [max, ...keys].join(' ');
}

/** What to read under some keys, of each `max` at most. */
interface Ask {
  readonly keys: readonly string[];
  readonly max: number;
  /** Null: of everybody. */
  readonly notOf: string | null;
}

/** @returns for each in order, the newest first */
async function newestUnder(
  tx: Transaction,
  underOne: string,
  asks: readonly Ask[],
): Promise<{ readonly id: string; readonly owner: string }[][]> {
  const found = asks.map((): { id: string; owner: string }[] => []);
  if (asks.length === 0) return found;
  const rows: { place: number; id: string; owner: string }[] = await tx.sql.query(
    `SELECT a.place, f.id, f.owner
     FROM unnest($1::int[], $2::int[], $3::uuid[], $4::text[]) AS a(place, max, not_of, keys)
     CROSS JOIN LATERAL (
       SELECT DISTINCT one.id, one.owner FROM unnest(a.keys::text[]) AS k(key) CROSS JOIN LATERAL (${underOne}) AS one
       ORDER BY one.id DESC LIMIT a.max) AS f
     ORDER BY a.place, f.id DESC`,
    [
      asks.map((_one, place) => place),
      asks.map(({ max }) => max),
      asks.map(({ notOf }) => notOf),
      asks.map(({ keys }) => arrayText(keys)),
    ],
  );
  for (const { place, id, owner } of rows) found[place]?.push({ id, owner });
  return found;
}

/** A list as PostgreSQL writes one, as an array of arrays has to be rectangular. */
function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => JSON.stringify(text)).join(',')}}`;
}

/** Each of them under each of its keys. */
function placesOf<T extends PlacedNeed>(all: readonly T[]): { readonly of: T; readonly key: string }[] {
  return all.flatMap((of) => of.keys.map((key) => ({ of, key })));
}
