import { Controller } from '@nestjs/common';
import { CreatePoolRequest, poolContract, type PoolView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PoolService } from './pool.service.js';

@Controller()
export class PoolController {
  constructor(private readonly pools: PoolService) {}

  @HandlesCommand(poolContract.create)
  create(@Request() request: CreatePoolRequest, @Call() call: CallContext): Promise<Outcome<PoolView>> {
    return this.pools.create(request, call);
  }
}
