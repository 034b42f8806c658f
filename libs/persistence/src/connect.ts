import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

const retryForMs = 60_000;
const pauseMs = 250;

/**
 * Opens the first connection. If PostgreSQL is up but does not answer in time, as on a machine where everything
 * starts at once, it retries for a minute: a process that gave up would be restarted, and take resources from the
 * others. An address at which nobody listens fails at once, so that a misconfiguration shows.
 */
export async function connectDatabase(dataSource: DataSource): Promise<DataSource> {
  const until = Date.now() + retryForMs;
  for (;;) {
    try {
      const connected = await dataSource.initialize();
      watchNewConnections(connected);
      return connected;
    } catch (error) {
      if (!isTimeout(error) || Date.now() > until) throw error;
    }
    await pause(pauseMs);
  }
}

/**
 * A new connection that PostgreSQL ends in the very moment in which it is ready has nobody yet who listens to its
 * errors, and would end the process. Whoever uses it is told all the same, by the failure of their statement.
 */
function watchNewConnections({ driver }: DataSource): void {
  const { master } = driver as unknown as { readonly master: Pool };
  master.on('connect', (client) => client.on('error', () => undefined));
}

/** Matches the driver's messages, as it has no error code for this. */
function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error && /connection timeout|timeout exceeded when trying to connect/.test(error.message)
  );
}
