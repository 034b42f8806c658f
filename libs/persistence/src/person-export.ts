import type { Cipher } from './cipher.js';
import type { PersonData } from './person-data.js';
import type { SealedPlace } from './sealed-place.js';
import type { Transaction } from './transaction.js';

/** A column with a sealed value, which its person is given opened. */
export interface SealedColumn {
  readonly sealed: string;
}

/** By the word under which a value is given: SQL of it, or its sealed column. The table itself is `t`. */
export type ExportedColumns = Readonly<Record<string, string | SealedColumn>>;

/** What a person is given of the rows that a service has of them, by table. */
export type PersonExportPlan = Readonly<Record<string, ExportedColumns>>;

/** Rows of a table that are about a person. */
type ExportedTable = Pick<PersonData, 'kind' | 'table' | 'beside' | 'person'>;

export interface PersonExport {
  readonly data: { readonly data: readonly ExportedTable[] };
  readonly columns: PersonExportPlan;
  /** Where values are sealed, and what opens them. */
  readonly sealed: { readonly cipher: Cipher; readonly places: readonly SealedPlace[] };
}

/** A value as it stands in an export. */
export type ExportedValue = string | number | boolean | null | readonly ExportedValue[] | object;
export type ExportedRow = Readonly<Record<string, ExportedValue>>;

export interface ExportedPage {
  readonly parts: readonly { readonly kind: string; readonly rows: readonly ExportedRow[] }[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** A page has fewer than 150 rows: also with the longest texts it is well below the 8 MB of a message. */
const rowsPerTable = 50;
const rowsPerPage = 100;

/** A sealed column of {@link ExportedColumns}. */
export function sealed(column: string): SealedColumn {
  return { sealed: column };
}

/**
 * A page of everything that a service has of a person, under all ids that ever stood for them, in the order of its
 * tables and within each of the primary key.
 * @param after `next` of the page before, or null
 */
export async function exportPersonData(
  tx: Transaction,
  source: PersonExport,
  personId: string,
  after: string | null,
): Promise<ExportedPage> {
  const parts: { kind: string; rows: ExportedRow[] }[] = [];
  let position = positionOf(after);
  let count = 0;
  for (let place = placeAt(); place !== undefined && count < rowsPerPage; place = placeAt()) {
    const found = await rowsAfter(tx, source, { personId, place, key: position.key });
    if (found.length > 0) parts.push({ kind: place.kind, rows: found.map(({ row }) => row) });
    count += found.length;
    position = positionAfter(position, found);
  }
  return { parts, next: placeAt() === undefined ? null : `${position.index}:${position.key}` };

  function placeAt(): ExportedTable | undefined {
    return source.data.data[position.index];
  }
}

/** Behind which row of which table. */
interface Position {
  readonly index: number;
  readonly key: string;
}

function positionOf(after: string | null): Position {
  if (after === null) return { index: 0, key: '' };
  const at = after.indexOf(':');
  return { index: Number(after.slice(0, at)), key: after.slice(at + 1) };
}

/** A table that gave as many rows as it may has more, perhaps. */
function positionAfter({ index }: Position, found: readonly { readonly key: string }[]): Position {
  const last = found.at(-1);
  return last !== undefined && found.length === rowsPerTable
    ? { index, key: last.key }
    : { index: index + 1, key: '' };
}

interface Asked {
  readonly personId: string;
  readonly place: ExportedTable;
  readonly key: string;
}

interface Found {
  readonly key: string;
  readonly values: Readonly<Record<string, ExportedValue>>;
  readonly contexts: Readonly<Record<string, string>>;
}

async function rowsAfter(
  tx: Transaction,
  { columns, sealed: { cipher, places } }: PersonExport,
  { personId, place: { table, person, beside = '' }, key }: Asked,
): Promise<{ key: string; row: ExportedRow }[]> {
  const exported = columns[table] ?? {};
  const sealedColumns = Object.entries(exported).flatMap(([word, column]) =>
    typeof column === 'string' ? [] : [{ word, context: contextOf(places, table, column.sealed) }],
  );
  const rows: Found[] = await tx.sql.query(
    `WITH own AS MATERIALIZED (
       SELECT $1::uuid AS id UNION SELECT from_id FROM person_alias WHERE into_id = $1::uuid),
     found AS (
       SELECT ${await primaryKeyOf(tx, table)} AS key,
         ${objectOf(Object.entries(exported).map(([word, column]) => [word, typeof column === 'string' ? column : `t.${column.sealed}`]))} AS values,
         ${objectOf(sealedColumns.map(({ word, context }) => [word, context]))} AS contexts
       FROM ${table} t ${beside} WHERE ${person} = ANY(ARRAY(SELECT id FROM own)))
     SELECT * FROM found WHERE key > $2 ORDER BY key LIMIT ${rowsPerTable}`,
    [personId, key],
  );
  return rows.map(({ key: at, values, contexts }) => {
    const opened = sealedColumns.map(({ word }) => [
      word,
      typeof values[word] === 'string' ? cipher.open(values[word], contexts[word] ?? '') : null,
    ]);
    return { key: at, row: { ...values, ...(Object.fromEntries(opened) as ExportedRow) } };
  });
}

/** SQL of an object of given expressions; of none an empty one. */
function objectOf(entries: readonly (readonly [string, string])[]): string {
  return `jsonb_build_object(${entries.map(([word, value]) => `'${word}', ${value}`).join(', ')})`;
}

/** SQL of the context under which a column is sealed. */
function contextOf(places: readonly SealedPlace[], table: string, column: string): string {
  const context = places.find((place) => place.table === table)?.contexts[column];
  if (context === undefined) throw new Error(`${table}.${column} is exported as sealed, and is not`);
  return context;
}

/** SQL of a text that is unique among the rows of a table. */
async function primaryKeyOf(tx: Transaction, table: string): Promise<string> {
  const columns: { name: string }[] = await tx.sql.query(
    `SELECT quote_ident(a.attname) AS name FROM pg_index i
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
     WHERE i.indisprimary AND i.indrelid = $1::regclass ORDER BY array_position(i.indkey, a.attnum)`,
    [table],
  );
  return `ROW(${columns.map(({ name }) => `t.${name}`).join(', ')})::text COLLATE "C"`;
}

/**
 * Compares what a service gives to people with what it tells and erases of them.
 * @param withheld columns that are emptied by an erasure and not given, by the reason
 * @returns one sentence for each table that is told and not given, and for each value that is erased and not given
 */
export function unexportedPersonData(
  { data, columns }: Pick<PersonExport, 'data' | 'columns'>,
  emptied: readonly { readonly table: string; readonly values: Readonly<Record<string, string>> }[],
  withheld: Readonly<Record<string, readonly string[]>>,
): string[] {
  const told = new Set(data.data.map(({ table }) => table));
  const excused = new Set(Object.values(withheld).flat());
  const isGiven = (table: string, column: string): boolean =>
    Object.values(columns[table] ?? {}).some((given) =>
      new RegExp(`\\bt\\.${column}\\b`).test(typeof given === 'string' ? given : `t.${given.sealed}`),
    );
  return [
    ...[...told]
      .filter((table) => columns[table] === undefined)
      .map((table) => `${table} is told to people: say in person-export.ts what of it they are given`),
    ...Object.keys(columns)
      .filter((table) => !told.has(table))
      .map((table) => `${table} is given to people, and is not told`),
    ...emptied
      .filter(({ table }) => told.has(table))
      .flatMap(({ table, values }) =>
        Object.keys(values)
          .filter((column) => !isGiven(table, column) && !excused.has(`${table}.${column}`))
          .map((column) => `${table}.${column} is erased with its person: give it, or say why not`),
      ),
  ];
}
