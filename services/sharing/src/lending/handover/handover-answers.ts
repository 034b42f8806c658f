import { Injectable } from '@nestjs/common';
import {
  type DisputeHandoverRequest,
  type HandoverAnswer,
  handoverContract,
  type HandoverIdRequest,
  type HandoverView,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { LoanSides } from '../loan/loan-sides.js';
import { awaitsMayChange } from '../loan/loan-awaits-due.js';
import { LoanSteps } from '../loan/loan-steps.js';
import { HandoverAccess } from './handover-access.js';
import type { HandoverRow } from './handover.entity.js';
import { counts, isLeft, leftOf, standingOf } from './handover.model.js';
import { HandoverNotices } from './handover-notices.js';
import { HandoverRepository } from './handover.repository.js';

/** Due work: nobody has answered a handover. */
export const handoverAnswerDue = 'handover-answer';

/** Answers of the other side: it confirms a handover, disputes it, or lets the deadline pass. */
@Injectable()
export class HandoverAnswers {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: LoanSteps,
    private readonly access: HandoverAccess,
    private readonly handovers: HandoverRepository,
    private readonly notices: HandoverNotices,
  ) {}

  /**
   * Also possible for the side that disputed it, once the two agree. @throws DomainError `HANDOVER_ANSWERED`,
   * `HANDOVER_TOO_MUCH`
   */
  @Handles(handoverContract.confirm)
  confirm(request: HandoverIdRequest, call: CallContext): Promise<Outcome<HandoverView>> {
    return this.transactions.command(call, handoverContract.confirm, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      requireVersion(tx, row.version);
      if (row.state === 'confirmed') throw new DomainError('HANDOVER_ANSWERED');
      const answered = await this.confirmIn(tx, sides, row, { answer: 'person' });
      return this.access.view(tx, await this.access.closeIfOver(tx, answered.sides), answered.row);
    });
  }

  /** The reason is stored with it. The owner's record counts all the same: only they hold the thing. */
  @Handles(handoverContract.dispute)
  dispute(request: DisputeHandoverRequest, call: CallContext): Promise<Outcome<HandoverView>> {
    return this.transactions.command(call, handoverContract.dispute, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      requireVersion(tx, row.version);
      if (row.state !== 'waiting') throw new DomainError('HANDOVER_ANSWERED');
      const answer = { state: 'disputed', answer: 'person', dispute: request.words } as const;
      const disputed = await this.write(tx, row, { ...answer, answeredBy: tx.personId });
      await this.notices.disputed(tx, sides, disputed);
      return this.access.view(tx, sides, disputed);
    });
  }

  /** Schedules the deadline of the answer. */
  async await(tx: Transaction, { loanId, id, answerBy }: HandoverRow): Promise<void> {
    await schedule(tx, { kind: handoverAnswerDue, key: `${loanId}/${id}`, at: answerBy });
    await awaitsMayChange(tx, loanId);
  }

  /** No answer in time: it counts as confirmed, unless later events make that impossible. */
  async assume(tx: Transaction, key: string): Promise<void> {
    const [loanId = '', id = ''] = key.split('/');
    const sides = await this.steps.lock(tx, loanId);
    const row = await this.handovers.find(tx, loanId, id);
    if (row?.state !== 'waiting') return;
    if (await this.isPossible(tx, sides, row)) {
      const answered = await this.confirmIn(tx, sides, row, { answer: 'deadline' });
      await this.access.closeIfOver(tx, answered.sides);
      await this.notices.assumed(tx, answered.sides, answered.row);
    } else {
      await this.write(tx, row, { state: 'disputed', answer: 'deadline' });
    }
  }

  /**
   * Within the transaction of whoever holds the loan's lock, who then looks whether the loan is over: a damage may be claimed
   * with it. What was disputed is held against what is left by now, so that nothing counts twice.
   * @returns the loan as it is after it, too
   * @throws DomainError `HANDOVER_TOO_MUCH` with what is left, and as {@link HandoverAccess.apply} does
   */
  async confirmIn(
    tx: Transaction,
    sides: LoanSides,
    row: HandoverRow,
    { answer }: { readonly answer: HandoverAnswer },
  ): Promise<{ readonly row: HandoverRow; readonly sides: LoanSides }> {
    const didCount = counts(row);
    if (!didCount) await this.requireLeft(tx, sides, row);
    const answeredBy = answer === 'person' ? tx.personId : null;
    const confirmed = await this.write(tx, row, { state: 'confirmed', answer, answeredBy, dispute: null });
    const after = didCount ? sides : await this.access.apply(tx, sides, confirmed);
    return { row: confirmed, sides: after };
  }

  private async isPossible(tx: Transaction, sides: LoanSides, row: HandoverRow): Promise<boolean> {
    const { loan } = sides;
    if (counts(row)) return true;
    const standing = standingOf(await this.handovers.listOf(tx, loan.id), loan.quantity);
    if (!isLeft(row, standing) || !(await this.access.pieces.areThere(tx, row))) return false;
    if (row.direction === 'back') return loan.state === 'handedOver';
    if (loan.state === 'handedOver') return true;
    // The loan may have been moved to another time since.
    const isThen = loan.startsAt <= row.happenedAt && row.happenedAt < loan.endsAt;
    return loan.state === 'approved' && isThen && !(await this.steps.isOut(tx, sides));
  }

  private async requireLeft(tx: Transaction, { loan }: LoanSides, row: HandoverRow): Promise<void> {
    const standing = standingOf(await this.handovers.listOf(tx, loan.id), loan.quantity);
    if (isLeft(row, standing) && (await this.access.pieces.areThere(tx, row))) return;
    throw new DomainError('HANDOVER_TOO_MUCH', { params: { left: leftOf(row, standing) } });
  }

  private async take(
    tx: Transaction,
    { loanId, handoverId }: HandoverIdRequest,
  ): Promise<{ sides: LoanSides; row: HandoverRow }> {
    const sides = await this.steps.lock(tx, loanId);
    this.access.sideOf(tx, sides);
    const row = await this.handovers.find(tx, loanId, handoverId);
    if (row === null) throw new DomainError('NOT_FOUND');
    this.access.requireOther(tx, sides, row);
    return { sides, row };
  }

  private async write(
    tx: Transaction,
    before: HandoverRow,
    changes: Partial<HandoverRow>,
  ): Promise<HandoverRow> {
    const row = { ...before, ...changes, version: before.version + 1, answeredAt: tx.now };
    await this.handovers.update(tx, row);
    await unschedule(tx, handoverAnswerDue, `${row.loanId}/${row.id}`);
    await awaitsMayChange(tx, row.loanId);
    const { state, answer, dispute } = row;
    tx.audit({
      noun: 'handover',
      id: row.id,
      before: { state: before.state },
      after: { state, answer, dispute },
    });
    return row;
  }
}
