import { continueTrace } from '@gongxiang/observability';
import { writeAudit } from './audit.js';
import type { Cipher } from './cipher.js';
import { isSealed, rowsSql, type SealedPlace, type Sought, updateSql, windowSql } from './sealed-place.js';
import type { Transaction } from './transaction.js';
import type { Transactions } from './transactions.js';

export interface ResealOptions {
  /** The owner of the values; named in the audit trail. */
  readonly service: string;
  readonly places: readonly SealedPlace[];
  /** Seals under the present key, and opens under every configured one. */
  readonly cipher: Cipher;
  /** Called after each part. */
  readonly onProgress?: (progress: ResealProgress) => void;
  /** Stops after the current part; the work done stays, and another run continues. */
  readonly signal?: AbortSignal;
  /** Rows per part, which is one transaction. */
  readonly rowsMax?: number;
}

export interface ResealProgress {
  readonly table: string;
  /** Values re-sealed in this run, in all tables. */
  readonly resealed: number;
}

export interface ResealResult {
  readonly resealed: number;
  /** Values that could not be opened and are unchanged; 0 if no previous key is needed any more. */
  readonly left: number;
  /** The first of them, each with the reason. */
  readonly problems: readonly string[];
}

const partRows = 500;
const problemsMax = 20;

/** Progress of one run. */
interface Run {
  readonly transactions: Transactions;
  readonly options: Omit<ResealOptions, 'service'>;
  readonly sought: Sought;
  readonly problems: string[];
  resealed: number;
  left: number;
}

/**
 * Re-seals under the present key all values sealed under another one, part by part, while the service runs. Runs may
 * be interrupted and overlap: each takes the values that it finds under another key, and locks rows as the service
 * does.
 * @throws AbortError if the signal came first
 */
export async function reseal(transactions: Transactions, options: ResealOptions): Promise<ResealResult> {
  const result = await sealPlaces(transactions, options, 'otherKey');
  if (result.resealed > 0) await auditRun(transactions, options, result);
  return result;
}

/**
 * Seals values that an earlier version stored in plain text in these places, part by part, if `unsealed_table` names
 * them. A service does so when it starts, before it handles anything; replicas that start together wait for each
 * other's row locks, and each row is sealed once.
 * @returns how many values were sealed
 */
export async function sealPlain(
  transactions: Transactions,
  options: Pick<ResealOptions, 'places' | 'cipher' | 'rowsMax'>,
): Promise<number> {
  let sealed = 0;
  for (const place of options.places) {
    if (!(await isUnsealed(transactions, place))) continue;
    sealed += (await sealPlaces(transactions, { ...options, places: [place] }, 'plain')).resealed;
    await transactions.system(continueTrace(undefined), (tx) =>
      tx.sql.query('DELETE FROM unsealed_table WHERE name = $1', [place.table]),
    );
  }
  return sealed;
}

async function isUnsealed(transactions: Transactions, { table }: SealedPlace): Promise<boolean> {
  const rows: unknown[] = await transactions.system(continueTrace(undefined), (tx) =>
    tx.sql.query('SELECT 1 FROM unsealed_table WHERE name = $1', [table]),
  );
  return rows.length > 0;
}

async function sealPlaces(
  transactions: Transactions,
  options: Run['options'],
  sought: Sought,
): Promise<ResealResult> {
  const run: Run = { transactions, options, sought, problems: [], resealed: 0, left: 0 };
  for (const place of options.places) {
    let after: Key | null = null;
    do {
      options.signal?.throwIfAborted();
      const from: Key | null = after;
      after = await runPart(run, place.table, (part, tx) => sealWindow(part, tx, place, from));
    } while (after !== null);
  }
  const { resealed, left, problems } = run;
  return { resealed, left, problems };
}

/** The key of a row, column by column as text. */
type Key = readonly string[];

/** Progress of a part: added to the run only once it is committed, as a deadlock may make it run again. */
interface Part {
  readonly cipher: Cipher;
  readonly sought: Sought;
  readonly rowsMax: number;
  readonly problems: string[];
  resealed: number;
}

async function runPart<T>(
  run: Run,
  table: string,
  work: (part: Part, tx: Transaction) => Promise<T>,
): Promise<T> {
  const { options, sought } = run;
  const { part, result } = await run.transactions.system(continueTrace(undefined), async (tx) => {
    const { cipher, rowsMax = partRows } = options;
    const part: Part = { cipher, sought, rowsMax, problems: [], resealed: 0 };
    return { part, result: await work(part, tx) };
  });
  run.resealed += part.resealed;
  run.left += part.problems.length;
  run.problems.push(...part.problems.slice(0, Math.max(0, problemsMax - run.problems.length)));
  options.onProgress?.({ table, resealed: run.resealed });
  return result;
}

interface FoundRow {
  readonly key: Key;
  readonly values: readonly (string | null)[];
  readonly contexts: readonly string[];
}

/** @returns where the next window begins; null at the end of the table */
async function sealWindow(
  part: Part,
  tx: Transaction,
  place: SealedPlace,
  after: Key | null,
): Promise<Key | null> {
  const isFirst = after === null;
  const before = isFirst ? [] : [after];
  const [window] = (await tx.sql.query(windowSql(place, part.rowsMax, isFirst), before)) as { end: Key }[];
  if (window === undefined) return null;
  const bounds = [part.cipher.mark, window.end, ...before];
  const rows: FoundRow[] = await tx.sql.query(rowsSql(place, part.sought, isFirst), bounds);
  const columns = Object.keys(place.contexts);
  const updates = rows.map(({ key, values, contexts }) => [
    ...columns.map((column, index) => {
      const value = values[index] ?? null;
      const where = `${place.table}.${column} of ${key.join(' ')}`;
      return value === null ? null : resealValue(part, { value, context: contexts[index] ?? '', where });
    }),
    ...key,
  ]);
  const width = columns.length + Object.keys(place.key).length;
  const parameters = Array.from({ length: width }, (_one, index) => updates.map((row) => row[index]));
  if (rows.length > 0) await tx.sql.query(updateSql(place), parameters);
  return window.end;
}

interface FoundValue {
  readonly value: string;
  readonly context: string;
  readonly where: string;
}

/** @returns the value unchanged if it is not sought, or does not open */
function resealValue(part: Part, { value, context, where }: FoundValue): string {
  const { cipher, problems, sought } = part;
  const isPlain = !isSealed(value);
  if (isPlain !== (sought === 'plain') || value.startsWith(cipher.mark)) return value;
  try {
    const resealed = cipher.seal(isPlain ? value : cipher.open(value, context), context);
    part.resealed += 1;
    return resealed;
  } catch (error) {
    problems.push(`${where} does not open: ${(error as Error).message}`);
    return value;
  }
}

/** Records the run in the audit trail, without any value. */
async function auditRun(
  transactions: Transactions,
  { cipher, service }: ResealOptions,
  { resealed, left }: ResealResult,
): Promise<void> {
  await transactions.system(continueTrace(undefined), async (tx) => {
    tx.audit({ noun: 'data-key', id: cipher.mark.slice(0, -1), after: { resealed, left } });
    await writeAudit([tx], `${service}.data-key.reseal`);
  });
}
