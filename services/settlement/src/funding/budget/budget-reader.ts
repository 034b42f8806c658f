import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type Movement, movementsOf } from '../spending/spending.model.js';
import { SpendingRepository } from '../spending/spending.repository.js';
import { type BudgetReport, reportOf } from './budget-report.model.js';
import { BudgetRepository } from './budget.repository.js';
import { plannedLine, unionKey } from './budget.view.js';

/** Computes plan and actuals of a year, for budgets and disclosures. It does not check permissions. */
@Injectable()
export class BudgetReader {
  constructor(
    private readonly budgets: BudgetRepository,
    private readonly spending: SpendingRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @param budgetId the plan; null if the union has none for the year */
  async report(
    tx: Transaction,
    unionId: string,
    year: number,
    budgetId: string | null,
  ): Promise<BudgetReport> {
    const { path } = await this.references.union(tx, unionId);
    const lines = budgetId === null ? [] : await this.budgets.linesOf(tx, budgetId);
    const movements = await this.movements(tx, unionId, year);
    const lastYear = await this.movements(tx, unionId, year - 1);
    const matterIds = [...new Set(movements.flatMap(({ matterId }) => matterId ?? []))];
    return reportOf({
      lines: lines.map(plannedLine),
      movements,
      lastYear,
      heads: await this.spending.headsOf(tx, path, matterIds),
      scores: await this.spending.scoresOf(tx, matterIds),
    });
  }

  /** The year's actuals against the budget in force, if there is one. */
  async inForce(
    tx: Transaction,
    unionId: string,
    year: number,
  ): Promise<{ readonly number: number | null; readonly report: BudgetReport }> {
    const budget = await this.budgets.adopted(tx, unionId, year);
    const report = await this.report(tx, unionId, year, budget?.id ?? null);
    return { number: budget?.number ?? null, report };
  }

  private async movements(tx: Transaction, unionId: string, year: number): Promise<Movement[]> {
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    const pools = await this.spending.poolsOf(tx, { unionId, ...period });
    const borne = movementsOf(unionKey(unionId), pools, period);
    return [...borne, ...(await this.spending.paidForMatters(tx, { unionId, ...period }))];
  }
}
