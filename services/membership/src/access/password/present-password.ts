import { Injectable } from '@nestjs/common';
import { type Actor, type CallContext, DomainError } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { isPassword } from './passwords.js';
import { SignInGuard } from './sign-in-guard.js';

/** The stored hash that the present password was found to fit; null where it did not. */
export type ProvedBy = string | null;

/**
 * Asks whoever is signed in for the password once more, before something that outlives the session. A session that was left
 * open is no licence to guess it.
 */
@Injectable()
export class PresentPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly guard: SignInGuard,
  ) {}

  /**
   * Verifies outside the transaction, as it takes tens of milliseconds.
   * @throws DomainError `TOO_MANY_REQUESTS`
   */
  async prove(call: CallContext, password: string): Promise<ProvedBy> {
    const person = await this.transactions.read(call, async (tx) => {
      await this.guard.refuseEarly(tx, guardedOf(tx));
      await this.guard.slowDown(tx, guardedOf(tx));
      return this.people.findById(tx, tx.personId);
    });
    const stored = person?.passwordHash ?? null;
    return (await isPassword(stored, password)) ? stored : null;
  }

  /**
   * Counts the try and locks the person.
   * @returns false where the password was wrong, or was changed meanwhile
   */
  async accept(tx: Transaction, provedBy: ProvedBy): Promise<boolean> {
    await this.guard.settle(tx, guardedOf(tx), provedBy !== null);
    const person = await this.people.lockById(tx, tx.personId);
    return provedBy !== null && person?.passwordHash === provedBy;
  }
}

function guardedOf(tx: Transaction): readonly string[] {
  return [`password:${tx.personId}`];
}

/**
 * What decides who may sign in is for the person, not for a program that holds a key: a stolen one would lock its owner out, or
 * outlive its own revocation.
 * @throws DomainError `NOT_PERMITTED`
 */
export function refuseApiKey(actor: Actor | null): void {
  if (actor?.apiKeyId !== undefined) throw new DomainError('NOT_PERMITTED');
}
