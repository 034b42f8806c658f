import { Injectable } from '@nestjs/common';
import {
  passkeyContract,
  type PasskeySignInRequest,
} from '@gongxiang/contracts/membership/access/passkey.contract';
import {
  type CompleteSignInRequest,
  sessionContract,
  type SignInView,
} from '@gongxiang/contracts/membership/access/session.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PasskeyRepository } from '../passkey/passkey.repository.js';
import { Passkeys } from '../passkey/passkeys.js';
import { SignInGuard } from '../password/sign-in-guard.js';
import { FactorCheck } from '../second-factor/factor-check.js';
import { FamiliarNetworks } from './familiar-networks.js';
import { SessionStarter } from './session-starter.js';
import { SignInChallenges } from './sign-in-challenges.js';
import { withoutKey } from './sign-in.service.js';

/** Wrong passkeys count for their network only: they name nobody. */
const passkeyTries = 'passkey';

/** Signs in by a factor: after the password, or with a passkey alone. */
@Injectable()
export class SecondStepService {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly challenges: SignInChallenges,
    private readonly factors: FactorCheck,
    private readonly passkeys: Passkeys,
    private readonly passkeyRows: PasskeyRepository,
    private readonly guard: SignInGuard,
    private readonly familiarNetworks: FamiliarNetworks,
    private readonly starter: SessionStarter,
  ) {}

  /** @throws DomainError `CHALLENGE_OVER`, `FACTOR_CODE_REQUIRED`, `FACTOR_WRONG`, `PASSKEY_WRONG`, `TOO_MANY_REQUESTS` */
  @Handles(sessionContract.complete)
  async complete(request: CompleteSignInRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const { code, passkey } = request;
    if (!code && !passkey) throw new DomainError('FACTOR_CODE_REQUIRED', { pointer: '/code' });
    const claimed = this.challenges.read(request.challenge);
    if (claimed === null) throw new DomainError('CHALLENGE_OVER');
    const work = async (tx: Transaction): Promise<SignInView | null> => {
      const { personId } = claimed;
      const seen = await this.people.findById(tx, personId);
      if (seen === null || !this.challenges.isValid(claimed, seen, tx.now))
        throw new DomainError('CHALLENGE_OVER');
      const isFamiliar = await this.familiarNetworks.isFamiliar(tx, personId);
      if (!(await this.factors.accept(tx, personId, request, isFamiliar))) return null;
      // A concurrent password change has ended all sessions: none may start with the old password afterwards.
      const person = await this.people.findById(tx, personId);
      if (person?.passwordHash !== seen.passwordHash) throw new DomainError('CHALLENGE_OVER');
      return this.starter.start(tx, personId);
    };
    const outcome = await this.transactions.command(withoutKey(call), sessionContract.complete, {}, work);
    // Thrown after the commit, as a rollback would undo the count of the failure.
    if (outcome.body === null)
      throw passkey
        ? new DomainError('PASSKEY_WRONG', { pointer: '/passkey' })
        : new DomainError('FACTOR_WRONG', { pointer: '/code' });
    return { ...outcome, body: outcome.body };
  }

  /** @throws DomainError `PASSKEY_WRONG`, `TOO_MANY_REQUESTS` */
  @Handles(passkeyContract.signIn)
  async signIn({ passkey }: PasskeySignInRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const work = async (tx: Transaction): Promise<SignInView | null> => {
      const network = [`${passkeyTries}:${tx.call.from}`];
      await this.guard.refuseEarly(tx, network);
      const used = await this.passkeys.verifyUse(tx, passkey);
      await this.guard.recordOutcome(tx, network, used !== null);
      if (used === null) return null;
      const { row, counter, challenge } = used;
      const person = await this.people.lockById(tx, row.personId);
      if (person?.passwordHash == null || !(await this.passkeyRows.spend(tx, challenge))) return null;
      await this.passkeyRows.markUsed(tx, row.id, counter);
      return this.starter.start(tx, person.id);
    };
    const outcome = await this.transactions.command(withoutKey(call), passkeyContract.signIn, {}, work);
    // Thrown after the commit, as a rollback would undo the count of the failure.
    if (outcome.body === null) throw new DomainError('PASSKEY_WRONG', { pointer: '/passkey' });
    return { ...outcome, body: outcome.body };
  }
}
