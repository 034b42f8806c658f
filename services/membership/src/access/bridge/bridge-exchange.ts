import { Inject, Injectable } from '@nestjs/common';
import type {
  BridgeName,
  BridgeReturn,
  BridgeStartView,
} from '@gongxiang/contracts/membership/access/bridge.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PasskeyRepository } from '../passkey/passkey.repository.js';
import { SignInGuard } from '../password/sign-in-guard.js';
import { type Bridge, type BridgeAttempt, BRIDGES, type ProvenIdentity } from './bridge.js';
import { BridgeTickets, type Ticket, type TicketPurpose } from './bridge-tickets.js';

/** What comes back from a provider in vain counts for its network only: it names nobody. */
const bridgeTries = 'bridge';

/** Sends people to a provider, and asks it who has come back. The provider is called outside of transactions. */
@Injectable()
export class BridgeExchange {
  constructor(
    private readonly transactions: Transactions,
    @Inject(BRIDGES) readonly bridges: readonly Bridge[],
    private readonly tickets: BridgeTickets,
    private readonly answered: PasskeyRepository,
    private readonly guard: SignInGuard,
  ) {}

  /** @throws DomainError `NOT_FOUND` if it is not configured */
  of(name: BridgeName): Bridge {
    const bridge = this.bridges.find((one) => one.name === name);
    if (bridge === undefined) throw new DomainError('NOT_FOUND');
    return bridge;
  }

  /** @throws DomainError `BRIDGE_DOWN` */
  async start(bridge: Bridge, ticket: Ticket, inApp: boolean): Promise<BridgeStartView> {
    const url = await bridge.authoriseUrl(this.tickets.attemptOf(ticket.ticket), inApp);
    return { url, ticket: ticket.ticket, expiresAt: ticket.expiresAt.toISOString() };
  }

  /**
   * Uses the ticket up, and then the code.
   * @param purposeOf for what the ticket has to be; may refuse the caller
   * @throws DomainError `BRIDGE_STATE_WRONG`, `BRIDGE_REFUSED`, `BRIDGE_DOWN`, `NOT_FOUND`, `TOO_MANY_REQUESTS`
   */
  async identityOf(
    call: CallContext,
    returned: BridgeReturn,
    purposeOf: (tx: Transaction) => TicketPurpose,
  ): Promise<ProvenIdentity> {
    const bridge = this.of(returned.bridge);
    const { body: attempt } = await this.transactions.untraced(call, async (tx) => {
      const purpose = purposeOf(tx);
      await this.guard.refuseEarly(tx, keysOf(call));
      const redeemed = await this.redeem(tx, returned, purpose);
      if (redeemed === null) await this.guard.recordOutcome(tx, keysOf(call), false);
      return redeemed;
    });
    // Thrown after the commit, as a rollback would undo the count of the failure.
    if (attempt === null) throw new DomainError('BRIDGE_STATE_WRONG', { pointer: '/state' });
    try {
      return await bridge.identityOf(attempt, returned);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'BRIDGE_REFUSED')
        await this.transactions.untraced(call, (tx) => this.guard.recordOutcome(tx, keysOf(call), false));
      throw error;
    }
  }

  private async redeem(
    tx: Transaction,
    { bridge, state, ticket }: BridgeReturn,
    purpose: TicketPurpose,
  ): Promise<BridgeAttempt | null> {
    const expiresAt = this.tickets.read(bridge, purpose, ticket, tx.now);
    const attempt = this.tickets.attemptOf(ticket);
    if (expiresAt === null || attempt.state !== state) return null;
    // The hash of a ticket works once, also of two that arrive at the same moment.
    return (await this.answered.spend(tx, { nonce: attempt.state, expiresAt })) ? attempt : null;
  }
}

function keysOf({ from }: CallContext): readonly string[] {
  return [`${bridgeTries}:${from}`];
}
