import { Injectable } from '@nestjs/common';
import {
  type AddLinkRequest,
  type BeginLinkRequest,
  bridgeContract,
  type BridgeStartView,
  type LinkedAccountView,
  type RemoveLinkedAccountRequest,
} from '@gongxiang/contracts/membership/access/bridge.contract';
import { Done } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { LinkedAccountRepository } from '../linked-account/linked-account.repository.js';
import { linkedAccountView } from '../linked-account/linked-account.view.js';
import { refuseApiKey } from '../password/current-password-check.js';
import { CredentialProofs } from '../second-factor/credential-proofs.js';
import { TextMessageSender } from '../text-message/text-message-sender.js';
import { BridgeExchange } from './bridge-exchange.js';
import { BridgeIdentities } from './bridge-identities.js';
import { BridgeTickets } from './bridge-tickets.js';

/** Links and unlinks accounts elsewhere. */
@Injectable()
export class LinkedAccountService {
  constructor(
    private readonly transactions: Transactions,
    private readonly proofs: CredentialProofs,
    private readonly exchange: BridgeExchange,
    private readonly tickets: BridgeTickets,
    private readonly identities: BridgeIdentities,
    private readonly accounts: LinkedAccountRepository,
    private readonly people: PersonRepository,
    private readonly messages: TextMessageSender,
    private readonly authChanges: AuthChanges,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `BRIDGE_DOWN`, and the refusals of the proof */
  @Handles(bridgeContract.beginLink)
  async begin(
    { bridge: name, inApp = false, proof }: BeginLinkRequest,
    call: CallContext,
  ): Promise<Outcome<BridgeStartView>> {
    const bridge = this.exchange.of(name);
    const outcome = await this.proofs.command(call, bridgeContract.beginLink, proof, (tx, { id }) =>
      Promise.resolve(this.tickets.issue(name, `link:${id}`, tx.now)),
    );
    return { ...outcome, body: await this.exchange.start(bridge, outcome.body, inApp) };
  }

  /** @throws DomainError `LINKED_TO_ANOTHER`, `LINKED_ACCOUNTS_TOO_MANY`, and the refusals of the exchange */
  @Handles(bridgeContract.addLink)
  async add(request: AddLinkRequest, call: CallContext): Promise<Outcome<LinkedAccountView>> {
    refuseApiKey(call.actor);
    // That they proved to be themselves stands in the ticket, which only the proved got.
    const identity = await this.exchange.identityOf(call, request, (tx) => {
      tx.authorise(actions.changeOwnCredentials, {});
      return `link:${tx.personId}`;
    });
    const work = async (tx: Transaction): Promise<LinkedAccountView | ExistingResult<LinkedAccountView>> => {
      tx.authorise(actions.changeOwnCredentials, {});
      const person = await this.people.lockById(tx, tx.personId);
      if (person === null) throw new DomainError('NOT_FOUND');
      const known = await this.identities.find(tx, identity);
      if (known === null)
        return linkedAccountView(await this.identities.link(tx, person, request.bridge, identity));
      if (known.personId !== person.id) throw new DomainError('LINKED_TO_ANOTHER');
      return new ExistingResult(linkedAccountView(known));
    };
    return this.transactions.command({ ...call, idempotencyKey: null }, bridgeContract.addLink, {}, work);
  }

  /** @throws DomainError `NOT_FOUND`, and the refusals of the proof */
  @Handles(bridgeContract.removeLink)
  remove({ linkedAccountId, proof }: RemoveLinkedAccountRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.proofs.command(call, bridgeContract.removeLink, proof, async (tx, person) => {
      const row = await this.accounts.lockById(tx, linkedAccountId);
      // One of another person is NOT_FOUND.
      if (row === null || row.personId !== person.id) throw new DomainError('NOT_FOUND');
      const { id, bridge } = row;
      await this.accounts.delete(tx, id);
      const before = { personId: person.id, bridge };
      tx.audit({ noun: 'linked-account', id, before, after: { removed: true } });
      await this.messages.tell(tx, person, 'accountUnlinked', { bridge });
      this.authChanges.publish(tx, person.id);
      return new Done();
    });
  }
}
