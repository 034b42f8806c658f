import { Injectable } from '@nestjs/common';
import { type LoanStateData, sharingEvents } from '@gongxiang/contracts';
import { Consumes, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LoanReply } from './loan-reply.entity.js';

/** Keeps how long lenders take to answer: of each loan the last request that was answered. */
@Injectable()
export class LoanReplyConsumer {
  @Consumes(sharingEvents.loanChanged)
  async loanAnswered(tx: Transaction, loan: LoanStateData): Promise<void> {
    const { id: loanId, version, ownerUnionId: lenderUnionId, requestedAt, decidedAt } = loan;
    if (!requestedAt || !decidedAt) return;
    const times = { requestedAt: new Date(requestedAt), decidedAt: new Date(decidedAt) };
    await keepCopy(tx, LoanReply, { loanId, version, lenderUnionId, ...times });
  }
}

/** The hours from request to answer of what a union was asked for, answered in the year before. */
export async function replyHours(tx: Transaction, unionId: string, until: Date): Promise<number[]> {
  const rows: { hours: number }[] = await tx.sql.query(
    `SELECT (extract(epoch FROM decided_at - requested_at) / 3600)::float8 AS hours FROM loan_reply
     WHERE lender_union_id = $1 AND decided_at <= $2 AND decided_at > $2::timestamptz - interval '1 year'`,
    [unionId, until],
  );
  return rows.map(({ hours }) => hours);
}
