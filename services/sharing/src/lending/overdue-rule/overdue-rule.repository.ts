import { Injectable } from '@nestjs/common';
import { pathsUpwards } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { UnionRef } from '../../reference/reference.entity.js';
import { OverdueRuleRow } from './overdue-rule.entity.js';

type OverdueRule = Pick<OverdueRuleRow, 'overdueBlock' | 'graceHours'> & {
  /** The union that set it; null for the default. */
  readonly unionId: string | null;
};

/** The default: no loans to a union with an overdue one. */
const usualRule: OverdueRule = { overdueBlock: 'any', graceHours: 0, unionId: null };

@Injectable()
export class OverdueRuleRepository {
  async save(tx: Transaction, row: OverdueRuleRow): Promise<void> {
    await tx.sql.upsert(OverdueRuleRow, row, ['unionId']);
  }

  /** The version of the union's own rule; 0 if it has none. */
  async versionOf(tx: Transaction, unionId: string): Promise<number> {
    return (await tx.sql.findOneBy(OverdueRuleRow, { unionId }))?.version ?? 0;
  }

  /** The rule of the nearest union upwards from this path; null if the copy has not arrived. */
  async inForce(tx: Transaction, path: string | null): Promise<OverdueRule> {
    if (path === null) return usualRule;
    const row = await tx.sql
      .createQueryBuilder(OverdueRuleRow, 'r')
      .innerJoin(UnionRef, 'u', 'u.id = r.unionId')
      .where('u.path = ANY(:paths)', { paths: pathsUpwards(path) })
      .orderBy('length(u.path)', 'DESC')
      .getOne();
    return row ?? usualRule;
  }
}
