import type { IndexEntry, ObjectBucket } from './object-bucket.js';

/** A file as whoever keeps it finds it again. */
export interface KeptRecord {
  readonly key: string;
  readonly aboutId: string;
  /** By the clock of whoever keeps it. */
  readonly keptAt: Date;
}

export interface KeptPage {
  readonly items: readonly KeptRecord[];
  /** Pass as `after` for the next page; null at the end. */
  readonly next: number | null;
}

interface PageWish {
  readonly keeper: string;
  readonly after: number;
  readonly limit: number;
}

/** One page of the index of a bucket: so many entries are looked at, of whoever they are, and none of any content. */
export async function keptPage(files: ObjectBucket, wish: PageWish): Promise<KeptPage> {
  const { keeper, after, limit } = wish;
  const items: KeptRecord[] = [];
  let last = after;
  for (let count = 0; count < limit; count += 1) {
    // One by one: what reads many at once is not yet a stable part of the client, and nobody waits for this.
    const found = await files.entryAfter(last);
    if (found === null) return { items, next: null };
    last = found.place;
    const record = recordOf(found.entry, keeper);
    if (record !== null) items.push(record);
  }
  return { items, next: last };
}

function recordOf({ name, deleted, metadata = {} }: IndexEntry, keeper: string): KeptRecord | null {
  const { aboutId, keptAt } = metadata;
  if (deleted === true || metadata['keeper'] !== keeper) return null;
  return aboutId === undefined || keptAt === undefined
    ? null
    : { key: name, aboutId, keptAt: new Date(keptAt) };
}
