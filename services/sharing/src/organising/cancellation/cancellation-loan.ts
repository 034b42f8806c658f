import { Injectable } from '@nestjs/common';
import type { CancelledLoanView } from '@gongxiang/contracts/sharing/organising/cancellation.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { LoanRow } from '../../lending/loan/loan.entity.js';
import { LoanRepository } from '../../lending/loan/loan.repository.js';
import { LoanService } from '../../lending/loan/loan.service.js';
import { loanOutcome } from './cancellation.model.js';
import { CancellationRepository } from './cancellation.repository.js';

/** The effect of a cancellation on the loan of the venue. */
@Injectable()
export class CancellationLoan {
  constructor(
    private readonly loans: LoanRepository,
    private readonly service: LoanService,
    private readonly repository: CancellationRepository,
  ) {}

  /** @returns null if the activity has no loan */
  async of(tx: Transaction, activity: ActivityRow): Promise<CancelledLoanView | null> {
    const loan = await this.find(tx, activity);
    if (loan === null) return null;
    const { id, state, resourceId } = loan;
    const { resources } = await this.loans.namesOf(tx, [loan]);
    return {
      id,
      resourceName: resources.get(resourceId) ?? '',
      state,
      startsAt: loan.startsAt.toISOString(),
      endsAt: loan.endsAt.toISOString(),
      outcome: await this.outcomeOf(tx, activity, loan),
    };
  }

  /** The activity is locked before the loan; no holder of a loan's lock waits for an activity. */
  async free(tx: Transaction, activity: ActivityRow): Promise<void> {
    const loan = await this.find(tx, activity);
    if (loan === null || (await this.outcomeOf(tx, activity, loan)) !== 'freed') return;
    await this.service.freeUp(tx, loan.id, activity.cancelReason);
  }

  private async find(tx: Transaction, { loanId }: ActivityRow): Promise<LoanRow | null> {
    return loanId === null ? null : this.loans.findById(tx, loanId);
  }

  private async outcomeOf(
    tx: Transaction,
    activity: ActivityRow,
    loan: LoanRow,
  ): Promise<CancelledLoanView['outcome']> {
    const isShared = await this.repository.isShared(tx, loan.id, activity.id);
    return loanOutcome({ loan, activity, isShared });
  }
}
