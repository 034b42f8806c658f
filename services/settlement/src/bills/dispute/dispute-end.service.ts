import { Injectable } from '@nestjs/common';
import type { ConfirmationWay } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import {
  type DecideDisputeRequest,
  disputeContract,
  type DisputeRequest,
  type DisputeView,
} from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { type ActionRule, type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import { ConfirmationService } from '../confirmation/confirmation.service.js';
import { nextConfirmation } from '../confirmation/confirmation.model.js';
import { DisputeDesk } from './dispute-desk.js';
import { type DisputeStep, nextDispute, requireDecision, stepOf } from './dispute.model.js';
import { DisputePosting } from './dispute-posting.js';
import { type DisputePlace, isClaimant, standingOf } from './dispute.view.js';

/** How a dispute ends: the share stands, or its entry is taken back and may be put right. */
@Injectable()
export class DisputeEndService {
  constructor(
    private readonly transactions: Transactions,
    private readonly confirmations: ConfirmationService,
    private readonly rows: ConfirmationRepository,
    private readonly desk: DisputeDesk,
    private readonly posting: DisputePosting,
  ) {}

  @Handles(disputeContract.decide)
  decide(request: DecideDisputeRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.decide, request, async (tx) => {
      const step = stepOf[request.outcome];
      const place = await this.take(tx, request.disputeId, actions.decideDispute, step);
      requireDecision(place.row, step, standingOf(tx, place), tx.now);
      if (step === 'uphold') return this.uphold(tx, place, request.reason);
      await this.stand(tx, place, 'decision');
      return this.end(tx, place, step, request.reason);
    });
  }

  /** Whose share it is agrees after all. */
  @Handles(disputeContract.withdraw)
  withdraw(request: DisputeRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.withdraw, request, async (tx) => {
      const place = await this.take(tx, request.disputeId, actions.answerConfirmation, 'withdraw');
      if (!isClaimant(tx, place)) throw new DomainError('NOT_PERMITTED');
      nextDispute(place.row.state, 'withdraw');
      await this.stand(tx, place, 'withdrawal');
      return this.end(tx, place, 'withdraw', null);
    });
  }

  /** Locks what stands above the dispute first, see `entry-watch.ts`; what it is about never changes. */
  private async take(
    tx: Transaction,
    id: string,
    rule: ActionRule,
    step: DisputeStep,
  ): Promise<DisputePlace> {
    const seen = await this.desk.find(tx, id);
    if (seen !== null && step === 'uphold') await this.posting.holdEntry(tx, seen.row.entryId);
    else if (seen !== null) await this.rows.lockById(tx, seen.about.id);
    const place = await this.desk.take(tx, id, rule);
    requireVersion(tx, place.row.version);
    return place;
  }

  private async uphold(tx: Transaction, { row }: DisputePlace, reason: string): Promise<DisputeView> {
    await this.posting.reverse(tx, row.entryId, reason);
    const ended = await this.desk.find(tx, row.id);
    if (ended === null) throw new DomainError('NOT_FOUND');
    return this.desk.view(tx, ended);
  }

  private async end(
    tx: Transaction,
    place: DisputePlace,
    step: DisputeStep,
    endReason: string | null,
  ): Promise<DisputeView> {
    const end = { state: nextDispute(place.row.state, step), endReason };
    const saved = await this.desk.save(tx, place, { ...end, endedBy: tx.personId, endedAt: tx.now });
    return this.desk.view(tx, saved);
  }

  private async stand(tx: Transaction, { about }: DisputePlace, way: ConfirmationWay): Promise<void> {
    const row = await this.rows.lockById(tx, about.id);
    if (row === null) throw new DomainError('NOT_FOUND');
    nextConfirmation(row.state, 'settle');
    await this.confirmations.settle(tx, row, { way, personId: tx.personId });
  }
}
