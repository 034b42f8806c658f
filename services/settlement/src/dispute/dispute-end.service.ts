import { Injectable } from '@nestjs/common';
import {
  type ConfirmationWay,
  type DecideDisputeRequest,
  disputeContract,
  type DisputeRequest,
  type DisputeView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import { ConfirmationService } from '../confirmation/confirmation.service.js';
import { nextConfirmation } from '../confirmation/confirmation.model.js';
import { DisputeDesk } from './dispute.desk.js';
import { nextDispute, requireDecision, stepOf } from './dispute.model.js';
import { DisputePosting } from './dispute.posting.js';
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

  decide(request: DecideDisputeRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.decide, request, async (tx) => {
      const place = await this.desk.take(tx, request.disputeId, actions.decideDispute);
      const step = stepOf[request.outcome];
      requireDecision(place.row, step, standingOf(tx, place), tx.now);
      const reversalId = step === 'uphold' ? await this.posting.reverse(tx, place, request.reason) : null;
      if (step === 'dismiss') await this.stand(tx, place, 'decision');
      const end = { state: nextDispute(place.row.state, step), endReason: request.reason, reversalId };
      return this.desk.view(
        tx,
        await this.desk.save(tx, place, { ...end, endedBy: tx.personId, endedAt: tx.now }),
      );
    });
  }

  /** Whose share it is agrees after all. */
  withdraw(request: DisputeRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.withdraw, request, async (tx) => {
      const place = await this.desk.take(tx, request.disputeId, actions.answerConfirmation);
      if (!isClaimant(tx, place)) throw new DomainError('NOT_PERMITTED');
      const state = nextDispute(place.row.state, 'withdraw');
      await this.stand(tx, place, 'withdrawal');
      const end = { state, endedBy: tx.personId, endedAt: tx.now };
      return this.desk.view(tx, await this.desk.save(tx, place, end));
    });
  }

  private async stand(tx: Transaction, { about }: DisputePlace, way: ConfirmationWay): Promise<void> {
    const row = await this.rows.lockById(tx, about.id);
    if (row === null) throw new DomainError('NOT_FOUND');
    nextConfirmation(row.state, 'settle');
    await this.confirmations.settle(tx, row, { way, personId: tx.personId });
  }
}
