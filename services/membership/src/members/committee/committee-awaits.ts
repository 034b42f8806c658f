import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt, type Whom } from '../../unions/awaits/whom.js';
import { actions } from '../actions.js';
import { awaitsOfElection } from './committee.model.js';
import { CommitteeRepository, type ElectionRecord } from './committee.repository.js';
import { termNearKind } from './committee-seating.js';

/** Says whom an election waits for, and whom a term that is about to end. */
@Injectable()
export class CommitteeAwaits {
  constructor(private readonly committees: CommitteeRepository) {}

  @OnDue(awaitsDue.committeeElection)
  async sync(tx: Transaction, id: string): Promise<void> {
    const found = await this.committees.findById(tx, id);
    const awaits = found === null ? [] : awaitsOfElection(found, whomOf(found), tx.now);
    await syncAwaits(tx, 'membership', 'committeeElection', [{ id, awaits }]);
  }

  @OnDue(termNearKind)
  async announceEnd(tx: Transaction, id: string): Promise<void> {
    await this.sync(tx, id);
  }
}

/** The union elects and the one above sees to it, so both are told; nobody else above is. */
function whomOf({ unionId, parentId, proposedBy }: ElectionRecord): {
  readonly decider: Whom;
  readonly electing: Whom;
} {
  const aboveId = parentId ?? unionId;
  const own = officeAt(unionId, actions.fileCommitteeElection);
  const unionIds = [...new Set([unionId, aboveId])];
  return {
    decider: officeAt(aboveId, actions.decideCommitteeElection, { exceptIds: [proposedBy] }),
    electing: { ...own, offices: own.offices && { ...own.offices, unionIds } },
  };
}
