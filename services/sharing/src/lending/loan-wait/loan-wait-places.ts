import { Injectable } from '@nestjs/common';
import type { LoanWaitView } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { putsSmallFirst } from '../lending-rule/lending-rule.model.js';
import { LendingRuleRepository } from '../lending-rule/lending-rule.repository.js';
import { LoanRepository } from '../loan/loan.repository.js';
import { ResourceRow } from '../resource/resource.entity.js';
import type { LoanWaitRow } from './loan-wait.entity.js';
import { inLine } from './loan-wait.model.js';
import { LoanWaitRepository } from './loan-wait.repository.js';
import { waitViewOf } from './loan-wait.view.js';

/** Views of waits with their places, a page in a few statements. */
@Injectable()
export class LoanWaitPlaces {
  constructor(
    private readonly waits: LoanWaitRepository,
    private readonly rules: LendingRuleRepository,
    private readonly loans: LoanRepository,
  ) {}

  async views(tx: Transaction, rows: readonly LoanWaitRow[]): Promise<LoanWaitView[]> {
    const resourceIds = [...new Set(rows.map(({ resourceId }) => resourceId))];
    const unionIds = rows.map(({ borrowerUnionId }) => borrowerUnionId);
    const names = await this.loans.namesFor(tx, { resourceIds, unionIds });
    const smallFirst = await this.smallFirst(tx, resourceIds);
    const waiting = await this.waits.waitingFor(tx, resourceIds);
    const places = new Map<string, number>();
    for (const resourceId of resourceIds) {
      const line = waiting.filter((one) => one.resourceId === resourceId);
      inLine(line, smallFirst.has(resourceId)).forEach(({ id }, index) => places.set(id, index + 1));
    }
    return rows.map((row) =>
      waitViewOf(row, names, {
        place: places.get(row.id) ?? null,
        smallFirst: smallFirst.has(row.resourceId),
      }),
    );
  }

  /** The resources at which small and micro unions go first. */
  private async smallFirst(tx: Transaction, resourceIds: readonly string[]): Promise<Set<string>> {
    const resources = await tx.sql.findBy(ResourceRow, { id: In([...resourceIds]) });
    const rules = await this.rules.ofAll(tx, resources);
    return new Set([...rules].flatMap(([id, rule]) => (putsSmallFirst(rule) ? [id] : [])));
  }
}
