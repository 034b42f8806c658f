import { Injectable } from '@nestjs/common';
import { activationContract, type ActivateRequest, type SignInView } from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { hashPassword } from '../session/passwords.js';
import { SessionStarter } from '../session/session-starter.js';
import { withoutKey } from '../session/sign-in.service.js';
import { SignInGuard } from '../session/sign-in-guard.js';
import { Activator } from './activator.js';

/** The first sign-in of a member who stands in a roster: number and name show who he is. */
@Injectable()
export class ActivationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly guard: SignInGuard,
    private readonly starter: SessionStarter,
    private readonly activator: Activator,
  ) {}

  async create(request: ActivateRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const claim = this.activator.claimOf(request);
    await this.transactions.read(call, async (tx) => {
      await this.guard.refuseEarly(tx, claim.guarded);
      await this.guard.slowDown(tx, claim.guarded);
    });
    const passwordHash = await hashPassword(request.password);
    const outcome = await this.transactions.command<SignInView | null>(
      withoutKey(call),
      activationContract.create,
      {},
      async (tx) => {
        const match = await this.activator.find(tx, claim);
        await this.guard.settle(tx, claim.guarded, match !== null);
        if (match === null) return null;
        await this.activator.activate(tx, match, { ...claim, passwordHash });
        return this.starter.start(tx, match.person.id);
      },
    );
    // Thrown after the commit: thrown within, the failure would not be counted.
    if (outcome.body === null) throw new DomainError('ROSTER_NO_MATCH');
    return { ...outcome, body: outcome.body };
  }
}
