import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource, type Migration, MigrationExecutor, type QueryRunner } from 'typeorm';
import { asksForRetry, sqlState } from './in-transaction.js';

const lockNotAvailable = '55P03';
const turnPauseMs = 100;

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
 * One that says `transaction = false` runs outside of any, as `CREATE INDEX CONCURRENTLY` must: it must be harmless
 * if it runs again after it has failed half-way.
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
      await pause(patience.pauseMs);
    }
  }
}

/** @returns the name of the migration that was applied, or null where none is left */
async function applyNext(dataSource: DataSource, lockTimeoutMs: number): Promise<string | null> {
  const runner = dataSource.createQueryRunner();
  let name: string | null = null;
  try {
    await takeTurn(runner);
    const executor = new MigrationExecutor(dataSource, runner);
    const [pending] = await executor.getPendingMigrations();
    name = pending?.name ?? null;
    if (pending?.instance?.transaction === false) await applyOutside(dataSource, pending);
    else if (pending !== undefined) {
      await runner.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
      await executor.executeMigration(pending);
    }
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
 * Begins a transaction that has the turn. The lock ends with it, and nothing is stored in the session: no two
 * migrations ever run at once, also through PgBouncer. Waiting for the turn, and the migration itself, have no time
 * limit. Whoever waits asks again and again: a statement that waited would have a snapshot, for whose end an index that
 * is made concurrently waits in turn.
 */
async function takeTurn(runner: QueryRunner): Promise<void> {
  for (;;) {
    await runner.startTransaction();
    await runner.query('SET LOCAL statement_timeout = 0');
    const [turn] = (await runner.query(
      `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.migration', 0)) AS held`,
    )) as [{ held: boolean }];
    if (turn.held) return;
    await runner.rollbackTransaction();
    await pause(turnPauseMs);
  }
}

/** On a connection of its own, while the transaction that has the turn is idle. */
async function applyOutside(dataSource: DataSource, migration: Migration): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET statement_timeout = 0');
    await new MigrationExecutor(dataSource, runner).executeMigration(migration);
    await runner.query('RESET statement_timeout');
  } finally {
    await runner.release();
  }
}

function failureOf(name: string | null, error: unknown): string {
  if (name === null) return `the schema could not be read: ${String(error)}`;
  const hint =
    sqlState(error) === lockNotAvailable ? ' (another session holds a lock on a table that it changes)' : '';
  return `the migration ${name} failed, those before it stay: ${String(error)}${hint}`;
}
