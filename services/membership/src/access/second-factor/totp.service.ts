import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  type ConfirmTotpRequest,
  credentialContract,
  type FactorAddedView,
  type ProvedRequest,
  type RecoveryCodesView,
  type TotpSetUpView,
} from '@gongxiang/contracts/membership/access/credential.contract';
import { type CallContext, DomainError, maskPhone } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { refuseApiKey } from '../password/current-password-check.js';
import { SignInGuard } from '../password/sign-in-guard.js';
import { normaliseFactorCode, recoveryCodesCount } from '../recovery-code/code-text.js';
import { RecoveryCodes } from '../recovery-code/recovery-codes.js';
import { TextMessageSender } from '../text-message/text-message-sender.js';
import { CredentialProofs } from './credential-proofs.js';
import { hasSecondFactor, SecondFactors } from './second-factors.js';
import { acceptedStep, newTotpSecret, totpUri } from './totp-codes.js';
import { TotpRepository } from './totp.repository.js';

/** By this name an app lists the account. */
const issuer = '工享';

/** Sets up and removes authenticator apps, and renews recovery codes. */
@Injectable()
export class TotpService {
  constructor(
    private readonly transactions: Transactions,
    private readonly proofs: CredentialProofs,
    private readonly people: PersonRepository,
    private readonly totps: TotpRepository,
    private readonly factors: SecondFactors,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly guard: SignInGuard,
    private readonly personalData: PersonalData,
    private readonly messages: TextMessageSender,
    private readonly authChanges: AuthChanges,
  ) {}

  /** @throws DomainError `TOTP_THERE`, and the refusals of the proof */
  @Handles(credentialContract.beginTotp)
  begin({ proof }: ProvedRequest, call: CallContext): Promise<Outcome<TotpSetUpView>> {
    return this.proofs.command(call, credentialContract.beginTotp, proof, async (tx, person) => {
      const before = await this.totps.find(tx, person.id);
      if (before?.confirmedAt) throw new DomainError('TOTP_THERE');
      const secret = newTotpSecret();
      await this.totps.save(tx, {
        personId: person.id,
        secret: this.personalData.seal(person.id, 'totp', secret),
        begunAt: tx.now,
        confirmedAt: null,
        lastStep: '0',
      });
      tx.audit({ noun: 'totp', id: person.id, after: { state: 'begun' } });
      return { secret, uri: totpUri(secret, { issuer, label: this.loginOf(person) }) };
    });
  }

  /** @throws DomainError `TOTP_NOT_BEGUN`, `FACTOR_WRONG`, `TOO_MANY_REQUESTS` */
  @Handles(credentialContract.confirmTotp)
  async confirm(request: ConfirmTotpRequest, call: CallContext): Promise<Outcome<FactorAddedView>> {
    refuseApiKey(call.actor);
    const work = async (tx: Transaction): Promise<FactorAddedView | null> => {
      tx.authorise(actions.changeOwnCredentials, {});
      const person = await this.people.lockById(tx, tx.personId);
      const begun = await this.totps.find(tx, tx.personId);
      if (person === null || begun === null || begun.confirmedAt !== null)
        throw new DomainError('TOTP_NOT_BEGUN');
      const secret = this.personalData.open(person.id, 'totp', begun.secret);
      const step = acceptedStep(secret, normaliseFactorCode(request.code), tx.now, 0);
      await this.guard.recordOutcome(tx, [`totp-set-up:${person.id}`], step !== null);
      if (step === null) return null;
      await this.totps.save(tx, { ...begun, confirmedAt: tx.now, lastStep: String(step) });
      tx.audit({ noun: 'totp', id: person.id, before: { state: 'begun' }, after: { state: 'set up' } });
      await this.messages.tell(tx, person, 'totpAdded');
      this.authChanges.publish(tx, person.id);
      return { recoveryCodes: await this.factors.firstCodes(tx, person.id) };
    };
    const keyless = { ...call, idempotencyKey: null };
    const outcome = await this.transactions.command(keyless, credentialContract.confirmTotp, {}, work);
    // Thrown after the commit, as a rollback would undo the count of the failure.
    if (outcome.body === null) throw new DomainError('FACTOR_WRONG', { pointer: '/code' });
    return { ...outcome, body: outcome.body };
  }

  /** @throws DomainError `NOT_FOUND`, and the refusals of the proof */
  @Handles(credentialContract.removeTotp)
  remove({ proof }: ProvedRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.proofs.command(call, credentialContract.removeTotp, proof, async (tx, person) => {
      const { totp } = await this.factors.stateOf(tx, person.id);
      if (totp === null) throw new DomainError('NOT_FOUND');
      await this.totps.delete(tx, person.id);
      await this.factors.dropCodesOfNone(tx, person.id);
      tx.audit({ noun: 'totp', id: person.id, before: { state: 'set up' }, after: { state: 'removed' } });
      await this.messages.tell(tx, person, 'totpRemoved');
      this.authChanges.publish(tx, person.id);
      return new Done();
    });
  }

  /** @throws DomainError `NO_SECOND_FACTOR`, and the refusals of the proof */
  @Handles(credentialContract.renewRecoveryCodes)
  renewRecoveryCodes({ proof }: ProvedRequest, call: CallContext): Promise<Outcome<RecoveryCodesView>> {
    return this.proofs.command(call, credentialContract.renewRecoveryCodes, proof, async (tx, person) => {
      if (!hasSecondFactor(await this.factors.stateOf(tx, person.id)))
        throw new DomainError('NO_SECOND_FACTOR');
      const recoveryCodes = await this.recoveryCodes.renew(tx, person.id);
      tx.audit({ noun: 'second-factor', id: person.id, after: { recoveryCodesRenewed: recoveryCodesCount } });
      await this.messages.tell(tx, person, 'recoveryCodesRenewed');
      return { recoveryCodes };
    });
  }

  /** What the person signs in with; of a phone only what a glance over the shoulder may see. */
  private loginOf({ id, account, phone, maskedName }: PersonRow): string {
    if (account !== null) return account;
    return phone === null ? maskedName : maskPhone(this.personalData.open(id, 'phone', phone));
  }
}
