import { Injectable } from '@nestjs/common';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { PreviewLoanSeriesRequest } from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import { DomainError, isLastingRefusal } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { attempt } from '../../lending/loan/attempt.js';
import { loanPeriod } from '../../lending/loan/loan.model.js';
import { LoanRequestService } from '../../lending/loan/loan-request.service.js';
import { BookingService } from '../../lending/resource/booking.service.js';
import type { SkippedLoan } from './loan-series.entity.js';
import { type PlannedLoans, planLoans } from './loan-plan.js';

export interface LentDay {
  /** The day of the rule. */
  readonly date: string;
  readonly loan: LoanView;
}

export interface LentSeries extends PlannedLoans {
  readonly lent: readonly LentDay[];
  /** In calendar order. */
  readonly skipped: readonly SkippedLoan[];
}

/** Requests a loan on each day of a rule. The preview and the creation run the same code (E43). */
@Injectable()
export class LoanSeriesWork {
  constructor(
    private readonly requests: LoanRequestService,
    private readonly booking: BookingService,
  ) {}

  /**
   * Each day is requested separately, through the same guard as a single loan (E51): a refusal is the reason to skip
   * that day, and the others stand.
   */
  async lend(tx: Transaction, request: PreviewLoanSeriesRequest): Promise<LentSeries> {
    await this.requests.authorise(tx, request);
    const first = loanPeriod(request.startsAt, request.endsAt, tx.now);
    const planned = planLoans(request, first, tx.now);
    await this.lock(tx, request.resourceId);
    const lent: LentDay[] = [];
    const refused: SkippedLoan[] = [];
    for (const { date, times } of planned.plan.occurrences) {
      const loan = await this.lendOn(tx, request, times);
      if (loan instanceof DomainError) {
        refused.push({ date, reason: 'REFUSED', code: loan.code, holiday: null });
      } else lent.push({ date, loan });
    }
    const byRule = planned.plan.skipped.map((skip): SkippedLoan => ({ ...skip, code: null }));
    const skipped = [...byRule, ...refused].sort((left, right) => (left.date < right.date ? -1 : 1));
    return { ...planned, lent, skipped };
  }

  /** No loan of the resource changes until the commit. @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, resourceId: string): Promise<void> {
    await this.booking.lock(tx, resourceId, '/resourceId');
  }

  private async lendOn(
    tx: Transaction,
    request: PreviewLoanSeriesRequest,
    { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  ): Promise<LoanView | DomainError> {
    const { borrowerUnionId, resourceId, purpose, quantity, business, conditionsVersion = null } = request;
    const asked = { borrowerUnionId, resourceId, purpose, quantity, business, conditionsVersion };
    const period = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    try {
      return await attempt(tx, (part) => this.requests.lend(part, { ...asked, ...period }));
    } catch (error) {
      // A temporary problem is no reason to skip a day: the whole request has to be retried.
      if (isLastingRefusal(error)) return error;
      throw error;
    }
  }
}
