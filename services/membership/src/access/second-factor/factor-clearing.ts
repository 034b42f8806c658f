import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { LinkedAccountRepository } from '../linked-account/linked-account.repository.js';
import { PasskeyRepository } from '../passkey/passkey.repository.js';
import { RecoveryCodes } from '../recovery-code/recovery-codes.js';
import { TextMessageSender } from '../text-message/text-message-sender.js';
import { SecondFactors } from './second-factors.js';
import { TotpRepository } from './totp.repository.js';

/** The last resort of a person who has lost app, passkeys and recovery codes, once somebody else has vouched for them. */
@Injectable()
export class FactorClearing {
  constructor(
    private readonly factors: SecondFactors,
    private readonly totps: TotpRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly linkedAccounts: LinkedAccountRepository,
    private readonly messages: TextMessageSender,
  ) {}

  /** Removes all factors, and links to accounts elsewhere, which whoever took the factors may have made. The person is told. */
  async clear(tx: Transaction, person: PersonRow): Promise<void> {
    const { totp, passkeys, recoveryCodesLeft } = await this.factors.stateOf(tx, person.id);
    await this.totps.delete(tx, person.id);
    await this.passkeys.deleteAll(tx, person.id);
    await this.recoveryCodes.deleteAll(tx, person.id);
    const linkedAccounts = await this.linkedAccounts.deleteAll(tx, person.id);
    const before = {
      totp: totp !== null,
      passkeys: passkeys.length,
      recoveryCodes: recoveryCodesLeft,
      linkedAccounts,
    };
    tx.audit({ noun: 'second-factor', id: person.id, before, after: { cleared: true } });
    await this.messages.tell(tx, person, 'factorsCleared');
  }
}
