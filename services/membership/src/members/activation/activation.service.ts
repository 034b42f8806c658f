import { Injectable } from '@nestjs/common';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import {
  type ActivateRequest,
  activationContract,
} from '@gongxiang/contracts/membership/members/activation.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { EntryDoor } from '../entry-code/entry-door.js';
import { PasswordRules } from '../../access/password/password-rules.js';
import { hashPassword } from '../../access/password/passwords.js';
import { SessionStarter } from '../../access/session/session-starter.js';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { SignInGuard } from '../../access/password/sign-in-guard.js';
import { Activator } from './activator.js';

/** The first sign-in of a member who stands in a roster: a code shows that it is the one whom number and name mean. */
@Injectable()
export class ActivationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly guard: SignInGuard,
    private readonly door: EntryDoor,
    private readonly starter: SessionStarter,
    private readonly activator: Activator,
    private readonly rules: PasswordRules,
  ) {}

  /**
   * @throws DomainError `CODE_WRONG`, `ENTRY_CLOSED`, `TOO_MANY_REQUESTS`; after a right code `ALREADY_ACTIVATED`, `ACCOUNT_REQUIRED`,
   * `ACCOUNT_TAKEN` and what is said of a password that others would guess
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
    const entering = { purpose: 'activation', claimHash, code: request.code } as const;
    const outcome = await this.transactions.command<SignInView | null>(
      withoutKey(call),
      activationContract.create,
      {},
      async (tx) => {
        const find = (): ReturnType<Activator['find']> => this.activator.find(tx, claim);
        const { verdict, person } = await this.door.judge(tx, entering, find);
        // Only whoever holds the code learns that it has done its work: they have lost the answer, and can sign in.
        if (verdict === 'used') throw new DomainError('ALREADY_ACTIVATED');
        await this.guard.settle(tx, claim.guarded, verdict === 'right');
        if (person === null || verdict !== 'right') return null;
        const { account } = claim;
        // Only now: what it refuses tells what is on record of the person.
        await this.rules.check(tx, { ...person, account }, request.password, '/password');
        await this.activator.activate(tx, person, { ...claim, passwordHash });
        return this.starter.start(tx, person.id);
      },
    );
    // Thrown after the commit: thrown within, the failure would not be counted.
    if (outcome.body === null) throw new DomainError('CODE_WRONG');
    return { ...outcome, body: outcome.body };
  }
}
