import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { asksForRetry, sqlState } from './in-transaction.js';

const lockNotAvailable = '55P03';

/** How long a migration tries to get the locks that it needs. */
export interface MigrationPatience {
  /** Whoever comes after it waits behind it meanwhile, so this is short. */
  readonly lockTimeoutMs: number;
  readonly triesMax: number;
  readonly pauseMs: number;
}

/** A minute and a half: longer than any statement of a service may take. */
const defaultPatience: MigrationPatience = { lockTimeoutMs: 2_000, triesMax: 30, pauseMs: 1_000 };

/**
 * Brings the schema up to date, as its owner: each migration in a transaction of its own, so that its locks last no longer
 * than it does, and one that fails leaves those before it. Replicas that start together take turns.
 * @returns the names of the migrations that were applied here
 * @throws Error that names the migration that failed, and why
 */
export async function migrate(
  dataSource: DataSource,
  patience: MigrationPatience = defaultPatience,
): Promise<string[]> {
  const applied: string[] = [];
  for (let name = await next(dataSource, patience); name !== null; name = await next(dataSource, patience))
    applied.push(name);
  return applied;
}

/** A long reader does not hold up the service: what waits for its lock gives way again and again. */
async function next(dataSource: DataSource, patience: MigrationPatience): Promise<string | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await applyNext(dataSource, patience.lockTimeoutMs);
    } catch (error) {
      const { cause } = error as Error;
      if (!(asksForRetry(cause) || sqlState(cause) === lockNotAvailable) || tries === patience.triesMax)
        throw error;
      await new Promise((resolve) => setTimeout(resolve, patience.pauseMs));
    }
  }
}

/** @returns the name of the migration that was applied, or null where none is left */
async function applyNext(dataSource: DataSource, lockTimeoutMs: number): Promise<string | null> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  let name: string | null = null;
  try {
    await takeTurn(runner, lockTimeoutMs);
    const executor = new MigrationExecutor(dataSource, runner);
    const [pending] = await executor.getPendingMigrations();
    name = pending?.name ?? null;
    if (pending !== undefined) await executor.executeMigration(pending);
    await runner.commitTransaction();
    return name;
  } catch (error) {
    // A connection that is gone has rolled back already; what went wrong first is what counts.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw new Error(failureOf(name, error), { cause: error });
  } finally {
    await runner.release();
  }
}

/**
 * The lock goes with the transaction that works under it, and nothing is kept in the session: so no two ever migrate at
 * once, also through PgBouncer. For its turn, and for its work, a migration takes as long as that takes.
 */
async function takeTurn(runner: QueryRunner, lockTimeoutMs: number): Promise<void> {
  await runner.query('SET LOCAL statement_timeout = 0');
  await runner.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.migration', 0))`);
  await runner.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
}

function failureOf(name: string | null, error: unknown): string {
  if (name === null) return `the schema could not be read: ${String(error)}`;
  const hint =
    sqlState(error) === lockNotAvailable ? ' (another session holds a lock on a table that it changes)' : '';
  return `the migration ${name} failed, those before it stay: ${String(error)}${hint}`;
}
