import { Injectable } from '@nestjs/common';
import { DomainError, networkOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type Attempt, failuresLeft, type Scope, secondsLeft, slowDownMs } from './sign-in-guard.model.js';
import { type SignInAttempt, SignInAttemptRepository } from './sign-in-attempt.repository.js';

/** Wildcard for all accounts in a network's row, and for all networks in an account's row. */
const every = '';

type ScopedAttempt = SignInAttempt & Attempt;

/**
 * Slows down password guessing, see `sign-in-guard.model.ts`. A person on a familiar network waits only for their own
 * failures, so that no stranger can lock them out.
 */
@Injectable()
export class SignInGuard {
  constructor(private readonly attempts: SignInAttemptRepository) {}

  /**
   * Refuses a caller who has to wait, before their credentials are examined.
   * @throws DomainError `TOO_MANY_REQUESTS`
   */
  async refuseEarly(tx: Transaction, keys: readonly string[], isFamiliar = false): Promise<void> {
    refuse(await this.attemptsOf(tx, keys), tx.now, isFamiliar);
  }

  /** Delays the caller as required by failures elsewhere. Holds no connection meanwhile. */
  async slowDown(tx: Transaction, keys: readonly string[]): Promise<void> {
    const delayMs = slowDownMs(await this.attemptsOf(tx, keys), tx.now);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  }

  /**
   * Records the outcome of an attempt. A thousand concurrent attempts are counted one after the other here, and once
   * a wait applies even the right one among them is refused: guessing in parallel gains nothing.
   * @throws DomainError `TOO_MANY_REQUESTS`
   */
  async recordOutcome(
    tx: Transaction,
    keys: readonly string[],
    isRight: boolean,
    isFamiliar = false,
  ): Promise<void> {
    const network = networkOf(tx.call.from);
    // Sorted, to
    // avoid deadlocks. Successful attempts do not lock the network: a factory's morning sign-ins come from one network.
    const locks = isRight ? [...keys].sort() : [...[...keys].sort(), network];
    await this.attempts.lock(tx, locks);
    const rows = await this.attemptsOf(tx, keys);
    refuse(rows, tx.now, isFamiliar);
    if (!isRight) return this.countFailure(tx, keys, rows);
    if (rows.length === 0) return;
    await this.attempts.delete(tx, keys, network);
  }

  private async countFailure(
    tx: Transaction,
    keys: readonly string[],
    rows: readonly ScopedAttempt[],
  ): Promise<void> {
    const network = networkOf(tx.call.from);
    const counters = [
      ...keys.flatMap((key) => [
        { key, network },
        { key, network: every },
      ]),
      { key: every, network },
    ];
    const attempts = counters.map((counter) => {
      const row = rows.find((one) => one.key === counter.key && one.network === counter.network);
      return { ...counter, failures: (row ? failuresLeft(row, tx.now) : 0) + 1 };
    });
    await this.attempts.save(tx, attempts);
  }

  private async attemptsOf(tx: Transaction, keys: readonly string[]): Promise<ScopedAttempt[]> {
    const rows = await this.attempts.find(tx, keys, networkOf(tx.call.from));
    return rows.map((row) => ({ ...row, scope: scopeOf(row) }));
  }
}

function scopeOf({ key, network }: Pick<SignInAttempt, 'key' | 'network'>): Scope {
  if (key === every) return 'network';
  return network === every ? 'account' : 'accountFromNetwork';
}

function refuse(rows: readonly ScopedAttempt[], now: Date, isFamiliar: boolean): void {
  const seconds = secondsLeft(rows, now, isFamiliar);
  if (seconds > 0)
    throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
}
