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
import { SessionStarter } from './session-starter.js';
import { signInNameOf } from './sign-in-name.js';
import { SignInGuard } from '../password/sign-in-guard.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
    private readonly guard: SignInGuard,
    private readonly familiar: FamiliarNetworks,
    private readonly starter: SessionStarter,
    private readonly gate: PasswordGate,
  ) {}

  /** The same answer after the same time, whether or not there is such an account. */
  @Handles(sessionContract.create)
  async create(request: SignInRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const { account, phoneHash, triesHash } = signInNameOf(this.personalData, request.account);
    const guarded = [triesHash];
    const { person, isFamiliar } = await this.transactions.read(call, async (tx) => {
      const found = await this.people.findToSignIn(tx, account, phoneHash);
      const isAtHome = await this.familiar.includeCaller(tx, found?.id ?? null);
      await this.guard.refuseEarly(tx, guarded, isAtHome);
      await this.guard.slowDown(tx, guarded);
      return { person: found, isFamiliar: isAtHome };
    });
    const isRight = await this.gate.through(call.from, () =>
      isPassword(person?.passwordHash ?? null, request.password),
    );
    const outcome = await this.transactions.command<SignInView | null>(
      withoutKey(call),
      sessionContract.create,
      {},
      async (tx) => {
        await this.guard.settle(tx, guarded, isRight, isFamiliar);
        if (person === null || !isRight) return null;
        // Whoever changed the password meanwhile ended all sessions: none may begin with the old one after that.
        const now = await this.people.lockById(tx, person.id);
        return now?.passwordHash === person.passwordHash ? this.starter.start(tx, person.id) : null;
      },
    );
    // Thrown after the commit: thrown within, the failure would not be counted.
    if (outcome.body === null) throw new DomainError('CREDENTIALS_WRONG');
    return { ...outcome, body: outcome.body };
  }
}

/** An answer that holds tokens is never kept for a replay, even where the caller sent a key. */
export function withoutKey(call: CallContext): CallContext {
  return { ...call, idempotencyKey: null };
}
