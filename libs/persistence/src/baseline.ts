import type { QueryRunner } from 'typeorm';
import { makeAppendOnly } from './foundation-tables.js';

/** The tables of one district at the point at which all migrations up to then were merged. */
export interface SchemaPart {
  /** Statements that create tables, indexes, views, functions and triggers. */
  readonly sql: string;
  /** Tables whose rows are never changed or removed. */
  readonly appendOnly: readonly string[];
}

/**
 * Creates the schema that a service starts with. A database that has run all the migrations that the baseline
 * replaces has that schema already, and is left as it is.
 * @param lastBefore the name of the last of those migrations
 * @throws Error if the database has run some of them and not the last
 */
export async function applyBaseline(
  runner: QueryRunner,
  lastBefore: string,
  parts: readonly SchemaPart[],
): Promise<void> {
  const applied = (await runner.query('SELECT 1 FROM migration WHERE name = $1', [lastBefore])) as unknown[];
  if (applied.length > 0) return;
  const [first = ''] = createdNames('TABLE', parts);
  const [{ exists }] = (await runner.query('SELECT to_regclass($1) IS NOT NULL AS exists', [first])) as [
    { exists: boolean },
  ];
  if (exists)
    throw new Error(
      `the schema has ${first}, but not all up to ${lastBefore}: bring it up to the last 0.1 first`,
    );
  for (const { sql, appendOnly } of parts) {
    await runner.query(sql);
    for (const table of appendOnly) await makeAppendOnly(runner, table);
  }
}

/** Drops everything that {@link applyBaseline} creates, with all data. */
export async function dropBaseline(runner: QueryRunner, parts: readonly SchemaPart[]): Promise<void> {
  const [views = '', tables = '', routines = ''] = ['VIEW', 'TABLE', '(?:FUNCTION|AGGREGATE)'].map((what) =>
    createdNames(what, parts).join(', '),
  );
  if (views !== '') await runner.query(`DROP VIEW ${views}`);
  await runner.query(`DROP TABLE ${tables}`);
  if (routines !== '') await runner.query(`DROP ROUTINE ${routines}`);
}

function createdNames(what: string, parts: readonly SchemaPart[]): string[] {
  const pattern = new RegExp(`^CREATE ${what} (\\w+)`, 'gm');
  return parts.flatMap(({ sql }) => [...sql.matchAll(pattern)].map(([, name = '']) => name));
}
