import pg from 'pg';
import type { Counted } from './exactness.js';

/** What is there of each of these activities, in their order. @param schema of the tables, e.g. `sharing` */
export function countedIn(url: string, schema: string, activityIds: readonly string[]): Promise<Counted[]> {
  return run<Counted & pg.QueryResultRow>(
    url,
    `SELECT confirmed, waitlisted, twice,
            (SELECT coalesce(sum(greatest(0, seated - capacity)), 0)::int FROM (
               SELECT p.capacity, (SELECT count(*) FROM ${schema}.registration s
                                   WHERE s.activity_id = a.id AND s.pool_id = p.id AND s.state = 'confirmed') AS seated
               FROM ${schema}.pool p WHERE p.activity_id = a.id) AS pools) AS oversold
     FROM unnest($1::uuid[]) WITH ORDINALITY AS a(id, number) CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
              count(*) FILTER (WHERE state = 'waitlisted')::int AS waitlisted,
              (count(*) - count(DISTINCT person_id))::int AS twice
       FROM ${schema}.registration r WHERE r.activity_id = a.id) AS registrations
     ORDER BY number`,
    [activityIds],
  );
}

/** Makes an empty database on the same server. @returns its URL for the administrator */
export async function createDatabase(adminUrl: string, name: string): Promise<string> {
  await run(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement on a connection of its own; several where there are no values. */
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
