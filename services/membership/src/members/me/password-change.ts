import { Injectable } from '@nestjs/common';
import type { UpdateMeRequest } from '@gongxiang/contracts/membership/members/me.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ApiKeyEnding } from '../../access/api-key/api-key-ending.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PasswordRules } from '../../access/password/password-rules.js';
import { hashPassword } from '../../access/password/passwords.js';
import { PresentPassword, type ProvedBy, refuseApiKey } from '../../access/password/present-password.js';
import { SessionRepository } from '../../access/session/session.repository.js';

export interface NewPassword {
  readonly hash: string;
  readonly provedBy: ProvedBy;
}

/** Sets a password for whoever knows the present one. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyEnding,
    private readonly present: PresentPassword,
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
    refuseApiKey(call.actor);
    await this.transactions.read(call, async (tx) => {
      const person = await this.people.findById(tx, tx.personId);
      if (person === null) throw new DomainError('NOT_FOUND');
      await this.rules.check(tx, person, newPassword, '/newPassword');
    });
    const provedBy = await this.present.prove(call, currentPassword ?? '');
    return { hash: await hashPassword(newPassword), provedBy };
  }

  /**
   * Counts the try and, where it was right, ends every session and key of the person.
   * @returns false where the present password was wrong, or was changed meanwhile
   */
  async accept(tx: Transaction, { provedBy }: NewPassword): Promise<boolean> {
    if (!(await this.present.accept(tx, provedBy))) return false;
    await this.sessions.revokeAll(tx, tx.personId, null);
    await this.apiKeys.endAll(tx, tx.personId);
    this.authChanges.tell(tx, tx.personId);
    return true;
  }
}
