import { LRUCache } from 'lru-cache';
import type { ShownActivity } from './activity.entity.js';

/** A row of the database as it is at the moment: `xmin`, the transaction that wrote it last, changes with each update. */
export interface Written {
  readonly id: string;
  readonly writtenBy: string;
}

/** In characters: some 50 megabytes of rows with what is shown of them. */
const knownMax = 10_000_000;
/** All but the description, which may be long. */
const rowSize = 1_500;

/**
 * The activities that were listed of late. To read forty columns of fifty rows takes longer than all else that is done
 * for a page of them, and few have changed since somebody turned the same page.
 */
export class KnownActivities {
  private readonly rows = new LRUCache<string, ShownActivity & Written>({
    maxSize: knownMax,
    sizeCalculation: ({ description }) => rowSize + (description?.length ?? 0),
  });

  /**
   * @param read those of the ids that still are what was looked for
   * @returns the activities in the order in which they are listed
   */
  async all(
    listed: readonly Written[],
    read: (ids: readonly string[]) => Promise<(ShownActivity & Written)[]>,
  ): Promise<ShownActivity[]> {
    const known = new Map<string, ShownActivity>();
    const unknown: string[] = [];
    for (const { id, writtenBy } of listed) {
      const row = this.rows.get(id);
      if (row?.writtenBy === writtenBy) known.set(id, row);
      else unknown.push(id);
    }
    for (const row of unknown.length === 0 ? [] : await read(unknown)) {
      this.rows.set(row.id, row);
      known.set(row.id, row);
    }
    return listed.flatMap(({ id }) => known.get(id) ?? []);
  }
}
