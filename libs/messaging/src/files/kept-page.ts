import type { IndexEntry, ObjectBucket } from './object-bucket.js';

/** A stored file as listed for the feature that stored it. */
export interface KeptRecord {
  readonly key: string;
  readonly aboutId: string;
  /** By the clock of the feature that stored it. */
  readonly keptAt: Date;
}

export interface KeptPage {
  readonly items: readonly KeptRecord[];
  /** Pass as `after` for the next page; null at the end. */
  readonly next: number | null;
}

interface PageRequest {
  readonly keeper: string;
  readonly after: number;
  readonly limit: number;
}

/** One page of a bucket's index. `limit` bounds the entries that are read, whoever owns them; content is not read. */
export async function readKeptPage(files: ObjectBucket, request: PageRequest): Promise<KeptPage> {
  const { keeper, after, limit } = request;
  const items: KeptRecord[] = [];
  let last = after;
  for (let count = 0; count < limit; count += 1) {
    // One by one: the client's batched direct get is not stable yet, and nobody waits for this.
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
