import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt } from '../../unions/awaits/whom.js';
import { decidedAbove } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { awaitsOfUnionTransfer } from './union-transfer.model.js';
import { UnionTransferRepository } from './union-transfer.repository.js';

/** Says whom a transfer of all members waits for: another officer above both unions. */
@Injectable()
export class UnionTransferAwaits {
  constructor(
    private readonly unionTransfers: UnionTransferRepository,
    private readonly unions: UnionRepository,
  ) {}

  @OnDue(awaitsDue.unionTransfer)
  async sync(tx: Transaction, id: string): Promise<void> {
    const filed = await this.unionTransfers.findById(tx, id);
    const deciding = filed && (await this.unions.findByPath(tx, decidedAbove(filed.fromPath, filed.toPath)));
    const decider =
      deciding && officeAt(deciding.id, actions.decideUnionTransfer, { exceptIds: [filed.proposedBy] });
    const awaits = filed === null || decider === null ? [] : awaitsOfUnionTransfer(filed, decider);
    await syncAwaits(tx, 'membership', 'unionTransfer', [{ id, awaits }]);
  }
}
