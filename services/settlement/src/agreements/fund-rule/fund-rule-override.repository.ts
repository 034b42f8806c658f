import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { FundRuleOverrideRow } from './fund-rule.entity.js';
import type { Breach } from './judgement.model.js';

@Injectable()
export class FundRuleOverrideRepository {
  /** All overrides of a pool, including withdrawn ones, newest first. */
  ofPool(tx: Transaction, costPoolId: string): Promise<FundRuleOverrideRow[]> {
    return tx.sql.find(FundRuleOverrideRow, { where: { costPoolId }, order: { id: 'DESC' } });
  }

  find(tx: Transaction, costPoolId: string, id: string): Promise<FundRuleOverrideRow | null> {
    return tx.sql.findOneBy(FundRuleOverrideRow, { costPoolId, id });
  }

  async insert(tx: Transaction, row: FundRuleOverrideRow): Promise<void> {
    await tx.sql.insert(FundRuleOverrideRow, row as never);
  }

  async withdraw(
    tx: Transaction,
    { costPoolId, id }: FundRuleOverrideRow,
    by: { readonly withdrawnBy: string; readonly withdrawnAt: Date },
  ): Promise<void> {
    await tx.sql.update(FundRuleOverrideRow, { costPoolId, id }, by);
  }
}

/** The override that covers the breach: for the same bill and rule, and for at least the same amount. */
export function liftOf(
  breach: Breach,
  overrides: readonly FundRuleOverrideRow[],
): FundRuleOverrideRow | undefined {
  return overrides.find(
    ({ withdrawnAt, itemId, setId, ruleKey, actual }) =>
      withdrawnAt === null &&
      itemId === breach.place &&
      setId === breach.setId &&
      ruleKey === breach.rule.key &&
      actual >= breach.actual,
  );
}
