import { Injectable } from '@nestjs/common';
import {
  budgetContract,
  type BudgetReportView,
  type BudgetIdRequest,
  type BudgetWhatIfRequest,
  type BudgetWhatIfView,
  type WhatIfLineDto,
} from '@gongxiang/contracts/settlement/funding/budget.contract';
import { type CallContext, DomainError, fromWire, shanghaiDate, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { SpendingRepository } from '../spending/spending.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { BudgetRow } from './budget.entity.js';
import { type BudgetReport, type Figures, type UnitCosts } from './budget-report.model.js';
import { BudgetReader } from './budget-reader.js';
import { BudgetService } from './budget.service.js';
import { unionKey } from './budget.view.js';
import { namedParty } from '../../reference/named-party.js';
import { daysOf, type Outlook, type WhatIfLine, yearEndOf } from './what-if.model.js';

const activitiesMax = 1_000;

/** Compares a budget with the actuals. Reports are computed on request and not stored. */
@Injectable()
export class BudgetReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly budgets: BudgetService,
    private readonly reader: BudgetReader,
    private readonly spending: SpendingRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(budgetContract.report)
  report({ budgetId }: BudgetIdRequest, call: CallContext): Promise<BudgetReportView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.budgets.see(tx, budgetId);
      const report = await this.reader.report(tx, row.unionId, row.year, row.id);
      const shown = report.activities.slice(0, activitiesMax);
      const titles = await this.spending.titlesOf(
        tx,
        shown.map(({ matterId }) => matterId),
      );
      const names = await this.references.parties(tx, [unionKey(row.unionId)]);
      return {
        budgetId,
        union: namedParty(unionKey(row.unionId), names),
        year: row.year,
        until: untilOf(tx, row),
        ...codesView(report),
        activities: shown.map(({ matterId, borne, score, ...units }) => ({
          ...titleOf(titles.get(matterId), matterId),
          borne: toWire(borne),
          score,
          ...unitsView(units),
        })),
      };
    });
  }

  /** Projects the end of the year. @throws DomainError 422 `EXPENSE_CODE_TWICE`, `AMOUNT_NEGATIVE` */
  @Handles(budgetContract.whatIf)
  whatIf(request: BudgetWhatIfRequest, call: CallContext): Promise<BudgetWhatIfView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.budgets.see(tx, request.budgetId);
      const lines = request.lines.map(lineOf);
      requireOnce(lines);
      const { codes } = await this.reader.report(tx, row.unionId, row.year, row.id);
      const until = untilOf(tx, row);
      const result = yearEndOf(codes, lines, daysOf(row.year, until));
      return {
        until,
        total: outlookView(result.total),
        codes: result.codes.map((code) => ({ expenseCode: code.expenseCode, ...outlookView(code) })),
        atThisPace: toWire(result.atThisPace),
      };
    });
  }
}

/** The copy of an activity may still be in flight. */
function titleOf(
  matter: { readonly title: string; readonly activityId: string | null } | undefined,
  matterId: string,
) {
  return matter ?? { title: '', activityId: matterId };
}

function untilOf(tx: Transaction, { year }: BudgetRow): string {
  const today = shanghaiDate(tx.now);
  const last = `${year}-12-31`;
  return today < last ? today : last;
}

function codesView({ total, codes, months, funds }: BudgetReport) {
  return {
    total: figuresView(total),
    ...unitsView(total),
    codes: codes.map((code) => ({
      expenseCode: code.expenseCode,
      ...figuresView(code),
      lastYear: toWire(code.lastYear),
      ...unitsView(code),
    })),
    months: months.map(({ month, borne, borneSoFar, plannedSoFar }) => ({
      month,
      borne: toWire(borne),
      borneSoFar: toWire(borneSoFar),
      plannedSoFar: toWire(plannedSoFar),
    })),
    funds: funds.map(({ incomeKind, borne }) => ({ incomeKind, borne: toWire(borne) })),
  };
}

function figuresView({ planned, borne, left, isOver }: Figures) {
  return { planned: toWire(planned), borne: toWire(borne), left: toWire(left), isOver };
}

function unitsView({ heads, perHead, perPoint }: UnitCosts) {
  const wire = (amount: bigint | null) => (amount === null ? null : toWire(amount));
  return { heads, perHead: wire(perHead), perPoint: wire(perPoint) };
}

function outlookView({ expected, yearEnd, ...figures }: Outlook) {
  return { ...figuresView(figures), expected: toWire(expected), yearEnd: toWire(yearEnd) };
}

function lineOf({ expenseCode, heads, ...amounts }: WhatIfLineDto, index: number): WhatIfLine {
  const fenOf = (name: 'planned' | 'more' | 'perHead'): bigint | null => {
    const wire = amounts[name] ?? null;
    if (wire === null) return null;
    const pointer = `/lines/${index}/${name}`;
    const fen = fromWire(wire, pointer);
    if (fen < 0n) throw new DomainError('AMOUNT_NEGATIVE', { pointer });
    return fen;
  };
  return {
    expenseCode,
    heads: heads ?? null,
    planned: fenOf('planned'),
    more: fenOf('more'),
    perHead: fenOf('perHead'),
  };
}

function requireOnce(lines: readonly WhatIfLine[]): void {
  const codes = lines.map(({ expenseCode }) => expenseCode);
  const again = codes.findIndex((code, index) => codes.indexOf(code) < index);
  if (again < 0) return;
  const params = { expenseCode: codes[again] ?? '' };
  throw new DomainError('EXPENSE_CODE_TWICE', { pointer: `/lines/${again}/expenseCode`, params });
}
