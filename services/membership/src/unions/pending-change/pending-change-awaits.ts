import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { awaitsDue } from '../awaits/awaits-due.js';
import { officeAt, type Whom } from '../awaits/whom.js';
import { awaitsOfChange } from './pending-change.model.js';
import { type PendingChangeRecord, PendingChangeRepository } from './pending-change.repository.js';

/** Says whom a change waits for: another officer above, or the person who is offered a role. */
@Injectable()
export class PendingChangeAwaits {
  constructor(private readonly changes: PendingChangeRepository) {}

  @OnDue(awaitsDue.pendingChange)
  async sync(tx: Transaction, id: string): Promise<void> {
    const change = await this.changes.findById(tx, id);
    const awaits = change === null ? [] : awaitsOfChange(change, deciderOf(change));
    await syncAwaits(tx, 'membership', 'pendingChange', [{ id, awaits }]);
  }
}

/** At the union above; for the root itself there. */
function deciderOf({ aboveId, unionId, proposedBy, personId }: PendingChangeRecord): Whom {
  return officeAt(aboveId ?? unionId, actions.decidePendingChange, { exceptIds: [proposedBy, personId] });
}
