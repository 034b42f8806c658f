import { Injectable } from '@nestjs/common';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import {
  type ActivateRequest,
  activationContract,
} from '@gongxiang/contracts/membership/members/activation.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { EntryCodeVerifier } from '../entry-code/entry-code-verifier.js';
import { PasswordRules } from '../../access/password/password-rules.js';
import { hashPassword } from '../../access/password/passwords.js';
import { SessionStarter } from '../../access/session/session-starter.js';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { SignInGuard } from '../../access/password/sign-in-guard.js';
import { Activator } from './activator.js';

/**
 * The first sign-in of a member imported from a roster: a code proves that they are the person with this number and
 * name.
 */
@Injectable()
export class ActivationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly guard: SignInGuard,
    private readonly codeVerifier: EntryCodeVerifier,
    private readonly starter: SessionStarter,
    private readonly activator: Activator,
    private readonly rules: PasswordRules,
  ) {}

  /**
   * @throws DomainError `CODE_WRONG`, `ENTRY_CLOSED`, `TOO_MANY_REQUESTS`; after a right code `ALREADY_ACTIVATED`,
   * `ACCOUNT_REQUIRED`, `ACCOUNT_TAKEN` and the refusals of a guessable password
   */
  @Handles(activationContract.create)
  async create(request: ActivateRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const claim = this.activator.claimOf(request);
    await this.transactions.read(call, async (tx) => {
      await this.guard.refuseEarly(tx, claim.guarded);
      await this.guard.slowDown(tx, claim.guarded);
    });
    const passwordHash = await hashPassword(request.password);
    const { claimHash } = claim;
    const submission = { purpose: 'activation', claimHash, code: request.code } as const;
    const outcome = await this.transactions.command<SignInView | null>(
      withoutKey(call),
      activationContract.create,
      {},
      async (tx) => {
        const find = (): ReturnType<Activator['find']> => this.activator.find(tx, claim);
        const { verdict, person } = await this.codeVerifier.verify(tx, submission, find);
        // Only the holder of the code learns that it was used: they have lost the response, and can sign in.
        if (verdict === 'used') throw new DomainError('ALREADY_ACTIVATED');
        await this.guard.recordOutcome(tx, claim.guarded, verdict === 'right');
        if (person === null || verdict !== 'right') return null;
        const { account } = claim;
        // Only after the code was right, as a refusal reveals personal data on record.
        await this.rules.check(tx, { ...person, account }, request.password, '/password');
        await this.activator.activate(tx, person, { ...claim, passwordHash });
        return this.starter.start(tx, person.id);
      },
    );
    // Thrown after the commit, as a rollback would undo the count of the failure.
    if (outcome.body === null) throw new DomainError('CODE_WRONG');
    return { ...outcome, body: outcome.body };
  }
}
