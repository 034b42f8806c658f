import { Injectable } from '@nestjs/common';
import { type LoanStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LoanUseRow } from './activity.entity.js';

/** Maintains which resources were used for an activity and for how long, as input for rules by usage. */
@Consumer('loan-use-consumer')
@Injectable()
export class LoanUseConsumer {
  /** Loans that were never handed over do not count as use. A union's use of its own resources counts. */
  @ConsumesTogether(sharingEvents.loanChanged, (loan) => loan.id)
  async changed(tx: Transaction, loan: LoanStateData): Promise<void> {
    const { id: loanId, version, activityId, borrowerUnionId, title = '', pieces = 1 } = loan;
    if (!activityId || !loan.handedOverAt) return;
    tx.send(
      storeCopy(tx, LoanUseRow, {
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
