import { withDatabase } from './fixtures.js';
import type { Haystack } from './planted.js';
import type { TestPlatform } from './test-platform.js';

/** Everything that the services' tables hold, column by column as text: rows of every kind, bytes in hex. */
export async function columnsOf(platform: Pick<TestPlatform, 'databaseUrl'>): Promise<Haystack[]> {
  return withDatabase(platform, async (sql) => {
    const { rows } = await sql.query<{ place: string; table: string; column: string }>(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS place,
              format('%I.%I', table_schema, table_name) AS table, quote_ident(column_name) AS column
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: Haystack[] = [];
    for (const { place, table, column } of rows) {
      const text = `SELECT coalesce(string_agg(${column}::text, E'\\n'), '') AS text FROM ${table}`;
      const [one] = (await sql.query<{ text: string }>(text)).rows;
      found.push({ where: place, text: one?.text ?? '' });
    }
    return found;
  });
}
