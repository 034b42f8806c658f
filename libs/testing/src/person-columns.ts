import type { PersonPlace } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';

/** Names under which columns keep ids of persons. */
const namePattern =
  '(^|_)person(_id)?$|_by$|(^|_)party_id$|(^|_)(owner|payer|organiser|subject|actor|successor)_id$';

/**
 * Compares the database with what a service says of its columns with persons.
 * @returns one sentence for each column that is not declared, and for each declared one that is not there
 */
export async function unplacedPersonColumns(
  dataSource: DataSource,
  places: readonly PersonPlace[],
): Promise<string[]> {
  const columns: { name: string; holdsPersons: boolean }[] = await dataSource.query(
    `SELECT c.relname || '.' || a.attname AS name,
       a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype) AND (a.attname ~ $1 OR EXISTS (
         SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY(k.conkey)
           AND k.confrelid = to_regclass('person'))) AS "holdsPersons"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' ORDER BY 1`,
    [namePattern],
  );
  const declared = new Set(places.map(({ table, column }) => `${table}.${column}`));
  const known = new Set(columns.map(({ name }) => name));
  return [
    ...columns
      .filter(({ name, holdsPersons }) => holdsPersons && !declared.has(name))
      .map(({ name }) => `${name} seems to name persons: say in person-places.ts what a merge does with it`),
    ...[...declared]
      .filter((name) => !known.has(name))
      .map((name) => `${name} is declared, and is not there`),
  ];
}
