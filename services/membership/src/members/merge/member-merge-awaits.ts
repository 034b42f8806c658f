import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt, type Whom } from '../../unions/awaits/whom.js';
import { actions } from '../actions.js';
import type { MemberMergeRow } from './member-merge.entity.js';
import { awaitsOfMerge, involvedIn } from './member-merge.model.js';
import { MemberMergeRepository } from './member-merge.repository.js';

/** Says whom a proposed merge waits for: another officer above both records. */
@Injectable()
export class MemberMergeAwaits {
  constructor(private readonly merges: MemberMergeRepository) {}

  @OnDue(awaitsDue.memberMerge)
  async sync(tx: Transaction, id: string): Promise<void> {
    const merge = await this.merges.findById(tx, id);
    const awaits = merge === null ? [] : awaitsOfMerge(merge, deciderOf(merge));
    await syncAwaits(tx, 'membership', 'memberMerge', [{ id, awaits }]);
  }
}

function deciderOf(merge: MemberMergeRow): Whom {
  return officeAt(merge.unionId, actions.decideMerge, { exceptIds: involvedIn(merge) });
}
