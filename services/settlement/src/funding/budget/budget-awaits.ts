import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { budgetAwaitsDue } from '../awaits-due.js';
import { awaitsOfBudget } from './budget-awaits.model.js';
import { BudgetRepository } from './budget.repository.js';

/** Says whom a budget waits for. */
@Injectable()
export class BudgetAwaits {
  constructor(
    private readonly budgets: BudgetRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(budgetAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.budgets.findById(tx, id);
    if (row === null) return;
    const { name: title } = await this.references.union(tx, row.unionId);
    const totalFen = (await this.budgets.totalsOf(tx, [id])).get(id) ?? 0n;
    const awaits = awaitsOfBudget(row, { title, totalFen }, actions);
    await syncAwaits(tx, 'settlement', 'budget', [{ id, awaits }]);
  }
}
