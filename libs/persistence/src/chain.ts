import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

type Sql = Pick<EntityManager, 'query'>;

/**
 * An append-only table whose rows carry a hash of their own, chained by seals after they are committed: the audit trail is
 * one, the entries of a ledger are another. Names of tables and columns are written in code, never taken from a request.
 */
export interface Chain<Row extends { readonly id: string }> {
  /** Its rows have an `id` (UUIDv7) and a `row_hash`. */
  readonly table: string;
  /** The column that says when a row was made. */
  readonly at?: string;
  readonly seals: string;
  readonly sealed: string;
  /** What a row is called where it is found broken, e.g. `record`. */
  readonly noun: string;
  /** The rows of a seal in their order, as they are hashed; null in `id` where one is gone. */
  rowsOf(sql: Sql, seal: number): Promise<(Row & { readonly row_hash: string })[]>;
  /** @returns SHA-256 of the row, in hex */
  hashOf(row: Row): string;
}

export interface ChainVerdict {
  readonly intact: boolean;
  readonly sealedRows: number;
  /** Rows committed since the last seal: true to themselves, but not yet chained. */
  readonly unsealedRows: number;
  /** The first thing that does not fit, e.g. `seal 12` or `record 0190…`. */
  readonly broken: string | null;
}

/** What came of computing some seals again. */
export interface ChainPart {
  /** The last seal that was looked at; null at the end of the chain. */
  readonly next: number | null;
  readonly broken: string | null;
  readonly rows: number;
}

interface Seal {
  readonly number: number;
  readonly hash: string;
  readonly row_count: number;
}

const sealBatchMax = 1_000;
/**
 * Ids are ordered by time, and hardly a transaction lives this long: what is still unsealed was made after the last seal
 * less this, or is found by the look at the whole.
 */
const sealWindowMs = 20_000;
/** Most transactions are over by then. Each look reads all that was made in its time, thousands a second in a rush. */
const briefWindowMs = 2_000;
/** Null for the whole table, however old. */
const windowsMs = { brief: briefWindowMs, recent: sealWindowMs, whole: null } as const;

/** How far back from the last seal a look for unsealed rows goes. */
export type Look = keyof typeof windowsMs;

/** The bound says nothing new, but PostgreSQL does not see that by itself, and would read all that was ever sealed. */
const isSealed = 's.record_id = r.id AND s.record_id >= $1';

const lowestId = '00000000-0000-0000-0000-000000000000';
const sealsReadMax = 100;

/**
 * Chains the rows that were committed since the last seal: hash(previous seal, row hashes in order). Rows commit out
 * of order, so a seal takes whatever is there and unsealed and writes its number on none of them: the list of their ids
 * is part of the seal.
 * @param look how far back; the others in between find what is committed later than the brief one looks for
 * @returns how many rows were sealed
 */
export async function sealChain<Row extends { readonly id: string }>(
  dataSource: DataSource,
  { table, seals, sealed }: Chain<Row>,
  now: Date,
  look: Look = 'recent',
): Promise<number> {
  return dataSource.transaction(async (sql) => {
    const got: [{ locked: boolean }] = await sql.query(
      `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.${seals}', 0)) AS locked`,
    );
    if (!got[0].locked) return 0;
    const rows: { id: string; row_hash: string }[] = await sql.query(
      `SELECT r.id, r.row_hash FROM ${table} r
       WHERE r.id >= $1 AND NOT EXISTS (SELECT 1 FROM ${sealed} s WHERE ${isSealed})
       ORDER BY r.id LIMIT ${sealBatchMax}`,
      [await firstOf(sql, sealed, look)],
    );
    if (rows.length === 0) return 0;
    const [last] = (await sql.query(
      `SELECT number, hash FROM ${seals} ORDER BY number DESC LIMIT 1`,
    )) as Seal[];
    const number = (last?.number ?? 0) + 1;
    const hash = sealHash(
      last?.hash ?? '',
      rows.map((row) => row.row_hash),
    );
    await sql.query(`INSERT INTO ${seals} (number, at, row_count, hash) VALUES ($1, $2, $3, $4)`, [
      number,
      now,
      rows.length,
      hash,
    ]);
    await sql.query(
      `INSERT INTO ${sealed} (seal_number, position, record_id)
       SELECT $1, position, id FROM unnest($2::uuid[]) WITH ORDINALITY AS t(id, position)`,
      [number, rows.map((row) => row.id)],
    );
    return rows.length;
  });
}

/** The id from which a look for unsealed rows has to start. Without it each look would read the whole table. */
async function firstOf(sql: Sql, sealed: string, look: Look): Promise<string> {
  const windowMs = windowsMs[look];
  if (windowMs === null) return lowestId;
  const rows: { record_id: string }[] = await sql.query(
    `SELECT record_id FROM ${sealed} ORDER BY record_id DESC LIMIT 1`,
  );
  const last = rows[0]?.record_id;
  if (last === undefined) return lowestId;
  // The first 48 bits of a UUIDv7 are milliseconds.
  const madeAtMs = Number.parseInt(last.replace('-', '').slice(0, 12), 16);
  const from = Math.max(0, madeAtMs - windowMs)
    .toString(16)
    .padStart(12, '0');
  return `${from.slice(0, 8)}-${from.slice(8)}-0000-0000-000000000000`;
}

function sealHash(previous: string, rowHashes: readonly string[]): string {
  return createHash('sha256')
    .update(`${previous}\n${rowHashes.join('\n')}`)
    .digest('hex');
}

/** Computes the whole chain again, seal by seal. */
export async function verifyChain<Row extends { readonly id: string }>(
  dataSource: DataSource,
  chain: Chain<Row>,
): Promise<ChainVerdict> {
  const seals: Seal[] = await dataSource.query(
    `SELECT number, hash, row_count FROM ${chain.seals} ORDER BY number`,
  );
  let previous = '';
  let sealedRows = 0;
  let broken: string | null = null;
  for (const seal of seals) {
    const checked = await checkSeal(dataSource, chain, seal, previous);
    broken ??= checked.broken;
    previous = seal.hash;
    sealedRows += checked.rows;
  }
  const [tail] = (await dataSource.query(
    `SELECT count(*)::int AS count FROM ${chain.table} r
     WHERE NOT EXISTS (SELECT 1 FROM ${chain.sealed} s WHERE s.record_id = r.id)`,
  )) as [{ count: number }];
  return { intact: broken === null, sealedRows, unsealedRows: tail.count, broken };
}

/**
 * Computes the newest seals again, with at most so many rows: the whole of a chain that is no longer. What is older is read in rounds
 * ({@link walkChain}).
 */
export async function verifyNewest<Row extends { readonly id: string }>(
  dataSource: DataSource,
  chain: Chain<Row>,
  rowsMax: number,
): Promise<ChainVerdict> {
  const [before] = (await dataSource.query(
    `SELECT number FROM (SELECT number, sum(row_count) OVER (ORDER BY number DESC) AS rows
       FROM (SELECT number, row_count FROM ${chain.seals} ORDER BY number DESC LIMIT $1) AS newest) AS summed
     WHERE rows > $1 ORDER BY number DESC LIMIT 1`,
    [rowsMax],
  )) as { number: number }[];
  let after: number | null = before?.number ?? 0;
  const verdict = { sealedRows: 0, broken: null as string | null };
  while (after !== null) {
    const part: ChainPart = await verifyChainPart(dataSource, chain, { after, rowsMax });
    verdict.sealedRows += part.rows;
    verdict.broken ??= part.broken;
    after = part.next;
  }
  const [tail] = (await dataSource.query(
    `SELECT count(*)::int AS count FROM ${chain.table} r
     WHERE r.id >= $1 AND NOT EXISTS (SELECT 1 FROM ${chain.sealed} s WHERE ${isSealed})`,
    [await firstOf(dataSource, chain.sealed, 'recent')],
  )) as [{ count: number }];
  return { ...verdict, intact: verdict.broken === null, unsealedRows: tail.count };
}

async function checkSeal<Row extends { readonly id: string }>(
  dataSource: DataSource,
  chain: Chain<Row>,
  seal: Seal,
  previousHash: string,
): Promise<{ rows: number; broken: string | null }> {
  const rows = await chain.rowsOf(dataSource, seal.number);
  const hash = sealHash(
    previousHash,
    rows.map((row) => row.row_hash),
  );
  const fits = hash === seal.hash && rows.length === seal.row_count;
  return { rows: rows.length, broken: brokenRow(chain, rows) ?? (fits ? null : `seal ${seal.number}`) };
}

/**
 * Computes a part of the chain again, from the seal after the one that is named; at least one seal, and no further one
 * after `rowsMax` rows.
 */
export async function verifyChainPart<Row extends { readonly id: string }>(
  dataSource: DataSource,
  chain: Chain<Row>,
  { after, rowsMax }: { readonly after: number; readonly rowsMax: number },
): Promise<ChainPart> {
  const seals: Seal[] = await dataSource.query(
    `SELECT number, hash, row_count FROM ${chain.seals} WHERE number >= $1 ORDER BY number LIMIT ${sealsReadMax}`,
    [after],
  );
  const start = seals[0]?.number === after ? seals.shift() : undefined;
  if (after > 0 && start === undefined) return { next: null, broken: `seal ${after}`, rows: 0 };
  return walk(dataSource, chain, seals, { firstHash: start?.hash ?? '', rowsMax });
}

async function walk<Row extends { readonly id: string }>(
  dataSource: DataSource,
  chain: Chain<Row>,
  seals: readonly Seal[],
  { firstHash, rowsMax }: { readonly firstHash: string; readonly rowsMax: number },
): Promise<ChainPart> {
  let previousHash = firstHash;
  let rows = 0;
  for (const seal of seals) {
    const checked = await checkSeal(dataSource, chain, seal, previousHash);
    rows += checked.rows;
    if (checked.broken !== null || rows >= rowsMax)
      return { next: seal.number, broken: checked.broken, rows };
    previousHash = seal.hash;
  }
  return { next: seals.at(-1)?.number ?? null, broken: null, rows };
}

/** Seconds since the oldest row that no seal holds was made; 0 where all are sealed. */
export async function unsealedAge<Row extends { readonly id: string }>(
  dataSource: DataSource,
  { table, sealed, at: column = 'at' }: Chain<Row>,
  now: Date,
): Promise<number> {
  const rows: { at: Date }[] = await dataSource.query(
    `SELECT r.${column} AS at FROM ${table} r
     WHERE r.id >= $1 AND NOT EXISTS (SELECT 1 FROM ${sealed} s WHERE ${isSealed}) ORDER BY r.id LIMIT 1`,
    [await firstOf(dataSource, sealed, 'recent')],
  );
  const at = rows[0]?.at;
  return at === undefined ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1_000);
}

function brokenRow<Row extends { readonly id: string }>(
  chain: Chain<Row>,
  rows: readonly (Row & { readonly row_hash: string })[],
): string | null {
  for (const { row_hash: stated, ...row } of rows) {
    if (row.id === null) return `a ${chain.noun} that is gone`;
    if (chain.hashOf(row as unknown as Row) !== stated) return `${chain.noun} ${row.id}`;
  }
  return null;
}
