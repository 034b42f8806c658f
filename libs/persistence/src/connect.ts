import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const triedForMs = 60_000;
const pauseMs = 250;

/**
 * Connects for the first time. Where PostgreSQL is there but does not answer in time, as on a machine on which everything
 * starts at once, it is asked again for a minute: a process that gave up would be started anew, and take from the others what it
 * has cost. An address at which nobody listens is refused at once, so that whoever set it up wrongly hears of it.
 */
export async function connectDatabase(dataSource: DataSource): Promise<DataSource> {
  const until = Date.now() + triedForMs;
  for (;;) {
    try {
      return await dataSource.initialize();
    } catch (error) {
      if (!isLate(error) || Date.now() > until) throw error;
    }
    await pause(pauseMs);
  }
}

/** In the words of the driver, which has no code for it. */
function isLate(error: unknown): boolean {
  return (
    error instanceof Error && /connection timeout|timeout exceeded when trying to connect/.test(error.message)
  );
}
