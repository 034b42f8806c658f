import { Injectable } from '@nestjs/common';
import {
  type CancelledLoanSeriesView,
  type CancelLoanSeriesRequest,
  type CreateLoanSeriesRequest,
  loanSeriesContract,
  type LoanSeriesPreviewView,
  type LoanSeriesView,
  type PreviewLoanSeriesRequest,
} from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import { type CallContext, DomainError, isLastingRefusal, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../lending/actions.js';
import { attempt } from '../../lending/loan/attempt.js';
import { LoanService } from '../../lending/loan/loan.service.js';
import { isOn } from '../../lending/loan/loan-sides.js';
import { ruleText } from '../series/rule-text.js';
import type { LoanSeriesRow } from './loan-series.entity.js';
import { LoanSeriesReader } from './loan-series-reader.js';
import { LoanSeriesRepository, type SeriesLoan } from './loan-series.repository.js';
import { loanSeriesPreviewOf, versionOf } from './loan-series.view.js';
import { type LentSeries, LoanSeriesWork } from './loan-series-work.js';

/**
 * Loans by a rule. Each is a loan like any other; the series records which belong together, and why a day has none.
 */
@Injectable()
export class LoanSeriesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly work: LoanSeriesWork,
    private readonly series: LoanSeriesRepository,
    private readonly reader: LoanSeriesReader,
    private readonly loans: LoanService,
  ) {}

  @Handles(loanSeriesContract.preview)
  preview(request: PreviewLoanSeriesRequest, call: CallContext): Promise<LoanSeriesPreviewView> {
    return this.transactions.dryRun(call, async (tx) =>
      loanSeriesPreviewOf(await this.work.lend(tx, request)),
    );
  }

  /** @throws DomainError `LOAN_SERIES_REFUSED` if no day is available; then nothing is stored */
  @Handles(loanSeriesContract.create)
  create(request: CreateLoanSeriesRequest, call: CallContext): Promise<Outcome<LoanSeriesView>> {
    return this.transactions.command(call, loanSeriesContract.create, request, async (tx) => {
      const lent = await this.work.lend(tx, request);
      if (lent.lent.length === 0) throw new DomainError('LOAN_SERIES_REFUSED', { pointer: '/rule' });
      const row = seriesRow(tx, request, lent);
      const days = lent.lent.map(({ date, loan }, index) => ({
        seriesId: row.id,
        number: index + 1,
        date,
        loanId: loan.id,
      }));
      await this.series.insert(tx, row, days);
      tx.audit({
        noun: 'loanSeries',
        id: row.id,
        before: null,
        after: { rule: row.ruleText, loanIds: days.map(({ loanId }) => loanId) },
      });
      return this.reader.view(tx, row);
    });
  }

  /**
   * This loan and those after it, or all; by either side, the owner with a reason. What is out already has to be
   * returned.
   */
  @Handles(loanSeriesContract.cancel)
  cancel(request: CancelLoanSeriesRequest, call: CallContext): Promise<Outcome<CancelledLoanSeriesView>> {
    return this.transactions.command(call, loanSeriesContract.cancel, request, async (tx) => {
      const row = await this.series.findById(tx, request.seriesId);
      if (row === null) throw new DomainError('NOT_FOUND');
      const sides = await this.reader.sides(tx, row);
      tx.authorise(actions.cancelLoan, sides.either);
      if (!request.reason && !isOn(tx, sides.borrower)) {
        throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
      }
      await this.work.lock(tx, row.resourceId);
      const loans = await this.series.loansOf(tx, row.id);
      requireVersion(tx, versionOf(loans));
      const open = following(loans, request.fromLoanId ?? null).filter(({ loan }) => isAhead(loan.state));
      const outcome: CancelledLoanSeriesView = { cancelled: [], refused: [], over: false };
      for (const one of open) {
        const code = await this.cancelOne(tx, one, request.reason ?? null);
        const acted = { loanId: one.loan.id, number: one.number, startsAt: one.loan.startsAt.toISOString() };
        if (code === null) outcome.cancelled.push(acted);
        else outcome.refused.push({ ...acted, code });
      }
      const left = loans.filter(({ loan }) => isAhead(loan.state)).length - outcome.cancelled.length;
      return { ...outcome, over: left === 0 };
    });
  }

  /** @returns the code of the refusal, or null */
  private async cancelOne(
    tx: Transaction,
    { loan }: SeriesLoan,
    reason: string | null,
  ): Promise<string | null> {
    try {
      await attempt(tx, (part) => this.loans.cancelIn(part, { loanId: loan.id, reason }));
      return null;
    } catch (error) {
      if (isLastingRefusal(error)) return error.code;
      throw error;
    }
  }
}

function isAhead(state: string): boolean {
  return state === 'requested' || state === 'approved' || state === 'handedOver';
}

/** @throws DomainError `NOT_FOUND` if the loan is not part of the series */
function following(loans: readonly SeriesLoan[], fromLoanId: string | null): readonly SeriesLoan[] {
  if (fromLoanId === null) return loans;
  const from = loans.findIndex(({ loan }) => loan.id === fromLoanId.toLowerCase());
  if (from < 0) throw new DomainError('NOT_FOUND', { pointer: '/fromLoanId' });
  return loans.slice(from);
}

function seriesRow(tx: Transaction, request: CreateLoanSeriesRequest, made: LentSeries): LoanSeriesRow {
  const { resourceId, borrowerUnionId, purpose } = request;
  const { rule, plan, lent, skipped } = made;
  return {
    id: newId(),
    resourceId,
    borrowerUnionId,
    requestedBy: tx.personId,
    purpose,
    quantity: request.quantity ?? 1,
    ruleText: ruleText(rule),
    rule,
    size: lent.length,
    skipped,
    moved: plan.moved,
    holidaysUnknown: plan.holidaysUnknown,
    createdAt: tx.now,
  };
}
