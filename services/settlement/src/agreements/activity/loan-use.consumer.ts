import { Injectable } from '@nestjs/common';
import { type LoanStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, ConsumesTogether, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LoanUseRow } from './activity.entity.js';

/** Keeps which things were used for an activity, and for how long: what a rule by usage may go by. */
@Consumer('loan-use-consumer')
@Injectable()
export class LoanUseConsumer {
  /** What was never handed over was not used. A union that uses what is its own uses it as well. */
  @ConsumesTogether(sharingEvents.loanChanged, (loan) => loan.id)
  async changed(tx: Transaction, loan: LoanStateData): Promise<void> {
    const { id: loanId, version, activityId, borrowerUnionId, title = '', pieces = 1 } = loan;
    if (!activityId || !loan.handedOverAt) return;
    tx.send(
      keepCopy(tx, LoanUseRow, {
        loanId,
        version,
        activityId,
        borrowerUnionId,
        title,
        pieces,
        handedOverAt: new Date(loan.handedOverAt),
        until: new Date(loan.returnedAt ?? loan.endsAt),
        isReturned: loan.returnedAt !== null,
      }),
    );
  }
}
