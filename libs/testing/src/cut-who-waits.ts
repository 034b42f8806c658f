import type { DataSource } from 'typeorm';
import { eventually } from './eventually.js';

interface WhoWaits {
  /** What they wait with, as a pattern of SQL's LIKE; anything if left out. */
  readonly statement?: string;
  /** Before each look, e.g. to let time pass. */
  readonly meanwhile?: () => void;
}

/**
 * Cuts the connections of a service that wait for a lock, as soon as one does: as if their process had died in the middle. What
 * they wait for is locked by the test.
 */
export async function cutWhoWaits(
  dataSource: DataSource,
  { statement = '%', meanwhile }: WhoWaits = {},
): Promise<void> {
  await eventually(async () => {
    meanwhile?.();
    const cut: unknown[] = await dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE usename = current_user AND datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
      [statement],
    );
    if (cut.length === 0) throw new Error('nothing waits for a lock yet');
  });
}
