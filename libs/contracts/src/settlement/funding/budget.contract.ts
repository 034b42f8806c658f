import { yuan } from '../../words/examples.js';
import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { LedgerPartyView, PersonName } from '../party-names.js';
import { expenseCodes, type IncomeKind, incomeKinds } from '../fund.js';

/** `superseded`: a later version was adopted in its place. */
export const budgetStates = ['draft', 'submitted', 'adopted', 'superseded'] as const;
export type BudgetState = (typeof budgetStates)[number];

/** The year of a budget or a disclosure. */
export function FiscalYear(options: { optional?: boolean } = {}): PropertyDecorator {
  return Whole({ ...options, min: 2000, max: 2100, example: 2026 });
}

export class BudgetLineDto {
  @OneOf(expenseCodes, { example: '1.2' }) expenseCode: string;
  @Nested(() => Money, { description: 'Of the whole year; zero or more' }) amount: Money;
  @Text({ optional: true, description: 'What it is meant for' }) note?: string | null;
}

export class CreateBudgetRequest {
  @Uuid() unionId: string;
  @FiscalYear() year: number;
  @ListOf(() => BudgetLineDto, { min: 1, max: expenseCodes.length }) lines: BudgetLineDto[];
}

export class BudgetIdRequest {
  @Uuid() budgetId: string;
}

export class ListBudgetsRequest extends PageRequest {
  @Uuid({ optional: true }) union?: string;
  @FiscalYear({ optional: true }) year?: number;
  @OneOf(budgetStates, { optional: true, name: 'BudgetState' }) state?: BudgetState;
}

export class ChangeBudgetRequest extends BudgetIdRequest {
  @ListOf(() => BudgetLineDto, { min: 1, max: expenseCodes.length }) lines: BudgetLineDto[];
}

export class BudgetReasonRequest extends BudgetIdRequest {
  @Text({ max: 500 }) reason: string;
}

export class BudgetSummaryView {
  @Uuid() id: string;
  @Whole() version: number;
  @Nested(() => LedgerPartyView) union: LedgerPartyView;
  @FiscalYear() year: number;
  @Whole({ description: '1 for the first budget of the year, 2 for its first amendment …' }) number: number;
  @OneOf(budgetStates, { name: 'BudgetState' }) state: BudgetState;
  @Nested(() => Money) total: Money;
  @Text({ nullable: true, max: 500, description: 'Why the earlier version is amended' }) reason:
    string | null;
  @Text({ nullable: true, max: 500 }) returnReason: string | null;
  @Uuid({ nullable: true }) submittedBy: string | null;
  @PersonName() submittedByName: string | null;
  @Uuid({ nullable: true }) adoptedBy: string | null;
  @PersonName() adoptedByName: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Instant({ nullable: true }) adoptedAt: string | null;
}

export class BudgetLineView extends BudgetLineDto {
  @Nested(() => Money, { nullable: true, description: 'In the version before; null where there is none' })
  before: Money | null;
  @Nested(() => Money, { description: 'What this version adds to the one before' }) difference: Money;
}

export class BudgetView extends BudgetSummaryView {
  @ListOf(() => BudgetLineView, {
    max: expenseCodes.length,
    description: 'By expense code; a code that the version before had and this one has not stands with zero',
  })
  lines: BudgetLineView[];
}

/** Planned, borne, left: planned − borne = left, to the fen. */
export class BudgetFiguresView {
  @Nested(() => Money) planned: Money;
  @Nested(() => Money, { description: 'What the union bore of approved costs, less what was reversed' })
  borne: Money;
  @Nested(() => Money, { description: 'Below zero where more was borne than planned' }) left: Money;
  @Flag() isOver: boolean;
}

export class BudgetCodeView extends BudgetFiguresView {
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => Money, { description: 'What was borne of it in the year before' }) lastYear: Money;
  @Whole({ description: "Heads of the union's people at the activities that it was borne for" })
  heads: number;
  @Nested(() => Money, { nullable: true, description: 'Borne per head, rounded down; null without heads' })
  perHead: Money | null;
  @Nested(() => Money, {
    nullable: true,
    description: 'Borne per point of score, of the activities that were scored',
  })
  perPoint: Money | null;
}

export class BudgetMonthView {
  @Whole({ min: 1, max: 12 }) month: number;
  @Nested(() => Money) borne: Money;
  @Nested(() => Money, { description: 'From January to the end of the month' }) borneSoFar: Money;
  @Nested(() => Money, { description: 'A twelfth of the plan for each month' }) plannedSoFar: Money;
}

export class BudgetFundView {
  @OneOf(incomeKinds, { name: 'IncomeKind' }) incomeKind: IncomeKind;
  @Nested(() => Money) borne: Money;
}

export class BudgetActivityView {
  @Uuid({ nullable: true, description: 'Null for a shared bill' }) activityId: string | null;
  @Text() title: string;
  @Nested(() => Money, { description: 'What this union bore of it' }) borne: Money;
  @Whole({ description: "Heads of the union's people" }) heads: number;
  @Nested(() => Money, { nullable: true }) perHead: Money | null;
  @Fraction({ nullable: true, description: '0 to 100, as evaluation has computed it' }) score: number | null;
  @Nested(() => Money, { nullable: true }) perPoint: Money | null;
}

export class BudgetReportView {
  @Uuid() budgetId: string;
  @Nested(() => LedgerPartyView) union: LedgerPartyView;
  @FiscalYear() year: number;
  @CalendarDate({ description: 'The last day that counts: today, or the end of the year' }) until: string;
  @Nested(() => BudgetFiguresView, { description: 'All codes together' })
  total: BudgetFiguresView;
  @Whole() heads: number;
  @Nested(() => Money, { nullable: true }) perHead: Money | null;
  @Nested(() => Money, { nullable: true }) perPoint: Money | null;
  @ListOf(() => BudgetCodeView, { max: expenseCodes.length }) codes: BudgetCodeView[];
  @ListOf(() => BudgetMonthView, { max: 12 }) months: BudgetMonthView[];
  @ListOf(() => BudgetFundView, { max: incomeKinds.length, description: 'From which money it was paid' })
  funds: BudgetFundView[];
  @ListOf(() => BudgetActivityView, { max: 1_000, description: 'The dearest first, a thousand at most' })
  activities: BudgetActivityView[];
}

export class WhatIfLineDto {
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => Money, { optional: true, description: 'Planned instead of what the budget has' })
  planned?: Money | null;
  @Nested(() => Money, { optional: true, description: 'Still to come until the end of the year' })
  more?: Money | null;
  @Whole({ optional: true, max: 1_000_000, description: 'Heads still to come' }) heads?: number | null;
  @Nested(() => Money, {
    optional: true,
    description: 'What one of these heads costs; what a head of this code has cost so far where absent',
  })
  perHead?: Money | null;
}

export class BudgetWhatIfRequest extends BudgetIdRequest {
  @ListOf(() => WhatIfLineDto, { max: expenseCodes.length }) lines: WhatIfLineDto[];
}

export class WhatIfCodeView extends BudgetFiguresView {
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => Money, { description: 'Still to come by the question' }) expected: Money;
  @Nested(() => Money, { description: 'Borne and expected' }) yearEnd: Money;
}

export class WhatIfTotalView extends BudgetFiguresView {
  @Nested(() => Money) expected: Money;
  @Nested(() => Money) yearEnd: Money;
}

export class BudgetWhatIfView {
  @CalendarDate() until: string;
  @Nested(() => WhatIfTotalView, { description: 'Left and over are those of the end of the year' })
  total: WhatIfTotalView;
  @ListOf(() => WhatIfCodeView, { max: expenseCodes.length }) codes: WhatIfCodeView[];
  @Nested(() => Money, {
    description:
      'What the year would come to if it went on as until now: borne × days of the year / days gone',
  })
  atThisPace: Money;
}

const shown = query('settlement.budget.get', BudgetIdRequest, BudgetView, {
  http: 'GET budgets/:budgetId',
  tag: 'budgets',
  summary: 'A version of a budget, each line against the version before',
});

const lines = [{ expenseCode: '1.2', amount: yuan('3000000'), note: '运动会、读书会' }];

export const budgetContract = {
  create: command('settlement.budget.create', CreateBudgetRequest, BudgetView, {
    http: 'POST budgets',
    tag: 'budgets',
    summary: "Drafts a union's budget of a year, a line for each expense code",
    example: { unionId: '01930000-0000-7000-8000-000000000001', year: 2026, lines: lines },
  }),
  list: query('settlement.budget.list', ListBudgetsRequest, pageOf(BudgetSummaryView), {
    http: 'GET budgets',
    tag: 'budgets',
    summary: 'The budgets of my unions with all their versions, newest first',
  }),
  get: shown,
  change: command('settlement.budget.change', ChangeBudgetRequest, BudgetView, {
    http: 'PUT budgets/:budgetId/lines',
    tag: 'budgets',
    summary: 'Replaces the lines of a draft; If-Match names its version',
    ifMatch: true,
    example: { lines: lines },
  }),
  submit: versioned(
    command('settlement.budget.submit', BudgetIdRequest, BudgetView, {
      http: 'POST budgets/:budgetId/submit',
      tag: 'budgets',
      summary: 'Submits a draft for adoption; its lines are locked',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  return: versioned(
    command('settlement.budget.return', BudgetReasonRequest, BudgetView, {
      http: 'POST budgets/:budgetId/return',
      tag: 'budgets',
      summary: 'Gives a submitted budget back to be changed, with a reason',
      status: 200,
      freshRoles: true,
      example: { reason: '文体活动支出偏高，请重新测算' },
    }),
    shown,
  ),
  adopt: versioned(
    command('settlement.budget.adopt', BudgetIdRequest, BudgetView, {
      http: 'POST budgets/:budgetId/adopt',
      tag: 'budgets',
      summary: 'Adopts a budget, by another person than its submitter; the version before is superseded',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  amend: versioned(
    command('settlement.budget.amend', BudgetReasonRequest, BudgetView, {
      http: 'POST budgets/:budgetId/amendments',
      tag: 'budgets',
      summary: 'Begins a new version of the budget in force, which holds until the new one is adopted',
      example: { reason: '新增夏季送清凉活动' },
    }),
    shown,
  ),
  report: query('settlement.budget.report', BudgetIdRequest, BudgetReportView, {
    http: 'GET budgets/:budgetId/report',
    tag: 'budgets',
    summary:
      'Planned, borne and left: by code, month, fund and activity, with what a head and a point has cost',
  }),
  whatIf: query('settlement.budget.what-if', BudgetWhatIfRequest, BudgetWhatIfView, {
    http: 'POST budgets/:budgetId/what-if',
    tag: 'budgets',
    summary: 'What the year would come to with other amounts and heads; nothing is saved',
    status: 200,
    idempotent: false,
    example: { lines: [{ expenseCode: '1.2', more: yuan('500000'), heads: 40 }] },
  }),
};
