import type {
  LoanSeriesLineView,
  LoanSeriesLoanView,
  LoanSeriesPreviewView,
  LoanSeriesView,
} from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import type { LoanNames } from '../../lending/loan/loan.view.js';
import { ruleViewOf } from '../series/series.view.js';
import type { LoanSeriesRow } from './loan-series.entity.js';
import type { SeriesLoan } from './loan-series.repository.js';
import type { LentSeries } from './loan-series-work.js';

export function loanSeriesPreviewOf({ rule, plan, lent, skipped }: LentSeries): LoanSeriesPreviewView {
  return {
    rule: ruleViewOf(rule),
    created: lent.map(({ date, loan: { startsAt, endsAt, state } }) => ({ date, startsAt, endsAt, state })),
    skipped: [...skipped],
    moved: [...plan.moved],
    holidaysUnknown: [...plan.holidaysUnknown],
    exceptUnmatched: [...plan.exceptUnmatched],
  };
}

export function loanSeriesViewOf(
  row: LoanSeriesRow,
  loans: readonly SeriesLoan[],
  names: LoanNames,
): LoanSeriesView {
  const { id, resourceId, borrowerUnionId, purpose, ruleText, rule, skipped, moved, holidaysUnknown } = row;
  return {
    id,
    version: versionOf(loans),
    resourceId,
    borrowerUnionId,
    purpose,
    ruleText,
    quantity: row.quantity,
    resourceTitle: names.resources.get(resourceId) ?? '',
    borrowerUnionName: names.unions.get(borrowerUnionId) ?? '',
    rule: ruleViewOf(rule),
    created: loans.map(seriesLoanViewOf),
    skipped: [...skipped],
    moved: [...moved],
    holidaysUnknown: [...holidaysUnknown],
    createdAt: row.createdAt.toISOString(),
  };
}

/**
 * The version of a series is the sum of its loans' versions: it grows with each change, and no loan leaves the
 * series.
 */
export function versionOf(loans: readonly SeriesLoan[]): number {
  return loans.reduce((sum, { loan }) => sum + loan.version, 0);
}

export function loanSeriesLineOf(row: LoanSeriesRow, names: LoanNames): LoanSeriesLineView {
  const { id, resourceId, borrowerUnionId, purpose, rule, size } = row;
  return {
    id,
    resourceId,
    purpose,
    size,
    resourceTitle: names.resources.get(resourceId) ?? '',
    borrowerUnionName: names.unions.get(borrowerUnionId) ?? '',
    rule: ruleViewOf(rule),
    createdAt: row.createdAt.toISOString(),
  };
}

function seriesLoanViewOf({ number, date, loan }: SeriesLoan): LoanSeriesLoanView {
  return {
    number,
    date,
    loanId: loan.id,
    state: loan.state,
    startsAt: loan.startsAt.toISOString(),
    endsAt: loan.endsAt.toISOString(),
  };
}
