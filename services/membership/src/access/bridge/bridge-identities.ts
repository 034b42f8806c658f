import { Injectable } from '@nestjs/common';
import type { BridgeName } from '@gongxiang/contracts/membership/access/bridge.contract';
import { DomainError, newId } from '@gongxiang/domain';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import type { LinkedAccountRow } from '../linked-account/linked-account.entity.js';
import { LinkedAccountRepository } from '../linked-account/linked-account.repository.js';
import { TextMessageSender } from '../text-message/text-message-sender.js';
import type { ProvenIdentity } from './bridge.js';

/** As many as a person can tell apart; a merge of two persons may make it more. */
const linkedAccountsMax = 10;

/** Which person an identity elsewhere is linked to. Identities are stored as keyed hashes, so that they name nobody. */
@Injectable()
export class BridgeIdentities {
  constructor(
    private readonly accounts: LinkedAccountRepository,
    private readonly personalData: PersonalData,
    private readonly messages: TextMessageSender,
    private readonly authChanges: AuthChanges,
  ) {}

  find(tx: Transaction, identity: ProvenIdentity): Promise<LinkedAccountRow | null> {
    return this.accounts.findByIdentity(tx, this.hashesOf(identity));
  }

  /**
   * Links it to a person, who is locked, and tells them.
   * @throws DomainError `LINKED_TO_ANOTHER`, `LINKED_ACCOUNTS_TOO_MANY`
   */
  async link(
    tx: Transaction,
    person: PersonRow,
    bridge: BridgeName,
    identity: ProvenIdentity,
  ): Promise<LinkedAccountRow> {
    const known = await this.accounts.listOf(tx, person.id);
    if (known.length >= linkedAccountsMax)
      throw new DomainError('LINKED_ACCOUNTS_TOO_MANY', { params: { max: linkedAccountsMax } });
    const [identityHash] = this.hashesOf(identity);
    const row: LinkedAccountRow = {
      id: newId(),
      personId: person.id,
      bridge,
      identityHash,
      origin: tx.call.from,
      createdAt: tx.now,
      usedAt: null,
    };
    await this.insert(tx, row);
    tx.audit({ noun: 'linked-account', id: row.id, after: { personId: person.id, bridge } });
    await this.messages.tell(tx, person, 'accountLinked', { bridge });
    this.authChanges.publish(tx, person.id);
    return row;
  }

  private hashesOf({ identities: [first, ...others] }: ProvenIdentity): [string, ...string[]] {
    const hashOf = ({ issuer, subject }: ProvenIdentity['identities'][0]): string =>
      this.personalData.hash('identity', JSON.stringify([issuer, subject]));
    return [hashOf(first), ...others.map(hashOf)];
  }

  private async insert(tx: Transaction, row: LinkedAccountRow): Promise<void> {
    try {
      await this.accounts.insert(tx, row);
    } catch (error) {
      throw brokenConstraint(error) === 'linked_account_identity_hash_key'
        ? new DomainError('LINKED_TO_ANOTHER')
        : error;
    }
  }
}
