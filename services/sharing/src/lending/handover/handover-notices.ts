import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanSides } from '../loan/loan-sides.js';
import { LoanNotices } from '../loan/loan-notices.js';
import type { HandoverRow } from './handover.entity.js';

/** Notices of what became of a handover. That one waits for an answer is told as such. */
@Injectable()
export class HandoverNotices {
  constructor(private readonly notices: LoanNotices) {}

  /** They did not answer, and it counts. */
  async assumed(tx: Transaction, sides: LoanSides, row: HandoverRow): Promise<void> {
    await this.notify(tx, sides, row, { kind: 'handoverAssumed', values: {}, toAnswering: true });
  }

  /** The recorder is notified of the dispute. */
  async disputed(tx: Transaction, sides: LoanSides, row: HandoverRow): Promise<void> {
    const values = row.dispute === null ? {} : { reason: row.dispute };
    await this.notify(tx, sides, row, { kind: 'handoverDisputed', values, toAnswering: false });
  }

  private async notify(
    tx: Transaction,
    { loan }: LoanSides,
    row: HandoverRow,
    of: { kind: NoticeKind; values: { reason?: string }; toAnswering: boolean },
  ): Promise<void> {
    const { kind, values } = of;
    const notice = { kind, cause: `${kind}/${row.id}`, values };
    const isToBorrower = (row.recordedSide === 'owner') === of.toAnswering;
    if (isToBorrower) await this.notices.notifyBorrower(tx, loan, notice);
    else await this.notices.notifyOwner(tx, loan, notice);
  }
}
