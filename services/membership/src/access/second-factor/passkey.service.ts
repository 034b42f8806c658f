import { Injectable } from '@nestjs/common';
import { Done, type NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type AddedPasskeyView,
  type AddPasskeyRequest,
  type BeginPasskeyRequest,
  passkeyContract,
  type PasskeyOptionsView,
  type PasskeyView,
  type RemovePasskeyRequest,
  type RenamePasskeyRequest,
} from '@gongxiang/contracts/membership/access/passkey.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { brokenConstraint, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import type { PasskeyRow } from '../passkey/passkey.entity.js';
import { PasskeyRepository } from '../passkey/passkey.repository.js';
import { Passkeys } from '../passkey/passkeys.js';
import { refuseApiKey } from '../password/current-password-check.js';
import { TextMessageSender } from '../text-message/text-message-sender.js';
import { CredentialProofs } from './credential-proofs.js';
import { SecondFactors } from './second-factors.js';

/** Few enough for a person to tell apart. */
const passkeysMax = 20;

/** Adds, names and removes passkeys. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly proofs: CredentialProofs,
    private readonly people: PersonRepository,
    private readonly passkeys: Passkeys,
    private readonly rows: PasskeyRepository,
    private readonly factors: SecondFactors,
    private readonly messages: TextMessageSender,
    private readonly authChanges: AuthChanges,
  ) {}

  /** Writes nothing: whoever asks is not signed in. */
  @Handles(passkeyContract.challenge)
  challenge(_request: NoRequest, call: CallContext): Promise<Outcome<PasskeyOptionsView>> {
    return this.transactions.untraced(call, async (tx) => ({
      options: { ...(await this.passkeys.useOptions(tx.now)) },
    }));
  }

  /** @throws DomainError `PASSKEYS_TOO_MANY`, and the refusals of the proof */
  @Handles(passkeyContract.begin)
  begin({ proof }: BeginPasskeyRequest, call: CallContext): Promise<Outcome<PasskeyOptionsView>> {
    return this.proofs.command(
      call,
      passkeyContract.begin,
      proof,
      async (tx, { id, account, maskedName }) => {
        const known = await this.rows.listOf(tx, id);
        requireRoom(known);
        const owner = { id, login: account ?? maskedName, maskedName };
        return { options: { ...(await this.passkeys.makeOptions(owner, known, tx.now)) } };
      },
    );
  }

  /** @throws DomainError `PASSKEY_WRONG`, `PASSKEY_THERE`, `PASSKEYS_TOO_MANY` */
  @Handles(passkeyContract.add)
  async add(request: AddPasskeyRequest, call: CallContext): Promise<Outcome<AddedPasskeyView>> {
    refuseApiKey(call.actor);
    const work = async (tx: Transaction): Promise<AddedPasskeyView> => {
      tx.authorise(actions.changeOwnCredentials, {});
      const person = await this.people.lockById(tx, tx.personId);
      if (person === null) throw new DomainError('NOT_FOUND');
      // That they proved to be themselves stands in the challenge, which only the proved got.
      const made = await this.passkeys.verifyMade(person.id, request.passkey, tx.now);
      if (made === null || !(await this.rows.spend(tx, made.challenge)))
        throw new DomainError('PASSKEY_WRONG', { pointer: '/passkey' });
      requireRoom(await this.rows.listOf(tx, person.id));
      const { challenge: _spent, ...key } = made;
      const row: PasskeyRow = {
        id: newId(),
        personId: person.id,
        ...key,
        name: request.name,
        createdAt: tx.now,
        usedAt: null,
      };
      await this.insert(tx, row);
      tx.audit({ noun: 'passkey', id: row.id, after: { personId: person.id } });
      await this.messages.tell(tx, person, 'passkeyAdded');
      this.authChanges.publish(tx, person.id);
      return { passkey: passkeyView(row), recoveryCodes: await this.factors.firstCodes(tx, person.id) };
    };
    return this.transactions.command({ ...call, idempotencyKey: null }, passkeyContract.add, {}, work);
  }

  @Handles(passkeyContract.rename)
  rename(request: RenamePasskeyRequest, call: CallContext): Promise<Outcome<PasskeyView>> {
    refuseApiKey(call.actor);
    return this.transactions.command(call, passkeyContract.rename, request, async (tx) => {
      tx.authorise(actions.changeOwnCredentials, {});
      const before = await this.own(tx, request.passkeyId);
      const row = { ...before, name: request.name };
      await this.rows.update(tx, row);
      tx.audit({ noun: 'passkey', id: row.id, after: { renamed: true } });
      return passkeyView(row);
    });
  }

  /** @throws DomainError `NOT_FOUND`, and the refusals of the proof */
  @Handles(passkeyContract.remove)
  remove({ passkeyId, proof }: RemovePasskeyRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.proofs.command(call, passkeyContract.remove, proof, async (tx, person) => {
      const row = await this.own(tx, passkeyId);
      await this.rows.delete(tx, row.id);
      await this.factors.dropCodesOfNone(tx, person.id);
      tx.audit({ noun: 'passkey', id: row.id, before: { personId: person.id }, after: { removed: true } });
      await this.messages.tell(tx, person, 'passkeyRemoved');
      this.authChanges.publish(tx, person.id);
      return new Done();
    });
  }

  /** One of another person is NOT_FOUND. */
  private async own(tx: Transaction, id: string): Promise<PasskeyRow> {
    const row = await this.rows.lockById(tx, id);
    if (row === null || row.personId !== tx.personId) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async insert(tx: Transaction, row: PasskeyRow): Promise<void> {
    try {
      await this.rows.insert(tx, row);
    } catch (error) {
      throw brokenConstraint(error) === 'passkey_credential_id_key'
        ? new DomainError('PASSKEY_THERE')
        : error;
    }
  }
}

export function passkeyView({ id, name, createdAt, usedAt }: PasskeyRow): PasskeyView {
  return { id, name, createdAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null };
}

function requireRoom(known: readonly PasskeyRow[]): void {
  if (known.length >= passkeysMax)
    throw new DomainError('PASSKEYS_TOO_MANY', { params: { max: passkeysMax } });
}
