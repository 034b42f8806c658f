// What the same costs at the least: the file read by a library and its values sealed, and COPY of the rows.
import { createHmac, randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@gongxiang/domain';
import { dataCipher } from '@gongxiang/persistence';
import readXlsxFile from 'read-excel-file/node';
import { run } from '../sql.js';
import type { RosterRow } from './rows.js';

const key = randomBytes(32);

/** Reads the workbook, and seals and hashes name, number and phone of each row. @returns seconds */
export async function readAndSealed(file: Buffer): Promise<number> {
  const cipher = dataCipher({ dataKey: key.toString('base64') });
  const began = performance.now();
  const [sheet] = await readXlsxFile(file);
  for (const row of sheet?.data.slice(1) ?? []) {
    const id = newId();
    for (const [place, field] of ['name', 'residentNumber', 'phone'].entries()) {
      const value = String(row[place]);
      cipher.seal(value, `${id}:${field}`);
      createHmac('sha256', key).update(`${field}:${value}`).digest('base64url');
    }
  }
  return (performance.now() - began) / 1_000;
}

/** COPY of the rows as they stand in the file, into a table without checks and indexes. @returns seconds */
export async function copied(url: string, rows: readonly RosterRow[]): Promise<number> {
  const file = join(tmpdir(), `gongxiang-bench-roster-${newId()}.csv`);
  writeFileSync(file, rows.map((row) => row.join(',')).join('\n'), { mode: 0o644 });
  await run(
    url,
    `CREATE SCHEMA IF NOT EXISTS bare; DROP TABLE IF EXISTS bare.roster;
     CREATE TABLE bare.roster (name text, resident_number text, phone text, joined date)`,
  );
  const began = performance.now();
  await run(url, `COPY bare.roster FROM '${file}' (FORMAT csv)`);
  const seconds = (performance.now() - began) / 1_000;
  rmSync(file, { force: true });
  return seconds;
}
