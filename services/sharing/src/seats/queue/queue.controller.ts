import { Controller } from '@nestjs/common';
import {
  JoinQueueRequest,
  queueContract,
  type QueuePlaceView,
  type QueueRemovedView,
  QueueRequest,
  type QueueView,
  SetQueueRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { JoiningService } from './joining.service.js';
import { QueueReader } from './queue.reader.js';
import { QueueService } from './queue.service.js';

@Controller()
export class QueueController {
  constructor(
    private readonly queues: QueueService,
    private readonly joining: JoiningService,
    private readonly reader: QueueReader,
  ) {}

  @HandlesCommand(queueContract.set)
  set(@Request() request: SetQueueRequest, @Call() call: CallContext): Promise<Outcome<QueueView>> {
    return this.queues.set(request, call);
  }

  @HandlesCommand(queueContract.remove)
  remove(@Request() request: QueueRequest, @Call() call: CallContext): Promise<Outcome<QueueRemovedView>> {
    return this.queues.remove(request, call);
  }

  @HandlesQuery(queueContract.get)
  get(@Request() request: QueueRequest, @Call() call: CallContext): Promise<QueueView> {
    return this.reader.get(request, call);
  }

  @HandlesCommand(queueContract.join)
  join(@Request() request: JoinQueueRequest, @Call() call: CallContext): Promise<Outcome<QueuePlaceView>> {
    return this.joining.join(request, call);
  }

  @HandlesQuery(queueContract.mine)
  mine(@Request() request: QueueRequest, @Call() call: CallContext): Promise<QueuePlaceView> {
    return this.reader.mine(request, call);
  }
}
