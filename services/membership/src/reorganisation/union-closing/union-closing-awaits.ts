import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt } from '../../unions/awaits/whom.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { awaitsOfClosing } from './union-closing.model.js';
import { UnionClosingRepository } from './union-closing.repository.js';

/** Says whom a filing to close a union waits for: another officer of the union above. */
@Injectable()
export class UnionClosingAwaits {
  constructor(
    private readonly closings: UnionClosingRepository,
    private readonly unions: UnionRepository,
  ) {}

  @OnDue(awaitsDue.unionClosing)
  async sync(tx: Transaction, id: string): Promise<void> {
    const filed = await this.closings.findById(tx, id);
    const above = filed && (await this.unions.findByPath(tx, filed.abovePath));
    const decider =
      above && officeAt(above.id, actions.decideUnionClosing, { exceptIds: [filed.proposedBy] });
    const awaits = filed === null || decider === null ? [] : awaitsOfClosing(filed, decider);
    await syncAwaits(tx, 'membership', 'unionClosing', [{ id, awaits }]);
  }
}
