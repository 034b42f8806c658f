import { Injectable } from '@nestjs/common';
import { type Actor, type CallContext, DomainError } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { isPassword } from './passwords.js';
import { SignInGuard } from './sign-in-guard.js';

/** The stored hash that the current password matched; null if it did not match. */
export type VerifiedHash = string | null;

/**
 * Verifies the current password of a signed-in person before something that outlives the session. Attempts are
 * limited, so that an open session does not allow guessing it.
 */
@Injectable()
export class CurrentPasswordCheck {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly guard: SignInGuard,
  ) {}

  /**
   * Verifies outside the transaction, as it takes tens of milliseconds.
   * @throws DomainError `TOO_MANY_REQUESTS`
   */
  async verify(call: CallContext, password: string): Promise<VerifiedHash> {
    const person = await this.transactions.read(call, async (tx) => {
      await this.guard.refuseEarly(tx, guardKeysOf(tx));
      await this.guard.slowDown(tx, guardKeysOf(tx));
      return this.people.findById(tx, tx.personId);
    });
    const stored = person?.passwordHash ?? null;
    return (await isPassword(stored, password)) ? stored : null;
  }

  /**
   * Counts the attempt and locks the person.
   * @returns false if the password was wrong, or was changed meanwhile
   */
  async accept(tx: Transaction, verifiedHash: VerifiedHash): Promise<boolean> {
    await this.guard.recordOutcome(tx, guardKeysOf(tx), verifiedHash !== null);
    const person = await this.people.lockById(tx, tx.personId);
    return verifiedHash !== null && person?.passwordHash === verifiedHash;
  }
}

function guardKeysOf(tx: Transaction): readonly string[] {
  return [`password:${tx.personId}`];
}

/**
 * Credentials may be changed by the person only, not by a program with an API key: a stolen key could lock its owner
 * out, or outlive its own revocation.
 * @throws DomainError `NOT_PERMITTED`
 */
export function refuseApiKey(actor: Actor | null): void {
  if (actor?.apiKeyId !== undefined) throw new DomainError('NOT_PERMITTED');
}
