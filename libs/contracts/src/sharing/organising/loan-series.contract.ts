import { type HolidayName, holidayNames } from '@gongxiang/domain/holidays';
import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import {
  type HolidayPolicy,
  holidayPolicies,
  occurrencesMax,
  SeriesMoveView,
  SeriesRuleView,
  type SeriesSkipReason,
  seriesSkipReasons,
  seriesYearsMax,
} from './activity-series.contract.js';
import { DayList, WholeList } from '../lending/series-fields.js';
import { type LoanState, loanStates } from '../lending/loan.contract.js';
import { stockMax } from '../lending/resource.contract.js';
import { type UnionBusiness, unionBusinesses } from '../sharing-events.js';

/** What a rule may name beyond the days that get a loan. */
const skippedMax = occurrencesMax + seriesYearsMax * 12 + 1;

/** `REFUSED`: the same is refused for a single loan, by the code beside it. */
export const loanSkipReasons = [...seriesSkipReasons, 'REFUSED'] as const;
export type LoanSkipReason = SeriesSkipReason | 'REFUSED';

export class PreviewLoanSeriesRequest {
  @Uuid({ description: 'The union that borrows' }) borrowerUnionId: string;
  @Uuid() resourceId: string;
  @Instant({ description: 'The start of the first' }) startsAt: string;
  @Instant({ description: 'The end of the first' }) endsAt: string;
  @Text({ max: 500 }) purpose: string;

  @Text({
    max: 300,
    example: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
    description:
      'RRULE of RFC 5545 with COUNT or UNTIL, as for a series of activities; its times are those of the first, on the clock of China',
  })
  rule: string;

  @DayList({ optional: true, max: occurrencesMax, description: 'Days of the rule that are left out' })
  except?: string[] | null;

  @OneOf(holidayPolicies, {
    optional: true,
    name: 'HolidayPolicy',
    description: 'Public holidays of China and weekends that are worked: kept where absent',
  })
  holidays?: HolidayPolicy | null;

  @Whole({
    min: 1,
    optional: true,
    description: 'The version of the conditions of use that the borrower has accepted, where there are any',
  })
  conditionsVersion?: number | null;

  @Whole({ min: 1, max: stockMax, optional: true, description: 'Pieces, or of a stock; 1 where absent' })
  quantity?: number | null;

  @OneOf(unionBusinesses, { optional: true, description: 'What it is for, where the right asks for that' })
  business?: UnionBusiness | null;
}

export class CreateLoanSeriesRequest extends PreviewLoanSeriesRequest {}

/** A day of the rule without a loan, with the reason. */
export class LoanSkipView {
  @Text({ max: 10, pattern: /^\d{4}-\d\d(-\d\d)?$/, example: '2027-02-16' }) date: string;
  @OneOf(loanSkipReasons, { name: 'LoanSkipReason' }) reason: LoanSkipReason;
  @Text({ nullable: true, max: 60, description: 'The code with which a single loan is refused' })
  code: string | null;
  @OneOf(holidayNames, { nullable: true, name: 'HolidayName' }) holiday: HolidayName | null;
}

export class LoanSeriesDayView {
  @CalendarDate({ description: 'The day of the rule' }) date: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @OneOf(loanStates, { description: 'requested: the custodian decides' }) state: LoanState;
}

abstract class LoanSeriesNotes {
  @Nested(() => SeriesRuleView) rule: SeriesRuleView;
  @ListOf(() => LoanSkipView, { max: skippedMax }) skipped: LoanSkipView[];
  @ListOf(() => SeriesMoveView, { max: occurrencesMax }) moved: SeriesMoveView[];
  @WholeList({ max: seriesYearsMax + 2, description: 'Years whose public holidays are not known yet' })
  holidaysUnknown: number[];
}

/** What a series would be at this moment; nothing is kept. */
export class LoanSeriesPreviewView extends LoanSeriesNotes {
  @ListOf(() => LoanSeriesDayView, { max: occurrencesMax }) created: LoanSeriesDayView[];
  @DayList({ max: occurrencesMax, description: 'Days that were to be left out and are none of the rule' })
  exceptUnmatched: string[];
}

export class LoanSeriesLoanView extends LoanSeriesDayView {
  @Uuid() loanId: string;
  @Whole({ min: 1 }) number: number;
}

export class LoanSeriesView extends LoanSeriesNotes {
  @Uuid() id: string;
  @Whole({ description: 'Grows with each change of one of its loans' }) version: number;
  @Uuid() resourceId: string;
  @Text() resourceTitle: string;
  @Uuid() borrowerUnionId: string;
  @Text() borrowerUnionName: string;
  @Text({ max: 500 }) purpose: string;
  @Whole({ min: 1, description: 'How many of it each time' }) quantity: number;
  @Text({ max: 300 }) ruleText: string;
  @ListOf(() => LoanSeriesLoanView, { max: occurrencesMax, description: 'In the order of their numbers' })
  created: LoanSeriesLoanView[];
  @Instant() createdAt: string;
}

export class LoanSeriesIdRequest {
  @Uuid() seriesId: string;
}

export class ListLoanSeriesRequest extends PageRequest {
  @Uuid({ optional: true, description: 'The one that this loan belongs to' }) loanId?: string;
}

export class LoanSeriesLineView {
  @Uuid() id: string;
  @Uuid() resourceId: string;
  @Text() resourceTitle: string;
  @Text() borrowerUnionName: string;
  @Text({ max: 500 }) purpose: string;
  @Nested(() => SeriesRuleView) rule: SeriesRuleView;
  @Whole({ description: 'Loans, with those that were cancelled' }) size: number;
  @Instant() createdAt: string;
}

export class CancelLoanSeriesRequest {
  @Uuid() seriesId: string;
  @Uuid({ optional: true, description: 'This loan and those after it; all where absent' })
  fromLoanId?: string | null;
  @Text({ max: 500, optional: true, description: 'Required where the owner cancels' }) reason?: string | null;
}

export class LoanSeriesActedView {
  @Uuid() loanId: string;
  @Whole() number: number;
  @Instant() startsAt: string;
}

/** A loan that was left as it is. */
export class LoanSeriesRefusalView extends LoanSeriesActedView {
  @Text({ max: 60, description: 'The code with which the same is refused for a single loan' }) code: string;
}

export class CancelledLoanSeriesView {
  @ListOf(() => LoanSeriesActedView, { max: occurrencesMax }) cancelled: LoanSeriesActedView[];
  @ListOf(() => LoanSeriesRefusalView, { max: occurrencesMax }) refused: LoanSeriesRefusalView[];
  @Flag({ description: 'Nothing of the series is ahead any more' }) over: boolean;
}

const shown = query('sharing.loan-series.get', LoanSeriesIdRequest, LoanSeriesView, {
  http: 'GET loan-series/:seriesId',
  tag: 'loans',
  summary: 'Shows a series with its loans, to its two sides',
});

const example = {
  borrowerUnionId: '019a0000-0000-7000-8000-000000000002',
  resourceId: '019a0000-0000-7000-8000-000000000003',
  startsAt: '2026-12-01T19:00:00+08:00',
  endsAt: '2026-12-01T21:00:00+08:00',
  purpose: '合唱团排练',
  rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
  holidays: 'skip',
};

export const loanSeriesContract = {
  preview: query('sharing.loan-series.preview', PreviewLoanSeriesRequest, LoanSeriesPreviewView, {
    http: 'POST loan-series/preview',
    tag: 'loans',
    summary:
      'Shows which loans a series would have at this moment, and which days it would skip, with the reasons',
    example: example,
  }),
  create: command('sharing.loan-series.create', CreateLoanSeriesRequest, LoanSeriesView, {
    http: 'POST loan-series',
    tag: 'loans',
    summary: 'Asks for a loan on each day of a rule; says which days were skipped, and why',
    example: example,
  }),
  get: shown,
  list: query('sharing.loan-series.list', ListLoanSeriesRequest, pageOf(LoanSeriesLineView), {
    http: 'GET loan-series',
    tag: 'loans',
    summary: 'Lists the series that the caller or their unions asked for, the newest first',
  }),
  cancel: versioned(
    command('sharing.loan-series.cancel', CancelLoanSeriesRequest, CancelledLoanSeriesView, {
      http: 'POST loan-series/:seriesId/cancel',
      tag: 'loans',
      summary: 'Cancels this loan and those after it, or all; the owner says why',
      status: 200,
      example: { fromLoanId: '019a0000-0000-7000-8000-000000000004', reason: '场地停用' },
    }),
    shown,
  ),
};
