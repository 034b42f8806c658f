import { Injectable } from '@nestjs/common';
import {
  type JoinQueueRequest,
  queueContract,
  type QueuePlaceView,
} from '@gongxiang/contracts/sharing/seats/queue.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Batches, type PendingRequest, pendingRequest, Transactions } from '@gongxiang/persistence';
import { ActivityTurns } from '../../activities/activity/activity-turns.js';
import { JoiningWork } from './joining-work.js';

/** Joining a queue. Thousands may press at the same moment, though it brings no advantage: requests are batched. */
@Injectable()
export class JoiningService {
  private readonly batches: Batches<PendingRequest<JoinQueueRequest>, Outcome<QueuePlaceView>>;

  constructor(transactions: Transactions, turns: ActivityTurns, work: JoiningWork) {
    this.batches = new Batches(turns, (activityId, batch) =>
      transactions.commands(queueContract.join, batch, {
        lock: (tx) => work.lock(tx, activityId),
        decide: (asked, activity) => work.join(asked, activity),
      }),
    );
  }

  /** A person with a place already gets that place. */
  @Handles(queueContract.join)
  join(request: JoinQueueRequest, call: CallContext): Promise<Outcome<QueuePlaceView>> {
    return this.batches.add(request.activityId, pendingRequest(request, call), call.deadline);
  }
}
