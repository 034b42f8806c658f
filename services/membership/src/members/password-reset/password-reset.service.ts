import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  passwordResetContract,
  type ResetPasswordRequest,
} from '@gongxiang/contracts/membership/members/password-reset.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { type ClaimMatch, EntryCodeVerifier } from '../entry-code/entry-code-verifier.js';
import { AccountNews } from '../../access/account-news/account-news.js';
import { ApiKeyRevocation } from '../../access/api-key/api-key-revocation.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PasswordRules } from '../../access/password/password-rules.js';
import { hashPassword } from '../../access/password/passwords.js';
import { SessionRepository } from '../../access/session/session.repository.js';
import { type SignInName, signInNameOf } from '../../access/session/sign-in-name.js';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { FactorClearing } from '../../access/second-factor/factor-clearing.js';
import { channelOf, normaliseCode } from '../entry-code/entry-code.model.js';
import { SignInGuard } from '../../access/password/sign-in-guard.js';

/** Resets a forgotten password by means of a code. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly sessions: SessionRepository,
    private readonly personalData: PersonalData,
    private readonly guard: SignInGuard,
    private readonly codeVerifier: EntryCodeVerifier,
    private readonly rules: PasswordRules,
    private readonly apiKeys: ApiKeyRevocation,
    private readonly authChanges: AuthChanges,
    private readonly factors: FactorClearing,
    private readonly news: AccountNews,
  ) {}

  /**
   * The same response after the same time, whether or not the account exists.
   * @throws DomainError `CODE_WRONG`, `CODE_NOT_CONFIRMED`, `ENTRY_CLOSED`, `PRINTED_CODE_REQUIRED`, `TOO_MANY_REQUESTS`; after a right code
   * the refusals of a guessable password
   */
  @Handles(passwordResetContract.create)
  async create(request: ResetPasswordRequest, call: CallContext): Promise<Outcome<Done>> {
    // A code by text message shows that one holds the phone, which is no reason to do without the second factor.
    if (request.clearFactors && channelOf(normaliseCode(request.code)) !== 'printed')
      throw new DomainError('PRINTED_CODE_REQUIRED', { pointer: '/code' });
    const name = signInNameOf(this.personalData, request.account);
    // A counter of its own, so that guessing codes does not block signing in with the password.
    const claimHash = this.personalData.hash('entryCode', `passwordReset:${name.triesHash}`);
    const guarded = [claimHash];
    await this.transactions.read(call, async (tx) => {
      await this.guard.refuseEarly(tx, guarded);
      await this.guard.slowDown(tx, guarded);
    });
    const passwordHash = await hashPassword(request.newPassword);
    const submission = { purpose: 'passwordReset', claimHash, code: request.code } as const;
    const work = async (tx: Transaction): Promise<Done | null> => {
      const { verdict, person } = await this.codeVerifier.verify(tx, submission, () => this.find(tx, name));
      await this.guard.recordOutcome(tx, guarded, verdict === 'right');
      if (person === null || verdict !== 'right') return null;
      await this.rules.check(tx, person, request.newPassword, '/newPassword');
      await this.reset(tx, person, passwordHash);
      if (request.clearFactors) await this.factors.clear(tx, person);
      return new Done();
    };
    const outcome = await this.transactions.command(withoutKey(call), passwordResetContract.create, {}, work);
    // Thrown after the commit, as a rollback would undo the count of the failure.
    if (outcome.body === null) throw new DomainError('CODE_WRONG');
    return { ...outcome, body: outcome.body };
  }

  private async find(tx: Transaction, { account, phoneHash }: SignInName): Promise<ClaimMatch | null> {
    const found = await this.people.findToSignIn(tx, account, phoneHash);
    const person = found && (await this.people.lockById(tx, found.id));
    return person && { person, matches: true };
  }

  private async reset(tx: Transaction, before: PersonRow, passwordHash: string): Promise<void> {
    await this.people.update(tx, { ...before, passwordHash, version: before.version + 1 });
    const sessionsEnded = await this.sessions.revokeAll(tx, before.id, null);
    await this.apiKeys.revokeAll(tx, before.id);
    tx.audit({ noun: 'person', id: before.id, after: { passwordChanged: true, sessionsEnded } });
    this.authChanges.publish(tx, before.id);
    await this.news.tell(tx, before, 'passwordWasReset', `${before.id}/${before.version + 1}`);
  }
}
