import { Injectable } from '@nestjs/common';
import { type LoanStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LoanReply } from './loan-reply.entity.js';

/** Maintains the reply times of lenders: the last answered request of each loan. */
@Consumer('loan-reply-consumer')
@Injectable()
export class LoanReplyConsumer {
  @ConsumesTogether(sharingEvents.loanChanged, (loan) => loan.id)
  async loanAnswered(tx: Transaction, loan: LoanStateData): Promise<void> {
    const { id: loanId, version, ownerUnionId: lenderUnionId, requestedAt, decidedAt } = loan;
    if (!requestedAt || !decidedAt) return;
    const times = { requestedAt: new Date(requestedAt), decidedAt: new Date(decidedAt) };
    tx.send(storeCopy(tx, LoanReply, { loanId, version, lenderUnionId, ...times }));
  }
}
