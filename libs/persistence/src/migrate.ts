import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { asksForRetry, sqlState } from './in-transaction.js';

const lockNotAvailable = '55P03';

/** How long a migration tries to get its locks. */
export interface MigrationPatience {
  /** Later transactions queue behind it meanwhile, so this is short. */
  readonly lockTimeoutMs: number;
  readonly triesMax: number;
  readonly pauseMs: number;
}

/** A minute and a half: longer than any statement of a service may take. */
const defaultPatience: MigrationPatience = { lockTimeoutMs: 2_000, triesMax: 30, pauseMs: 1_000 };

/**
 * Migrates the schema, as its owner: each migration in a transaction of its own, so that its locks last no longer
 * than it does, and a failed one leaves the earlier ones in place. Replicas that start together take turns.
 * @returns the names of the migrations that were applied here
 * @throws Error that names the failed migration and the reason
 */
export async function migrate(
  dataSource: DataSource,
  patience: MigrationPatience = defaultPatience,
): Promise<string[]> {
  const applied: string[] = [];
  for (
    let name = await applyNextWithRetries(dataSource, patience);
    name !== null;
    name = await applyNextWithRetries(dataSource, patience)
  )
    applied.push(name);
  return applied;
}

/**
 * Retries while a long reader holds a lock: the waiting migration gives way each time, so that the service is not
 * blocked behind it.
 */
async function applyNextWithRetries(
  dataSource: DataSource,
  patience: MigrationPatience,
): Promise<string | null> {
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
    // A lost connection has rolled back already; the original error is the one to report.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw new Error(failureOf(name, error), { cause: error });
  } finally {
    await runner.release();
  }
}

/**
 * The lock ends with its transaction, and nothing is stored in the session: no two migrations ever run at once, also
 * through PgBouncer. Waiting for the turn, and the migration itself, have no time limit.
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
