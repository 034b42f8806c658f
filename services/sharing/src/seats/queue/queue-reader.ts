import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type MyQueuePlacesRequest,
  type MyQueuePlaceView,
  queueContract,
  type QueuePlaceView,
  type QueueRequest,
  type QueueView,
} from '@gongxiang/contracts/sharing/seats/queue.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as activitiesActions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { QueueRepository } from './queue.repository.js';
import { listedPlaceViewOf, placeViewOf, queueViewOf } from './queue.view.js';

/** Reads queues: everybody who sees the activity sees its queue, and only their own place. */
@Injectable()
export class QueueReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly queues: QueueRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND` also if the activity has no queue */
  @Handles(queueContract.get)
  get(request: QueueRequest, call: CallContext): Promise<QueueView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.seen(tx, request.activityId);
      const row = await this.queues.find(tx, activity.id);
      if (activity.queue === null || row === null) throw new DomainError('NOT_FOUND');
      return queueViewOf(activity, activity.queue, { row, now: tx.now });
    });
  }

  /** Thousands poll while they wait: one statement, without a lock. @throws DomainError as {@link get} */
  @Handles(queueContract.mine)
  mine({ activityId }: QueueRequest, call: CallContext): Promise<QueuePlaceView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.joinQueue, {});
      const { personId, now } = tx;
      const own = await this.queues.own(tx, activityId, personId);
      if (own === null) throw new DomainError('NOT_FOUND');
      if (!own.isPublished) await this.seen(tx, activityId);
      if (own.queue === null) throw new DomainError('NOT_FOUND');
      return placeViewOf(own.queue, own, { activityId: activityId.toLowerCase(), personId, now });
    });
  }

  @Handles(queueContract.listMine)
  listMine(request: MyQueuePlacesRequest, call: CallContext): Promise<Page<MyQueuePlaceView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnRegistrations, {});
      const { items, nextCursor } = toPage(await this.queues.ownAll(tx, tx.personId, request), {
        limit: request.limit,
        cursorOf: ({ joinedAt, activityId }) => [joinedAt.toISOString(), activityId],
      });
      return { items: items.map((own) => listedPlaceViewOf(own, tx.now)), nextCursor };
    });
  }

  private async seen(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    await this.access.see(tx, activity);
    return activity;
  }
}
