import { type CallContext, DomainError, timeUp } from '@gongxiang/domain';
import { inSpan } from '@gongxiang/observability';
import { type DataSource, QueryFailedError } from 'typeorm';
import { Transaction } from './transaction.js';
import { TurnAwaited, TurnsTaken } from './turns.js';

const serializationFailure = '40001';
const deadlockDetected = '40P01';
const lockNotAvailable = '55P03';
const transactionAborted = '25P02';
const attemptsMax = 4;
const transactionSpan = { name: 'transaction', kind: 'internal' } as const;

/** The SQLSTATE of a failed query, or null for any other error. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const code = (error.driverError as { code?: unknown }).code;
  return typeof code === 'string' ? code : null;
}

/** The name of the constraint that a statement broke, or null. */
export function brokenConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const name = (error.driverError as { constraint?: unknown }).constraint;
  return typeof name === 'string' ? name : null;
}

/** Another process has answered one of the keys since they were looked up: the transaction has to run again. */
export class AnsweredMeanwhile extends Error {}

/**
 * Whether the whole transaction has to run again: it was the victim of a deadlock, not serializable, another process
 * had answered its key, or it has to wait for a turn.
 */
export function asksForRetry(error: unknown): boolean {
  if (error instanceof AnsweredMeanwhile || error instanceof TurnAwaited) return true;
  const state = sqlState(error);
  return state === serializationFailure || state === deadlockDetected;
}

/**
 * Runs work, and waits for the statements that it has sent.
 * @throws the first error: once a statement has failed, PostgreSQL refuses all later ones
 */
export async function settled<T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work(tx);
  } catch (error) {
    if (sqlState(error) === transactionAborted) await tx.settle();
    throw error;
  }
  await tx.settle();
  return result;
}

/** The caller of a transaction, the clock, and the turns that it holds. */
interface Scope {
  readonly call: CallContext;
  readonly now: () => Date;
  readonly turns?: TurnsTaken;
}

/**
 * Runs work in one transaction. It runs again (at most four times) if PostgreSQL asks for a retry, and once more if
 * it has to wait for a turn: the work must have no effect outside the transaction.
 * @throws DomainError `TIME_UP` before it begins, if the deadline has passed; `BUSY` if a lock was not available in
 * time, or too many wait for a turn
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  { call, now, turns = new TurnsTaken() }: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ;) {
    try {
      await turns.begin();
      if (Date.now() > call.deadline) throw timeUp();
      let tx: Transaction | undefined;
      const result = await inSpan(transactionSpan, () =>
        dataSource.transaction(async (sql) => {
          tx = new Transaction(sql, call, now(), turns);
          const result = await settled(tx, work);
          await tx.finish();
          return result;
        }),
      );
      tx?.committed();
      return result;
    } catch (error) {
      if (sqlState(error) === lockNotAvailable) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
      if (error instanceof TurnAwaited) continue;
      if (!asksForRetry(error) || attempt === attemptsMax) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      attempt += 1;
    } finally {
      turns.end();
    }
  }
}
