import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { LoanRow } from './loan.entity.js';
import { isOverdue, nextOverdueNotice } from './loan.model.js';
import type { LoanNotice } from './loan-notice-work.js';
import { LoanNotices } from './loan-notices.js';
import { LoanRepository } from './loan.repository.js';
import { loanOverdueDue, LoanSteps } from './loan-steps.js';

/** Automatic notices to both sides of a loan: decided, ending soon, and over. */
@Injectable()
export class LoanReminders {
  constructor(
    private readonly loans: LoanRepository,
    private readonly steps: LoanSteps,
    private readonly notices: LoanNotices,
    private readonly references: ReferenceRepository,
  ) {}

  async notifyChange(tx: Transaction, { loanId, version, kind, sides }: LoanNotice): Promise<void> {
    const loan = await this.loans.findById(tx, loanId);
    if (loan === null) return;
    const times = { startsAt: loan.startsAt.toISOString(), at: loan.endsAt.toISOString() };
    const reason = loan.reason === null ? {} : { reason: loan.reason };
    const notice = { kind, cause: `${kind}/${version}` };
    if (sides.includes('owner')) {
      const [partyName = ''] = await this.references.namesOf(tx, [loan.borrowerUnionId]);
      await this.notices.notifyOwner(tx, loan, { ...notice, values: { ...times, ...reason, partyName } });
    }
    if (sides.includes('borrower')) {
      const [partyName = ''] = await this.references.namesOf(tx, [loan.ownerUnionId]);
      await this.notices.notifyBorrower(tx, loan, { ...notice, values: { ...times, ...reason, partyName } });
    }
  }

  /** The borrower is notified a day before the end. After an extension the notice belongs to another end. */
  async dueSoon(tx: Transaction, loanId: string): Promise<void> {
    const loan = await this.loans.findById(tx, loanId);
    if (loan?.state !== 'handedOver' || loan.endsAt <= tx.now) return;
    const at = loan.endsAt.toISOString();
    await this.notices.notifyBorrower(tx, loan, {
      kind: 'loanDueSoon',
      cause: `soon/${at}`,
      values: { at },
    });
  }

  /** The running loan outranks the next one: both sides are notified, and the next borrower is (E55). */
  async overdue(tx: Transaction, loanId: string): Promise<void> {
    const loan = await this.loans.findById(tx, loanId);
    if (loan === null || !isOverdue(loan, tx.now)) return;
    const at = loan.endsAt.toISOString();
    const next = nextOverdueNotice(loan.endsAt, tx.now);
    const notice = { kind: 'loanOverdue', cause: `overdue/${next.toISOString()}`, values: { at } } as const;
    await this.notices.notifyBorrower(tx, loan, notice);
    await this.notices.notifyOwner(tx, loan, notice);
    await this.warnNext(tx, loan);
    this.steps.hint(tx, loan);
    await schedule(tx, { kind: loanOverdueDue, key: loan.id, at: next });
  }

  private async warnNext(tx: Transaction, late: LoanRow): Promise<void> {
    if (!(await this.steps.isAlone(tx, late))) return;
    const next = await this.loans.next(tx, late.resourceId, late.endsAt);
    if (next === null) return;
    const values = { at: next.startsAt.toISOString() };
    await this.notices.notifyBorrower(tx, next, {
      kind: 'loanDelayed',
      cause: `delayed/${late.id}`,
      values,
    });
    this.steps.hint(tx, next);
  }
}
