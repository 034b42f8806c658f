import { Controller } from '@nestjs/common';
import { JoinQueueRequest, queueContract, QueueRequest, SetQueueRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'queues';

@Controller()
export class QueueController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/queue', queueContract.get, {
    tag,
    summary: 'Shows the queue of an activity: its times, its commitment, after the opening its secret',
  })
  get(@Input() request: QueueRequest, @Call() call: CallContext) {
    return this.rpc.call(queueContract.get, request, call);
  }

  @Endpoint('PUT', 'activities/:activityId/queue', queueContract.set, {
    tag,
    summary:
      'Switches the queue on, before sign-up opens, or changes it; after the opening only to a faster one',
    ifMatch: true,
    example: { joinFrom: '2026-11-24T18:30:00+08:00', perMinute: 300 },
  })
  set(@Input() request: SetQueueRequest, @Call() call: CallContext) {
    return this.rpc.call(queueContract.set, request, call);
  }

  @Endpoint('DELETE', 'activities/:activityId/queue', queueContract.remove, {
    tag,
    summary: 'Switches the queue off, before the opening; set again it has the same secret and people',
  })
  remove(@Input() request: QueueRequest, @Call() call: CallContext) {
    return this.rpc.call(queueContract.remove, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/queue-places', queueContract.join, {
    tag,
    summary: 'Takes a place for the caller, or for a member by an officer; 200 where he has one already',
    example: {},
  })
  join(@Input() request: JoinQueueRequest, @Call() call: CallContext) {
    return this.rpc.call(queueContract.join, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/queue-places/mine', queueContract.mine, {
    tag,
    summary:
      'Shows one’s own place, how many are ahead, when the turn comes, and after how long to ask again',
  })
  mine(@Input() request: QueueRequest, @Call() call: CallContext) {
    return this.rpc.call(queueContract.mine, request, call);
  }
}
