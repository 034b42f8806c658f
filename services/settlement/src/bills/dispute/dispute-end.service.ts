import { Injectable } from '@nestjs/common';
import type { ConfirmationWay } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import {
  type DecideDisputeRequest,
  disputeContract,
  type DisputeIdRequest,
  type DisputeView,
} from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { type ActionRule, type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import { ConfirmationService } from '../confirmation/confirmation.service.js';
import { nextConfirmation } from '../confirmation/confirmation.model.js';
import { DisputeAccess } from './dispute-access.js';
import { type DisputeStep, nextDispute, requireDecision, stepOf } from './dispute.model.js';
import { DisputePosting } from './dispute-posting.js';
import { type DisputeContext, isClaimant, standingOf } from './dispute.view.js';

/** Ends disputes: either the share is confirmed, or its entry is reversed and may be corrected. */
@Injectable()
export class DisputeEndService {
  constructor(
    private readonly transactions: Transactions,
    private readonly confirmations: ConfirmationService,
    private readonly rows: ConfirmationRepository,
    private readonly disputeAccess: DisputeAccess,
    private readonly posting: DisputePosting,
  ) {}

  @Handles(disputeContract.decide)
  decide(request: DecideDisputeRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.decide, request, async (tx) => {
      const step = stepOf[request.outcome];
      const context = await this.lock(tx, request.disputeId, actions.decideDispute, step);
      requireDecision(context.row, step, standingOf(tx, context), tx.now);
      if (step === 'uphold') return this.uphold(tx, context, request.reason);
      await this.confirmShare(tx, context, 'decision');
      return this.end(tx, context, step, request.reason);
    });
  }

  /** The disputing party withdraws and thereby confirms its share. */
  @Handles(disputeContract.withdraw)
  withdraw(request: DisputeIdRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.withdraw, request, async (tx) => {
      const context = await this.lock(tx, request.disputeId, actions.answerConfirmation, 'withdraw');
      if (!isClaimant(tx, context)) throw new DomainError('NOT_PERMITTED');
      nextDispute(context.row.state, 'withdraw');
      await this.confirmShare(tx, context, 'withdrawal');
      return this.end(tx, context, 'withdraw', null);
    });
  }

  /**
   * Locks the entry or confirmation before the dispute, see `entry-listeners.ts`. Reading the dispute unlocked first is
   * safe: its subject never changes.
   */
  private async lock(
    tx: Transaction,
    id: string,
    rule: ActionRule,
    step: DisputeStep,
  ): Promise<DisputeContext> {
    const seen = await this.disputeAccess.find(tx, id);
    if (seen !== null && step === 'uphold') await this.posting.lockEntry(tx, seen.row.entryId);
    else if (seen !== null) await this.rows.lockById(tx, seen.about.id);
    const context = await this.disputeAccess.lock(tx, id, rule);
    requireVersion(tx, context.row.version);
    return context;
  }

  private async uphold(tx: Transaction, { row }: DisputeContext, reason: string): Promise<DisputeView> {
    await this.posting.reverse(tx, row.entryId, reason);
    const ended = await this.disputeAccess.find(tx, row.id);
    if (ended === null) throw new DomainError('NOT_FOUND');
    return this.disputeAccess.view(tx, ended);
  }

  private async end(
    tx: Transaction,
    context: DisputeContext,
    step: DisputeStep,
    endReason: string | null,
  ): Promise<DisputeView> {
    const end = { state: nextDispute(context.row.state, step), endReason };
    const saved = await this.disputeAccess.save(tx, context, {
      ...end,
      endedBy: tx.personId,
      endedAt: tx.now,
    });
    return this.disputeAccess.view(tx, saved);
  }

  private async confirmShare(
    tx: Transaction,
    { about }: DisputeContext,
    way: ConfirmationWay,
  ): Promise<void> {
    const row = await this.rows.lockById(tx, about.id);
    if (row === null) throw new DomainError('NOT_FOUND');
    nextConfirmation(row.state, 'settle');
    await this.confirmations.settle(tx, row, { way, personId: tx.personId });
  }
}
