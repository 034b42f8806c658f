import { Inject, Injectable } from '@nestjs/common';
import { type JoinQueueRequest, queueContract, type QueuePlaceView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { CONFIG } from '@gongxiang/messaging/service';
import { Batches, type Called, called, Transactions, Turns } from '@gongxiang/persistence';
import type { SharingConfig } from '../config.js';
import { thingsAtOnce } from '../connection-shares.js';
import { JoiningWork } from './joining.work.js';

const waitingMax = 2_000;

/** Joining a queue. Thousands may press at the same moment, though nobody has anything from it: they go together. */
@Injectable()
export class JoiningService {
  private readonly batches: Batches<Called<JoinQueueRequest>, Outcome<QueuePlaceView>>;

  constructor(
    transactions: Transactions,
    work: JoiningWork,
    @Inject(CONFIG) config: Pick<SharingConfig, 'poolSize'>,
  ) {
    const turns = new Turns({ waitingMax, keysAtOnce: thingsAtOnce('queues', config) });
    this.batches = new Batches(turns, (activityId, batch) =>
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
