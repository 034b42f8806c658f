import { Injectable } from '@nestjs/common';
import type { UpdateMeRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { AuthChanges } from '../person/auth-changes.js';
import { PersonRepository } from '../person/person.repository.js';
import { PasswordRules } from '../session/password-rules.js';
import { hashPassword, isPassword } from '../session/passwords.js';
import { SessionRepository } from '../session/session.repository.js';
import { SignInGuard } from '../session/sign-in-guard.js';

export interface NewPassword {
  readonly hash: string;
  /** The stored hash that the present password was found to fit; null where it did not. */
  readonly provedBy: string | null;
}

/** Sets a password for whoever knows the present one. A session that was left open is no licence to guess it. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly sessions: SessionRepository,
    private readonly guard: SignInGuard,
    private readonly rules: PasswordRules,
    private readonly authChanges: AuthChanges,
  ) {}

  /**
   * Verifies and hashes outside the transaction, as both take tens of milliseconds.
   * @returns null where no new password is asked for
   * @throws DomainError `TOO_MANY_REQUESTS`; `PASSWORD_COMMON`, `PASSWORD_OWN_DATA`, `PASSWORD_REPEATS` of the new one
   */
  async prepare(request: UpdateMeRequest, call: CallContext): Promise<NewPassword | null> {
    const { currentPassword, newPassword } = request;
    if (newPassword === undefined || newPassword === null) return null;
    const person = await this.transactions.read(call, async (tx) => {
      await this.guard.refuseEarly(tx, guardedOf(tx));
      await this.guard.slowDown(tx, guardedOf(tx));
      const found = await this.people.findById(tx, tx.personId);
      if (found !== null) await this.rules.check(tx, found, newPassword, '/newPassword');
      return found;
    });
    const stored = person?.passwordHash ?? null;
    const isRight = await isPassword(stored, currentPassword ?? '');
    return { hash: await hashPassword(newPassword), provedBy: isRight ? stored : null };
  }

  /**
   * Counts the try and, where it was right, ends every session of the person.
   * @returns false where the present password was wrong, or was changed meanwhile
   */
  async accept(tx: Transaction, { provedBy }: NewPassword): Promise<boolean> {
    await this.guard.settle(tx, guardedOf(tx), provedBy !== null);
    const person = await this.people.lockById(tx, tx.personId);
    if (provedBy === null || person?.passwordHash !== provedBy) return false;
    await this.sessions.revokeAll(tx, person.id, null);
    this.authChanges.tell(tx, person.id);
    return true;
  }
}

function guardedOf(tx: Transaction): readonly string[] {
  return [`password:${tx.personId}`];
}
