import { Injectable } from '@nestjs/common';
import type { ActivityIdRequest } from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  cancellationContract,
  type CancellationEffectView,
} from '@gongxiang/contracts/sharing/organising/cancellation.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import { cancellationProblem } from './cancellation.model.js';
import { CancellationParts } from './cancellation-parts.js';

/** Previews the effects of a cancellation (E91). */
@Injectable()
export class CancellationReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly parts: CancellationParts,
  ) {}

  /** For those who may cancel it. */
  @Handles(cancellationContract.preview)
  preview(request: ActivityIdRequest, call: CallContext): Promise<CancellationEffectView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.find(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      const rule = activity.state === 'draft' ? actions.editDraft : actions.manageActivity;
      await this.access.manage(tx, activity, rule);
      const { id: activityId, version: activityVersion, phase } = await this.activities.view(tx, activity);
      return {
        activityId,
        activityVersion,
        phase,
        problem: cancellationProblem(activity.state),
        ...(await this.parts.of(tx, activity)),
      };
    });
  }
}
