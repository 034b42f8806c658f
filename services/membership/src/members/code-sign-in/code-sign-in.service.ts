import { Injectable } from '@nestjs/common';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import {
  codeSignInContract,
  type SignInByCodeRequest,
} from '@gongxiang/contracts/membership/members/code-sign-in.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { SignInGuard } from '../../access/password/sign-in-guard.js';
import { FirstStep, type FirstStepView, signedIn } from '../../access/session/first-step.js';
import { signInNameOf } from '../../access/session/sign-in-name.js';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { EntryCodeVerifier } from '../entry-code/entry-code-verifier.js';
import { CodeHolders } from '../entry-code/code-holders.js';

/** Signs people in by a code to their phone. It takes the place of the password, never of the second factor. */
@Injectable()
export class CodeSignInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly personalData: PersonalData,
    private readonly guard: SignInGuard,
    private readonly codeVerifier: EntryCodeVerifier,
    private readonly codeHolders: CodeHolders,
    private readonly firstStep: FirstStep,
  ) {}

  /**
   * The same response whether or not the account exists.
   * @throws DomainError `CODE_WRONG`, `ENTRY_CLOSED`, `TOO_MANY_REQUESTS`; after a right code `SECOND_FACTOR_REQUIRED`
   */
  @Handles(codeSignInContract.create)
  async create({ account, code }: SignInByCodeRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const name = signInNameOf(this.personalData, account);
    // A counter of its own, so that guessing codes blocks neither signing in with the password nor setting a new one.
    const claimHash = this.personalData.hash('entryCode', `signIn:${name.triesHash}`);
    const guarded = [claimHash];
    await this.transactions.read(call, async (tx) => {
      await this.guard.refuseEarly(tx, guarded);
      await this.guard.slowDown(tx, guarded);
    });
    const submission = { purpose: 'signIn', claimHash, code } as const;
    const find = async (tx: Transaction) => {
      const person = await this.codeHolders.lock(tx, name);
      return person && { person, matches: true };
    };
    const work = async (tx: Transaction): Promise<FirstStepView | null> => {
      const { verdict, person } = await this.codeVerifier.verify(tx, submission, () => find(tx));
      await this.guard.recordOutcome(tx, guarded, verdict === 'right');
      return person === null || verdict !== 'right' ? null : this.firstStep.take(tx, person);
    };
    const outcome = await this.transactions.command(withoutKey(call), codeSignInContract.create, {}, work);
    // Thrown after the commit, as a rollback would undo the count of the failure.
    const { body } = outcome;
    if (body === null) throw new DomainError('CODE_WRONG', { pointer: '/code' });
    return signedIn({ ...outcome, body });
  }
}
