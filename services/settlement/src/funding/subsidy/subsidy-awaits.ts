import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { subsidyAwaitsDue } from '../awaits-due.js';
import { awaitsOfSubsidy } from './subsidy-awaits.model.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** Says whom a subsidy waits for. */
@Injectable()
export class SubsidyAwaits {
  constructor(
    private readonly subsidies: SubsidyRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(subsidyAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.subsidies.find(tx, id);
    if (row === null) return;
    const { name: giver } = await this.references.union(tx, row.giverUnionId);
    const { name: receiver } = await this.references.union(tx, row.receiverUnionId);
    const awaits = awaitsOfSubsidy(row, { giver, receiver }, actions);
    await syncAwaits(tx, 'settlement', 'subsidy', [{ id, awaits }]);
  }
}
