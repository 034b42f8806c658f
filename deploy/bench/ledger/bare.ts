// What the same costs at the least: the very rows by COPY, and a bare transaction for each entry.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { run } from '../sql.js';

const tables = ['entry', 'posting'] as const;

/** Tables of the same columns, checks and indexes beside those of the platform. */
export async function makeBare(url: string): Promise<void> {
  await run(
    url,
    `CREATE SCHEMA IF NOT EXISTS bare;
     ${tables.map((table) => `CREATE TABLE IF NOT EXISTS bare.${table} (LIKE settlement.${table} INCLUDING ALL);`).join(' ')}`,
  );
}

/** COPY of the rows that the platform has just written. @returns seconds */
export async function copied(url: string, since: Date): Promise<number> {
  const file = (table: string): string => join(tmpdir(), `gongxiang-bench-${table}-${randomUUID()}`);
  const files = { entry: file('entry'), posting: file('posting') };
  const at = `'${since.toISOString()}'`;
  const chosen = {
    entry: `SELECT * FROM settlement.entry WHERE reversal_of IS NOT NULL AND posted_at >= ${at}`,
    posting: `SELECT p.* FROM settlement.posting p JOIN settlement.entry e ON e.id = p.entry_id
              WHERE e.reversal_of IS NOT NULL AND e.posted_at >= ${at}`,
  };
  await run(url, 'TRUNCATE bare.entry, bare.posting');
  for (const table of tables) await run(url, `COPY (${chosen[table]}) TO '${files[table]}'`);
  const began = performance.now();
  for (const table of tables) await run(url, `COPY bare.${table} FROM '${files[table]}'`);
  const seconds = (performance.now() - began) / 1_000;
  for (const table of tables) rmSync(files[table], { force: true });
  return seconds;
}

/** Locks the two accounts, writes entry and posting, commits: for each entry on its own. @returns seconds */
export async function oneByOne(
  url: string,
  { count, connections }: { readonly count: number; readonly connections: number },
): Promise<number> {
  const accounts = await run<{ id: string }>(url, 'SELECT id FROM settlement.account ORDER BY id LIMIT 2');
  const ids = accounts.map(({ id }) => id);
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  let next = 0;
  const work = async (client: pg.Client): Promise<void> => {
    while (next++ < count) await postBare(client, ids);
  };
  const began = performance.now();
  await Promise.all(clients.map(work));
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return seconds;
}

async function postBare(client: pg.Client, accounts: readonly string[]): Promise<void> {
  const id = randomUUID();
  await client.query('BEGIN');
  await client.query('SELECT id FROM settlement.account WHERE id = ANY($1) ORDER BY id FOR UPDATE', [
    accounts,
  ]);
  await client.query(
    `INSERT INTO bare.entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
     VALUES ($1, 'costs', '一次活动', current_date, now(), $1, $1, $1, 'none')`,
    [id],
  );
  await client.query(
    `INSERT INTO bare.posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
     VALUES ($1, 0, $2, $3, 100, 'dues', current_date)`,
    [id, accounts[1], accounts[0]],
  );
  await client.query('COMMIT');
}
