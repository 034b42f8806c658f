import { LRUCache } from 'lru-cache';
import type { ShownActivity } from './activity.entity.js';

/** A row version: `xmin`, the transaction that wrote it last, changes with each update. */
export interface Written {
  readonly id: string;
  readonly writtenBy: string;
}

/** In characters: some 50 megabytes of rows with their views. */
const knownMax = 10_000_000;
/** Without the description, which may be long. */
const rowSize = 1_500;

/**
 * A cache of recently listed activities. Reading forty columns of fifty rows takes longer than everything else for a
 * page, and few rows change between two requests for the same page.
 */
export class KnownActivities {
  private readonly rows = new LRUCache<string, ShownActivity & Written>({
    maxSize: knownMax,
    sizeCalculation: ({ description }) => rowSize + (description?.length ?? 0),
  });

  /**
   * @param read reads those of the ids that still match
   * @returns the activities in the order of the list
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
