import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

/** Provides the adopted budgets of unions. */
export interface BudgetSource {
  /** The total of the budget that a union adopted for a year, in fen; null if it adopted none. */
  totalFen(tx: Transaction, unionId: string, year: number): Promise<bigint | null>;
}

/**
 * Budget totals for the fund rules. The budget feature registers itself as the source, because this feature does not
 * depend on it.
 */
@Injectable()
export class YearBudgets {
  private source: BudgetSource | null = null;

  readFrom(source: BudgetSource): void {
    this.source = source;
  }

  async totalFen(tx: Transaction, unionId: string, year: number): Promise<bigint | null> {
    return (await this.source?.totalFen(tx, unionId, year)) ?? null;
  }
}
