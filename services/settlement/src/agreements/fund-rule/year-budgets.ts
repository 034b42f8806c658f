import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

/** Who knows what unions plan to spend. */
export interface BudgetSource {
  /** What a union has adopted for a year in all, in fen; null where it has adopted nothing. */
  totalFen(tx: Transaction, unionId: string, year: number): Promise<bigint | null>;
}

/** Budgets as far as rules need them. Who keeps them comes here, as this feature knows nothing of it. */
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
