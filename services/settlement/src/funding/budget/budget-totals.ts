import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sum } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type BudgetSource, YearBudgets } from '../../agreements/fund-rule/year-budgets.js';
import { BudgetRepository } from './budget.repository.js';

/** Provides the adopted budget totals to the fund rules. */
@Injectable()
export class BudgetTotals implements BudgetSource, OnModuleInit {
  constructor(
    private readonly rules: YearBudgets,
    private readonly budgets: BudgetRepository,
  ) {}

  onModuleInit(): void {
    this.rules.readFrom(this);
  }

  /** The total of the version in force, regardless of the number of amendments. */
  async totalFen(tx: Transaction, unionId: string, year: number): Promise<bigint | null> {
    const budget = await this.budgets.adopted(tx, unionId, year);
    if (budget === null) return null;
    const lines = await this.budgets.linesOf(tx, budget.id);
    return sum(lines.map(({ amountFen }) => amountFen));
  }
}
