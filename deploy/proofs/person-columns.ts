import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PersonPlace } from '@gongxiang/persistence';
import { rootAbove } from '../root.js';
import { rowsOf } from './rows.js';
import type { TestPlatform } from './test-platform.js';

/** Where each service with tables says which of its columns name persons. */
const placesOf: Readonly<Record<string, string>> = {
  membership: 'services/membership/dist/members/merge/person-places.js',
  sharing: 'services/sharing/dist/persons/person-places.js',
  settlement: 'services/settlement/dist/persons/person-places.js',
  evaluation: 'services/evaluation/dist/persons/person-places.js',
  notification: 'services/notification/dist/persons/person-places.js',
  affairs: 'services/affairs/dist/persons/person-places.js',
};

export type PlaceOfService = PersonPlace & { readonly schema: string };
type Database = Pick<TestPlatform, 'databaseUrl'>;

/** What all services say of their columns with persons. */
export async function personPlaces(): Promise<PlaceOfService[]> {
  const root = rootAbove(fileURLToPath(import.meta.url));
  const all = Object.entries(placesOf).map(async ([schema, file]) => {
    const module = (await import(join(root, file))) as { readonly personPlaces: readonly PersonPlace[] };
    return module.personPlaces.map((place) => ({ ...place, schema }));
  });
  return (await Promise.all(all)).flat();
}

/** Every column that can contain an id in any form: by itself, in a list, in a text or in JSON. */
function columnsOfServices(platform: Database): Promise<{ table: string; column: string }[]> {
  return rowsOf(
    platform,
    `SELECT n.nspname || '.' || c.relname AS "table", quote_ident(a.attname) AS "column" FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type t ON t.oid = a.atttypid
     WHERE n.nspname = ANY($1) AND c.relkind = 'r'
       AND t.typcategory IN ('A', 'S', 'U') AND t.typname <> 'bytea'`,
    [Object.keys(placesOf)],
  );
}

/** The columns in which any person stands, whatever they are called, and those of which no service says what a merge does. */
export async function columnsWithPersons(
  platform: Database,
  places: readonly PlaceOfService[],
): Promise<{ readonly found: string[]; readonly undeclared: string[] }> {
  const declared = new Set(places.map(({ schema, table, column }) => `${schema}.${table}.${column}`));
  const found: string[] = [];
  for (const { table, column } of await columnsOfServices(platform)) {
    const rows = await rowsOf(
      platform,
      `WITH written AS (
         SELECT DISTINCT unnest(regexp_matches(t.${column}::text, $1, 'g'))::uuid AS id FROM ${table} t)
       SELECT 1 FROM written WHERE id IN (SELECT id FROM membership.person) LIMIT 1`,
      [uuid],
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return { found, undeclared: found.filter((name) => !declared.has(name)) };
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Rows that should have moved and still name a merged record, apart from those of which the journal says why. */
export async function orphansOf(platform: Database, places: readonly PlaceOfService[]): Promise<string[]> {
  const found: string[] = [];
  for (const { schema, table, column, where = 'true', treatment, isList } of places) {
    if (treatment !== 'moves') continue;
    const condition = where
      .replaceAll(':now', 'now()')
      .replaceAll(/\b(FROM|JOIN) (?!\()(\w+)/g, `$1 ${schema}.$2`);
    const rows = await rowsOf(
      platform,
      `SELECT 1 FROM ${schema}.${table} t
       JOIN ${schema}.person_alias p ON p.from_id = ${isList === true ? `ANY(t.${column})` : `t.${column}`}
       WHERE (${condition}) AND p.from_id <> p.merge_id AND NOT EXISTS (
         SELECT FROM ${schema}.person_merge_journal j WHERE j.merge_id = p.merge_id AND j.stays
           AND j.table_name = '${table}' AND j.column_name = '${column}')`,
    );
    if (rows.length > 0) found.push(`${schema}.${table}.${column}: ${rows.length}`);
  }
  return found;
}
