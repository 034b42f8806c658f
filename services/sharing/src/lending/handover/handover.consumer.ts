import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { loanClosingDue, LoanSteps } from '../loan/loan-steps.js';
import { HandoverAccess } from './handover-access.js';
import { HandoverAnswers, handoverAnswerDue } from './handover-answers.js';

/** Due work of handovers, and of the loans they end. */
@Injectable()
export class HandoverConsumer {
  constructor(
    private readonly answers: HandoverAnswers,
    private readonly access: HandoverAccess,
    private readonly steps: LoanSteps,
  ) {}

  @OnDue(handoverAnswerDue)
  unanswered(tx: Transaction, key: string): Promise<void> {
    return this.answers.assume(tx, key);
  }

  @OnDue(loanClosingDue)
  async closing(tx: Transaction, loanId: string): Promise<void> {
    await this.access.closeIfOver(tx, await this.steps.lock(tx, loanId));
  }
}
