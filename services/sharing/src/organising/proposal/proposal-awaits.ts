import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { proposalAwaitsDue } from '../../activities/activity/proposal.due.js';
import { actions } from '../actions.js';
import { awaitsOfProposal } from './proposal.model.js';

/** Says whom a worker's proposal waits for: the officers of their union. */
@Injectable()
export class ProposalAwaits {
  constructor(private readonly activities: ActivityRepository) {}

  @OnDue(proposalAwaitsDue)
  async sync(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) return;
    const awaits = awaitsOfProposal(activity, actions.sponsorProposal);
    await syncAwaits(tx, 'sharing', 'proposal', [{ id: activityId, awaits }]);
  }
}
