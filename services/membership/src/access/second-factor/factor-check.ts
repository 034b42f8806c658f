import { Injectable } from '@nestjs/common';
import type { FactorProof } from '@gongxiang/contracts/membership/access/credential-proof';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PasskeyRepository } from '../passkey/passkey.repository.js';
import { Passkeys, type UsedPasskey } from '../passkey/passkeys.js';
import { SignInGuard } from '../password/sign-in-guard.js';
import { normaliseFactorCode } from '../recovery-code/code-text.js';
import { RecoveryCodes } from '../recovery-code/recovery-codes.js';
import { TextMessageSender } from '../text-message/text-message-sender.js';
import { acceptedStep, isTotpCode } from './totp-codes.js';
import { TotpRepository } from './totp.repository.js';

/** A factor that was found right, and is not used up yet. */
type Found =
  | { readonly kind: 'totp'; readonly step: number }
  | { readonly kind: 'recoveryCode'; readonly hash: string }
  | { readonly kind: 'passkey'; readonly used: UsedPasskey };

/**
 * Checks a second factor. Wrong ones are counted per person, and per network, by counters of their own: a password that
 * was guessed does not allow guessing the code.
 */
@Injectable()
export class FactorCheck {
  constructor(
    private readonly guard: SignInGuard,
    private readonly people: PersonRepository,
    private readonly totps: TotpRepository,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly passkeys: Passkeys,
    private readonly passkeyRows: PasskeyRepository,
    private readonly personalData: PersonalData,
    private readonly messages: TextMessageSender,
  ) {}

  /**
   * Uses a factor up, counts the attempt and locks the person: the transaction must commit even if it was wrong.
   * @param isFamiliar whether the person signed in from this network before
   * @returns false if it was wrong
   * @throws DomainError `TOO_MANY_REQUESTS`
   */
  async accept(tx: Transaction, personId: string, factor: FactorProof, isFamiliar = false): Promise<boolean> {
    const keys = [`second-factor:${personId}`];
    await this.guard.refuseEarly(tx, keys, isFamiliar);
    const found = await this.find(tx, personId, factor);
    // Attempts at one person are counted one after the other from here on.
    await this.guard.recordOutcome(tx, keys, found !== null, isFamiliar);
    const person = await this.people.lockById(tx, personId);
    if (person === null || found === null || !(await this.use(tx, personId, found))) return false;
    if (found.kind === 'recoveryCode') {
      const left = await this.recoveryCodes.countLeft(tx, personId);
      tx.audit({ noun: 'second-factor', id: personId, after: { recoveryCodeUsed: true, left } });
      await this.messages.tell(tx, person, 'recoveryCodeUsed', { left: String(left) });
    }
    return true;
  }

  private async find(
    tx: Transaction,
    personId: string,
    { code, passkey }: FactorProof,
  ): Promise<Found | null> {
    if (passkey) {
      const used = await this.passkeys.verifyUse(tx, passkey);
      return used?.row.personId === personId ? { kind: 'passkey', used } : null;
    }
    const typed = normaliseFactorCode(code ?? '');
    if (!isTotpCode(typed)) {
      const hash = await this.recoveryCodes.find(tx, personId, typed);
      return hash === null ? null : { kind: 'recoveryCode', hash };
    }
    const totp = await this.totps.find(tx, personId);
    if (!totp?.confirmedAt) return null;
    const secret = this.personalData.open(personId, 'totp', totp.secret);
    const step = acceptedStep(secret, typed, tx.now, Number(totp.lastStep));
    return step === null ? null : { kind: 'totp', step };
  }

  /** Each works once, also of those that arrive at the same moment. */
  private async use(tx: Transaction, personId: string, found: Found): Promise<boolean> {
    if (found.kind === 'totp') return this.totps.useStep(tx, personId, found.step);
    if (found.kind === 'recoveryCode') return this.recoveryCodes.use(tx, found.hash);
    const { row, counter, challenge } = found.used;
    if (!(await this.passkeyRows.spend(tx, challenge))) return false;
    await this.passkeyRows.markUsed(tx, row.id, counter);
    return true;
  }
}
