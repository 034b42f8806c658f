import type { JetStreamManager } from '@nats-io/jetstream';

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
  readonly bucket: string;
  readonly keeper: string;
  readonly after: number;
  readonly limit: number;
}

/** What stands in the index of an object store of one file, as far as it is needed here. */
interface IndexEntry {
  readonly name: string;
  readonly deleted?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** One page of the index of an object store: so many entries are looked at, of whoever they are, and none of any content. */
export async function keptPage(manager: JetStreamManager, wish: PageWish): Promise<KeptPage> {
  const { bucket, keeper, after, limit } = wish;
  const items: KeptRecord[] = [];
  let last = after;
  for (let count = 0; count < limit; count += 1) {
    // One by one: what reads many at once is not yet a stable part of the client, and nobody waits for this.
    const query = { seq: last + 1, next_by_subj: `$O.${bucket}.M.>` };
    const message = await manager.direct.getMessage(`OBJ_${bucket}`, query);
    if (message === null) return { items, next: null };
    last = message.seq;
    const record = recordOf(message.json<IndexEntry>(), keeper);
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
