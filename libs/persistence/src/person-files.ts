import type { PersonData } from './person-data.js';
import { exportPersonData, type PersonExport, type SealedColumn } from './person-export.js';
import type { Transaction } from './transaction.js';

/** SQL of where a file is and what it is to its person. The table itself is `t`. */
export interface FileColumns {
  readonly fileKey: string;
  /** Of what is stored, in hex. */
  readonly sha256: string;
  /** In bytes, of what was uploaded or made of it; left out where nobody has counted them. */
  readonly size?: string;
  /** What opens it; left out of a file that is not sealed. */
  readonly opening?: SealedColumn;
  /** As its person named it. */
  readonly name?: string | SealedColumn;
  /** Of what it belongs to. */
  readonly about: string;
  readonly at: string;
}

/** Files of one table that people have uploaded themselves, one in a row. */
export interface PersonFiles extends Pick<PersonData, 'kind' | 'table' | 'person'> {
  /** Joins that leave only rows whose file is there, and is the person's own. */
  readonly beside?: string;
  readonly columns: FileColumns;
}

/** All files that a service has of people, and tables with files that are not given to anybody, with the reason. */
export interface PersonFilesPlan {
  readonly files: readonly PersonFiles[];
  readonly excepted: Readonly<Record<string, string>>;
}

/** A file as a person is given it. */
export interface PersonFile {
  readonly kind: string;
  readonly fileKey: string;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly opening: string | null;
  readonly name: string | null;
  readonly about: string | null;
  readonly at: string | null;
}

/**
 * A page of the files that a person has uploaded, under all ids that ever stood for them.
 * @param after `next` of the page before, or null
 */
export async function listPersonFiles(
  tx: Transaction,
  { files, sealed }: Pick<PersonExport, 'sealed'> & Pick<PersonFilesPlan, 'files'>,
  personId: string,
  after: string | null,
): Promise<{ readonly files: readonly PersonFile[]; readonly next: string | null }> {
  const columns = Object.fromEntries(files.map((one) => [one.table, { ...nothing, ...one.columns }]));
  const { parts, next } = await exportPersonData(
    tx,
    { data: { data: files }, columns, sealed },
    personId,
    after,
  );
  return {
    files: parts.flatMap(({ kind, rows }) =>
      rows.map((row) => ({ ...(row as unknown as Omit<PersonFile, 'kind'>), kind })),
    ),
    next,
  };
}

const nothing = { size: 'NULL', opening: 'NULL', name: 'NULL' };

/** Columns by which a row refers to a file in the store; `files` has several of one picture. */
const fileColumns = ['file_key', 'paper_key', 'source_key'];

/**
 * Compares the files that a service gives to people with its tables that refer to files.
 * @returns one sentence for each table that refers to files and is neither given nor excepted, and for each exception
 * that is none
 */
export async function ungivenFileTables(
  tx: Transaction['sql'],
  { files, excepted }: PersonFilesPlan,
): Promise<string[]> {
  const rows: { table: string }[] = await tx.query(
    `SELECT DISTINCT table_name AS "table" FROM information_schema.columns
     WHERE table_schema = current_schema() AND column_name = ANY($1) ORDER BY table_name`,
    [fileColumns],
  );
  const named = rows.map(({ table }) => table);
  const given = new Set(files.map(({ table }) => table));
  return [
    ...named
      .filter((table) => !given.has(table) && !(table in excepted))
      .map((table) => `${table} refers to files: give them in person-files.ts, or say why not`),
    ...Object.keys(excepted)
      .filter((table) => given.has(table) || !named.includes(table))
      .map((table) => `${table} is excepted, and needs no exception`),
  ];
}
