import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

type Sql = Pick<EntityManager, 'query'>;

/**
 * An append-only table whose rows carry a hash of their own and are chained by seals after they are committed: the
 * audit trail is one, the entries of a ledger are another. Names of tables and columns are constants in code, never
 * taken from a request.
 */
export interface Chain<Row extends { readonly id: string }> {
  /** Its rows have an `id` (UUIDv7) and a `row_hash`. */
  readonly table: string;
  /** The column with a row's creation time. */
  readonly at?: string;
  readonly seals: string;
  readonly sealed: string;
  /** The name of a row in findings, e.g. `record`. */
  readonly noun: string;
  /** The rows of a seal in order, as they are hashed; `id` is null for a missing row. */
  rowsOf(sql: Sql, seal: number): Promise<(Row & { readonly row_hash: string })[]>;
  /** @returns SHA-256 of the row, in hex */
  hashOf(row: Row): string;
}

export interface ChainVerdict {
  readonly intact: boolean;
  readonly sealedRows: number;
  /** Rows committed since the last seal: their own hashes are valid, but they are not chained yet. */
  readonly unsealedRows: number;
  /** The first mismatch, e.g. `seal 12` or `record 0190…`. */
  readonly broken: string | null;
}

/** The result of verifying some seals. */
export interface ChainPart {
  /** The last verified seal; null at the end of the chain. */
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
 * Ids are ordered by time, and hardly any transaction lives this long: unsealed rows are newer than the last seal
 * minus this, or the search of the whole table finds them.
 */
const sealWindowMs = 20_000;
/** Most transactions are over by then. Each search reads all rows of its window, thousands per second under load. */
const briefWindowMs = 2_000;
/** Null for the whole table. */
const windowsMs = { brief: briefWindowMs, recent: sealWindowMs, whole: null } as const;

/** How far back from the last seal the search for unsealed rows goes. */
export type SearchWindow = keyof typeof windowsMs;

/** The bound on record_id is redundant, but without it PostgreSQL would read everything that was ever sealed. */
const isSealed = 's.record_id = r.id AND s.record_id >= $1';

const unsealedSql = (table: string, sealed: string, max: number): string =>
  `SELECT r.id, r.row_hash FROM ${table} r
   WHERE r.id >= $1 AND NOT EXISTS (SELECT 1 FROM ${sealed} s WHERE ${isSealed})
   ORDER BY r.id LIMIT ${max}`;

const lowestId = '00000000-0000-0000-0000-000000000000';
const sealsReadMax = 100;

/**
 * Chains the rows that were committed since the last seal: hash(previous seal, row hashes in order). Rows commit out
 * of order, so a seal takes all unsealed rows that it finds and does not write to them: the list of their ids is part
 * of the seal.
 * @param look how far back; the occasional longer searches find rows that commit too late for the brief one
 * @returns how many rows were sealed
 */
export async function sealChain<Row extends { readonly id: string }>(
  dataSource: DataSource,
  { table, seals, sealed }: Chain<Row>,
  now: Date,
  look: SearchWindow = 'recent',
): Promise<number> {
  // An idle service asks this all the time: without a transaction that is two statements instead of five.
  const from = await firstId(dataSource, sealed, look);
  const [unsealed] = (await dataSource.query(unsealedSql(table, sealed, 1), [from])) as unknown[];
  if (unsealed === undefined) return 0;
  return dataSource.transaction(async (sql) => {
    const lock: [{ locked: boolean }] = await sql.query(
      `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.${seals}', 0)) AS locked`,
    );
    if (!lock[0].locked) return 0;
    const rows: { id: string; row_hash: string }[] = await sql.query(
      unsealedSql(table, sealed, sealBatchMax),
      [await firstId(sql, sealed, look)],
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

/** The id from which the search for unsealed rows starts. Without it each search would read the whole table. */
async function firstId(sql: Sql, sealed: string, look: SearchWindow): Promise<string> {
  const windowMs = windowsMs[look];
  if (windowMs === null) return lowestId;
  const rows: { record_id: string }[] = await sql.query(
    `SELECT record_id FROM ${sealed} ORDER BY record_id DESC LIMIT 1`,
  );
  const last = rows[0]?.record_id;
  if (last === undefined) return lowestId;
  // The first 48 bits of a UUIDv7 are milliseconds.
  const createdAtMs = Number.parseInt(last.replace('-', '').slice(0, 12), 16);
  const from = Math.max(0, createdAtMs - windowMs)
    .toString(16)
    .padStart(12, '0');
  return `${from.slice(0, 8)}-${from.slice(8)}-0000-0000-000000000000`;
}

function sealHash(previous: string, rowHashes: readonly string[]): string {
  return createHash('sha256')
    .update(`${previous}\n${rowHashes.join('\n')}`)
    .digest('hex');
}

/** Verifies the whole chain, seal by seal. */
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
 * Verifies the newest seals, with at most `rowsMax` rows, which is the whole of a shorter chain. Older ones are
 * verified in rounds ({@link walkChain}).
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
    [await firstId(dataSource, chain.sealed, 'recent')],
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
  const matches = hash === seal.hash && rows.length === seal.row_count;
  return { rows: rows.length, broken: mismatchIn(chain, rows) ?? (matches ? null : `seal ${seal.number}`) };
}

/**
 * Verifies a part of the chain, from the seal after `after`; at least one seal, and no further one after `rowsMax`
 * rows.
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
  return verifySeals(dataSource, chain, seals, { firstHash: start?.hash ?? '', rowsMax });
}

async function verifySeals<Row extends { readonly id: string }>(
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

/** Age in seconds of the oldest unsealed row; 0 if all are sealed. */
export async function unsealedAge<Row extends { readonly id: string }>(
  dataSource: DataSource,
  { table, sealed, at: column = 'at' }: Chain<Row>,
  now: Date,
): Promise<number> {
  const rows: { at: Date }[] = await dataSource.query(
    `SELECT r.${column} AS at FROM ${table} r
     WHERE r.id >= $1 AND NOT EXISTS (SELECT 1 FROM ${sealed} s WHERE ${isSealed}) ORDER BY r.id LIMIT 1`,
    [await firstId(dataSource, sealed, 'recent')],
  );
  const at = rows[0]?.at;
  return at === undefined ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1_000);
}

function mismatchIn<Row extends { readonly id: string }>(
  chain: Chain<Row>,
  rows: readonly (Row & { readonly row_hash: string })[],
): string | null {
  for (const { row_hash: storedHash, ...row } of rows) {
    if (row.id === null) return `a ${chain.noun} that is gone`;
    if (chain.hashOf(row as unknown as Row) !== storedHash) return `${chain.noun} ${row.id}`;
  }
  return null;
}
