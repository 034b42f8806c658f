import { Injectable } from '@nestjs/common';
import { type JoinQueueRequest, queueContract, type QueuePlaceView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Batches, type Called, called, Transactions, Turns } from '@gongxiang/persistence';
import { JoiningWork } from './joining.work.js';

/** Of the ten connections of a process: sign-ups take six. */
const activitiesAtOnce = 2;
const waitingMax = 2_000;

/** Joining a queue. Thousands may press at the same moment, though nobody has anything from it: they go together. */
@Injectable()
export class JoiningService {
  private readonly batches: Batches<Called<JoinQueueRequest>, Outcome<QueuePlaceView>>;

  constructor(transactions: Transactions, work: JoiningWork) {
    this.batches = new Batches(new Turns({ waitingMax, keysAtOnce: activitiesAtOnce }), (activityId, batch) =>
      transactions.commands(queueContract.join, batch, {
        lock: (tx) => work.lock(tx, activityId),
        decide: (asked, activity) => work.join(asked, activity),
      }),
    );
  }

  /** Who has a place already is told of it. */
  join(request: JoinQueueRequest, call: CallContext): Promise<Outcome<QueuePlaceView>> {
    return this.batches.add(request.activityId.toLowerCase(), called(request, call), call.deadline);
  }
}
