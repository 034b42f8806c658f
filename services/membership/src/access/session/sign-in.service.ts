import { Injectable } from '@nestjs/common';
import {
  sessionContract,
  type SignInRequest,
  type SignInView,
} from '@gongxiang/contracts/membership/access/session.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { FamiliarNetworks } from './familiar-networks.js';
import { PasswordGate } from '../password/password-gate.js';
import { isPassword } from '../password/passwords.js';
import { FirstStep, type FirstStepView, signedIn } from './first-step.js';
import { signInNameOf } from './sign-in-name.js';
import { SignInGuard } from '../password/sign-in-guard.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
    private readonly guard: SignInGuard,
    private readonly familiarNetworks: FamiliarNetworks,
    private readonly gate: PasswordGate,
    private readonly firstStep: FirstStep,
  ) {}

  /**
   * The same response after the same time, whether or not the account exists.
   * @throws DomainError `CREDENTIALS_WRONG`, `TOO_MANY_REQUESTS`; after the right password `SECOND_FACTOR_REQUIRED`
   */
  @Handles(sessionContract.create)
  async create(request: SignInRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const { account, phoneHash, triesHash } = signInNameOf(this.personalData, request.account);
    const guarded = [triesHash];
    const { person, isFamiliar } = await this.transactions.read(call, async (tx) => {
      const found = await this.people.findToSignIn(tx, account, phoneHash);
      const isKnownNetwork = await this.familiarNetworks.isFamiliar(tx, found?.id ?? null);
      await this.guard.refuseEarly(tx, guarded, isKnownNetwork);
      await this.guard.slowDown(tx, guarded);
      return { person: found, isFamiliar: isKnownNetwork };
    });
    const isRight = await this.gate.run(call.from, () =>
      isPassword(person?.passwordHash ?? null, request.password),
    );
    const outcome = await this.transactions.command<FirstStepView | null>(
      withoutKey(call),
      sessionContract.create,
      {},
      async (tx) => {
        await this.guard.recordOutcome(tx, guarded, isRight, isFamiliar);
        if (person === null || !isRight) return null;
        // A concurrent password change has ended all sessions: none may start with the old password afterwards.
        const now = await this.people.lockById(tx, person.id);
        if (now === null || now.passwordHash !== person.passwordHash) return null;
        return this.firstStep.take(tx, now);
      },
    );
    // Thrown after the commit, as a rollback would undo the count of the failure.
    const { body } = outcome;
    if (body === null) throw new DomainError('CREDENTIALS_WRONG');
    return signedIn({ ...outcome, body });
  }
}

/** Answers with tokens are never stored for replays, even if the caller sent a key. */
export function withoutKey(call: CallContext): CallContext {
  return { ...call, idempotencyKey: null };
}
