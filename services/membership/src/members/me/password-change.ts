import { Injectable } from '@nestjs/common';
import type { UpdateMeRequest } from '@gongxiang/contracts/membership/members/me.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ApiKeyRevocation } from '../../access/api-key/api-key-revocation.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PasswordRules } from '../../access/password/password-rules.js';
import { hashPassword } from '../../access/password/passwords.js';
import {
  CurrentPasswordCheck,
  type VerifiedHash,
  refuseApiKey,
} from '../../access/password/current-password-check.js';
import { SessionRepository } from '../../access/session/session.repository.js';

export interface NewPassword {
  readonly hash: string;
  readonly verifiedHash: VerifiedHash;
}

/** Sets a password for a person who knows the current one. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyRevocation,
    private readonly present: CurrentPasswordCheck,
    private readonly rules: PasswordRules,
    private readonly authChanges: AuthChanges,
  ) {}

  /**
   * Verifies and hashes outside the transaction, as both take tens of milliseconds.
   * @returns null if no new password is requested
   * @throws DomainError `TOO_MANY_REQUESTS`; `PASSWORD_COMMON`, `PASSWORD_OWN_DATA`, `PASSWORD_REPEATS` for the new
   * one
   */
  async prepare(request: UpdateMeRequest, call: CallContext): Promise<NewPassword | null> {
    const { currentPassword, newPassword } = request;
    if (newPassword === undefined || newPassword === null) return null;
    refuseApiKey(call.actor);
    await this.transactions.read(call, async (tx) => {
      const person = await this.people.findById(tx, tx.personId);
      if (person === null) throw new DomainError('NOT_FOUND');
      await this.rules.check(tx, person, newPassword, '/newPassword');
    });
    const verifiedHash = await this.present.verify(call, currentPassword ?? '');
    return { hash: await hashPassword(newPassword), verifiedHash };
  }

  /**
   * Counts the attempt and, if it was right, ends every session and revokes every API key of the person.
   * @returns false if the current password was wrong, or was changed meanwhile
   */
  async accept(tx: Transaction, { verifiedHash: provedBy }: NewPassword): Promise<boolean> {
    if (!(await this.present.accept(tx, provedBy))) return false;
    await this.sessions.revokeAll(tx, tx.personId, null);
    await this.apiKeys.revokeAll(tx, tx.personId);
    this.authChanges.publish(tx, tx.personId);
    return true;
  }
}
