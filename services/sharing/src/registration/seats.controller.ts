import { Controller } from '@nestjs/common';
import {
  ChangePoolRequest,
  ListPoolsRequest,
  poolContract,
  type PoolsView,
  type PoolView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { SeatsService } from './seats.service.js';

@Controller()
export class SeatsController {
  constructor(private readonly seats: SeatsService) {}

  @HandlesCommand(poolContract.change)
  change(@Request() request: ChangePoolRequest, @Call() call: CallContext): Promise<Outcome<PoolView>> {
    return this.seats.change(request, call);
  }

  @HandlesQuery(poolContract.list)
  list(@Request() request: ListPoolsRequest, @Call() call: CallContext): Promise<PoolsView> {
    return this.seats.list(request, call);
  }
}
