import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { disputeAwaitsDue } from '../awaits-due.js';
import { DisputeAccess } from './dispute-access.js';
import { awaitsOfDispute } from './dispute-awaits.model.js';
import { DisputeRepository } from './dispute.repository.js';
import type { DisputeContext } from './dispute.view.js';

const may = { speak: actions.speakInDispute, decide: actions.decideDispute };

/** Says whom a dispute waits for. */
@Injectable()
export class DisputeAwaits {
  constructor(
    private readonly disputes: DisputeRepository,
    private readonly disputeAccess: DisputeAccess,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(disputeAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const context = await this.disputeAccess.find(tx, id);
    if (context === null) return;
    const involvedIds = await this.involvedIn(tx, context);
    const awaits = awaitsOfDispute({ ...context, involvedIds }, may, tx.now);
    await syncAwaits(tx, 'settlement', 'dispute', [{ id, awaits }]);
  }

  private async involvedIn(tx: Transaction, { row }: DisputeContext): Promise<string[]> {
    const involved = await this.disputes.involvedIn(tx, row.entryId);
    return this.references.permittedAmong(tx, may.decide, [row.decidingUnionId], involved);
  }
}
