import { Injectable } from '@nestjs/common';
import {
  bridgeContract,
  type BridgesView,
  type BridgeStartView,
  type FinishBridgeRequest,
  type StartBridgeRequest,
} from '@gongxiang/contracts/membership/access/bridge.contract';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { isPhone, normalisePhone } from '../../persons/person/person.model.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { LinkedAccountRepository } from '../linked-account/linked-account.repository.js';
import { FirstStep, type FirstStepView, signedIn } from '../session/first-step.js';
import { withoutKey } from '../session/sign-in.service.js';
import type { ProvenIdentity } from './bridge.js';
import { BridgeExchange } from './bridge-exchange.js';
import { BridgeIdentities } from './bridge-identities.js';
import { BridgeTickets } from './bridge-tickets.js';

/** Signs people in by an account elsewhere. It never creates a person. */
@Injectable()
export class BridgeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly exchange: BridgeExchange,
    private readonly tickets: BridgeTickets,
    private readonly identities: BridgeIdentities,
    private readonly accounts: LinkedAccountRepository,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
    private readonly firstStep: FirstStep,
  ) {}

  @Handles(bridgeContract.list)
  list(_request: NoRequest, _call: CallContext): Promise<BridgesView> {
    const { bridges } = this.exchange;
    return Promise.resolve({
      bridges: bridges.map(({ name: bridge, title, inAppOnly }) => ({ bridge, title, inAppOnly })),
    });
  }

  /**
   * Writes nothing: whoever asks is not signed in.
   * @throws DomainError `NOT_FOUND`, `BRIDGE_DOWN`
   */
  @Handles(bridgeContract.start)
  async start(
    { bridge: name, inApp = false }: StartBridgeRequest,
    call: CallContext,
  ): Promise<Outcome<BridgeStartView>> {
    const bridge = this.exchange.of(name);
    const outcome = await this.transactions.untraced(call, (tx) =>
      Promise.resolve(this.tickets.issue(name, 'sign-in', tx.now)),
    );
    return { ...outcome, body: await this.exchange.start(bridge, outcome.body, inApp) };
  }

  /**
   * The same response whether or not somebody has such an account here.
   * @throws DomainError `BRIDGE_NOT_LINKED`, `SECOND_FACTOR_REQUIRED`, and the refusals of the exchange
   */
  @Handles(bridgeContract.finish)
  async finish(request: FinishBridgeRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const identity = await this.exchange.identityOf(call, request, () => 'sign-in');
    const work = async (tx: Transaction): Promise<FirstStepView> => {
      const person = (await this.linkedTo(tx, identity)) ?? (await this.linkedByPhone(tx, request, identity));
      if (person === null) throw new DomainError('BRIDGE_NOT_LINKED');
      return this.firstStep.take(tx, person);
    };
    return signedIn(await this.transactions.command(withoutKey(call), bridgeContract.finish, {}, work));
  }

  /** @returns null also for somebody who has no account (any more) */
  private async linkedTo(tx: Transaction, identity: ProvenIdentity): Promise<PersonRow | null> {
    const link = await this.identities.find(tx, identity);
    const person = link === null ? null : await this.people.lockById(tx, link.personId);
    if (link === null || person?.passwordHash == null) return null;
    return (await this.accounts.markUsed(tx, link)) ? person : null;
  }

  /** Links the identity to whom the phone belongs: the only person on record with it, who has an account. */
  private async linkedByPhone(
    tx: Transaction,
    { bridge }: FinishBridgeRequest,
    identity: ProvenIdentity,
  ): Promise<PersonRow | null> {
    const phone = normalisePhone(identity.phone ?? '');
    if (!isPhone(phone) || (await this.identities.find(tx, identity)) !== null) return null;
    const phoneHash = this.personalData.hash('phone', phone);
    const [found, ...others] = await this.people.findByPhone(tx, phoneHash);
    if (found === undefined || others.length > 0) return null;
    const person = await this.people.lockById(tx, found.id);
    if (person?.passwordHash == null || person.phoneHash !== phoneHash) return null;
    const link = await this.identities.link(tx, person, bridge, identity);
    return (await this.accounts.markUsed(tx, link)) ? person : null;
  }
}
