import { Injectable } from '@nestjs/common';
import {
  type CoHostingPlanRequest,
  type CoHostingPlanView,
  matchContract,
} from '@gongxiang/contracts/sharing/finding/match.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { MatchRepository } from '../../lending/need/match.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';

/** The proposed plan of an activity's hosts that a need has brought together. */
@Injectable()
export class CoHostingPlanService {
  constructor(
    private readonly transactions: Transactions,
    private readonly matches: MatchRepository,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
  ) {}

  /** For those who see the agreements of the activity. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  @Handles(matchContract.plan)
  find(request: CoHostingPlanRequest, call: CallContext): Promise<CoHostingPlanView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      const visible = await this.access.isVisible(tx, activity);
      const paths = await this.references.pathsOf(tx, activity.partyUnionIds);
      tx.authorise(actions.seeAgreement, { paths, visible });
      const plan = (await this.matches.behind(tx, activity.id))?.plan ?? null;
      return plan === null ? { tasks: [], rule: null } : { tasks: [...plan.tasks], rule: plan.rule };
    });
  }
}
