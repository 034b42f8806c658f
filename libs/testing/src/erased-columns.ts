import type { ErasurePlan, PersonDataPlan } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';

/**
 * Compares the database with what a service does with a person's values once they are erased. Looked at are the
 * columns of all tables about people that may contain a text or a day; a column that a check restricts to some words
 * contains none.
 * @returns one sentence for each column of which nobody says what becomes of it, and for each declared one that needs no
 * word or is not there
 */
export async function unerasedColumns(
  dataSource: DataSource,
  { emptied, removed, stays }: ErasurePlan,
  { data, excepted }: PersonDataPlan,
): Promise<string[]> {
  const isRemoved = (table: string): boolean => removed.some((rows) => rows.table === table);
  const tables = [...new Set([...data.map(({ table }) => table), ...Object.keys(excepted)])];
  const columns: { name: string }[] = await dataSource.query(
    `SELECT c.relname || '.' || a.attname AS name
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY($1)
       AND a.atttypid IN ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'json'::regtype, 'date'::regtype, 'bytea'::regtype)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
         AND pg_get_constraintdef(k.oid) ~ '= ANY \\(?\\(?ARRAY')
     ORDER BY 1`,
    [tables.filter((table) => !isRemoved(table))],
  );
  const found = new Set(columns.map(({ name }) => name));
  const emptiedNames = new Set(
    emptied.flatMap(({ table, values }) => Object.keys(values).map((column) => `${table}.${column}`)),
  );
  const stayingNames = Object.values(stays).flat();
  const isStaying = (name: string): boolean =>
    stayingNames.includes(name) || stayingNames.includes(name.split('.')[0] ?? '');
  return [
    ...[...found]
      .filter((name) => !emptiedNames.has(name) && !isStaying(name))
      .map((name) => `${name} may have a value of a person: empty it, or say why it stays`),
    ...stayingNames
      .filter(
        (name) => (name.includes('.') ? !found.has(name) : !tables.includes(name)) || emptiedNames.has(name),
      )
      .map((name) => `${name} is said to stay, and needs no word`),
  ];
}
