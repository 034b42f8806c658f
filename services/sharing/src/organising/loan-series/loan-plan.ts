import type { PreviewLoanSeriesRequest } from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import { networkTimeZone, type Period } from '@gongxiang/domain';
import { parseRule, type SeriesRule } from '../series/rule-text.js';
import { planSeries, type SeriesPlan } from '../series/series-plan.js';

/** The network's time zone: lent resources are in China. */
const lendingTimeZone = networkTimeZone;

export interface PlannedLoans {
  readonly rule: SeriesRule;
  readonly plan: SeriesPlan;
}

/**
 * The days of a series of loans, planned like a series of activities: the same days for the same rule (E36–E45).
 * @param first the period of the first loan, on whose day the rule begins
 * @throws DomainError as `parseRule` and `planSeries`
 */
export function planLoans(
  request: Pick<PreviewLoanSeriesRequest, 'rule' | 'except' | 'holidays'>,
  first: Period,
  now: Date,
): PlannedLoans {
  const times = { startsAt: first.start, endsAt: first.end };
  const pattern = {
    ...times,
    // A loan has no sign-up; the plan moves all four times together.
    signUpOpensAt: first.start,
    signUpClosesAt: first.end,
    timeZone: lendingTimeZone,
  };
  const rule = parseRule(request.rule, pattern);
  const wish = { rule, except: request.except ?? [], holidays: request.holidays ?? 'keep' };
  return { rule, plan: planSeries(pattern, wish, now) };
}
