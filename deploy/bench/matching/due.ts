import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const pollMs = 20;

/** Until no matching is due any more: all that has changed has found its place in the lists of the needs. */
export async function drained(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    while (
      (await client.query(`SELECT 1 FROM sharing.due WHERE kind LIKE 'match-%' LIMIT 1`)).rows.length > 0
    )
      await setTimeout(pollMs);
    const { rows } = await client.query<{ reason: string }>('SELECT reason FROM sharing.dead_letter LIMIT 1');
    if (rows[0] !== undefined) throw new Error(`matching has failed: ${rows[0].reason}`);
  } finally {
    await client.end();
  }
}
