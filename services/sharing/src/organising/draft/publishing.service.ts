import { Injectable } from '@nestjs/common';
import {
  activityContract,
  type ActivityIdRequest,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import { actions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { requireTransition } from '../../activities/activity/activity.model.js';
import { checklist, requireReady } from './checklist.model.js';
import { PreparedDrafts } from './prepared-drafts.js';

/** Publishes activities. It is in this district because it depends on co-hosts, agreement and pools. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly prepared: PreparedDrafts,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(activityContract.publish)
  publish(request: ActivityIdRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, activityContract.publish, request, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const before = await this.changes.lock(tx, request.activityId);
      await this.access.manage(tx, before, actions.manageActivity);
      requireVersion(tx, before.version);
      return this.changes.view(tx, await this.apply(tx, before));
    });
  }

  /**
   * The one way to publish a draft, alone or with others of its series. A refusal leaves it untouched.
   * @param before the locked row
   */
  async apply(tx: Transaction, before: ActivityRow): Promise<ActivityRow> {
    requireTransition(before.state, 'published');
    const { organiserKind: kind, organiserId: id } = before;
    const organiser = await this.references.standingOf(tx, { kind, id });
    if (organiser !== null) requireOpen(organiser);
    requireReady(checklist(await this.prepared.of(tx, before)));
    const { proposal } = before;
    // Publishing a worker's proposal accepts it.
    const accepted = proposal === null ? null : { ...proposal, state: 'sponsored' as const, reason: null };
    return this.changes.save(tx, before, { state: 'published', publishedAt: tx.now, proposal: accepted });
  }
}
