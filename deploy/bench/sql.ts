import pg from 'pg';
import type { Counted } from './subject.js';

/** What a query counts in one row. */
export async function countedIn(url: string, text: string, values: readonly unknown[]): Promise<Counted> {
  const [row] = await run<Counted>(url, text, values);
  if (row === undefined) throw new Error('an aggregate without groups has one row');
  return row;
}

/** One statement on a connection of its own. */
export async function run<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values.length === 0 ? undefined : [...values])).rows;
  } finally {
    await client.end();
  }
}
