import { Injectable } from '@nestjs/common';
import type { ActivityIdRequest } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { type ChecklistView, draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { checklist, missingOf } from './checklist.model.js';
import { PreparedDrafts } from './prepared-drafts.js';

/** Shows those who prepare a draft what it still needs. */
@Injectable()
export class ChecklistService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly prepared: PreparedDrafts,
  ) {}

  @Handles(draftContract.check)
  check(request: ActivityIdRequest, call: CallContext): Promise<ChecklistView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.manage(tx, activity, actions.editDraft);
      const items = checklist(await this.prepared.of(tx, activity));
      return { items, missing: missingOf(items).length };
    });
  }
}
