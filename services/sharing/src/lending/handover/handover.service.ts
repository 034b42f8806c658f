import { Injectable } from '@nestjs/common';
import {
  handoverContract,
  type HandoverDirection,
  type HandoverView,
  type RecordHandoverRequest,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import {
  type HandOverLoanRequest,
  loanContract,
  type LoanView,
  type ReturnLoanRequest,
} from '@gongxiang/contracts/sharing/lending/loan.contract';
import { type CallContext, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { nextState } from '../loan/loan.model.js';
import { LoanSteps } from '../loan/loan-steps.js';
import { HandoverAccess } from './handover-access.js';
import { HandoverRecorder } from './handover-recorder.js';
import { HandoverRepository } from './handover.repository.js';

/**
 * Recording handovers. One recorder serves every source: the counter, the borrower, an offline device, and the two
 * routes without details (E56).
 */
@Injectable()
export class HandoverService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: LoanSteps,
    private readonly access: HandoverAccess,
    private readonly recorder: HandoverRecorder,
    private readonly handovers: HandoverRepository,
  ) {}

  /** @throws DomainError as {@link HandoverRecorder.record} does */
  @Handles(handoverContract.record)
  record(request: RecordHandoverRequest, call: CallContext): Promise<Outcome<HandoverView>> {
    return this.transactions.command(call, handoverContract.record, request, async (tx) => {
      const sides = await this.steps.lock(tx, request.loanId);
      const side = this.access.sideOf(tx, sides);
      const known = await this.handovers.find(tx, request.loanId, request.operationId);
      if (known !== null) return new ExistingResult(await this.access.view(tx, sides, known));
      const recorded = await this.recorder.record(tx, sides, { ...request, side });
      const view = await this.access.view(tx, recorded.sides, recorded.row);
      return recorded.isAnswer ? new ExistingResult(view) : view;
    });
  }

  /** By the owner, without details. */
  @Handles(loanContract.handOver)
  handOver(request: HandOverLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.handOver, request, (tx) =>
      this.passOn(tx, request, 'out'),
    );
  }

  /** By the owner, without details. */
  @Handles(loanContract.giveBack)
  returnThing(request: ReturnLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.giveBack, request, (tx) =>
      this.passOn(tx, request, 'back'),
    );
  }

  private async passOn(
    tx: Transaction,
    { loanId, pieces }: HandOverLoanRequest | ReturnLoanRequest,
    direction: HandoverDirection,
  ): Promise<LoanView> {
    const sides = await this.steps.lock(tx, loanId);
    tx.authorise(actions.decideLoan, sides.owner);
    requireVersion(tx, sides.loan.version);
    nextState(sides.loan.state, direction === 'out' ? 'handOver' : 'giveBack');
    const request = {
      loanId,
      operationId: newId<'handover'>(),
      direction,
      side: 'owner',
      pieces,
      isWhole: true,
    } as const;
    const recorded = await this.recorder.record(tx, sides, request);
    return this.steps.view(tx, recorded.sides.loan);
  }
}
