import { Injectable } from '@nestjs/common';
import { rootPath } from '@gongxiang/domain';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt } from '../../unions/awaits/whom.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { awaitsOfBreach } from './data-breach.model.js';
import { DataBreachRepository } from './data-breach.repository.js';

/** Says whom a record of a breach waits for: somebody else who answers for the platform. */
@Injectable()
export class BreachAwaits {
  constructor(
    private readonly breaches: DataBreachRepository,
    private readonly unions: UnionRepository,
  ) {}

  @OnDue(awaitsDue.dataBreach)
  async sync(tx: Transaction, id: string): Promise<void> {
    const recorded = await this.breaches.lockById(tx, id);
    const root = await this.unions.findByPath(tx, rootPath);
    if (recorded === null || root === null) return;
    const decider = officeAt(root.id, actions.keepDataBreaches, { exceptIds: [recorded.recordedBy] });
    await syncAwaits(tx, 'membership', 'dataBreach', [{ id, awaits: awaitsOfBreach(recorded, decider) }]);
  }
}
