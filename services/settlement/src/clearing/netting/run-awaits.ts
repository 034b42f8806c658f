import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { nettingRunAwaitsDue } from '../awaits-due.js';
import { awaitsOfRun } from './run-awaits.model.js';
import { NettingRunRepository } from './run.repository.js';

/** Says whom a netting run waits for. */
@Injectable()
export class RunAwaits {
  constructor(
    private readonly runs: NettingRunRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(nettingRunAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.runs.findById(tx, id);
    if (row === null) return;
    const { name } = await this.references.union(tx, row.unionId);
    const awaits = awaitsOfRun(row, name, actions.confirmNettingRun);
    await syncAwaits(tx, 'settlement', 'nettingRun', [{ id, awaits }]);
  }
}
