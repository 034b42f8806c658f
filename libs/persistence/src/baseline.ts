import type { QueryRunner } from 'typeorm';
import { makeAppendOnly } from './foundation-tables.js';

/** The tables of one district, as they were when the migrations up to then were made one. */
export interface SchemaPart {
  /** Statements that make tables, indexes, views, functions and triggers. */
  readonly sql: string;
  /** Tables of which no row is ever changed or removed. */
  readonly appendOnly: readonly string[];
}

/**
 * Makes the schema that a service begins with. A database that has run all the migrations for which it stands has that schema
 * already, and is taken over as it is.
 * @param lastBefore the name of the last of them
 * @throws Error where the database has run some of them and not the last
 */
export async function applyBaseline(
  runner: QueryRunner,
  lastBefore: string,
  parts: readonly SchemaPart[],
): Promise<void> {
  const done = (await runner.query('SELECT 1 FROM migration WHERE name = $1', [lastBefore])) as unknown[];
  if (done.length > 0) return;
  const [first = ''] = namesMade('TABLE', parts);
  const [{ there }] = (await runner.query('SELECT to_regclass($1) IS NOT NULL AS there', [first])) as [
    { there: boolean },
  ];
  if (there)
    throw new Error(
      `the schema has ${first}, but not all up to ${lastBefore}: bring it up to the last 0.1 first`,
    );
  for (const { sql, appendOnly } of parts) {
    await runner.query(sql);
    for (const table of appendOnly) await makeAppendOnly(runner, table);
  }
}

/** Removes what {@link applyBaseline} makes, with all that is in it. */
export async function dropBaseline(runner: QueryRunner, parts: readonly SchemaPart[]): Promise<void> {
  const [views = '', tables = '', routines = ''] = ['VIEW', 'TABLE', '(?:FUNCTION|AGGREGATE)'].map((what) =>
    namesMade(what, parts).join(', '),
  );
  if (views !== '') await runner.query(`DROP VIEW ${views}`);
  await runner.query(`DROP TABLE ${tables}`);
  if (routines !== '') await runner.query(`DROP ROUTINE ${routines}`);
}

function namesMade(what: string, parts: readonly SchemaPart[]): string[] {
  const pattern = new RegExp(`^CREATE ${what} (\\w+)`, 'gm');
  return parts.flatMap(({ sql }) => [...sql.matchAll(pattern)].map(([, name = '']) => name));
}
