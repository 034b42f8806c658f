import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDatabase } from './fixtures.js';
import type { TestPlatform } from './test-platform.js';

/** A version of a row as it lies in a file, live or dead. */
export interface RowVersion {
  /** Of a row that is kept out of line the table that it belongs to. */
  readonly table: string;
  /** The transaction that has written it: they are numbered in the order in which they began to write. */
  readonly xmin: number;
  readonly data: Buffer;
}

/** PostgreSQL's page layout (storage/bufpage.h, access/htup_details.h). */
const pageBytes = 8_192;
const headerBytes = 24;
const lowerAt = 12;
const pointerBytes = 4;
const normalPointer = 1;
const tupleHeaderLengthAt = 22;

/** Every version of every row that the files of the services' tables hold. */
export async function rowVersions(platform: TestPlatform): Promise<RowVersion[]> {
  const directory = await dataDirectory(platform);
  return withDatabase(platform, async (sql) => {
    await sql.query('CHECKPOINT');
    const { rows } = await sql.query<{ name: string; file: string }>(
      `SELECT n.nspname || '.' || c.relname AS name, pg_relation_filepath(f.oid) AS file
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_class f ON f.oid IN (c.oid, c.reltoastrelid)
       WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    return rows.flatMap(({ name, file }) =>
      versionsIn(readFileSync(join(directory, file))).map(({ xmin, data }) => ({ table: name, xmin, data })),
    );
  });
}

/** Where the server keeps its files. */
export async function dataDirectory(platform: TestPlatform): Promise<string> {
  return withDatabase(platform, async (sql) => {
    const { rows } = await sql.query<{ path: string }>(`SELECT current_setting('data_directory') AS path`);
    return rows[0]?.path ?? '';
  });
}

function versionsIn(file: Buffer): Omit<RowVersion, 'table'>[] {
  const found: Omit<RowVersion, 'table'>[] = [];
  for (let start = 0; start + pageBytes <= file.length; start += pageBytes) {
    const page = file.subarray(start, start + pageBytes);
    const end = page.readUInt16LE(lowerAt);
    for (let at = headerBytes; at < end; at += pointerBytes) {
      const pointer = page.readUInt32LE(at);
      const [offset, flags, length] = [pointer & 0x7fff, (pointer >>> 15) & 3, pointer >>> 17];
      if (flags !== normalPointer) continue;
      const tuple = page.subarray(offset, offset + length);
      found.push({ xmin: tuple.readUInt32LE(0), data: tuple.subarray(tuple.readUInt8(tupleHeaderLengthAt)) });
    }
  }
  return found;
}

/** The files below a directory, with what is in them. */
export function filesBelow(directory: string): { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** The bytes in which a person's id stands in a row, as uuid and as text. */
export function idBytes(id: string): readonly Buffer[] {
  return [Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.from(id)];
}
